// Puts the newest headlines l into their block b, in place of the plain link: as many as the room
// holds that css/components/latest.css keeps free. Their links are written for the fragment's own
// address, so that a build with relative links works too. No block, no answer, or not the
// fragment: all stays as it is.
(async b => {
  const r = await fetch(b.dataset.src), h = b.offsetHeight,
    p = new DOMParser().parseFromString(await r.text(), "text/html"),
    l = p.querySelector(".latest__list");
  for (const e of l.querySelectorAll("a")) e.href = new URL(e.getAttribute("href"), r.url);
  shorten(l); // js/clock.js
  b.lastElementChild.replaceWith(l);
  while (b.offsetHeight > h) l.lastChild.remove();
})(document.querySelector("[data-src]")).catch(() => {});
