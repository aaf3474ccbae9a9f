"""The whole index at once: all lines of all articles are sorted into parts on the disk, and from
each part follow the files in it. So no process holds more than one part of the index."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from plugins.search.entries import Indexed, shown_line, tiers_of
from plugins.search.layout import Layout
from plugins.search.lines import write_lines
from plugins.search.postings import TIERS, posting, write_postings

_SEPARATOR = "\x1f"
_TOGETHER = 500  # articles: some 5 MB of lines


def scatter(articles: Iterable[Indexed], layout: Layout, folder: Path) -> Iterator[Indexed]:
    """Write the lines of articles into ``folder``, behind those that this process has written
    there; yield each article."""
    parts: dict[str, list[str]] = defaultdict(list)
    for count, (place, document) in enumerate(articles, 1):
        found: dict[str, tuple[list[str], ...]] = {}
        for line, tier in tiers_of(document, layout).items():
            part = line[:2]  # the same of all lines of a file
            if part not in found:
                found[part] = tuple([str(posting(place, each))] for each in range(TIERS))
            found[part][tier].append(line)
        for part, tiers in found.items():
            parts[part] += (_SEPARATOR.join(lines) for lines in tiers if len(lines) > 1)
        if not count % _TOGETHER:
            _append(parts, folder)
        yield Indexed(place, document)
    _append(parts, folder)


def _append(parts: dict[str, list[str]], folder: Path) -> None:
    for part, rows in parts.items():
        name = f"{part.strip()}.{os.getpid()}"
        with (folder / name).open("a", encoding="utf-8", newline="\n") as file:
            file.write("\n".join((*rows, "")))
    parts.clear()


def parts_in(folder: Path) -> list[str]:
    """Return the parts of the index that were written into ``folder``."""
    return sorted({path.name.partition(".")[0] for path in folder.iterdir()})


def gather(part: str, folder: Path) -> Iterator[tuple[int, str]]:
    """Yield the files of a part: number and content."""
    rows: list[tuple[int, str]] = []
    for path in folder.glob(f"{part}.*"):
        for row in path.read_text(encoding="utf-8").split("\n")[:-1]:
            number, _, lines = row.partition(_SEPARATOR)
            rows.append((int(number), lines))
    rows.sort()
    lists: dict[str, list[int]] = defaultdict(list)
    for posted, row in rows:
        for line in row.split(_SEPARATOR):
            lists[line].append(posted)
    del rows
    yield from _files((line, write_postings(postings)) for line, postings in lists.items())


def shown_files(articles: Iterable[Indexed], layout: Layout) -> Iterator[tuple[int, str]]:
    """Return the files of what results show: number and content."""
    return _files((shown_line(place, layout), document.shown) for place, document in articles)


def _files(lines: Iterable[tuple[str, str]]) -> Iterator[tuple[int, str]]:
    files: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for line, value in lines:
        file, _, key = line.partition("\t")
        files[file].append((key, value))
    for file, values in files.items():
        yield int(file), write_lines(values)
