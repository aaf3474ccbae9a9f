// Gives the buttons of the share block their work; one that the browser can't do is hidden, its
// room kept.
{
  const [p, c, s] = document.querySelectorAll(".share button"), n = navigator;
  if (s) {
    p.onclick = () => print();
    c.onclick = async () => {
      await n.clipboard.writeText(location);
      c.textContent = c.value;
    };
    c.hidden = !n.clipboard;
    s.onclick = () => n.share({ url: location }).catch(() => {});
    s.hidden = !n.share;
  }
}
