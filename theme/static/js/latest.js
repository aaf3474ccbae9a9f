// Puts the newest headlines into their block, in place of the plain link. Their links are
// written for the fragment's own address, so that a build with relative links works too.
{
  const block = document.querySelector("[data-src]");
  const fill = async () => {
    const reply = await fetch(block.dataset.src);
    const page = new DOMParser().parseFromString(await reply.text(), "text/html");
    const list = page.querySelector(".latest__list");
    for (const link of list.querySelectorAll("a")) {
      link.href = new URL(link.getAttribute("href"), reply.url);
    }
    block.lastElementChild.replaceWith(list);
  };
  if (block) fill().catch(() => {}); // no answer, or not the fragment: the link stays
}
