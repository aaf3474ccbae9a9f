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
if (await handIn(left, (article, json) => ask("/luu", { method: "POST", json }))) {
  location.reload();
  await new Promise(() => {}); // nothing is typed into a page that goes
}

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

// Each change has a number, and they grow: questions may arrive late, and a browser that is killed may
// have an old text on its disk. Of the closed window that this one goes on with, the server may have
// numbers from `since` on that nobody has seen here.
const since = kept ? kept.typed : 0;
const began = kept ? Date.now() : 0;
let typed = since;
let counted = kept ? JSON.stringify(kept.form) : "";

function question() {
  const form = read();
  const text = JSON.stringify(form);
  if (text !== counted) typed = Math.max(typed + 1, Date.now());
  counted = text;
  return { form, version, tab: TAB, typed, since, began };
}

const onScreen = () => JSON.stringify(read());

export const current = () => version;

export function begin({ read: reading, conflict: deciding, saved: acting }) {
  [read, conflict, saved] = [reading, deciding, acting];
  sent = onScreen();
  if (kept && JSON.stringify(kept.form) === sent) unkeep();
  addEventListener("pagehide", () => {
    if (onScreen() === sent) return;
    keep(); // for the page that opens next, should this question get lost
    post(question()).catch(() => {});
  });
  addEventListener("beforeunload", (event) => {
    if (!isKept && onScreen() !== sent) event.preventDefault();
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
  sent = onScreen();
}

function keep() {
  try {
    localStorage.setItem(KEY, JSON.stringify({ user: told.user, ...question() }));
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
    if (onScreen() === sent) return;
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
  if (onScreen() !== sent) throw new Error("Chữ trên màn hình chưa lên máy chủ nên máy chưa làm: đợi tới khi ghi “Đã lưu” rồi bấm lại.");
}

async function send() {
  first = 0;
  const json = question();
  const text = counted;
  if (text === sent) {
    unkeep();
    sayWhen();
    return;
  }
  say("Đang lưu…");
  try {
    const answer = await ask("/luu", { method: "POST", json });
    if (answer.newer) {
      sent = null; // it has somebody else's
      say("Bài này vừa có người khác sửa.", true);
      // Before anybody chooses, the server has what was typed while it was asked, too.
      if (onScreen() !== text) return await send();
      conflicts += 1;
      await conflict(answer, json.form);
      return;
    }
    version = answer.version;
    sent = text;
    if (onScreen() === sent) unkeep();
    else changed();
    savedAt = Date.now() / 1000;
    sayWhen();
    saved();
  } catch (error) {
    sent = null; // it may have this text, or not
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
