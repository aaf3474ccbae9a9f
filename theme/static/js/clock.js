// What depends on the reader's clock, as in Viet Nam, which is 7 hours ahead of UTC all year: the day
// in the masthead and of printing, and the times of the latest news l: of today its time a alone,
// else its day b alone, yesterday that word.
const shorten = l => {
  for (const e of l.querySelectorAll("time")) {
    const [a, b = a] = e.innerText.split(", ");
    e.innerText = [a, l.dataset.y][
      (Date.now() + 252e5 - new Date(e.dateTime.slice(0, 10))) / 864e5 | 0] ?? b;
  }
};
for (const e of document.querySelectorAll(".latest__list")) shorten(e);
(onbeforeprint = () => {
  const d = new Date(Date.now() + 252e5);
  for (const e of document.querySelectorAll("[data-on]")) e.innerText =
    e.dataset.on + d.toLocaleString("vi", { timeZone: "UTC", weekday: "long" }) + ", " +
    d.toISOString().slice(0, 10).split("-").reverse().join("/");
})();
