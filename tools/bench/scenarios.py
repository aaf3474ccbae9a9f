"""What is measured: each scenario gives rows of the table.

The generators take turns, run by run, so that a slow moment of the machine hits all.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tools.bench.alike import require_alike
from tools.bench.corpus import Story, corpus, story
from tools.bench.peers import Bulletin, Hugo, Peer, Stock, head_assets
from tools.bench.preview import waiting_times
from tools.bench.process import Run, run
from tools.bench.report import Row, compared, grown, paired

TEXT: tuple[str, ...] = ("cold", "unchanged", "edit", "title", "new", "preview", "memory")
"""The scenarios of text, in an order in which a build finds the one before it warm."""
SCENARIOS = (*TEXT, "stock", "photos")

Change = Callable[[int], Story]


@dataclass(frozen=True)
class Options:
    """How often, and how much: ``runs`` pairs, ``saves`` in the preview, ``photos``."""

    runs: int
    saves: int
    photos: int
    preview: str


class Newspaper:
    """The corpus of one size, and the generators that build it, in a folder of their own."""

    def __init__(self, folder: Path, count: int, options: Options) -> None:
        self.count = count
        self.stories = corpus(count)
        self._options = options
        self._folder = folder
        self.ours = Bulletin(folder / "ours", preview=options.preview)
        self.hugo = Hugo(folder / "hugo")
        self.cold_seconds: list[list[float]] = []
        self._next = 0
        _prepare(self.ours, [self.hugo], self.stories, None)

    def cold(self) -> Iterator[Row]:
        """Everything anew: no output, no cache."""
        taken = _turns(self._pair(), self._options.runs, _cold)
        self._check()
        self.cold_seconds = _seconds(taken)
        yield paired("full build, cold", self.count, self.cold_seconds)

    def unchanged(self) -> Iterator[Row]:
        """The same again, with nothing to do."""
        for peer in self._pair():
            run(peer.build(), peer.folder)
        taken = _turns(self._pair(), self._options.runs, _build)
        self._check()
        yield paired("nothing changed", self.count, _seconds(taken))

    def edit(self) -> Iterator[Row]:
        """A sentence more in one article of the archive."""
        yield self._changed("one article edited", self._with_sentence)

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
        waited = [
            waiting_times(self.ours, self.ours, saved),
            waiting_times(self.hugo, self.hugo, saved),
        ]
        for percent in (50, 95):
            values = [_percentile(each, percent) for each in waited]
            yield compared(f"save to preview, p{percent}", self.count, values, "s")

    def memory(self) -> Iterator[Row]:
        """The peak of a cold build: all processes together, and the largest one."""
        for peer in (self.ours, self.hugo):
            peer.make_cold()
        runs = [run(peer.build(), peer.folder, sample_memory=True) for peer in self._pair()]
        trees = [each.tree for each in runs if each.tree is not None]
        if len(trees) == len(runs):
            yield compared("peak memory, all processes (PSS)", self.count, trees, "MiB")
        largest = [each.largest for each in runs]
        yield compared("peak memory, largest process (RSS)", self.count, largest, "MiB")

    def stock(self) -> Iterator[Row]:
        """The full build against Pelican without us."""
        peer = Stock(self._folder / "stock")
        peer.prepare(self.stories, None)
        peer.dress(head_assets(self.ours.output), self.ours.output / "theme")
        taken = _turns([self.ours, peer], self._options.runs, _cold)
        require_alike([peer], self.stories, sources=False)
        yield paired(
            "full build, cold, stock Pelican", self.count, _seconds(taken), rival=peer.name
        )

    def _pair(self) -> tuple[Bulletin, Hugo]:
        return self.ours, self.hugo

    def _check(self) -> None:
        require_alike(self._pair(), self.stories)

    def _changed(self, what: str, change: Change) -> Row:
        """Change both in the same way and build both, each time another article."""
        for peer in self._pair():
            run(peer.build(), peer.folder)
        taken: list[list[Run]] = []
        for _ in range(self._options.runs):
            self._next += 1
            changed = change(self._next)
            taken.append([self._rebuilt(peer, changed) for peer in self._pair()])
        self._check()
        return paired(what, self.count, _seconds(taken))

    def _rebuilt(self, peer: Peer, changed: Story) -> Run:
        peer.write(changed)
        return run(peer.build(), peer.folder)

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


def photo_rows(folder: Path, count: int, pool: Path, options: Options) -> Iterator[Row]:
    """Measure the cold build with photos: in Hugo's best format, and in ours."""
    stories = corpus(count, sorted(path.name for path in pool.iterdir()))
    hugo = Hugo(folder / "hugo")
    webp, avif = Bulletin(folder / "webp", "webp"), Bulletin(folder / "avif", "avif")
    _prepare(webp, [hugo], stories, pool)
    avif.prepare(stories, pool)
    taken = _turns([webp, hugo, avif], options.runs, _cold)
    require_alike([webp, hugo], stories, formats=(".webp", ".jpg"))
    require_alike([avif], stories, formats=(".avif", ".jpg"))
    seconds = _seconds(taken)
    what = f"full build with {options.photos} photos"
    yield paired(f"{what}, WebP and JPEG", count, seconds[:2])
    yield paired(f"{what}, ours AVIF and JPEG", count, [seconds[2], seconds[1]])


def _prepare(
    ours: Bulletin, others: Sequence[Hugo], stories: Sequence[Story], photos: Path | None
) -> None:
    ours.prepare(stories, photos)
    run(ours.build(), ours.folder)
    for other in others:
        other.prepare(stories, photos)
        other.dress(head_assets(ours.output), ours.output / "theme")


def _cold(peer: Peer) -> Run:
    peer.make_cold()
    return run(peer.build(), peer.folder)


def _build(peer: Peer) -> Run:
    return run(peer.build(), peer.folder)


def _turns(peers: Sequence[Peer], runs: int, act: Callable[[Peer], Run]) -> list[list[Run]]:
    return [[act(peer) for peer in peers] for _ in range(runs)]


def _seconds(taken: Sequence[Sequence[Run]]) -> list[list[float]]:
    """Return each generator's seconds, turn by turn."""
    return [[one.seconds for one in column] for column in zip(*taken, strict=True)]


def _percentile(values: Sequence[float], percent: int) -> float:
    """Return the smallest value that ``percent`` of ``values`` do not exceed (nearest rank)."""
    return sorted(values)[max(0, -(-len(values) * percent // 100) - 1)]
