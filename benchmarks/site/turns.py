"""What all scenarios do: prepare the generators alike, and let them build in turns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree

from benchmarks.site.corpus import Story
from benchmarks.site.hugo_peer import Hugo
from benchmarks.site.peers import Peer, head_assets
from benchmarks.site.pelican_peers import Bulletin
from benchmarks.site.process import ROOT, Run, run


@dataclass(frozen=True)
class Options:
    """How often, and how much: ``runs`` are turns in each scenario, ``saves`` are the
    preview's, ``photos`` are those to show."""

    runs: int
    saves: int
    photos: int


def prepare(
    ours: Bulletin, hugo: Hugo, stories: Sequence[Story], photos: Path | None = None
) -> None:
    """Give both the same corpus and pages of the same weight; ours has been built once then.

    Raises ``SystemExit`` if our build keeps anything in the project, where "cold" would not
    reach it.
    """
    ours.prepare(stories, photos)
    before = _kept_in_project()
    build(ours)
    if _kept_in_project() != before:
        raise SystemExit("a build changed the project's .cache: no build would be cold")
    hugo.prepare(stories, photos)
    hugo.dress(head_assets(ours.output), ours.output / "theme")


def build(peer: Peer, *, sample_memory: bool = False) -> Run:
    """Build on what the last build has left."""
    return run(peer.build(), peer.folder, sample_memory=sample_memory)


def build_cold(peer: Peer, *, sample_memory: bool = False) -> Run:
    """Build from the sources alone."""
    peer.make_cold()
    return build(peer, sample_memory=sample_memory)


def build_in_fresh_clone(peer: Peer) -> Run:
    """Build without any output, from sources that all have new times, with all caches."""
    rmtree(peer.output)
    for path in peer.content.rglob("*"):
        path.touch()
    return build(peer)


def seconds_in_turns(
    peers: Sequence[Peer], count: int, act: Callable[[Peer, int], Run]
) -> list[list[float]]:
    """Let ``peers`` act in ``count`` turns (from 0); return the seconds of each peer by turn."""
    taken = [[act(peer, turn).seconds for peer in peers] for turn in range(count)]
    return [list(column) for column in zip(*taken, strict=True)]


def _kept_in_project() -> dict[str, int]:
    files = (ROOT / ".cache").rglob("*")
    return {str(path): path.stat().st_mtime_ns for path in files if path.is_file()}
