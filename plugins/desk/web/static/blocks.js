// The body: pieces of text and cards of photos, in their order.

import { ask, told } from "./server.js";
import { button, find, make } from "./dom.js";

const body = find("#text");
let changed = () => {};
let last = null; // the piece of text that the caret was in

export const onChange = (act) => (changed = act);

export function fill(blocks) {
  const { activeElement: focused } = document;
  const at = [...body.children].indexOf(focused);
  const { selectionStart, selectionEnd } = focused;
  body.replaceChildren(...blocks.map((block) => (block.photos.length ? card(block) : piece(block.text, block.gap))));
  tidy();
  const next = body.children[at];
  if (!next || next.card) return;
  next.focus({ preventScroll: true }); // who types looks at the paper
  next.setSelectionRange(selectionStart, selectionEnd);
}

export const read = () =>
  [...body.children]
    .map((element) => element.read())
    .filter((block) => block.text || block.photos.length);

export const elements = () => [...body.children].filter((element) => element.value || element.card);

function piece(text, gap = 1) {
  const area = make("textarea", { value: text, rows: 1, spellcheck: false, "aria-label": "Đoạn chữ của thân bài" });
  area.gap = gap;
  area.read = () => ({ gap: area.gap, text: area.value, photos: [] });
  area.addEventListener("input", () => {
    grow(area);
    changed();
  });
  area.addEventListener("focus", () => (last = area));
  area.addEventListener("keydown", keys);
  queueMicrotask(() => grow(area));
  return area;
}

