// The live preview: what the server makes of the version that it has, and what is wrong with it.

import { ask } from "./server.js";
import { elements } from "./blocks.js";
import { find, make } from "./dom.js";

const frames = [...document.querySelectorAll(".look iframe")];
const nothing = find("#nothing");
let shown = null;
let asking = null;
let again = false;
let mend = () => {};

export const onMend = (act) => (mend = act);

export async function refresh() {
  if (asking) {
    again = true;
    return;
  }
  asking = look().catch(() => {}).finally(() => {
    asking = null;
    if (again) {
      again = false;
      refresh();
    }
  });
}

async function look() {
  const said = await ask("/xem");
  tell(said.problems);
  if (!said.page) return;
  const next = frames.find((frame) => frame !== shown);
  await new Promise((resolve) => {
    next.onload = resolve;
    setTimeout(resolve, 5000);
    next.src = said.page;
  });
  const at = shown?.contentWindow?.scrollY || 0;
  next.hidden = false;
  nothing.hidden = true;
  next.contentWindow?.scrollTo(0, at);
  if (shown) shown.hidden = true;
  shown = next;
  document.documentElement.dataset.shown = said.version;
}

function tell(problems) {
  for (const list of document.querySelectorAll(".problems")) {
    list.replaceChildren();
    list.hidden = true;
    if (list.dataset.of) list.remove();
  }
  const blocks = elements();
  for (const problem of problems) {
    const item = make("li", { class: problem.level }, make("b", {}, problem.level === "error" ? "Lỗi: " : "Xem lại: "), `${problem.message}. `, make("small", {}, problem.fix));
    if (problem.mends) item.append(" ", make("button", { type: "button", "aria-label": `Sửa: ${problem.message}`, title: "Máy sửa mọi chỗ như thế trong bài", on: { click: () => mend(problem.code) } }, "Sửa"));
    const list = listFor(problem, blocks);
    list.append(item);
    list.hidden = false;
  }
  find("#form").dataset.errors = problems.filter((one) => one.level === "error").length;
}

function listFor(problem, blocks) {
  const field = problem.field && find(`#p-${problem.field}`);
  if (field) return field;
  const block = blocks[problem.block];
  if (!block) return find("#p-rest");
  if (block.card) return block.querySelector(".problems") || block.appendChild(make("ul", { class: "problems" }));
  const line = block.value.split("\n")[problem.row] || "";
  if (line.trim()) problem.message = `“${line.trim().slice(0, 60)}${line.length > 60 ? "…" : ""}”: ${problem.message}`;
  return find("#p-rest");
}
