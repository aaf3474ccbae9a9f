// What is typed goes to the server at once, and stays in the browser until the server has it.

import { AwayError, ask, told } from "./server.js";
import { abandoned, handIn, keyOf, lock } from "./leftover.js";
import { find, time } from "./dom.js";

const PAUSE = 350; // milliseconds without a key
const LONGEST = 3000; // while somebody types on
const RETRY = 3000;

// Each window keeps its own text. Of what is left of closed ones, this window goes on with the last,
// in its name, and the server shows the others beside it. What a browser was slow to forget, or could
// not write over, the server has had.
const left = [];
for (const one of await abandoned(told.user, told.id))
  if (one.kept.typed <= told.windows[one.name]) localStorage.removeItem(one.key);
  else left.push(one);
const last = left.pop();
const goesOn = last && (await lock(last.key));
export const TAB = goesOn ? last.name : crypto.randomUUID();
export const kept = goesOn ? last.kept : null;
const KEY = keyOf(told.id, TAB);
if (!goesOn) await lock(KEY);
if (await handIn(left, (article, json) => ask("/luu", { method: "POST", json }))) location.reload();

const said = find("#saved");
let version = told.version;
let sent = null; // what the server has, as text
let savedAt = told.changed;
let read = () => null;
let conflict = async () => {};
let saved = () => {};
let timer = 0;
let first = 0;
let running = null;
let conflicts = 0;
let isKept = true; // by this browser

// What is on the screen, and a number that grows with each change: questions may arrive late, and a
// browser that is killed may have an old text on its disk.
let typed = kept ? kept.typed : 0;
let counted = kept ? JSON.stringify(kept.form) : "";

function onScreen() {
  const form = read();
  const text = JSON.stringify(form);
  if (text !== counted) typed = Math.max(typed + 1, Date.now());
  counted = text;
  return { form, text, typed };
}

export const current = () => version;

export function begin({ read: reading, conflict: deciding, saved: acting }) {
  [read, conflict, saved] = [reading, deciding, acting];
  sent = JSON.stringify(read());
  if (kept && JSON.stringify(kept.form) === sent) unkeep();
  addEventListener("pagehide", () => {
    const { form, text, typed } = onScreen();
    if (text === sent) return;
    keep(); // for the page that opens next, should this question get lost
    post({ form, version, tab: TAB, typed }).catch(() => {});
  });
  addEventListener("beforeunload", (event) => {
    if (!isKept && onScreen().text !== sent) event.preventDefault();
  });
  addEventListener("visibilitychange", () => document.hidden && save());
  addEventListener("online", () => save());
  sayWhen();
}

export function changed() {
  const now = Date.now();
  keep();
  first ||= now;
  clearTimeout(timer);
  timer = setTimeout(save, Math.max(0, Math.min(PAUSE, first + LONGEST - now)));
}

export function accept(newer) {
  version = newer;
}

export function forget() {
  sent = JSON.stringify(read());
}

function keep() {
  const { form, typed } = onScreen();
  try {
    localStorage.setItem(KEY, JSON.stringify({ user: told.user, form, version, typed }));
    isKept = true;
  } catch {
    isKept = false; // it keeps nothing, or is full: the server has it in a moment
  }
}

function unkeep() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // It has never kept anything.
  }
}

export async function save() {
  clearTimeout(timer);
  if (running) {
    await running;
    if (JSON.stringify(read()) === sent) return;
  }
  running ??= send().finally(() => (running = null));
  return running;
}

// Whatever is put on the screen by what took a while waits for the answer to a question, or the
// answer would wipe it off.
export async function settled() {
  while (running) await running;
}

// What is done with an article is done with all that is on the screen, and as its editor knew it, or
// not at all.
export async function saveAll() {
  const before = conflicts;
  await save();
  if (conflicts !== before) throw new Error("Bài vừa có bản của người khác nên máy chưa làm: xem lại bài rồi bấm lại.");
  if (JSON.stringify(read()) !== sent) throw new Error("Chữ trên màn hình chưa lên máy chủ nên máy chưa làm: đợi tới khi ghi “Đã lưu” rồi bấm lại.");
}

async function send() {
  first = 0;
  const { form, text, typed } = onScreen();
  if (text === sent) {
    unkeep();
    sayWhen();
    return;
  }
  say("Đang lưu…");
  try {
    const answer = await ask("/luu", { method: "POST", json: { form, version, tab: TAB, typed } });
    if (answer.newer) {
      say("Bài này vừa có người khác sửa.", true);
      // Before anybody chooses, the server has what was typed while it was asked, too.
      if (JSON.stringify(read()) !== text) return await send();
      conflicts += 1;
      await conflict(answer, form);
      return;
    }
    version = answer.version;
    sent = text;
    if (JSON.stringify(read()) === sent) unkeep();
    else changed();
    savedAt = Date.now() / 1000;
    sayWhen();
    saved();
  } catch (error) {
    const away = error instanceof AwayError;
    keep();
    say(`Chưa lưu lên máy chủ: ${error.message} ${isKept ? "Chữ vẫn giữ trong trình duyệt này." : "Trình duyệt này không giữ được chữ: đừng đóng cửa sổ."}`, true);
    if (away || error.status >= 500) timer = setTimeout(save, RETRY);
  }
}

function sayWhen() {
  say(savedAt ? `Đã lưu ${time(savedAt)}.` : "Chưa có gì.");
}

function say(text, alarm = false) {
  said.textContent = text;
  said.classList.toggle("alarm", alarm);
}
