// Puts the newest headlines into their block, in place of the plain link. Their links are
// written for the fragment's own address, so that a build with relative links works too.
// An XMLHttpRequest, because it alone gives a document: no script makes one of a text where
// the pages' policy asks for Trusted Types.
{
  const block = document.querySelector("[data-src]");
  if (block) {
    const request = new XMLHttpRequest();
    request.onload = () => {
      const list = request.response?.querySelector(".latest__list");
      if (!list) return; // not the fragment: the link stays
      for (const link of list.querySelectorAll("a")) link.href = link.href;
      block.lastElementChild.replaceWith(list);
    };
    request.open("GET", block.dataset.src);
    request.responseType = "document";
    request.send();
  }
}