export function grow(area) {
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 2}px`;
}

function keys(event) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const tool = { b: "bold", i: "italic", k: "link" }[event.key.toLowerCase()];
  if (!tool) return;
  event.preventDefault();
  use(tool);
}

// Each piece of text stands between cards: two of them in a row are one.
function tidy() {
  for (const element of [...body.children]) {
    const next = element.nextElementSibling;
    if (next && !element.card && !next.card) {
      if (next === last) last = element;
      const between = element.value && next.value ? "\n".repeat(Math.max(next.gap, 1) + 1) : "";
      element.value += between + next.value;
      next.remove();
      grow(element);
      return tidy();
    }
  }
  if (!body.lastElementChild || body.lastElementChild.card) body.append(piece(""));
  if (body.firstElementChild.card) body.prepend(piece("", 0));
  hint();
}

// Cards

function card(block) {
  const figure = make("figure", { class: "card" });
  figure.card = { ...block, photos: block.photos.map((photo) => ({ ...photo })) };
  figure.read = () => ({ ...figure.card, text: "" });
  draw(figure);
  return figure;
}

function touched(figure) {
  figure.card.source = "";
  hint();
  changed();
}

// Photos right above others without a word between them are one group to the site.
function hint() {
  for (const figure of body.querySelectorAll(".card")) {
    let next = figure.nextElementSibling;
    while (next && !next.card && !next.value.trim()) next = next.nextElementSibling;
    const joins = next?.card && !figure.card.caption.trim() && !figure.card.credit.trim();
    const note = find(".joins", figure);
    if (note) note.hidden = !joins;
  }
}

function draw(figure) {
  const of = figure.card;
  const grip = make("span", { class: "grip" }, of.photos.length > 1 ? `Bộ ${of.photos.length} ảnh` : "Ảnh");
  const moves = make(
    "div",
    { class: "moves" },
    grip,
    named("↑", "Chuyển lên", () => move(figure, -1)),
    named("↓", "Chuyển xuống", () => move(figure, 1)),
    button("Gộp với ảnh trên", () => join(figure)),
    button("Bỏ ảnh", () => drop(figure)),
  );
  figure.draggable = false;
  grip.addEventListener("pointerdown", () => (figure.draggable = true));
  figure.ondragstart = (event) => {
    event.dataTransfer.setData("application/x-card", "1");
    event.dataTransfer.effectAllowed = "move";
    figure.classList.add("dragged");
    dragged = figure;
  };
  figure.ondragend = () => {
    figure.classList.remove("dragged");
    figure.draggable = false;
    dragged = null;
    mark(null);
  };
  const shots = of.photos.map((photo, at) => shot(figure, photo, at));
  figure.replaceChildren(
    moves,
    make("div", { class: "shots" }, ...shots),
    make("label", {}, of.photos.length > 1 ? "Chú thích chung" : "Chú thích", field(figure, of, "caption")),
    make("label", {}, "Người chụp", field(figure, of, "credit")),
    make("p", { class: "note joins", hidden: true }, "Chưa có chú thích: trang sẽ xếp ảnh này chung một bộ với ảnh dưới."),
  );
}

const named = (sign, name, act) => make("button", { type: "button", "aria-label": name, title: name, on: { click: act } }, sign);

function field(figure, of, key) {
  return make("input", { value: of[key], on: { input: (event) => ((of[key] = event.target.value), touched(figure)) } });
}

function shot(figure, photo, at) {
  const of = figure.card;
  const image = make("img", { alt: photo.alt || photo.name, loading: "lazy", src: `${told.root}/bai/${told.id}/anh/${encodeURIComponent(photo.name)}` });
  const alt = make("label", {}, "Lời tả cho người khiếm thị", field(figure, photo, "alt"));
  const acts = [];
  if (of.photos.length > 1) {
    if (at > 0) acts.push(named("←", `Chuyển ${photo.name} lên trước`, () => swap(figure, at, at - 1)));
    acts.push(button("Tách riêng", () => part(figure, at)));
  }
  return make("div", {}, image, make("div", { class: "moves" }, make("small", {}, photo.name), ...acts), alt);
}

function swap(figure, from, to) {
  const photos = figure.card.photos;
  [photos[from], photos[to]] = [photos[to], photos[from]];
  draw(figure);
  touched(figure);
}

function part(figure, at) {
  const [photo] = figure.card.photos.splice(at, 1);
  figure.after(card({ gap: 1, photos: [photo], caption: "", credit: figure.card.credit, source: "" }));
  draw(figure);
  touched(figure);
  tidy();
}

function join(figure) {
  let above = figure.previousElementSibling;
  while (above && !above.card && !above.value.trim()) above = above.previousElementSibling;
  if (!above?.card) return;
  above.card.photos.push(...figure.card.photos);
  const both = (key, between) => [...new Set([above.card[key], figure.card[key]])].filter(Boolean).join(between);
  above.card.caption = both("caption", " ");
  above.card.credit = both("credit", ", ");
  figure.remove();
  draw(above);
  touched(above);
  tidy();
  find("button", above)?.focus();
}

function drop(figure) {
  figure.remove();
  tidy();
  changed();
}

// A card goes over one paragraph, or one card, at a time.
function move(figure, way) {
  figure.card.source = "";
  const beside = way < 0 ? figure.previousElementSibling : figure.nextElementSibling;
  if (!beside) return;
  if (beside.card) way < 0 ? beside.before(figure) : beside.after(figure);
  else if (!beside.value.trim()) {
    const beyond = way < 0 ? beside.previousElementSibling : beside.nextElementSibling;
    if (beyond) way < 0 ? beyond.before(figure) : beyond.after(figure);
  } else {
    const parts = beside.value.split(/\n+/);
    const gaps = beside.value.match(/\n+/g) || [];
    const cut = way < 0 ? parts.length - 1 : 1;
    const join = (from, to) => parts.slice(from, to).reduce((text, each, at) => text + (at ? gaps[from + at - 1] : "") + each, "");
    const [before, behind] = [join(0, cut), join(cut, parts.length)];
    beside.value = way < 0 ? before : behind;
    const taken = piece(way < 0 ? behind : before, 1);
    way < 0 ? figure.after(taken) : figure.before(taken);
    grow(beside);
  }
  tidy();
  changed();
  find(`[aria-label="${way < 0 ? "Chuyển lên" : "Chuyển xuống"}"]`, figure)?.focus();
}

// Dragging

let dragged = null;
let marked = null;

function mark(element) {
  marked?.classList.remove("drop-here");
  marked = element;
  marked?.classList.add("drop-here");
}

body.addEventListener("dragover", (event) => {
  if (!dragged) return;
  event.preventDefault();
  const over = event.target.closest("#text > *");
  mark(over === dragged ? null : over);
});

body.addEventListener("drop", (event) => {
  const over = event.target.closest("#text > *");
  if (!dragged || !over || over === dragged) return;
  event.preventDefault();
  dragged.card.source = "";
  if (over.card) over.before(dragged);
  else {
    const [before, behind] = divided(over, paragraphAt(over, event.clientY));
    over.value = before;
    over.after(dragged, piece(behind));
    grow(over);
  }
  tidy();
  changed();
});

// Returns where in a piece of text the paragraph begins that stands at a height of the screen.
function paragraphAt(area, y) {
  const style = getComputedStyle(area);
  const mirror = make("div", { "aria-hidden": "true" });
  Object.assign(mirror.style, { position: "absolute", visibility: "hidden", whiteSpace: "pre-wrap", overflowWrap: "break-word", font: style.font, lineHeight: style.lineHeight, padding: style.padding, width: `${area.clientWidth}px`, boxSizing: "border-box" });
  document.body.append(mirror);
  const height = y - area.getBoundingClientRect().top;
  let at = 0;
  for (const found of area.value.matchAll(/\n+/g)) {
    mirror.textContent = area.value.slice(0, found.index);
    if (mirror.offsetHeight > height) break;
    at = found.index + found[0].length;
  }
  mirror.remove();
  return at;
}

const divided = (area, at) => [area.value.slice(0, at).replace(/\n+$/, ""), area.value.slice(at).replace(/^\n+/, "")];

// What comes in

// Put a photo behind another one, or else behind the paragraph with the caret; return its card.
export function addPhoto(name, other = null) {
  const added = card({ gap: 1, photos: [{ name, alt: "" }], caption: "", credit: "", source: "" });
  if (other?.isConnected) other.after(added);
  else {
    const area = last?.isConnected ? last : body.lastElementChild;
    const end = area.value.indexOf("\n", area.selectionEnd);
    const [before, behind] = divided(area, end < 0 ? area.value.length : end);
    area.value = before;
    area.after(added, piece(behind));
    grow(area);
  }
  tidy();
  changed();
  if (!other) added.scrollIntoView({ block: "nearest" });
  return added;
}

export async function upload(file) {
  const answer = await ask(`/anh?name=${encodeURIComponent(file.name)}`, { method: "PUT", body: file });
  return answer.name;
}

// The bar

const MARKS = { bold: "**", italic: "*" };

export function use(tool) {
  const area = last?.isConnected ? last : [...body.children].find((element) => !element.card);
  area.focus();
  const { selectionStart: from, selectionEnd: to, value } = area;
  const chosen = value.slice(from, to);
  if (MARKS[tool]) {
    const mark = MARKS[tool];
    const text = chosen.trim() || "chữ";
    put(area, from, to, chosen.replace(chosen.trim(), "") ? chosen.replace(text, () => mark + text + mark) : mark + text + mark);
  } else if (tool === "link") put(area, from, to, `[${chosen.trim() || "chữ"}](https://)`);
  else if (tool === "table") put(area, to, to, "\n\n| Cột 1 | Cột 2 |\n| --- | --- |\n| ô | ô |\n\n");
  else {
    const start = value.lastIndexOf("\n", from - 1) + 1;
    const end = value.indexOf("\n", to) < 0 ? value.length : value.indexOf("\n", to);
    const sign = tool === "heading" ? "## " : "- ";
    const lines = value.slice(start, end).split("\n");
    const has = lines.every((line) => line.startsWith(sign));
    put(area, start, end, lines.map((line) => (has ? line.slice(sign.length) : sign + line)).join("\n"));
  }
}

// As if it were typed, so that Ctrl+Z takes it back.
function put(area, from, to, text) {
  area.setSelectionRange(from, to);
  if (!document.execCommand("insertText", false, text)) area.setRangeText(text, from, to, "end");
  grow(area);
  changed();
}
