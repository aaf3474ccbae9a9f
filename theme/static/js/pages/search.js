// The search page: reads the files of the index that a query needs, puts articles in order, and shows
// ten of them at a time. How the files are written: plugins/search, whose tables stand in data-index.
const form = document.querySelector(".search"), list = document.querySelector(".search__results"),
  [status, nearest, items, more] = list.children, button = more.firstChild,
  sample = list.querySelector("template").content, root = form.dataset.root,
  { folder, files: [words, pairs, articles], day, tiers, tones, letters, digits } =
    JSON.parse(form.dataset.index),
  weights = [1, 4, 9]; // of a text, a standfirst and a title

// folding.py: how a word is spelt, and what it is without diacritics
export const crc = text => {
  let value = -1;
  for (const byte of new TextEncoder().encode(text)) {
    value ^= byte;
    for (let bit = 8; bit--;) value = value & 1 ? value >>> 1 ^ 0xedb88320 : value >>> 1;
  }
  return ~value >>> 0;
};
const readWord = text => {
  let spelt = "", tone = "";
  for (const mark of text.normalize("NFD")) tones[mark] ? tone = tones[mark] : spelt += mark;
  spelt = spelt.toLowerCase();
  const plain = [...spelt.replace(/\p{M}/gu, "")].map(letter => letters[letter] ?? letter).join("");
  return { key: spelt.normalize() + tone, plain };
};
const known = new Map;
const word = text => known.get(text) ?? known.set(text, readWord(text)).get(text);
export const readWords = text => [...text.normalize().matchAll(/[\p{L}\p{N}]+/gu)]
  .map(({ 0: text, index }) => ({ ...word(text), text, index }));
const plainKey = key => key.split(" ")
  .map(key => word(key.replace(/[FSRXJ]$/, "")).plain).join(" ");

// lines.py, postings.py
const loaded = new Map;
const load = url => {
  if (!loaded.has(url)) loaded.set(url, fetch(root + url).then(async answer => {
    if (!answer.ok) throw answer;
    return (await answer.text()).split("\n");
  }).catch(error => { loaded.delete(url); throw error; }));
  return loaded.get(url);
};
const fileOf = (kind, number, count) => load(`${folder}${kind}/${number % count}.txt`);
export const listed = line => {
  const found = [], codes = line.slice(line.indexOf("\t") + 1);
  let at = 0, value = 0, shift = 0;
  for (const code of codes) {
    const digit = digits.indexOf(code);
    value += (digit & 31) << shift;
    shift += 5;
    if (digit < 32) {
      found.push(at += value);
      value = shift = 0;
    }
  }
  return found;
};

// A query: runs of words; those in quotation marks are phrases.
const parse = text => text.split(/["“”„«»]/).map((text, at) => ({
  words: readWords(text), phrase: at % 2 > 0,
})).filter(({ words }) => words.length);

// Of one word or pair, each article (its place) with how well it is spelt (2: as typed, 1: where
// something was typed on a letter as typed, 0: without diacritics) and its tier.
const find = async (typed, isMarked) => {
  const plain = typed.map(({ plain }) => plain), found = new Map,
    file = typed.length > 1
      ? await fileOf("doi", crc(plain[0]) * 3 + crc(plain[1]), pairs)
      : await fileOf("am", crc(plain[0]), words);
  for (const line of file) {
    const key = line.slice(0, line.indexOf("\t"));
    if (key[0] === "@" || plainKey(key) !== plain.join(" ")) continue;
    const keys = key.split(" "), level = !isMarked || typed.every(({ key }, at) => key === keys[at])
      ? 2 : +typed.every(({ key, plain }, at) => key === plain || key === keys[at]);
    for (const posting of listed(line)) {
      const place = posting / tiers | 0, rank = level * tiers + tiers - 1 - posting % tiers;
      if (!(found.get(place) > rank)) found.set(place, rank);
    }
  }
  return found;
};

// Articles that have all of a run: a phrase all its pairs, else each word in a pair of the run, or
// with `wide` anywhere. Gives the lowest level of its words, and the weights of what was found.
const findRun = async ({ words, phrase }, isMarked, wide) => {
  const joined = words.length - 1, alone = !joined || wide && !phrase,
    found = await Promise.all([
      ...words.slice(1).map((word, at) => find([words[at], word], isMarked)),
      ...alone ? words.map(word => find([word], isMarked)) : [],
    ]), result = new Map;
  for (const place of new Set(found.flatMap(each => [...each.keys()]))) {
    const ranks = found.map(each => each.get(place) ?? -1),
      best = words.map((_, at) => Math.max(
        at ? ranks[at - 1] : -1, at < joined ? ranks[at] : -1, ranks[joined + at] ?? -1));
    if (Math.min(...best) < 0 || phrase && joined && Math.min(...ranks) < 0) continue;
    let score = 0;
    ranks.forEach((rank, at) => {
      if (rank >= 0) score += weights[rank % tiers] * (at < joined ? words.length : 1);
    });
    result.set(place, [Math.min(...best) / tiers | 0, score]);
  }
  return result;
};

