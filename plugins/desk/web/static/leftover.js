// What was typed in windows that are closed now, and did not reach the server: this browser has it.

const PREFIX = "toa-soan:";
const ELSEWHERE = 409; // the article is written in another draft now, and the text stands beside that
export const keyOf = (article, name) => `${PREFIX}${article}:${name}`;

// A window's text stands under a name that is locked as long as the window is open.
export function lock(key) {
  return new Promise((resolve) => {
    navigator.locks.request(key, { ifAvailable: true }, (given) => {
      resolve(Boolean(given));
      return given && new Promise(() => {});
    });
  });
}

// Somebody's texts, of one article or of all; the last is the newest.
export async function abandoned(user, article = "") {
  const { held } = await navigator.locks.query();
  const open = new Set(held.map((one) => one.name));
  const texts = [];
  try {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(article ? keyOf(article, "") : PREFIX) || open.has(key)) continue;
      const [, of, name] = key.split(":");
      const kept = readable(localStorage.getItem(key));
      if (kept?.user === user) texts.push({ key, article: of, name, kept });
    }
  } catch {
    // A browser that keeps nothing.
  }
  return texts.sort((one, two) => one.kept.typed - two.kept.typed);
}

function readable(packed) {
  try {
    return JSON.parse(packed);
  } catch {
    return null;
  }
}

// Have the server take them, and return whether it took any: as the newest text, or beside that.
export async function handIn(texts, send) {
  let some = false;
  for (const one of texts)
    await navigator.locks.request(one.key, { ifAvailable: true }, async (given) => {
      if (!given) return; // a window goes on with it
      try {
        await send(one.article, one.kept);
      } catch (error) {
        // Else it stays in the browser until a list or the article is opened again.
        if (error.status !== ELSEWHERE) return;
      }
      localStorage.removeItem(one.key);
      some = true;
    });
  return some;
}
