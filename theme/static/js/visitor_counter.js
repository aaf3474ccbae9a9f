// Fills in the visitor counter: <dl data-counter="/tk/v1/"> with <dd data-count="total"> and so on.
// At most 600 bytes when minified, hence the short names. It stores nothing on the device.
for (const l of document.querySelectorAll("[data-counter]")) {
  (document.onvisibilitychange = async () => {
    if (document.hidden) return; // in a background tab, or rendered ahead of time: nobody sees it
    document.onvisibilitychange = null;
    const r = navigator.doNotTrack == 1 | navigator.globalPrivacyControl;
    try {
      const f = await (await fetch(l.dataset.counter + (r ? "stats" : "visit"), {
        method: r ? "GET" : "POST", credentials: "omit", signal: AbortSignal.timeout?.(4e3)
      })).json();
      if (f.v != 1) return;
      f.as_of = f.as_of.slice(0, 10).split("-").reverse().join("/"); // the day in Viet Nam
      for (const e of l.querySelectorAll("[data-count]")) e.innerText =
        f[e.dataset.count].toLocaleString("vi");
    } catch {} // down, slow, blocked: the numbers of the build stay
  })();
}