const chosen = ["chuyen-muc", "nguon", "nam", "anh"];
const filtersOf = async query => {
  const names = [["@category ", chosen[0]], ["@source ", chosen[1]], ["@photo ", chosen[3]]]
    .filter(([, name]) => query.get(name))
    .map(([kind, name]) => kind + (name === "anh" ? "" : query.get(name))),
    allowed = await Promise.all(names.map(async name => {
      const file = await fileOf("am", crc(name), words);
      return new Set(listed(file.find(line => line.startsWith(name + "\t")) ?? "")
        .map(posting => posting / tiers | 0));
    })), year = +query.get("nam"),
    [first, last] = [0, 1].map(more => Date.UTC(year + more, 0) / 864e5 * day);
  return place => allowed.every(each => each.has(place)) &&
    (!year || place >= first && place < last);
};

// All articles that a query finds, best first: as typed, then prominent and near, then newer.
export const search = async (text, passes, wide) => {
  const runs = parse(text),
    isMarked = runs.some(({ words }) => words.some(({ key, plain }) => key !== plain)),
    [first, ...others] = await Promise.all(runs.map(run => findRun(run, isMarked, wide)));
  return [...first ?? []].filter(([place]) => (!passes || passes(place)) && others.every(each => each.has(place)))
    .map(([place, own]) => others.map(each => each.get(place)).reduce(
      ([place, level, score], [more, added]) => [place, Math.min(level, more), score + added],
      [place, ...own],
    ))
    .sort(([a, one, more], [b, other, less]) => other - one || less - more || b - a)
    .map(([place]) => place);
};

const shown = async place => {
  const file = await fileOf("bai", crc(`${place}`), articles),
    line = file.find(line => line.startsWith(`${place}\t`));
  return JSON.parse(line.slice(line.indexOf("\t")));
};

// Where a text has what was looked for: pairs of a run, a word that is a run by itself, or with
// `each` any word that is in no pair there, as typed where the text has them so.
const places = (text, runs, each) => {
  const found = readWords(text), like = (where, word) => word && found[where]?.plain === word.plain,
    those = isMeant => [...found.keys()].filter(where => runs.some(({ words }) =>
      words.some((word, number) => like(where, word) && isMeant(words, number, where)))),
    near = those((words, number, where) => words.length < 2 ||
      like(where - 1, words[number - 1]) || like(where + 1, words[number + 1])),
    told = near.map(where => found[where].plain),
    at = [...near, ...each ? those((words, number) => !told.includes(words[number].plain)) : []],
    typed = runs.flatMap(({ words }) => words.map(({ key }) => key)),
    exact = at.filter(where => typed.includes(found[where].key) || typed.includes(found[where].plain));
  return [found, (exact.length ? exact : at).sort((a, b) => a - b)];
};
const write = (into, text, runs, each) => {
  const [found, at] = places(text, runs, each);
  let end = 0;
  into.textContent = "";
  for (const where of at) {
    const { text: word, index } = found[where], mark = document.createElement("mark");
    mark.textContent = word;
    into.append(text.slice(end, index), mark);
    end = index + word.length;
  }
  into.append(text.slice(end));
  return at.map(where => found[where].plain);
};

