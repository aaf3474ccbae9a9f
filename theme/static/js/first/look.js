// Letters and colours as the reader chose them on this device (js/look.js), before the first paint.
// Without storage, or without a choice, all is as the browser has it.
(look = (e = document.documentElement) => {
  try {
    e.style.fontSize = localStorage.size + "%";
    e.className = localStorage.look || "";
  } catch {}
})();
