// What is asked of the desk. A session that has ended is begun anew right here: the screen stays.

import { find, held, make, show } from "./dom.js";

export const told = JSON.parse(find("#told").textContent);
const here = `${told.root}/bai/${told.id}`;

const LONGEST = 30_000; // milliseconds until a text, unlike a photo, is sent once more

export class AwayError extends Error {}

let signingIn = null;

// Sent even while the page is being left, if it is not longer than a browser allows.
export const post = (json) => fetch(`${here}/luu`, { method: "POST", keepalive: true, headers: { "X-CSRF": told.csrf, Accept: "application/json" }, body: JSON.stringify(json) });

export async function ask(path, { method = "GET", body, json } = {}) {
  for (;;) {
    let answer;
    try {
      answer = await fetch(here + path, {
        method,
        signal: json && AbortSignal.timeout(LONGEST),
        body: json === undefined ? body : JSON.stringify(json),
        headers: { "X-CSRF": told.csrf, Accept: "application/json" },
        redirect: "manual",
      });
    } catch {
      throw new AwayError("Chưa nối được với máy chủ.");
    }
    if (answer.status === 401 || answer.type === "opaqueredirect") {
      await signedIn();
      continue;
    }
    if (answer.status >= 500 && answer.status !== 507) throw new AwayError("Máy chủ đang bận.");
    let said = {};
    try {
      said = await answer.json();
    } catch {
      throw new AwayError("Máy chủ trả lời dở dang.");
    }
    if (said.csrf && said.csrf !== told.csrf) {
      // In another window somebody has signed in since: it is the same editor's, or else he has to.
      if (said.user === told.user) told.csrf = said.csrf;
      else await signedIn();
      continue;
    }
    if (!answer.ok) throw Object.assign(new Error(said.error || "Máy chủ không nhận."), { status: answer.status });
    return said;
  }
}

// Once, however many questions wait for it.
const signedIn = () => (signingIn ??= signIn().finally(() => (signingIn = null)));

function signIn() {
  return new Promise((resolve) => {
    const wrong = make("p", { class: "wrong", role: "alert", hidden: true });
    const name = make("input", { name: "name", value: told.user, autocomplete: "username", readOnly: true });
    const password = make("input", { name: "password", type: "password", autocomplete: "current-password" });
    const form = make(
      "form",
      { class: "stack" },
      make("h2", { id: "again" }, "Đăng nhập lại"),
      make("p", {}, "Phiên làm việc đã hết. Chữ đang gõ vẫn còn nguyên trên màn hình."),
      wrong,
      make("label", {}, "Tên đăng nhập", name),
      make("label", {}, "Mật khẩu", password),
      make("button", { class: "main" }, "Đăng nhập"),
    );
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const sent = new URLSearchParams({ name: name.value, password: password.value });
      try {
        const answer = await fetch(`${told.root}/dang-nhap`, { method: "POST", body: sent, headers: { Accept: "application/json" } });
        const said = await answer.json();
        if (!answer.ok) return show(wrong, said.error);
        told.csrf = said.csrf;
        close();
        resolve();
      } catch {
        show(wrong, "Chưa nối được với máy chủ; hãy thử lại.");
      }
    });
    const close = held(make("dialog", { "aria-labelledby": "again" }, form));
    password.focus();
  });
}
