"""Measure the search of a site of articles, beside Pagefind:
``make bench-search BENCHOPTS="--articles 10000"``.

Prints a table of ours, Pagefind's and the ratio, and puts it into ``docs/benchmarks-search.md``
unless told ``--print-only``. Articles are generated, or real ones (``--texts FOLDER``), which are
more honest of what is found: see :mod:`benchmarks.search.corpus`. Where Pagefind is not installed
(``requirements/bench.lock`` has it), its column is empty.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from random import Random

from playwright.sync_api import Browser, sync_playwright

from benchmarks.quality.server import serve
from benchmarks.search.corpus import article, real_articles
from benchmarks.search.indexing import Ours, Pagefind, Spent, packings, size_of
from benchmarks.search.on_a_server import measure
from benchmarks.search.readers import (
    Query,
    find_all,
    in_pairs,
    pagefind_counts,
    pagefind_in_pairs,
)
from benchmarks.search.reference import Reference, phrases
from benchmarks.site.corpus import SEED, Story
from benchmarks.site.process import ROOT
from benchmarks.site.report import Row, short, write_page
from benchmarks.site.sources import bulletin_article, bulletin_pages
from plugins.search.folding import words
from plugins.search.layout import FOLDER
from tests.browser.conftest import start

PAGE = ROOT / "docs" / "benchmarks-search.md"
_NONE = "–"
_PHRASES, _KNOWN, _FIRST = 1000, 200, 11
_RIVAL = 4  # queries of Pagefind, which takes minutes for ten of them


def main() -> None:
    """Build, measure, print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    add = parser.add_argument
    add("--articles", type=int, default=2000, help="how many; the aims are of 10,000 and 70,000")
    add("--texts", type=Path, help="a folder of real texts instead of generated ones")
    add("--turns", type=int, default=3, help="of indexing and of edits; medians count")
    add("--dir", type=Path, help="where to work, and to leave the site")
    add("--print-only", action="store_true", help=f"leave {PAGE.name} as it is")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = (options.dir or Path(folder)).absolute()
        count = options.articles
        if options.texts:
            articles = real_articles(options.texts, count)
        else:
            articles = [article(number, count) for number in range(count)]
        for name, text in (*map(bulletin_article, articles), *bulletin_pages()):
            path = work / "content" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        rows = []
        for row in _Measures(work, articles, options.turns, real=bool(options.texts)).rows():
            print(row, flush=True)
            rows.append(row)
    if not options.print_only:
        measured = f"{date.today():%Y-%m-%d}, {os.cpu_count()} cores, {options.turns} turns"  # noqa: DTZ011 - the day where it is measured
        write_page(PAGE, rows, measured)


