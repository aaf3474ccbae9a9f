// The screen on which an article is written.

import * as blocks from "./blocks.js";
import * as compare from "./compare.js";
import * as saving from "./saving.js";
import { AwayError, ask, told } from "./server.js";
import { button, find, make, show, time } from "./dom.js";
import { act, draw as drawActs } from "./acts.js";
import { onMend, refresh } from "./look.js";

const form = find("#form");
const HERE = 8000; // milliseconds between signs of life

function read() {
  const fields = {};
  for (const input of form.elements) if (input.name && input.value.trim()) fields[input.name] = input.value.trim();
  for (const [key, value] of Object.entries(told.form.fields)) if (!form.elements[key]) fields[key] = value;
  return { fields, blocks: blocks.read() };
}

function fill(given) {
  told.form = given;
  for (const input of form.elements) {
    if (!input.name) continue;
    const value = given.fields[input.name] || "";
    if (input.tagName === "SELECT" && value && ![...input.options].some((one) => one.value === value)) input.append(make("option", {}, value));
    input.value = value;
    if (input.tagName === "TEXTAREA") blocks.grow(input);
  }
  blocks.fill(given.blocks);
}

async function conflict(answer, mine) {
  const chosen = await compare.choose(mine, answer.newer, answer.writer, answer.at);
  if (JSON.stringify(read()) !== JSON.stringify(mine)) return saving.changed(); // asked anew, with that
  saving.accept(answer.version);
  if (chosen === "theirs") {
    fill(answer.newer);
    saving.forget();
  } else if (chosen === "both") fill(compare.merged(mine, answer.newer));
  saving.changed();
  refresh();
}

function changed() {
  saving.changed();
  drawActs();
}

// What comes in

async function take(files) {
  const all = [...files];
  const words = all.filter((file) => /\.(docx?|docm|rtf|odt|html?|txt|zip)$/i.test(file.name));
  const photos = all.filter((file) => !words.includes(file));
  const wrong = [];
  for (const file of words) {
    show(find("#news"), `Đang đọc ${file.name}…`);
    try {
      await saving.save();
      const got = await ask(`/word?name=${encodeURIComponent(file.name)}`, { method: "PUT", body: file });
      await saving.settled();
      takeWord(got, file.name);
    } catch (error) {
      wrong.push(error.message);
    }
  }
  let card = null;
  for (const [at, file] of photos.entries()) {
    show(find("#news"), `Đang gửi ảnh ${at + 1}/${photos.length}: ${file.name}…`);
    try {
      const name = await blocks.upload(file);
      await saving.settled();
      card = blocks.addPhoto(name, card);
    } catch (error) {
      wrong.push(error instanceof AwayError ? `${file.name}: ${error.message}` : error.message);
    }
  }
  if (wrong.length || !words.length) show(find("#news"), wrong.join(" "));
}

function takeWord(got, name) {
  const mine = read();
  const empty = !mine.blocks.length;
  const fields = { ...got.form.fields };
  for (const [key, value] of Object.entries(mine.fields)) if (key !== "Status") fields[key] = value;
  fill({ fields, blocks: empty ? got.form.blocks : [...mine.blocks, ...got.form.blocks] });
  changed();
  const news = find("#news");
  news.hidden = false;
  news.replaceChildren(
    `Đã nhập ${name}. `,
    make("details", {}, make("summary", {}, `Máy lấy gì ở đâu${got.problems.length ? `; ${got.problems.length} chỗ cần xem` : ""}`), make("ul", {}, ...[...got.problems, ...got.taken].map((line) => make("li", {}, line)))),
  );
}

const dropping = find("#drop");
addEventListener("dragover", (event) => {
  if (![...event.dataTransfer.types].includes("Files")) return;
  event.preventDefault();
  dropping.hidden = false;
});
addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) dropping.hidden = true;
});
addEventListener("drop", (event) => {
  dropping.hidden = true;
  if (!event.dataTransfer.files.length) return;
  event.preventDefault();
  take(event.dataTransfer.files);
});
addEventListener("paste", (event) => {
  const { files, types } = event.clipboardData;
  const html = types.includes("text/html") ? event.clipboardData.getData("text/html") : "";
  if (files.length && !types.includes("text/plain")) {
    event.preventDefault();
    take(files);
  } else if (/<(img|v:imagedata)\b/i.test(html)) show(find("#news"), "Chữ đã dán; ảnh thì không theo sang: thả tệp Word vào đây để lấy cả ảnh.");
});
for (const id of ["photos", "word"])
  find(`#${id}`).addEventListener("change", (event) => {
    take(event.target.files);
    event.target.value = "";
  });

