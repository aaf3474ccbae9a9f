"""The article being read, as the reader hands it to the Markdown extensions."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from plugins.core.problems import Problem, clipped

if TYPE_CHECKING:
    from plugins.attribution import Source
    from plugins.core.article import Attachment, Kind
    from plugins.core.checks import Check
    from plugins.figures import Figure, Film
    from plugins.photos import Photo, PhotoLibrary

SITE_ROOT = "\ufdd0"
"""Stands for the site's root in an article's HTML: ``src="{SITE_ROOT}/anh/x.jpg"``.

A Unicode noncharacter (Unicode Standard, 23.7), so no text an editor can type holds it;
it gives way to the site's address when the page is rendered.
"""

ARTICLE_LINK = "\ufdd2"
"""Opens the address of a link to another article: ``href="{ARTICLE_LINK}articles/a.md#x"``,
its source path percent-encoded. The address is known once all articles are.
"""

FIRST_IMAGE = "\ufdd1"
"""The ``fetchpriority`` of an article's first image, until it is known whether the page
shows the lead photo above it.
"""


class Field(NamedTuple):
    """One front-matter value: its raw value (text, list or mapping) and its line (from 1)."""

    value: Any
    line: int


@dataclass
class Found:
    """What extensions found in a body: who had it first, who signed it (``None``: nobody), what it
    shows, and what it links to: files, photos, and other pages with the lines of the links."""

    source: Source | None = None
    author_names: list[str] | None = None
    photos: tuple[Photo, ...] = ()
    figures: tuple[Figure, ...] = ()
    films: tuple[Film, ...] = ()
    attachments: list[Attachment] = field(default_factory=list)
    linked: list[tuple[str, int | None]] = field(default_factory=list)
    linked_photos: list[Photo] = field(default_factory=list)


@dataclass
class Document:
    """A source file while it is read; extensions find it as ``md.document``.

    ``path`` is the absolute file, ``library`` knows the photos of its content folder,
    ``name`` is the path as problems show it. ``lines`` are the whole file's lines (NFC,
    without line ends); the body starts at line ``body_line`` (from 1). ``fields`` is the front
    matter by canonical key (``"Source_url"``). ``numbers`` are the file's line numbers of the
    lines that python-markdown's preprocessors are given once the rules of what is typed have
    divided and joined them. ``hidden`` are the places (line and column, from 1) where a
    word of the file held what cannot be seen. Extensions add to ``problems`` and put
    what they found into ``found``, which becomes the article's attributes. Only an ``article``,
    not one of another ``kind``, has authors.
    """

    path: Path
    library: PhotoLibrary
    name: str
    lines: list[str]
    body_line: int
    fields: dict[str, Field] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    found: Found = field(default_factory=Found)
    numbers: list[int] = field(default_factory=list)
    kind: Kind = "article"
    hidden: tuple[tuple[int, int], ...] = ()
    _searched: dict[str, int] = field(default_factory=dict, repr=False)
    _hits: dict[str, list[int]] = field(default_factory=dict, repr=False)

    @property
    def root(self) -> Path:
        """The absolute content folder."""
        return self.library.root

    def locate(self, needle: str) -> int | None:
        """Return the line (from 1) on which ``needle`` next stands in the body.

        A text that stands several times is found once at each place, in order, so
        that two photos with one wrong name are reported on their own lines; after
        the last place it stays there. ``None`` if it stands nowhere.
        """
        if needle not in self._hits:
            self._hits[needle] = [
                number
                for number, line in enumerate(self.lines[self.body_line - 1 :], self.body_line)
                if needle in line
            ]
        hits = self._hits[needle]
        if not hits:
            return None
        nth = bisect.bisect_right(hits, self._searched.get(needle, 0))
        line = hits[min(nth, len(hits) - 1)]
        self._searched[needle] = line
        return line

    def report(self, check: Check, line: int | None, message: str, fix: str) -> None:
        """Record a problem of this file."""
        self.problems.append(Problem(check, self.name, line, clipped(message), clipped(fix)))
