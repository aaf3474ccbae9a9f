// Gives the two buttons of the share block their work; the second is hidden, its room
// kept, where the browser can't share.
{
  const [printer, sharer] = document.querySelectorAll(".share button");
  if (sharer) {
    printer.onclick = () => print();
    sharer.onclick = () => navigator.share({ url: location.href }).catch(() => {});
    sharer.hidden = !navigator.share;
  }
}
