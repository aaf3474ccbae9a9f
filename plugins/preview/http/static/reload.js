// Loaded by the pages of a preview only: reloads them when they are others, shows what is wrong.
(() => {
  const { version } = document.currentScript.dataset;
  const query = new URLSearchParams({ page: location.pathname, version });
  const warnings = import("/__preview/warnings.js");
  let source = null;
  let box = null;

  const add = (parent, name, text) => {
    const element = document.createElement(name);
    element.textContent = text;
    parent.append(element);
    return element;
  };

  const show = async (news) => {
    const { title, note, problems } = news;
    (await warnings).show(news);
    box?.remove();
    box = null;
    if (!problems.length) return;
    box = document.createElement("div");
    box.className = "preview-problems";
    box.setAttribute("role", "alert");
    add(box, "strong", title);
    const list = add(box, "ul", "");
    for (const { place, message, code, fix } of problems) {
      const item = add(list, "li", "");
      add(item, "code", place);
      add(item, "span", ` ${message} [${code}]`);
      if (fix) add(item, "p", fix);
    }
    add(box, "p", note);
    document.body.prepend(box);
  };

  const stop = () => {
    source?.close();
    source = null;
  };

  // A browser opens six connections to one server: tabs that nobody sees keep none.
  const listen = () => {
    if (document.hidden) {
      stop();
    } else if (!source) {
      source = new EventSource(`/__preview/events?${query}`);
      source.addEventListener("reload", () => location.reload());
      source.addEventListener("problems", (event) => show(JSON.parse(event.data)));
    }
  };

  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", stop);
  addEventListener("pageshow", listen);
  listen();
})();
