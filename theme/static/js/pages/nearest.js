// What a reader may have meant, where nothing was found: a space is missing, or a word is not among
// those that several articles have, and others are nearly it. What is offered finds something.
const MOST = 3, TRIED = 8;

// Optimal string alignment (Damerau, Levenshtein), up to two; letters that Vietnamese mix up are half.
const alike = ["dr", "dg", "gr", "ln", "sx", "iy", "ck", "kq", "vd", "gj", "ei", "ou", "tc"];
const distance = (one, two) => {
  let before = [], last = Array.from({ length: two.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at++) {
    const row = [at];
    for (let to = 1; to <= two.length; to++) {
      const pair = [one[at - 1], two[to - 1]].sort().join(""),
        cost = pair[0] === pair[1] ? 0 : alike.includes(pair) ? 0.5 : 1;
      row[to] = Math.min(row[to - 1] + 1, last[to] + 1, last[to - 1] + cost);
      if (at > 1 && to > 1 && one[at - 1] === two[to - 2] && one[at - 2] === two[to - 1]) {
        row[to] = Math.min(row[to], before[to - 2] + 0.9);
      }
    }
    [before, last] = [last, row];
  }
  return last[two.length];
};

// A word as the fewest known words of two letters and more.
const split = (plain, known, pieces = 4) => {
  if (known.has(plain)) return [plain.length];
  let best;
  for (let at = 2; pieces > 1 && at < plain.length - 1; at++) if (known.has(plain.slice(0, at))) {
    const rest = split(plain.slice(at), known, pieces - 1);
    if (rest && !(best?.length <= rest.length + 1)) best = [at, ...rest];
  }
  return best;
};

export const suggest = async (text, common, readWords, search) => {
  const known = new Set(common), typed = readWords(text), tried = [];
  const near = plain => common
    .filter(other => Math.abs(other.length - plain.length) < 2 && other !== plain)
    .map(other => [distance(plain, other), other])
    .filter(([cost]) => cost <= (plain.length > 5 ? 1.9 : 1)).sort(([a], [b]) => a - b)
    .slice(0, 6).map(([, other]) => other);
  const instead = ({ plain, text }) => {
    if (known.has(plain) || /\d/.test(plain)) return [text];
    const cuts = split(plain, known), letters = text.length === plain.length ? text : plain, found = [];
    if (cuts?.length > 1) {
      let from = 0;
      found.push(cuts.map(length => letters.slice(from, from += length)).join(" "));
    }
    return [...found, ...near(plain)];
  };
  const ways = typed.map(instead), words = typed.map(({ text }, at) => ways[at][0] ?? text);
  // All unknown words at once, then each word by what is near it.
  for (const [at, some] of ways.entries()) for (const way of some) tried.push(words.with(at, way));
  for (const [at, { plain }] of typed.entries()) for (const way of near(plain)) {
    tried.push(words.with(at, way));
  }
  const queries = [...new Set(tried.map(words => words.join(" ")))].filter(query => query !== text),
    found = [];
  for (const query of queries.slice(0, TRIED)) {
    if ((await search(query)).length) found.push(query);
    if (found.length === MOST) break;
  }
  return found;
};
