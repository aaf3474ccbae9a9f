// Elements without HTML: no text of anybody becomes markup.

export const find = (selector, within = document) => within.querySelector(selector);

export function make(name, given = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(given)) {
    if (key === "on") for (const [event, act] of Object.entries(value)) element.addEventListener(event, act);
    else if (key === "class") element.className = value;
    else if (key in element && key !== "list") element[key] = value;
    else element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

export const button = (text, act, kind = "") => make("button", { type: "button", class: kind, on: { click: act } }, text);

const CLOCK = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Ho_Chi_Minh" });
const DAY = new Intl.DateTimeFormat("en-GB", { day: "2-digit", month: "2-digit", timeZone: "Asia/Ho_Chi_Minh" });

// The moment as the bulletin writes it, whatever the browser speaks.
export const time = (seconds) => `${CLOCK.format(seconds * 1000)} ${DAY.format(seconds * 1000)}`;

export function show(element, text) {
  element.textContent = text;
  element.hidden = !text;
}

// Open a question and return what closes it: an answer, and Esc only if that is one (`leave`).
// Chromium closes a dialog at the second Esc whatever its cancel event is told.
export function held(dialog, leave = null) {
  document.body.append(dialog);
  if (!leave) dialog.oncancel = (event) => event.preventDefault();
  dialog.onclose = leave || (() => dialog.showModal());
  dialog.showModal();
  return () => {
    dialog.onclose = null;
    dialog.close();
    dialog.remove();
  };
}

// A question whose answers are buttons: resolves to the value of the one that was pressed; Esc is the
// one without a value. One that comes while another is open stands over it.
export function ask(title, content, answers) {
  return new Promise((resolve) => {
    const buttons = answers.map(([text, value, kind]) => button(text, () => done(value), kind));
    const dialog = make("dialog", { "aria-label": title }, make("h2", {}, title), ...content, make("div", { class: "choose" }, ...buttons));
    const close = held(dialog, answers.some(([, value]) => !value) && (() => done("")));
    const done = (value) => {
      close();
      resolve(value);
    };
  });
}
