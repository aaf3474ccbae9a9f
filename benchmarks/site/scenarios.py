"""What is measured: each scenario gives rows of the table.

The generators take turns, run by run, so that a slow moment of the machine hits all.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.site.alike import require_alike
from benchmarks.site.corpus import Story, corpus, story
from benchmarks.site.hugo_peer import Hugo
from benchmarks.site.peers import Peer, head_assets
from benchmarks.site.pelican_peers import Bulletin, Plain, Stock
from benchmarks.site.preview import waiting_times
from benchmarks.site.process import Run
from benchmarks.site.report import Row, compared, grown, paired
from benchmarks.site.turns import (
    Options,
    build,
    build_cold,
    build_in_fresh_clone,
    prepare,
    seconds_in_turns,
)

TEXT: tuple[str, ...] = (
    "cold",
    "restored",
    "unchanged",
    "edit",
    "title",
    "new",
    "preview",
    "memory",
)
"""The scenarios of text, in an order in which a build finds the one before it warm."""
SCENARIOS = (*TEXT, "stock", "photos")

Change = Callable[[int], Story]


class Newspaper:
    """The corpus of one size, and the generators that build it, in a folder of their own."""

    def __init__(self, folder: Path, count: int, options: Options) -> None:
        self.count = count
        self.stories = corpus(count)
        self._options = options
        self._folder = folder
        self.ours = Bulletin(folder / "ours")
        self.plain = Plain(folder / "ours")
        self.hugo = Hugo(folder / "hugo")
        self.cold_seconds: list[list[float]] = []
        self._changes = 0
        self._both = (self.ours, self.hugo)
        prepare(self.ours, self.hugo, self.stories)

    def cold(self) -> Iterator[Row]:
        """Everything anew: no output, no cache."""
        self.cold_seconds = self._in_turns(lambda peer, _: build_cold(peer))
        yield paired("full build, cold", self.count, self.cold_seconds)

    def restored(self) -> Iterator[Row]:
        """All pages anew, in a fresh clone with the caches of the build before, as in CI."""
        self._warm_up()
        taken = self._in_turns(lambda peer, _: build_in_fresh_clone(peer))
        yield paired("full build, in a fresh clone with the caches", self.count, taken)

    def unchanged(self) -> Iterator[Row]:
        """The same again, with nothing to do."""
        self._warm_up()
        yield paired("nothing changed", self.count, self._in_turns(lambda peer, _: build(peer)))

    def edit(self) -> Iterator[Row]:
        """A sentence more in one article of the archive."""
        yield self._changed("one article edited", self._with_sentence)
        yield self._changed(
            "one article edited, by pelican itself", self._with_sentence, self.plain
        )

    def title(self) -> Iterator[Row]:
        """Another title, which stands on lists and beside other articles, too."""
        yield self._changed("one title edited", self._with_title)

    def new(self) -> Iterator[Row]:
        """One article more, the newest."""
        yield self._changed("one new article", self._added)

    def preview(self) -> Iterator[Row]:
        """From saving an article to seeing it in the preview."""
        middle = self.count // 2
        saved = self.stories[middle : middle + self._options.saves]
        waited = [waiting_times(peer, saved) for peer in self._both]
        for percent in (50, 95):
            values = [_percentile(each, percent) for each in waited]
            yield compared(f"save to preview, p{percent}", self.count, values, "s")

    def memory(self) -> Iterator[Row]:
        """The peak of a cold build: all processes together, and the largest one."""
        runs = [build_cold(peer, sample_memory=True) for peer in self._both]
        trees = [each.tree for each in runs if each.tree is not None]
        if len(trees) == len(runs):
            yield compared("peak memory, all processes (PSS)", self.count, trees, "MiB")
        largest = [each.largest for each in runs]
        yield compared("peak memory, largest process (RSS)", self.count, largest, "MiB")

    def stock(self) -> Iterator[Row]:
        """The full build against Pelican without us."""
        build(self.ours)  # for the style and the files that both pages are dressed with
        peer = Stock(self._folder / "stock")
        peer.prepare(self.stories, None)
        peer.dress(head_assets(self.ours.output), self.ours.output / "theme")
        taken = seconds_in_turns(
            [self.ours, peer], self._options.runs, lambda each, _: build_cold(each)
        )
        require_alike([peer], self.stories, sources=False)
        yield paired("full build, cold, stock Pelican", self.count, taken, rival=peer.name)

    def _changed(self, what: str, change: Change, ours: Peer | None = None) -> Row:
        """Change both in the same way and build both, each time another article."""
        numbers = range(self._changes, self._changes + self._options.runs)
        self._changes = numbers.stop
        changed = [change(number) for number in numbers]
        self._warm_up()

        def save_and_build(peer: Peer, turn: int) -> Run:
            peer.write(changed[turn])
            return build(ours if ours and peer is self.ours else peer)

        return paired(what, self.count, self._in_turns(save_and_build))

    def _in_turns(self, act: Callable[[Peer, int], Run]) -> list[list[float]]:
        """Return the seconds of ours and of Hugo's. Raises ``NoRatio`` if the results differ."""
        taken = seconds_in_turns(self._both, self._options.runs, act)
        require_alike(self._both, self.stories)
        return taken

    def _warm_up(self) -> None:
        for peer in self._both:
            build(peer)

    def _with_sentence(self, number: int) -> Story:
        place, old = self._from_archive(number)
        # As the last paragraph, for which the check of all pages looks.
        added = (*old.paragraphs, f"Câu thêm vào lần {number}.")
        self.stories[place] = replace(old, paragraphs=added)
        return self.stories[place]

    def _with_title(self, number: int) -> Story:
        place, old = self._from_archive(number)
        self.stories[place] = replace(old, title=f"{old.title}, sửa lần {number}")
        return self.stories[place]

    def _from_archive(self, number: int) -> tuple[int, Story]:
        place = (self.count // 2 + number * 17) % self.count
        return place, self.stories[place]

    def _added(self, number: int) -> Story:
        self.stories.append(story(self.count + number, self.count))
        return self.stories[-1]


def growth(smaller: Newspaper, larger: Newspaper) -> Row:
    """Return how the cold build's time grew; both have had theirs."""
    columns = zip(larger.cold_seconds, smaller.cold_seconds, strict=True)
    factors = [statistics.median(more) / statistics.median(less) for more, less in columns]
    return grown("growth of the cold build", (smaller.count, larger.count), factors)


def _percentile(values: Sequence[float], percent: int) -> float:
    """Return the smallest value that ``percent`` of ``values`` do not exceed (nearest rank)."""
    return sorted(values)[max(0, -(-len(values) * percent // 100) - 1)]
