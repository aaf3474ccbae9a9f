// Gives the two buttons of the share block their work; the second is hidden, its room
// kept, where the browser can't share.
{
  const [p, s] = document.querySelectorAll(".share button"), n = navigator;
  if (s) {
    p.onclick = () => print();
    s.onclick = () => n.share({ url: location }).catch(() => {});
    s.hidden = !n.share;
  }
}