// What a machine may mend

async function mend(code) {
  try {
    let got, asked;
    do {
      await saving.saveAll();
      asked = JSON.stringify(read());
      got = await ask("/sua", { method: "POST", json: { code, version: saving.current() } });
      await saving.settled();
    } while (JSON.stringify(read()) !== asked); // else what was typed meanwhile is gone
    fill(got.form);
    changed();
    show(find("#news"), "Máy đã sửa; xem lại chữ trước khi gửi.");
  } catch (error) {
    show(find("#news"), error.message);
  }
}

// Who else is here

async function here() {
  try {
    const said = await ask("/o-day", { method: "POST", json: { tab: saving.TAB } });
    show(find("#others"), said.here.length ? `${said.here.join(", ")} cũng đang mở bài này.` : "");
    told.state = said.state;
    told.note = said.note;
    if (said.state === "discarded") show(find("#others"), "Bài này vừa bị bỏ khỏi danh sách; bạn gõ tiếp thì bài trở lại.");
    else if (said.version > saving.current()) show(find("#others"), `${said.writer} vừa sửa bài này lúc ${time(said.changed)}. Tải lại trang để thấy; bạn gõ tiếp thì máy đặt hai bản cạnh nhau.`);
    drawActs();
  } catch {
    // The next sign of life tells.
  }
}

// What stands aside

function drawAsides() {
  const items = told.asides.map((one) => {
    const item = make("div", { class: "wrong" });
    item.append(
      make("p", {}, `Bản của ${one.writer} lúc ${time(one.at)} chưa được nhập vào bài.`),
      compare.sides({ title: "Bài đang có", form: read() }, { title: `Bản của ${one.writer}`, form: one.form }),
      make(
        "div",
        { class: "choose" },
        button("Ghép vào bài để tự sửa", () => {
          if (!item.isJoined) fill(compare.merged(read(), one.form));
          item.isJoined = true;
          changed();
          settle(one, item);
        }),
        button("Không cần nữa", () => settle(one, item)),
      ),
    );
    return item;
  });
  find("#asides").replaceChildren(...items);
}

async function settle(one, item) {
  try {
    await saving.saveAll();
    await ask(`/cat-rieng/${one.id}`, { method: "POST" });
    item.remove();
  } catch (error) {
    show(find("#news"), error.message);
  }
}

// Beginning

fill(told.form);
saving.begin({
  read,
  conflict,
  saved: () => {
    refresh();
    drawActs();
  },
});
blocks.onChange(changed);
onMend(mend);
form.addEventListener("input", (event) => {
  if (!event.target.name) return;
  if (event.target.tagName === "TEXTAREA") blocks.grow(event.target);
  changed();
});
form.addEventListener("change", (event) => event.target.name && changed());
form.addEventListener("submit", (event) => event.preventDefault());
for (const tool of document.querySelectorAll("[data-tool]")) {
  tool.addEventListener("mousedown", (event) => event.preventDefault());
  tool.addEventListener("click", () => blocks.use(tool.dataset.tool));
}
find("#toggle").addEventListener("click", (event) => {
  const on = document.body.classList.toggle("looking");
  event.target.setAttribute("aria-pressed", on);
  event.target.textContent = on ? "Viết tiếp" : "Xem trước";
});
if (saving.kept && JSON.stringify(saving.kept.form) !== JSON.stringify(read())) {
  // What this browser kept was not sent: it goes on from the version that it was made of.
  fill(saving.kept.form);
  saving.accept(saving.kept.version);
  saving.changed();
}
find("#whole").disabled = false;
drawAsides();
drawActs();
act.read = read;
refresh();
here();
setInterval(here, HERE);
