// Two texts side by side, with what differs marked; nobody's words go without being looked at.

import { ask as question, make, time } from "./dom.js";

const LABELS = { Title: "Tiêu đề", Summary: "Sapo", Category: "Chuyên mục", Date: "Ngày giờ", Authors: "Tác giả", Tags: "Từ khóa", Series: "Chuyên đề", Source: "Nguồn", Source_author: "Tác giả nguồn", Source_url: "Địa chỉ nguồn", Source_date: "Ngày của nguồn", Lead_photo: "Ảnh đại diện", Pin: "Ghim", Pin_until: "Ghim đến", Status: "Trạng thái" };

export function lines(form) {
  const fields = Object.entries(form.fields).map(([key, value]) => `${LABELS[key] || key}: ${value}`);
  const body = form.blocks.flatMap((block) =>
    block.photos.length
      ? [...block.photos.map((photo) => `[ảnh] ${photo.name}${photo.alt ? ` (${photo.alt})` : ""}`), ...[block.caption, block.credit && `Ảnh: ${block.credit}`].filter(Boolean)]
      : block.text.split("\n").filter((line) => line.trim()),
  );
  return [...fields, ...body];
}

// The lines of two texts that are in both, in one order (the longest common subsequence).
function common(one, two) {
  const width = two.length + 1;
  const table = new Uint32Array((one.length + 1) * width);
  for (let i = one.length - 1; i >= 0; i -= 1)
    for (let j = two.length - 1; j >= 0; j -= 1)
      table[i * width + j] = one[i] === two[j] ? table[(i + 1) * width + j + 1] + 1 : Math.max(table[(i + 1) * width + j], table[i * width + j + 1]);
  const [first, second] = [new Set(), new Set()];
  for (let i = 0, j = 0; i < one.length && j < two.length; )
    if (one[i] === two[j]) {
      first.add(i++);
      second.add(j++);
    } else if (table[(i + 1) * width + j] >= table[i * width + j + 1]) i += 1;
    else j += 1;
  return [first, second];
}

export function sides(left, right) {
  const [one, two] = [lines(left.form), lines(right.form)];
  const [inOne, inTwo] = one.length * two.length < 4e6 ? common(one, two) : [new Set(), new Set()];
  const column = (title, texts, same) =>
    make("div", {}, make("h3", {}, title), make("pre", { tabIndex: 0 }, ...texts.flatMap((text, at) => [same.has(at) ? text : make("mark", {}, text), "\n"])));
  return make("div", { class: "sides" }, column(left.title, one, inOne), column(right.title, two, inTwo));
}

export function choose(mine, theirs, writer, at) {
  const both = sides({ title: "Của bạn", form: mine }, { title: `${writer}, ${time(at)}`, form: theirs });
  const note = make("p", {}, "Chỗ khác nhau được đánh dấu. Bản không chọn vẫn được cất trong lịch sử của bài.");
  return question(`${writer} vừa sửa bài này`, [note, both], [
    ["Giữ bản của bạn", "mine", "main"],
    [`Lấy bản của ${writer}`, "theirs"],
    ["Ghép cả hai để tự sửa", "both"],
  ]);
}

// Both texts, one below the other, as far as they differ. What is said of the same photos goes where
// nothing is said of them yet.
export function merged(mine, theirs) {
  const fields = { ...theirs.fields, ...mine.fields };
  const blocks = mine.blocks.map((block) => completed(block, theirs.blocks.find((other) => isOfSamePhotos(block, other))));
  const said = (block) => JSON.stringify([block.text, block.photos, block.caption || "", block.credit || ""]);
  const known = new Set(blocks.map(said));
  const extra = theirs.blocks.filter((block) => !known.has(said(block)));
  const different = Object.entries(theirs.fields).filter(([key, value]) => mine.fields[key] && mine.fields[key] !== value);
  const told = different.map(([key, value]) => `${LABELS[key] || key}: ${value}`);
  const text = (words) => ({ gap: 1, text: words, photos: [], caption: "", credit: "", source: "" });
  if (!extra.length && !told.length) return { fields, blocks };
  return { fields, blocks: [...blocks, text("=== Bản kia, ghép vào đây để bạn sửa: ==="), ...(told.length ? [text(told.join("\n"))] : []), ...extra] };
}

const isOfSamePhotos = (one, two) => one.photos.length && one.photos.map((photo) => photo.name).join("/") === two.photos.map((photo) => photo.name).join("/");

function completed(block, other) {
  if (!other) return block;
  const photos = block.photos.map((photo, at) => ({ ...photo, alt: photo.alt || other.photos[at].alt }));
  const whole = { ...block, photos, caption: block.caption || other.caption, credit: block.credit || other.credit };
  return JSON.stringify(whole) === JSON.stringify(block) ? block : { ...whole, source: "" };
}
