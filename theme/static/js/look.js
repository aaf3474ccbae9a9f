// The buttons for the size of letters and for strong contrast: a button's value is how much per cent
// larger (0: as before), none is contrast. Kept on the device, not in a cookie: no server is told.
for (const e of document.querySelectorAll(".look button")) e.onclick = () => {
  const s = localStorage, n = (+e.value && s.size || 100) - -e.value;
  e.value ? s.size = n > 80 & n < 160 ? n : s.size : s.look = s.look ? "" : "contrast";
  look();
};
