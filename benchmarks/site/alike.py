"""Whether two generators did the same work; without it a ratio would mean nothing."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

from benchmarks.site.corpus import Story
from benchmarks.site.peers import Peer
from benchmarks.site.report import NoRatio

WIDTHS = (480, 768, 1200)
_TAG = re.compile(r"<[^>]+>")
_SRCSET = re.compile(r'srcset="([^"]+)"')
_TERMS = ("chuyen-muc", "the", "tac-gia", "nguon")


def require_alike(
    peers: Sequence[Peer],
    stories: Sequence[Story],
    *,
    formats: Sequence[str] = (),
    sources: bool = True,
) -> None:
    """Raise :class:`NoRatio` unless the output of every one is complete."""
    for peer in peers:
        found = differences(peer, stories, formats=formats, sources=sources)
        if found:
            some = "\n  ".join(found[:10])
            raise NoRatio(f"{peer.name} did other work ({len(found)} differences):\n  {some}")


def differences(
    peer: Peer, stories: Sequence[Story], *, formats: Sequence[str] = (), sources: bool = True
) -> list[str]:
    """Return what the output of ``peer`` lacks or has too much of, in words; empty if nothing.

    Every story has a page with its title and its last paragraph and nothing else looks like
    an article's page; every category, tag, author, source (unless ``sources`` is false) and
    month has one; the site and every category has two feeds. With ``formats`` every
    photo was made in three widths of each.
    """
    found = [*_articles(peer, stories), *_lists(peer.output, stories, sources=sources)]
    if formats:
        found += _photos(peer, stories, formats)
    return found


def _articles(peer: Peer, stories: Sequence[Story]) -> list[str]:
    made = {path.parent.name for path in peer.output.glob("[12]*/[01]*/*/index.html")}
    strange = made - {story.slug for story in stories}
    found = [f"a page of no story: {name}" for name in sorted(strange)]
    for story in stories:
        path = peer.page(story)
        if not path.is_file():
            found.append(f"no page {story.address}")
            continue
        page = path.read_text(encoding="utf-8")
        text = html.unescape(_TAG.sub("", page))
        if f"<h1>{story.title}</h1>" not in html.unescape(page):
            found.append(f"no title in {story.address}")
        if story.paragraphs[-1] not in text:
            found.append(f"no last paragraph in {story.address}")
    return found


def _lists(output: Path, stories: Sequence[Story], *, sources: bool) -> Iterator[str]:
    expected = [
        {story.category for story in stories},
        {tag for story in stories for tag in story.tags},
        {author for story in stories for author in story.authors},
        {story.source[1] for story in stories if story.source},
    ]
    for folder, names in zip(_TERMS, expected, strict=True):
        lists = len(list(output.glob(f"{folder}/*/index.html")))
        if lists != len(names) and (sources or folder != "nguon"):
            yield f"{lists} lists in {folder}/, not {len(names)}"
    for month in sorted({story.folder for story in stories}):
        if not (output / month / "index.html").is_file():
            yield f"no list of the month {month}"
    feeds = Counter(path.name for path in output.rglob("*.xml"))
    for name in ("rss.xml", "atom.xml"):
        if feeds[name] != len(expected[0]) + 1:
            yield f"{feeds[name]} feeds {name}, not {len(expected[0]) + 1}"


def _photos(peer: Peer, stories: Sequence[Story], formats: Sequence[str]) -> list[str]:
    photos = {shown.file for story in stories for shown in story.photos}
    offered: dict[tuple[str, str], set[str]] = {}
    for story in stories:
        page = peer.page(story).read_text(encoding="utf-8") if story.photos else ""
        for candidate in ", ".join(_SRCSET.findall(page)).split(", "):
            url, _, width = candidate.partition(" ")
            if (peer.output / url.lstrip("/")).is_file():
                offered.setdefault((Path(url).suffix, width), set()).add(url)
    found = []
    for format_, pixels in product(formats, WIDTHS):
        made = offered.get((format_, f"{pixels}w"), set())
        if len(made) < len(photos):
            found.append(
                f"{len(made)} pictures of {len(photos)} photos as {format_}, {pixels} px wide"
            )
    return found
