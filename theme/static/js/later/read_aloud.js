// Reads an article aloud: headline, standfirst, text and captions as they stand. A module, which
// js/voice.js loads when the button b is pressed first; x ends the reading. Chrome falls silent after
// some 15 seconds of one utterance, so t is the text in parts u, of whole sentences where they are
// short. To pause is to end a part and to begin it anew later: a phone's browser knows no other.
const s = speechSynthesis,
  [b, x] = document.querySelectorAll(".listen, .listen + button"),
  start = b.innerText,
  t = [...document.querySelectorAll(".article h1, .standfirst, .article > figure, .content")]
    .map(e => e.innerText).join("\n")
    .match(/[^\n]{1,180}[.!?…](?=\s|$)|[^\n]{1,180}(?=\s|$)/g);
let i = 0, now; // which part, and its utterance while it is spoken

function tell() {
  b.innerText = now ? b.dataset.pause : i ? b.dataset.go : start;
  x.hidden = !now && !i;
}

function say() {
  const u = now = new SpeechSynthesisUtterance(t[i]);
  u.lang = (u.voice = s.getVoices().find(e => e.lang.includes("vi"))).lang;
  // One that was ended tells it later.
  u.onend = () => now == u && (++i < t.length ? say() : stop());
  u.onerror = () => now == u && stop();
  s.speak(u);
}

function stop() {
  if (document.activeElement == x) b.focus();
  now = i = 0;
  s.cancel();
  tell();
}

x.onclick = onpagehide = stop;
(b.onclick = () => {
  if (now) s.cancel(now = 0);
  else say();
  tell();
})();