class _Measures:
    """What is measured of one site, in order; each row is yielded once it is known."""

    def __init__(self, work: Path, articles: list[Story], turns: int, *, real: bool) -> None:
        self._articles, self._turns = articles, turns
        self._ours = Ours(work)
        self._rival = Pagefind(self._ours.output, work / "rival") if Pagefind.is_there() else None
        self._count = f"{len(articles):,}{' real' if real else ''}"

    def rows(self) -> Iterator[Row]:
        """Yield all rows."""
        yield from self._indexing()
        yield from self._sizes()
        yield from self._packing()
        two = [
            text for text in phrases(self._articles, 2 * _FIRST) if len(_plain(text).split()) == 2
        ]
        known = [_part(one.title) for one in _known(self._articles)][:_FIRST]
        yield from self.on_a_server([*two, *known])
        with sync_playwright() as playwright:
            browser = start(playwright.chromium)
            with serve(self._ours.output) as root:
                yield from self._found(browser, root)
                ours = [in_pairs(browser, root, some) for some in (two, known)]
            theirs: list[list[tuple[Query, Query]]] = []
            if self._rival:
                # It needs WebAssembly, which the policy of the site's pages refuses.
                plain = self._rival.output
                (plain / "_headers").touch()
                (plain / "404.html").write_text("<title>Pagefind</title>", encoding="utf-8")
                with serve(plain) as root:
                    theirs = [
                        pagefind_in_pairs(browser, root, some[:_RIVAL]) for some in (two, known)
                    ]
                    counts = pagefind_counts(browser, root, [_plain(text) for text in two])
                yield self._row(
                    "queries without diacritics that find nothing",
                    f"0 of {len(two)}",  # or the phrases above would have been missed
                    f"{counts.count(0)} of {len(counts)}",
                )
            browser.close()
        for number, what in enumerate(("two syllables", "four of a title")):
            yield from self._queries(what, ours[number], theirs[number] if theirs else None)

    def _indexing(self) -> Iterator[Row]:
        """Yield what it takes to make both indexes and to keep them up, by turns."""
        firsts: list[tuple[Spent, Spent]] = []
        for _ in range(self._turns):
            self._ours.forget()
            firsts.append(self._ours.build())
        yield self._compared(
            "whole site with its index, from nothing", [whole.clock for whole, _ in firsts], [], "s"
        )
        self._ours.build()
        makings: list[Spent] = []
        updates: list[tuple[Spent, Spent]] = []
        unchanged: list[Spent] = []
        theirs: list[Spent] = []
        for turn in range(self._turns):
            self._ours.forget_index()
            makings.append(self._ours.build()[1])
            if self._rival:
                theirs.append(self._rival.build())
            unchanged.append(self._ours.build()[0])
            at = len(self._articles) * (turn + 1) // (self._turns + 2)
            edited = self._ours.content / bulletin_article(self._articles[at])[0]
            text = edited.read_text("utf-8").replace("\n\n", "\n\nĐoạn mới thêm. ", 1)
            edited.write_text(text, encoding="utf-8")
            updates.append(self._ours.build())
        self._ours.forget_index()
        made, _ = self._ours.build(sample_memory=True)
        rival = [self._rival.build(sample_memory=True)] if self._rival else []
        yield from self._took("index from what is known", makings, theirs)
        yield from self._took("index from nothing", [one for _, one in firsts], theirs)
        yield self._compared(
            "memory of a build that makes the index",
            [made.memory],
            [one.memory for one in rival],
            "MiB",
        )
        yield from self._took("index after one edit", [one for _, one in updates], theirs)
        yield self._row(
            "whole build after one edit, and without any",
            " and ".join(
                f"{short(statistics.median(one.clock for one in some))} s"
                for some in ([whole for whole, _ in updates], unchanged)
            ),
        )

    def _took(self, what: str, ours: Sequence[Spent], theirs: Sequence[Spent]) -> Iterator[Row]:
        for name, said in (("clock", "by the clock"), ("used", "of the processors")):
            mine, rival = ([float(getattr(one, name)) for one in some] for some in (ours, theirs))
            yield self._compared(f"{what}, {said}", mine, rival, "s")

    def _sizes(self) -> Iterator[Row]:
        """Yield what both indexes weigh."""
        index = self._ours.output / FOLDER
        ours = size_of(index.glob("*/*/*.txt"))
        pages = size_of(self._ours.output.rglob("*.html"))
        theirs = size_of((self._rival.output).rglob("*")) if self._rival else None
        for what, name, unit in (
            ("index: files", "files", ""),
            ("index: size", "raw", "MB"),
            ("index: size, compressed", "small", "MB"),
            ("index: largest file, compressed", "largest", "kB"),
        ):
            rival = [float(getattr(theirs, name))] if theirs else []
            yield self._compared(what, [float(getattr(ours, name))], rival, unit)
        scripts = self._ours.output / "theme" / "js" / "pages"
        for name in ("search", "nearest"):
            script = size_of(scripts.glob(f"{name}.*.js"))
            yield self._row(f"script: {name}.js, compressed", f"{short(script.largest)} kB")
        yield self._row(
            "index ÷ pages, compressed and not",
            f"{short(ours.small / pages.small)} and {short(ours.raw / pages.raw)}",
        )

    def on_a_server(self, queries: Sequence[str]) -> Iterator[Row]:
        """Yield what a search takes that a server answers."""
        plain = [_plain(text) for text in queries]
        found = measure(self._articles, [*queries, *plain], self._ours.output.parent / "search.db")
        yield self._row(
            "on a server: database of all, of the processors", f"{short(found.whole)} s"
        )
        yield self._row("on a server: size of the database", f"{short(found.size)} MB")
        edits = [one * 1000 for one in found.edits]
        yield self._compared("on a server: one changed article, of the processors", edits, [], "ms")
        asked = [one * 1000 for one in found.queries]
        yield self._compared("on a server: a query, of the processors", asked, [], "ms")

    def _packing(self) -> Iterator[Row]:
        """Yield what it takes to compress files, as a server does or a build could."""
        index = self._ours.output / FOLDER
        for what, paths in (
            ("file of pairs", index.glob("*/doi/*.txt")),
            ("file of words", index.glob("*/am/*.txt")),
            ("page", self._ours.output.glob("20*/*/*/index.html")),
        ):
            said = (
                f"{name}: {one.share:.1%} in {short(one.time)} ms"
                for name, one in packings(paths).items()
            )
            yield self._row(f"compressing a {what}", "; ".join(said))

    def _found(self, browser: Browser, root: str) -> Iterator[Row]:
        """Yield what is found of phrases, and of articles that are known."""
        urls = dict(_urls(self._ours.output))
        reference, asked = Reference(self._articles), phrases(self._articles, _PHRASES)
        missing = superfluous = whole = 0
        quoted = [f'"{_plain(text)}"' for text in asked]
        for text, places in zip(asked, find_all(browser, root, quoted), strict=True):
            expected, found = reference.phrase(text), {urls[place] for place in places}
            missing += len(expected - found)
            superfluous += len(found - expected)
            whole += len(expected)
        yield self._row(
            f"{_PHRASES} phrases: articles that FTS5 finds, missed, and others",
            f"{whole:,}, {missing:,}, {superfluous:,}",
        )
        known = _known(self._articles)
        for how, form in (("with", str), ("without", _plain)):
            found_first = find_all(browser, root, [form(_part(one.title)) for one in known])
            first = sum(
                urls[places[0]] == one.address
                for places, one in zip(found_first, known, strict=True)
                if places
            )
            yield self._row(
                f"{len(known)} known titles, four syllables {how} diacritics: first",
                f"{first / len(known):.1%}",
            )

    def _queries(
        self,
        what: str,
        ours: list[tuple[Query, Query]],
        theirs: list[tuple[Query, Query]] | None,
    ) -> Iterator[Row]:
        for number, when in enumerate(("first query", "next query")):
            mine = [pair[number] for pair in ours]
            rival = [pair[number] for pair in theirs] if theirs else []
            for said, name, unit in (
                ("first title", "first", "s"),
                ("ten titles", "last", "s"),
                ("index loaded", "weight", "kB"),
                ("requests", "requests", ""),
            ):
                values, others = (
                    [float(getattr(one, name)) for one in some] for some in (mine, rival)
                )
                # Pagefind loads its index in a worker, whose requests are not seen here.
                seen = others if any(others) else []
                yield self._compared(f"{when}, {what}: {said}", values, seen, unit)

    def _compared(
        self, what: str, ours: Sequence[float], theirs: Sequence[float], unit: str
    ) -> Row:
        """Return the row of medians, the smallest and the largest in brackets."""
        if not theirs:
            return self._row(what, _spread(ours, unit))
        middle = statistics.median(theirs)
        ratio = short(statistics.median(ours) / middle) if middle else _NONE
        return self._row(what, _spread(ours, unit), _spread(theirs, unit), ratio)

    def _row(self, what: str, ours: str, theirs: str = "", ratio: str = _NONE) -> Row:
        return Row(what, self._count, ours, f"Pagefind {theirs}" if theirs else _NONE, ratio)


def _spread(values: Sequence[float], unit: str) -> str:
    said = short(statistics.median(values))
    if len(values) > 1:
        said += f" ({short(min(values))}–{short(max(values))})"
    return f"{said} {unit}".rstrip()


def _known(articles: list[Story]) -> list[Story]:
    return Random(f"{SEED} known").sample(articles, min(_KNOWN, len(articles)))


def _part(title: str) -> str:
    """Return four syllables of a title, not its first."""
    return " ".join(title.split()[1:5])


def _plain(text: str) -> str:
    return " ".join(word.plain for word in words(text))


def _urls(output: Path) -> Iterator[tuple[int, str]]:
    for file in output.glob(f"{FOLDER}*/bai/*.txt"):
        for line in file.read_text(encoding="utf-8").split("\n")[:-1]:
            place, _, shown = line.partition("\t")
            yield int(place), json.loads(shown)[1]


if __name__ == "__main__":
    main()
