"""Measure the search of a site of generated articles, beside Pagefind:
``make bench-search BENCHOPTS="--articles 10000 --pagefind <folder with node_modules>"``.

Prints Markdown. Builds are told by all processes' time, and by the clock, which other work on the
machine disturbs more. Without ``--pagefind`` its rows are left out.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

from playwright.sync_api import Browser, sync_playwright

from benchmarks.quality.server import serve
from benchmarks.search.corpus import article
from benchmarks.search.readers import (
    First,
    find_all,
    first_pagefind_queries,
    first_queries,
    pagefind_counts,
)
from benchmarks.search.reference import Reference, phrases
from benchmarks.site.corpus import SEED, Story
from benchmarks.site.memory import PeakSampler
from benchmarks.site.sources import bulletin_article, bulletin_pages
from plugins.search.folding import words
from plugins.search.layout import FOLDER
from tests.browser.conftest import start

ROOT = Path(__file__).resolve().parents[2]
_LATE = "2000000000"  # seconds: a day on which every article is out
_PHRASES, _KNOWN, _FIRST = 1000, 200, 21


def main() -> None:
    """Build, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--pagefind", type=Path, help="a folder in which npm installed pagefind")
    parser.add_argument("--dir", type=Path, help="where to work, and to leave the site")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = options.dir or Path(folder)
        articles = [article(number, options.articles) for number in range(options.articles)]
        _write(work / "content", articles)
        print(f"| {options.articles} articles | |\n|---|---|")
        for what, said in _measure(work, articles, options.pagefind):
            print(f"| {what} | {said} |", flush=True)


def _write(content: Path, articles: Sequence[Story]) -> None:
    for name, text in (*map(bulletin_article, articles), *bulletin_pages()):
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _measure(work: Path, articles: list[Story], pagefind: Path | None) -> Iterator[tuple[str, str]]:
    output = work / "output"
    yield "whole site, from nothing", _taken(lambda: _build(work))
    for _ in range(2):
        yield "build without a change", _taken(lambda: _build(work))
    shutil.rmtree(output / FOLDER)
    yield "build that makes the whole index anew", _taken(lambda: _build(work))
    edited = work / "content" / bulletin_article(articles[len(articles) // 2])[0]
    edited.write_text(edited.read_text("utf-8").replace("\n\n", "\n\nĐoạn mới thêm. ", 1), "utf-8")
    yield "build of one edited article", _taken(lambda: _build(work))
    yield from _sizes(output)
    if pagefind:
        program = pagefind / "node_modules" / ".bin" / "pagefind"
        command = [
            str(program),
            "--site",
            str(output),
            "--output-path",
            str(work / "plain/pagefind"),
        ]
        yield (
            "Pagefind: its index",
            _taken(lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL)),
        )
        yield "Pagefind: its files", _weight((work / "plain").rglob("*"))
        # It needs WebAssembly, which the policy of the site's pages refuses.
        (work / "plain" / "_headers").touch()
        (work / "plain" / "404.html").write_text("<title>Pagefind</title>", encoding="utf-8")
    two = [text for text in phrases(articles, 2 * _FIRST) if len(text.split()) == 2]
    known = [_part(one.title) for one in _known(articles)][:_FIRST]
    queries = {"two syllables": two, "four of a title": known}
    with sync_playwright() as playwright:
        browser = start(playwright.chromium)
        with serve(output) as root:
            yield from _found(browser, root, output, articles)
            for what, some in queries.items():
                yield f"first query, {what}", _spent(first_queries(browser, root, some))
        if pagefind:
            with serve(work / "plain") as root:
                for what, some in queries.items():
                    spent = _spent(first_pagefind_queries(browser, root, some))
                    yield f"Pagefind: first query, {what}", spent
                counts = pagefind_counts(browser, root, [_plain(text) for text in two])
                said = f"{counts.count(0)} of {len(counts)}"
                yield "Pagefind: queries without diacritics that find nothing", said
        browser.close()


def _found(
    browser: Browser, root: str, output: Path, articles: list[Story]
) -> Iterator[tuple[str, str]]:
    """Yield what is found of phrases, and of articles that are known."""
    urls = dict(_urls(output))
    reference, asked = Reference(articles), phrases(articles, _PHRASES)
    missing = superfluous = whole = 0
    quoted = [f'"{_plain(text)}"' for text in asked]
    for text, places in zip(asked, find_all(browser, root, quoted), strict=True):
        expected, found = reference.phrase(text), {urls[place] for place in places}
        missing += len(expected - found)
        superfluous += len(found - expected)
        whole += len(expected)
    yield (
        f"{_PHRASES} phrases: articles that have them, missed, and others",
        f"{whole}, {missing}, {superfluous}",
    )
    known = _known(articles)
    for how, form in (("with", str), ("without", _plain)):
        found_first = find_all(browser, root, [form(_part(one.title)) for one in known])
        first = sum(
            urls[places[0]] == one.address
            for places, one in zip(found_first, known, strict=True)
            if places
        )
        yield (
            f"{_KNOWN} known titles, four syllables {how} diacritics: first",
            f"{first / _KNOWN:.1%}",
        )


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


def _build(work: Path) -> None:
    settings = work / "settings.py"
    settings.write_text(
        f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom pelicanconf import *\n"
        f"BUILD = {{**BUILD, 'cache_dir': {str(work / 'cache')!r}}}\n",
        encoding="utf-8",
    )
    folders = [str(work / "content"), "-o", str(work / "output")]
    environment = os.environ | {"SOURCE_DATE_EPOCH": _LATE}
    subprocess.run(
        [sys.executable, "-m", "plugins.engine", *folders, "-s", str(settings)],
        cwd=ROOT,
        env=environment,
        check=True,
        stdout=subprocess.DEVNULL,
    )


def _taken(do: Callable[[], object]) -> str:
    before, began, sampler = _used(), time.perf_counter(), PeakSampler(os.getpid())
    do()
    clock, used, peak = time.perf_counter() - began, _used() - before, sampler.stop() or 0
    return f"{used:.2f} s of the processors, {clock:.2f} s by the clock, {peak:.0f} MiB at most"


def _used() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _sizes(output: Path) -> Iterator[tuple[str, str]]:
    yield "pages", _weight(output.rglob("*.html"))
    for what, pattern in (("words", "*/am/*"), ("pairs", "*/doi/*"), ("titles", "*/bai/*")):
        yield f"index: {what}", _weight((output / FOLDER).glob(pattern))


def _weight(paths: Iterator[Path]) -> str:
    files = [path.read_bytes() for path in paths if path.is_file()]
    raw = sum(map(len, files)) / 1e6
    packed = [len(gzip.compress(data, 6, mtime=0)) for data in files]
    small, most = sum(packed) / 1e6, max(packed) / 1e3
    return f"{len(files)} files, {raw:.1f} MB, gzip {small:.1f} MB, largest {most:.1f} kB"


def _spent(firsts: list[First]) -> str:
    """Return medians, and in brackets the worst."""
    said = []
    for what, unit in (
        ("first", "s to the first title"),
        ("last", "s to the last"),
        ("weight", "kB"),
    ):
        values = [getattr(one, what) for one in firsts]
        said.append(f"{statistics.median(values):.2f} ({max(values):.2f}) {unit}")
    return ", ".join(said)


if __name__ == "__main__":
    main()