// What stands around the densest place of a page's text, where title and standfirst say nothing.
const excerpt = (text, runs) => {
  const [found, hits] = places(text, runs, true),
    near = hit => hits.filter(other => other >= hit && other < hit + 20).length,
    best = hits.reduce((best, hit) => near(hit) > near(best) ? hit : best, hits[0]);
  if (!hits.length) return "";
  const from = Math.max(best - 8, 0), to = best + 32;
  return (from ? "… " : "") + text.slice(found[from].index, found[to]?.index).trim() +
    (found[to] ? " …" : "");
};
// A page's text without making elements of it, as document.py does: their style would be refused.
const entities = { amp: "&", lt: "<", gt: ">", quot: '"', "#34": '"', "#39": "'", nbsp: " " };
// What stands behind an article's own words (its address in print, buttons, other articles) is none.
const readable = html => html.slice(html.indexOf('<div class="content'), html.indexOf("</main>"))
  .split('<p class="printed')[0]
  .replace(/<\/?(a|abbr|b|bdi|cite|code|del|dfn|em|i|ins|mark|q|s|small|span|strong|u|wbr)( [^>]*)?>/g, "")
  .replace(/<[^>]*>/g, " ").replace(/&(#?\w+);/g, (all, name) => entities[name] ?? all)
  .normalize().replace(/\s+/g, " ");
const seen = new IntersectionObserver(entries => {
  for (const { target, isIntersecting } of entries) if (isIntersecting) {
    seen.unobserve(target);
    fetch(target.parentNode.querySelector("a")).then(answer => answer.text()).then(html => {
      const found = excerpt(readable(html), target.runs);
      if (found) write(target, found, target.runs, true);
    }, () => {}); // the standfirst stays
  }
});

const item = ([title, url, date, summary, category, photo, plain], runs) => {
  const one = sample.cloneNode(true).firstElementChild, link = one.querySelector("a"),
    text = one.querySelector(".teaser__summary"), time = document.createElement("time");
  link.href = root + url;
  const told = new Set([...write(link, title, runs), ...write(text, summary, runs)]);
  one.querySelector(".teaser__kicker").textContent = category;
  time.dateTime = date;
  time.textContent = date.slice(0, 10).split("-").reverse().join("/");
  if (date) one.querySelector(".teaser__meta").append(" ", time);
  if (photo) {
    const picture = document.createElement("picture"), source = document.createElement("source"),
      image = new Image(240, 160);
    source.type = `image/${photo.split(".").pop()}`;
    source.srcset = root + photo;
    Object.assign(image, { className: "teaser__photo", alt: "", loading: "lazy", src: root + plain });
    picture.append(source, image);
    one.prepend(picture);
  }
  if (runs.some(({ words }) => words.some(({ plain }) => !told.has(plain)))) {
    text.runs = runs;
    seen.observe(text);
  }
  return one;
};

let turn = 0;
const run = async () => {
  const own = ++turn, query = new URLSearchParams(new FormData(form)), text = query.get("q").trim(),
    runs = parse(text), isCurrent = () => own === turn,
    none = text && status.dataset.none.replace("{query}", () => text);
  document.title = document.title.replace(/^(.*: )?/, () => text && `${text}: `);
  nearest.hidden = button.hidden = true;
  if (!runs.length) {
    items.textContent = "";
    status.textContent = none;
    return;
  }
  status.textContent = status.dataset.searching;
  try {
    const passes = await filtersOf(query);
    let count = 0, found = await search(text, passes),
      isWide = runs.every(({ words, phrase }) => phrase || words.length < 2);
    const widen = async () => {
      const near = new Set(found), all = await search(text, passes, true);
      found.push(...all.filter(place => !near.has(place)));
      isWide = true;
    }, add = async () => {
      // All are asked for at once, and each is shown as soon as those before it are.
      for (const each of found.slice(count, count += 10).map(shown)) {
        const told = await each;
        if (!isCurrent()) return;
        items.append(item(told, runs));
      }
    };
    if (!found.length && !isWide) await widen();
    if (!isCurrent()) return;
    items.textContent = "";
    const tell = () => {
      status.textContent = found.length
        ? status.dataset.found.replace("{count}", found.length.toLocaleString("vi"))
        : none;
      button.hidden = isWide && count >= found.length;
      button.textContent = count < found.length ? button.dataset.more : button.dataset.wide;
    };
    button.onclick = async () => {
      const last = items.lastChild;
      if (count >= found.length) await widen();
      await add();
      tell();
      last?.nextSibling?.querySelector("a").focus();
    };
    const adding = add();
    tell(); // the number is known before the titles are
    await adding;
    if (!found.length) {
      const { suggest } = await import(nearest.dataset.script),
        common = await load(`${folder}am.txt`), some = await suggest(text, common, readWords, search);
      if (!isCurrent()) return;
      nearest.hidden = !some.length;
      nearest.replaceChildren(nearest.firstChild, ...some.map(text => {
        const link = document.createElement("a");
        link.href = `?q=${encodeURIComponent(text)}`;
        link.textContent = text;
        return link;
      }));
    }
  } catch {
    if (isCurrent()) status.textContent = status.dataset.failed;
  }
};

// The address says what is looked for: it can be passed on, and the way back is the browser's. What is
// still being typed takes the place of what was typed before it, but never of what was asked for.
let isAsked, pause;
const take = asked => {
  if (address() !== location.search) {
    history[isAsked ? "pushState" : "replaceState"](null, "", address());
    isAsked = false;
  }
  isAsked ||= asked;
  run();
};
const address = () => {
  const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  return query.size ? `?${query}` : location.pathname;
};
const fromAddress = () => {
  const query = new URLSearchParams(location.search);
  for (const field of form.elements) {
    if (field.type === "checkbox") field.checked = query.has(field.name);
    else if (field.name) field.value = (query.get(field.name) ?? "").replace(/\s+/g, " ").slice(0, 200);
  }
  form.querySelector("details").open ||= chosen.some(name => query.get(name));
  isAsked = query.size;
  run();
};
form.oninput = () => {
  clearTimeout(pause);
  pause = setTimeout(take, 250);
};
form.onsubmit = event => {
  event.preventDefault();
  clearTimeout(pause);
  take(true);
};
onpopstate = fromAddress;
button.dataset.more = button.textContent;
fromAddress();
