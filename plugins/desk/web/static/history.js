// How an article was, beside how it is; and back to that.

import { sides } from "./compare.js";
import { ask as question, find, make, show } from "./dom.js";

const list = find("[data-root]");
const { root, id, csrf } = list.dataset;
const headers = { "X-CSRF": csrf, Accept: "application/json" };

async function get(path) {
  const answer = await fetch(`${root}/bai/${id}/${path}`, { headers });
  const said = await answer.json();
  if (!answer.ok) throw new Error(said.error);
  return said;
}

list.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-step]");
  if (!button) return;
  try {
    const [then, now] = await Promise.all([get(`lich-su/${button.dataset.step}`), get("ban-moi")]);
    const title = button.closest("li").querySelector("p").textContent;
    const both = sides({ title, form: then.form }, { title: "Đang viết", form: now.form });
    const chosen = await question("So hai bản", [make("p", {}, "Chỗ khác nhau được đánh dấu."), both], [
      ["Khôi phục bản này", "back", "main"],
      ["Đóng", ""],
    ]);
    if (!chosen) return;
    const told = { form: { ...then.form, fields: { ...then.form.fields } }, version: now.version, tab: crypto.randomUUID(), typed: Date.now() };
    for (const key of ["Status", "Withdrawn"]) {
      delete told.form.fields[key];
      if (now.form.fields[key]) told.form.fields[key] = now.form.fields[key];
    }
    const answer = await fetch(`${root}/bai/${id}/luu`, { method: "POST", headers, body: JSON.stringify(told) });
    const said = await answer.json();
    if (!answer.ok || said.newer) throw new Error(said.error || "Bài vừa có bản mới hơn: tải lại trang rồi thử lại.");
    location.href = `${root}/bai/${id}`;
  } catch (error) {
    show(find("#news"), error.message);
  }
});
