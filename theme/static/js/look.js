// The buttons for the size of letters and for strong contrast: a button's value is how much per cent
// larger (0: as before), none is contrast. Kept on the device, not in a cookie: no server is told.
for (const e of document.querySelectorAll(".look button"))
  e.onclick = () => {
    const s = localStorage;
    e.value ? s.size = Math.min(150, Math.max(90, (+e.value && s.size || 100) - -e.value))
      : s.look = s.look ? "" : "contrast";
    look();
  };
