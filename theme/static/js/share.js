// Gives the buttons of the share block their work. A button's name is what it needs of the browser;
// without that it is hidden.
for (const e of document.querySelectorAll(".share button")) {
  const r = navigator[e.name];
  e.hidden = !r && e.name;
  e.onclick = () => r
    ? e.value ? r.writeText(location).then(() => e.innerText = e.value)
      : navigator.share({ url: location }).catch(e => e)
    : print();
}
