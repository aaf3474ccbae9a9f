// Says on paper when it was printed, behind the page's address (components/printed.html).
onbeforeprint = () => {
  for (const e of document.querySelectorAll("[data-on]"))
    e.innerText = e.dataset.on + new Date().toLocaleDateString("vi");
};
