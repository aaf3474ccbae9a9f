// What is typed goes to the server at once, and stays in the browser until the server has it.

import { AwayError, ask, told } from "./server.js";
import { find, time } from "./dom.js";

const KEY = `toa-soan:${told.id}`;
export const TAB = crypto.randomUUID();
const PAUSE = 350; // milliseconds without a key
const LONGEST = 3000; // while somebody types on
const RETRY = 3000;

const said = find("#saved");
let version = told.version;
let sent = null; // what the server has, as text
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
  say(told.changed ? `Đã lưu ${time(told.changed)}.` : "Chưa có gì.");
}

// Text that this browser kept because the server did not have it yet.
export function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEY));
  } catch {
    return null;
  }
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

// The screen is left for good.
export function leave() {
  sent = JSON.stringify(read());
  localStorage.removeItem(KEY);
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

async function send() {
  first = 0;
  const form = read();
  const text = JSON.stringify(form);
  if (text === sent) {
    localStorage.removeItem(KEY);
    return;
  }
  say("Đang lưu…");
  try {
    const answer = await ask("/luu", { method: "POST", json: { form, version, tab: TAB } });
    if (answer.newer) {
      say("Bài này vừa có người khác sửa.", true);
      await conflict(answer, form);
      return;
    }
    version = answer.version;
    sent = text;
    if (JSON.stringify(read()) === sent) localStorage.removeItem(KEY);
    else changed();
    say(`Đã lưu ${time(Date.now() / 1000)}.`);
    saved();
  } catch (error) {
    const away = error instanceof AwayError;
    say(`Chưa lưu lên máy chủ: ${error.message} Chữ vẫn giữ trong trình duyệt này.`, true);
    if (away || error.status >= 500) timer = setTimeout(save, RETRY);
  }
}

function say(text, alarm = false) {
  said.textContent = text;
  said.classList.toggle("alarm", alarm);
}

addEventListener("pagehide", () => {
  if (JSON.stringify(read()) !== sent) keep(); // and the page that opens next sends it
});

addEventListener("online", () => save());
