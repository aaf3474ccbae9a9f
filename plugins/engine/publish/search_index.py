"""The search index of a build: the lines that changed in files that are there, or all files anew.

The files are kept in the output folder alone. A file of which the size, the time or the checksum is
not what the last build left there is not built upon, and all are made anew from what the state has
of each article.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from plugins.engine.fork import spread
from plugins.engine.plan.catalogue import Catalogue
from plugins.engine.plan.invalidate import Work
from plugins.engine.render.loader import ArticleLoader
from plugins.engine.render.renderer import Written, put
from plugins.engine.scan.changes import Changes
from plugins.engine.store.codec import pack_plain, unpack_plain
from plugins.engine.store.database import State
from plugins.engine.store.rows import Row
from plugins.engine.store.searched import Kept, pack_document, unpack_document
from plugins.search.document import document_of
from plugins.search.entries import Indexed, changes
from plugins.search.layout import layout_for
from plugins.search.lines import common_words, patched, write_lines
from plugins.search.places import Dated, assign

GROUP = "search_index"
_PART = 8  # of all articles, one of so many: more are faster done all


class IndexFile(NamedTuple):
    """A file as it is published, and what is kept of it: its checksum, and its common words."""

    written: Written
    checksum: int
    common: tuple[str, ...]


class SearchIndex:
    """The index of one build, of ``processes`` processes; new files go into ``staged``."""

    def __init__(
        self,
        state: State,
        catalogue: Catalogue,
        work: Work,
        output: Path,
        staged: Path,
        processes: int,
    ) -> None:
        self._state = state
        self._searched = state.searched
        self._catalogue = catalogue
        self._work = work
        self._output = output
        self._staged = staged
        self._processes = processes
        self._layout = layout_for(catalogue.published())

    def update(self, changed: Changes, loader: ArticleLoader, lost: Iterable[str]) -> list[Written]:
        """Bring the index up to what changed, and return its files that were looked at."""
        known: tuple[int, ...] | None = self._state.fact(GROUP)
        whole = known is None
        rows, gone = self._concerned(changed, whole=whole)
        before = {
            number: indexed
            for number in ([] if whole else [*gone, *(row.id for row in rows)])
            if (indexed := self._searched.find(number))
        }
        self._searched.remove(gone)
        self._searched.put(self._documents(rows, loader))
        # What all places follow from is as it was if articles changed in nothing but what they say.
        if gone & before.keys() or not all(self._searched.has_place(row.id) for row in rows):
            self._settle(before, whole=whole)
        files = None
        ours = self._state.pages_of(GROUP) if lost else {}
        if known == self._layout and ours.keys().isdisjoint(lost) and self._are_few(before):
            files = self._patch(before, [row.id for row in rows])
        if files is None:
            files = self._all()
        self._state.remember(GROUP, tuple(self._layout))
        return files

    def _concerned(self, changed: Changes, *, whole: bool) -> tuple[list[Row], set[int]]:
        """Return the articles that are to be in the index, of those that may have changed, and
        the numbers of those that are not."""
        if whole:
            rows = self._state.rows(states=["published"])
            return [row for row in rows if not row.introduces], set()
        numbers = {row.id for row in (*changed.reindexed, *changed.gone)}
        numbers |= changed.listing_changed | changed.body_changed
        found = filter(None, map(self._catalogue.find, sorted(numbers - _ids(changed.gone))))
        rows = [row for row in found if row.state == "published" and not row.introduces]
        return rows, numbers - _ids(rows)

    def _documents(self, rows: list[Row], loader: ArticleLoader) -> Iterator[Kept]:
        """Yield what the index is to have of articles."""
        loader.gather(_ids(rows), _ids(rows))

        def read(some: Iterable[Row]) -> Iterator[Kept]:
            for row in some:
                document = document_of(loader.article(row.id), loader.body(row.id))
                yield Kept(row.id, Dated(row.moment, row.url), pack_document(document))

        return spread(read, rows, self._processes)

    def _settle(self, before: dict[int, Indexed], *, whole: bool) -> None:
        """Give each article its place; those whose place is another now changed, too, unless the
        ``whole`` index is made anew."""
        known = dict(self._searched.dated())
        places = assign(known)
        moved = {
            article.url: places[article.url]
            for article, place in known.items()
            if place != places[article.url]
        }
        for url in () if whole else moved:
            number = self._searched.at(url)
            if number not in before and (indexed := self._searched.find(number)):
                before[number] = indexed
        self._searched.settle(moved)

    def _are_few(self, before: Mapping[int, Indexed]) -> bool:
        return len(before) * _PART <= self._catalogue.published()

    def _patch(self, before: Mapping[int, Indexed], numbers: Iterable[int]) -> list[Written] | None:
        """Change the lines of articles that came, went or changed; ``None`` if a file is not what
        the last build left there."""
        found = map(self._searched.find, {*before, *numbers})
        after = [indexed for indexed in found if indexed]
        files = []
        news = False
        for number, lines in changes(before.values(), after, self._layout).items():
            path = self._layout.url(number)
            kept = next((plan for _, _, plan in self._state.cached_plans_of([path])), None)
            try:
                text = (self._output / path).read_bytes()
            except OSError:
                return None
            if kept is None or unpack_plain(kept)[0] != zlib.crc32(text):
                return None
            file = self._put(number, patched(text.decode(), lines))
            news = news or file.common != unpack_plain(kept)[1]
            files.append(file)
        self._own(files)
        return [*(file.written for file in files), *([self._common()] if news else ())]

    def _all(self) -> list[Written]:
        """Make all files anew."""
        from plugins.search import bulk  # which an edit does not need

        store = bytearray()
        articles: list[tuple[int, slice]] = []
        for place, packed in self._searched.packed():
            start = len(store)
            store += packed
            articles.append((place, slice(start, len(store))))

        def unpacked(some: Iterable[tuple[int, slice]]) -> Iterator[Indexed]:
            for place, where in some:
                yield Indexed(place, unpack_document(store[where]))

        files: list[IndexFile] = []
        shown: dict[int, list[tuple[str, str]]] = defaultdict(list)
        with TemporaryDirectory(dir=self._staged) as name:
            folder = Path(name)

            def scatter(
                some: Iterable[tuple[int, slice]],
            ) -> Iterator[tuple[int, tuple[str, str]]]:
                for article in bulk.scatter(unpacked(some), self._layout, folder):
                    yield bulk.shown_value(article, self._layout)

            def gather(parts: Iterable[int]) -> Iterator[list[IndexFile]]:
                for part in parts:
                    yield [self._put(*file) for file in bulk.gather(part, self._layout, folder)]

            for file, value in spread(scatter, articles, self._processes):
                shown[file].append(value)
            for made in spread(gather, bulk.parts_in(self._layout), self._processes):
                files += made

        def show(numbers: Iterable[int]) -> Iterator[IndexFile]:
            for number in numbers:
                yield self._put(number, write_lines(shown[number]))

        files += spread(show, list(shown), self._processes)
        paths = {file.written.path for file in files}
        for number in range(self._layout.total):
            if self._layout.url(number) not in paths:
                files.append(self._put(number, ""))
        before = self._state.pages_of(GROUP)
        self._own(files)
        self._work.gone |= before.keys() - {file.written.path for file in files}
        return [*(file.written for file in files), self._common()]

    def _put(self, number: int, text: str) -> IndexFile:
        data = text.encode()
        written = put(self._layout.url(number), data, self._output, self._staged)
        is_of_words = number < self._layout.words
        common = common_words(text, self._layout.several) if is_of_words else ()
        return IndexFile(written, zlib.crc32(data), common)

    def _own(self, files: Iterable[IndexFile]) -> None:
        for written, *kept in files:
            self._work.planned[written.path] = (GROUP, pack_plain(tuple(kept)))

    def _common(self) -> Written:
        """Write the words that nearest spellings are looked for among."""
        plans = self._state.pages_of(GROUP)
        plans |= {path: plan for path, (of, plan) in self._work.planned.items() if of == GROUP}
        found: set[str] = set()
        for path in plans.keys() - self._work.gone:
            found.update(unpack_plain(plans[path])[1])
        data = "\n".join(sorted(found)).encode()
        written = put(self._layout.common_url, data, self._output, self._staged)
        self._own([IndexFile(written, 0, ())])
        self._work.gone.discard(written.path)
        return written


def _ids(rows: Iterable[Row]) -> set[int]:
    return {row.id for row in rows}
