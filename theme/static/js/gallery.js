// Opens a photo large, with the others of its figure beside it, in the <dialog> that
// components/viewer.html holds ready. Scrolling, Esc and the close button are native;
// without this file the link goes to the photo itself.
{
  const viewer = document.querySelector("#viewer");
  const open = (event) => {
    const link = event.target.closest(".figure__link");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const figure = link.closest("figure");
    const links = [...figure.querySelectorAll(".figure__link")];
    const dialog = viewer.content.children[0].cloneNode(true);
    const [strip, caption, bar] = dialog.children;
    for (const one of links) {
      strip.append(
        Object.assign(one.querySelector("img").cloneNode(), { srcset: "", src: one.href }),
      );
    }
    caption.append(...(figure.querySelector("figcaption")?.cloneNode(true).childNodes ?? []));
    bar.onclick = ({ target }) => strip.scrollBy(target.value * strip.clientWidth, 0);
    dialog.onclose = () => {
      dialog.remove();
      link.focus();
    };
    document.body.append(dialog);
    dialog.showModal();
    strip.children[links.indexOf(link)].scrollIntoView();
  };
  if (viewer) document.addEventListener("click", open);
}
