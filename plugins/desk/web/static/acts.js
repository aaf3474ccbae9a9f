// Sending for approval and publishing: one button, and what has become of it.

import * as saving from "./saving.js";
import { ask as question, button, find, make, show } from "./dom.js";
import { AwayError, ask, told } from "./server.js";

const place = find("#acts");
const POLL = 700;
export const act = { read: () => null };
let busy = false;

const inFuture = () => {
  const found = find('[name="Date"]').value.match(/(\d{1,2})\/(\d{1,2})\/(\d{4})(?:\D+(\d{1,2}):(\d{2}))?/);
  if (!found) return false;
  const [, day, month, year, hour = 0, minute = 0] = found.map(Number);
  return Date.UTC(year, month - 1, day, (hour || 0) - 7, minute || 0) > Date.now();
};

export function draw() {
  const buttons = [button(told.path ? "Bỏ sửa đổi" : "Xóa bản nháp", discard, "quiet")];
  if (told.mayPublish) {
    if (told.state === "submitted") buttons.push(button("Trả lại", back));
    if (told.path && !told.form.fields.Withdrawn) {
      buttons.push(button("Gỡ bài", withdraw, "quiet"));
      buttons.push(button("Đính chính", correct));
    }
    buttons.push(button(inFuture() ? "Hẹn giờ" : told.path ? "Đăng bản sửa" : "Đăng bài", publish, "main"));
  } else buttons.push(button(told.state === "submitted" ? "Đã gửi duyệt" : "Gửi duyệt", submit, "main"));
  const same = [...place.children].map((one) => one.textContent).join() === buttons.map((one) => one.textContent).join();
  if (!same) place.replaceChildren(...buttons);
  for (const one of place.children) one.disabled = busy || (one.textContent === "Đã gửi duyệt" && told.state === "submitted");
}

async function does(what, note = "") {
  busy = true;
  draw();
  find("#news").className = "wrong"; // what it says is of an earlier act
  show(find("#news"), "");
  try {
    await saving.saveAll();
    const said = await ask("/viec", { method: "POST", json: { does: what, version: saving.current(), note } });
    told.state = said.state;
    return said;
  } catch (error) {
    show(find("#news"), error.message);
    return null;
  } finally {
    busy = false;
    draw();
  }
}

async function submit() {
  if (await does("submit")) show(find("#news"), "Đã gửi thư ký tòa soạn duyệt. Bạn vẫn sửa tiếp được cho đến khi bài lên trang.");
}

async function discard() {
  const what = told.path ? "Bỏ mọi sửa đổi chưa đăng? Bài trên trang vẫn như cũ." : "Xóa bản nháp này khỏi danh sách?";
  const chosen = await question("Bạn chắc chứ?", [make("p", {}, what)], [["Bỏ", "yes", "main"], ["Thôi", ""]]);
  if (!chosen || !(await does("discard"))) return;
  location.href = `${told.root}/`;
}

// What is written about an act stands there again when it came to nothing.
const notes = new Map();
const noteOf = (title) => make("textarea", { rows: 3, maxLength: 1000, value: notes.get(title) || "", on: { input: (event) => notes.set(title, event.target.value) } });

async function back() {
  const note = noteOf("Trả lại");
  const chosen = await question("Trả lại bài", [make("label", {}, "Lời nhắn cho người viết", note)], [["Trả lại", "yes", "main"], ["Thôi", ""]]);
  if (!chosen || !(await does("return", note.value))) return;
  notes.clear();
  show(find("#news"), "Đã trả lại bài.");
}

async function reasoned(title, label, note, what) {
  const text = noteOf(title);
  const chosen = await question(title, [make("p", {}, note), make("label", {}, label, text)], [[title, "yes", "main"], ["Thôi", ""]]);
  if (!chosen) return;
  if (!text.value.trim()) return show(find("#news"), "Chưa ghi lý do hay nội dung nên máy chưa làm.");
  if (await does(what, text.value)) follow(Date.now());
}

const withdraw = () =>
  reasoned("Gỡ bài", "Lý do gỡ (bạn đọc không thấy)", "Bài, ảnh và mọi danh sách có bài này sẽ rời khỏi trang; địa chỉ chỉ còn dòng báo bài đã gỡ. Bài vẫn còn ở mục Đã gỡ.", "withdraw");

const correct = () =>
  reasoned("Đính chính", "Nội dung đính chính (bạn đọc thấy ở đầu bài)", "Bài đang viết được đăng lại, với dòng đính chính ghi ngày giờ hôm nay.", "correct");

async function publish() {
  const date = find('[name="Date"]');
  if (!date.value.trim()) {
    date.value = new Date().toLocaleString("en-GB", { timeZone: "Asia/Ho_Chi_Minh", day: "2-digit", month: "2-digit", year: "numeric", hour: "2-digit", minute: "2-digit" }).replace(",", "");
    saving.changed();
  }
  if (await does("publish")) follow(Date.now());
  else draw();
}

// Until the site really has it.
export async function follow(began) {
  busy = true;
  draw();
  for (;;) {
    let said;
    try {
      said = await ask("/tinh-trang");
    } catch (error) {
      if (!(error instanceof AwayError)) {
        busy = false;
        draw();
        return show(find("#news"), error.message);
      }
      await new Promise((resolve) => setTimeout(resolve, POLL * 3));
      continue;
    }
    const one = said.publication;
    if (one.state === "live" || one.state === "failed") {
      busy = false;
      told.state = said.state;
      if (one.state === "live") {
        told.path ||= "…";
        notes.clear();
      }
      if (said.state === "discarded") {
        await saving.save();
        location.href = `${told.root}/?muc=da-go`;
        return;
      }
      const link = one.url && make("a", { href: one.url, target: "_blank", rel: "noopener" }, "Mở trang");
      const news = find("#news");
      news.hidden = false;
      news.className = one.state === "live" ? "done" : "wrong";
      news.replaceChildren(...(one.state === "live" ? [one.url ? "Đã lên trang. " : "", one.message, link || ""] : one.message.split("\n").flatMap((line) => [line, make("br")])));
      draw();
      return;
    }
    const seconds = Math.round((Date.now() - began) / 1000);
    show(find("#news"), `${one.state === "queued" ? "Đang chờ đến lượt" : "Đang dựng trang"}… ${seconds} giây`);
    await new Promise((resolve) => setTimeout(resolve, POLL));
  }
}
