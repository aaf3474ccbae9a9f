// Opens a photo large, with the others of its figure beside it, in the <dialog> of
// components/viewer.html. Scrolling, Esc, the close button and where the focus goes are native.
// Without this file, or where dialogs are unknown, the link goes to the photo itself.
// Nothing shortens names, hence the short ones: a the link and l all of its figure f, s the strip
// of slides, n the number, o the photo's own words, c the caption, b the bar with the buttons.
onclick = e => {
  const a = e.target.closest(".figure__link");
  if (!a | e.ctrlKey | e.metaKey | e.shiftKey | e.altKey) return;
  const v = document.querySelector(".viewer"), [s, { children: [n, o, c] }, b] = v.children,
    f = a.closest("figure"), l = [...f.querySelectorAll(".figure__link")];
  v.showModal();
  e.preventDefault();
  s.replaceChildren(...l.map(() => document.createElement("p")));
  c.replaceChildren(...f.querySelector("figcaption")?.cloneNode(1).childNodes ?? []);
  b.onclick = e => s.scrollLeft += e.target.value * s.clientWidth;
  (s.onscroll = () => {
    const x = s.scrollLeft / s.clientWidth, i = x + .5 | 0, e = l[i].querySelector("img").alt;
    // What is in sight, as wide as the screen: without `sizes` a picture is 100vw, and sources with
    // `media` are for small places on small screens. In a document of its own nothing is loaded
    // before these are gone.
    l.forEach((a, i) => {
      if ((x - i) ** 2 > .8 || s.children[i].firstChild) return;
      a = new Document().importNode(a, 1);
      for (const e of a.querySelectorAll("[sizes]")) e.media ? e.remove() : e.sizes = "";
      s.children[i].append(...a.childNodes);
    });
    n.innerText = i + 1 + "/" + l.length;
    o.innerText = c.innerText.includes(e) ? "" : e;
    for (const e of b) e.ariaDisabled = !l[i + +e.value];
  })(s.children[l.indexOf(a)].scrollIntoView());
};
