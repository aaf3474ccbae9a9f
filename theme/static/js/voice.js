// Offers to read an article aloud where the browser has a Vietnamese voice, which it may find only
// after a while. What reads is loaded when the button is pressed, and then has the button. Nothing but
// a button is looked for: no article can have one, but any class and a <data value> of its own.
for (const e of document.querySelectorAll("button.listen")) {
  const r = self.speechSynthesis;
  e.onclick = () => import(e.value);
  if (r) (r.onvoiceschanged = () => e.hidden = !r.getVoices().some(e => e.lang.includes("vi")))();
}
