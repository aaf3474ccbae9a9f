// What is typed goes to the server at once, and stays in the browser until the server has it.

import { AwayError, ask, told } from "./server.js";
import { find, time } from "./dom.js";

const OF_ARTICLE = `toa-soan:${told.id}:`;
const keyOf = (name) => OF_ARTICLE + name;
const PAUSE = 350; // milliseconds without a key
const LONGEST = 3000; // while somebody types on
const RETRY = 3000;

// Each window keeps its own text, under a name that is locked as long as the window is open. Of what
// is left of closed ones, this window goes on with the last, in its name.
const left = await abandoned();
const last = left.pop();
const goesOn = last && (await lock(last.name));
export const TAB = goesOn ? last.name : crypto.randomUUID();
export const kept = goesOn ? last.kept : null;
const KEY = keyOf(TAB);
if (!goesOn) await lock(TAB);
if (await handedIn(left)) location.reload(); // the server shows them beside the text

function lock(name) {
  return new Promise((resolve) => {
    navigator.locks.request(keyOf(name), { ifAvailable: true }, (given) => {
      resolve(Boolean(given));
      return given && new Promise(() => {});
    });
  });
}

async function abandoned() {
  const { held } = await navigator.locks.query();
  const open = new Set(held.map((one) => one.name));
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(OF_ARTICLE) && !open.has(key))
      .map((key) => ({ name: key.slice(OF_ARTICLE.length), kept: JSON.parse(localStorage.getItem(key)) }))
      .sort((one, two) => one.kept.at - two.kept.at);
  } catch {
    return []; // a browser that keeps nothing
  }
}

async function handedIn(texts) {
  let some = false;
  for (const { name, kept } of texts)
    try {
      await ask("/luu", { method: "POST", json: { form: kept.form, version: kept.version, tab: name } });
      localStorage.removeItem(keyOf(name));
      some = true;
    } catch {
      // It stays in the browser until the article is opened again.
    }
  return some;
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

export const current = () => version;

export function begin({ read: reading, conflict: deciding, saved: acting }) {
  [read, conflict, saved] = [reading, deciding, acting];
  sent = JSON.stringify(read());
  if (kept && JSON.stringify(kept.form) === sent) localStorage.removeItem(KEY);
  addEventListener("pagehide", () => {
    if (JSON.stringify(read()) !== sent) keep(); // and the page that opens next sends it
  });
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
  try {
    localStorage.setItem(KEY, JSON.stringify({ form: read(), version, at: Date.now() / 1000 }));
  } catch {
    // A browser that keeps nothing, or is full: the server has it in a moment.
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

// What is done with an article is done with all that is on the screen, or not at all.
export async function saveAll() {
  await save();
  if (JSON.stringify(read()) !== sent) throw new Error("Chữ trên màn hình chưa lên máy chủ nên máy chưa làm: đợi tới khi ghi “Đã lưu” rồi bấm lại.");
}

async function send() {
  first = 0;
  const form = read();
  const text = JSON.stringify(form);
  if (text === sent) {
    localStorage.removeItem(KEY);
    sayWhen();
    return;
  }
  say("Đang lưu…");
  try {
    const answer = await ask("/luu", { method: "POST", json: { form, version, tab: TAB } });
    if (answer.newer) {
      say("Bài này vừa có người khác sửa.", true);
      // Before anybody chooses, the server has what was typed while it was asked, too.
      if (JSON.stringify(read()) !== text) return await send();
      await conflict(answer, form);
      return;
    }
    version = answer.version;
    sent = text;
    if (JSON.stringify(read()) === sent) localStorage.removeItem(KEY);
    else changed();
    savedAt = Date.now() / 1000;
    sayWhen();
    saved();
  } catch (error) {
    const away = error instanceof AwayError;
    say(`Chưa lưu lên máy chủ: ${error.message} Chữ vẫn giữ trong trình duyệt này.`, true);
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
