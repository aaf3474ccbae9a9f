// What a reader may have meant, where nothing was found: a space is missing or too many, keys of Telex
// were taken for letters, or a word is not among those that several articles have, and others begin so
// or are nearly it; else such words far apart, or the query without one of its own. What is offered
// finds something where nothing is filtered.
const MOST = 3, TRIED = 8;

// Optimal string alignment (Damerau, Levenshtein), up to two; letters that Vietnamese mix up are half.
const alike = "dr dg gr ln sx iy ck kq vd gj ei ou tc";
const distance = (one, two) => {
  let before = [], last = [...Array(two.length + 1).keys()];
  for (let at = 1; at <= one.length; at++) {
    const row = [at];
    for (let to = 1; to <= two.length; to++) {
      const pair = [one[at - 1], two[to - 1]].sort().join(""),
        cost = pair[0] === pair[1] ? 0 : alike.includes(pair) ? 0.5 : 1;
      row[to] = Math.min(row[to - 1] + 1, last[to] + 1, last[to - 1] + cost,
        one[at - 1] === two[to - 2] && one[at - 2] === two[to - 1] ? before[to - 2] + 0.9 : 9);
    }
    [before, last] = [last, row];
  }
  return last[two.length];
};

// A word as the fewest known words of two letters and more; two vowels are words by themselves.
const split = (plain, known, pieces = 4) => {
  if (known.has(plain)) return [plain.length];
  let best;
  for (let at = /^[ay]/.test(plain) ? 1 : 2; pieces > 1 && at < plain.length - 1; at++) {
    const rest = known.has(plain.slice(0, at)) && split(plain.slice(at), known, pieces - 1);
    if (rest && !(best?.length <= rest.length + 1)) best = [at, ...rest];
  }
  return best;
};

// What Telex makes of keys, without diacritics.
const typedBy = plain => plain.replace(/(?<![aou])w/, "u")
  .replace(/(?!^|(?<=^t)r)[fjrswxz]|([adeo])(?=\1)/g, "");

export const suggest = async (text, common, readWords, search) => {
  const known = new Set(common), typed = readWords(text), asTyped = typed.map(({ text }) => text);
  const near = plain => common.map(other => [
    plain.length > 2 && other.startsWith(plain) ? 0.5
      : Math.abs(other.length - plain.length) < 2 ? distance(plain, other) : 9, other,
  ]).filter(([cost, other]) => cost <= (plain.length > 5 ? 1.9 : 1) && other !== plain)
    .sort(([a], [b]) => a - b).slice(0, 6).map(([, other]) => other);
  const instead = ({ plain, text }) => {
    if (known.has(plain)) return [text];
    if (/\d/.test(plain)) {
      return [text, text.replace(/^(\d+(?=\D)|\D+(?=\d))/, "$1 "), text.replace(/\B(?=(\d{3})+$)/g, ".")];
    }
    const cuts = split(plain, known), letters = text.length === plain.length ? text : plain, found = [];
    if (cuts?.length > 1) {
      let from = 0;
      found.push(cuts.map(length => letters.slice(from, from += length)).join(" "));
    }
    return [...[typedBy(plain)].filter(one => known.has(one)), ...found, ...near(plain)];
  };
  const ways = typed.map(instead), words = typed.map(({ text }, at) => ways[at][0] ?? text),
    each = ways => ways.flatMap((some, at) => some.map(way => words.with(at, way))), found = [];
  const offer = async (tried, wide) => {
    for (const query of [...new Set(tried.map(words => words.join(" ")))].slice(0, TRIED)) {
      if (found.length < MOST && (await search(query, null, wide)).length) found.push(query);
    }
  };
  // What filters kept away; all unknown words at once, two that are one, each word by what is near it.
  await offer([
    asTyped, ...each(ways),
    ...typed.slice(1).map(({ plain }, at) => [at, 2, typed[at].plain + plain])
      .filter(([, , one]) => known.has(one) || /\d/.test(one)).map(one => words.toSpliced(...one)),
    ...each(typed.map(({ plain }) => near(plain))),
  ]);
  if (!found.length) await offer([words, ...typed.map((_, at) => asTyped.toSpliced(at, 1))], true);
  return found;
};
