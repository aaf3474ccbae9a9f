// Shows what was warned of: a list above the page, and a note beside each place in the article.
// A page has no line numbers, but it has the words of the lines; a photo has its file's name.
export const show = ({ warnings, others }) => {
  for (const old of document.querySelectorAll(".preview-warnings, .preview-warning")) old.remove();
  if (!warnings.problems.length && !others.problems.length) return;
  const box = document.createElement("section");
  box.className = "preview-warnings";
  box.setAttribute("aria-label", "Cảnh báo");
  if (warnings.problems.length) listOf(box, warnings, true);
  if (others.problems.length) listOf(box, others, false);
  document.body.prepend(box);
};

const add = (parent, name, text = "") => {
  const element = document.createElement(name);
  element.textContent = text;
  parent.append(element);
  return element;
};

const describe = (parent, { message, code, fix }) => {
  add(parent, "span", ` ${message} [${code}]`);
  if (fix) add(parent, "p", fix);
};

const listOf = (box, { title, problems }, own) => {
  const details = add(box, "details");
  details.open = own;
  add(details, "summary", title);
  const list = add(details, "ul");
  problems.forEach((problem, number) => {
    const item = add(list, "li");
    const id = `preview-warning-${number + 1}`;
    const address = own ? noteBeside(problem, id) && `#${id}` : problem.url;
    const place = add(item, address ? "a" : "code", problem.place);
    if (address) place.href = address;
    describe(item, problem);
  });
};

const noteBeside = (problem, id) => {
  const place = placeOf(problem);
  if (!place) return false;
  const note = document.createElement("aside");
  note.className = "preview-warning";
  note.id = id;
  note.tabIndex = -1;
  note.setAttribute("aria-label", "Cảnh báo");
  add(note, "code", problem.place);
  describe(note, problem);
  if (place.matches("li, dd")) place.prepend(note);
  else place.before(note);
  return true;
};

const PLACES = "p, li, dt, dd, h1, h2, h3, h4, h5, h6, pre, blockquote, figcaption, figure, td, th";
const PHOTO = /[^"“”()<>[\]!:]+(?=\.(?:jpe?g|png|webp|avif|heic|heif|gif|tiff?|bmp)\b)/giu;
const ENOUGH = 0.6; // of a line's words: rules change some, and marks of Markdown are none

const article = () =>
  document.querySelector("article") ?? document.querySelector("main") ?? document.body;

// An element that a note may stand in front of, or in if it is an item.
const outer = (element) => element.closest("figure, table, dl > dt") ?? element;

const placeOf = ({ message, lines }) => {
  if (!lines.length) return null; // about the article as a whole
  for (const text of [message, ...lines]) {
    const found = photosIn(text).map(imageOf).find(Boolean) ?? (text !== message && textLike(text));
    if (found) return outer(found);
  }
  return null;
};

// A name may hold spaces, or stand behind other words.
const photosIn = (text) => (text.match(PHOTO) ?? []).flatMap((name) => [name, name.split(" ").pop()]);

const wordsOf = (text) => text.toLowerCase().normalize("NFC").match(/[\p{L}\p{N}]+/gu) ?? [];

const textLike = (line) => {
  const words = [...new Set(wordsOf(line.replace(/<[^>]*>|\]\([^)]*\)/g, " ")))];
  if (!words.length) return null;
  let [best, most, size] = [null, 0, 0];
  for (const element of article().querySelectorAll(PLACES)) {
    if (element.closest(".preview-warning")) continue;
    const there = new Set(wordsOf(element.textContent));
    const shared = words.filter((word) => there.has(word)).length;
    // The smallest that has most of the words.
    if (shared > most || (shared === most && shared && there.size < size)) {
      [best, most, size] = [element, shared, there.size];
    }
  }
  return most >= ENOUGH * words.length ? best : null;
};

const slug = (name) =>
  name
    .split("/")
    .pop()
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/đ/g, "d")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

const imageOf = (name) => {
  const wanted = slug(name);
  const images = [...article().querySelectorAll("img")];
  const image = wanted && images.find(({ src }) => slug(src).startsWith(`${wanted}-`));
  return image ? image.closest("figure") ?? image.closest("p") ?? image : null;
};
