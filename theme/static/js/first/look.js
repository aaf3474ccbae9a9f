// Letters and colours as the reader chose them on this device (js/look.js), before the first paint.
// Without storage, or without a choice, all is as the browser has it.
const look = () => {
  try {
    const s = localStorage, e = document.documentElement;
    e.style.fontSize = s.size + "%";
    e.className = s.look || "";
  } catch {}
};
look();
