// The buttons for the size of letters and for strong contrast: a button's value is how much per cent
// larger (0: as before), none is contrast. Kept on the device, not in a cookie: no server is told.
for (const e of document.querySelectorAll(".look button"))
  e.onclick = () => {
    const s = localStorage, v = e.value;
    if (v) s.size = Math.min(150, Math.max(90, (+v && s.size || 100) - -v));
    else s.look = s.look ? "" : "contrast";
    look();
  };
