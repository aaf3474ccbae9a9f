// What depends on the reader's clock, as in Viet Nam, which is 7 hours ahead of UTC all year: the day
// in the masthead, and the times of the latest news l: of today the time alone, else the day alone.
const dayOf = t => Math.floor((t + 252e5) / 864e5), shorten = l => {
  for (const e of l.querySelectorAll("time")) {
    const [time, day = time] = e.textContent.split(", "),
      ago = dayOf(Date.now()) - dayOf(Date.parse(e.dateTime));
    e.textContent = ago == 1 ? l.dataset.yesterday : ago ? day : time;
  }
};
for (const l of document.querySelectorAll(".latest__list")) shorten(l);
for (const e of document.querySelectorAll(".masthead__day"))
  e.textContent = new Date().toLocaleDateString("vi", {
    timeZone: "Asia/Ho_Chi_Minh", weekday: "long", day: "2-digit", month: "2-digit", year: "numeric"
  });
