"""Photos that came beside a text, put where it names them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path

from plugins.core import checks
from plugins.core.text.slugs import slugify
from plugins.desk.errors import RefusedError
from plugins.desk.files.submission import Submission
from plugins.desk.manuscript import MOST_PICTURES, Manuscript, Picture, Shown
from plugins.desk.text.blocks import Block, Photos, Table, Text
from plugins.desk.text.captions import NUMBERED
from plugins.desk.text.spans import BREAK, Span, plain, trimmed
from plugins.figures.source.bare import bare_names
from plugins.photos.plan.locate import same_name

# What stands round a name in a manuscript: "[IMG_1.jpg]", "(Ảnh 2)", "<hoi-nghi>".
_ROUND = re.compile(r"[\s\[({<“\"]*(.*?)[\s\])}>”\".:]*", re.DOTALL)
_OTHER = re.compile(r"(\S+?)\s*(\d+)")  # behind the first number of a caption
_TO = ("-", "–", "đến")
_CALLED = re.compile(r"(?:anh|hinh|photo|image|img|picture)?-*0*(\d+)")


def with_photos(manuscript: Manuscript, submission: Submission) -> Manuscript:
    """Return a manuscript in which a line that names a photo is that photo, with the line below as
    its caption. "Ảnh 2: …", in a text without pictures of its own, names the photo ``anh 2.jpg``.

    The submission's own photos that no line names are :attr:`Manuscript.enclosed`.
    Raises :class:`RefusedError` where there are more photos than an article can show.
    """
    placing = _Placing(submission, list(manuscript.pictures))
    blocks = list(placing.blocks(manuscript.blocks))
    left = [photo for photo in submission.own if photo not in placing.placed]
    enclosed = [placing.number(photo) for photo in left if str(photo) not in _parts(manuscript)]
    if len(placing.pictures) > MOST_PICTURES:
        raise RefusedError(checks.IMPORT_TOO_LARGE, f"bài có hơn {MOST_PICTURES} ảnh")
    files = {str(photo) for photo in submission.photos}
    shown = manuscript.shown
    return replace(
        manuscript,
        blocks=blocks,
        pictures=placing.pictures,
        content=_reading(files, manuscript.content),
        shown=Shown(shown.paragraphs, shown.pictures + placing.count + len(enclosed)),
        enclosed=enclosed,
        named=placing.lines,
    )


def _parts(manuscript: Manuscript) -> set[str | None]:
    return {picture.part for picture in manuscript.pictures}


def _reading(
    files: set[str], inside: Callable[[Picture], bytes | None]
) -> Callable[[Picture], bytes | None]:
    def content(picture: Picture) -> bytes | None:
        if picture.part in files:
            return Path(picture.part).read_bytes()
        return inside(picture)

    return content


@dataclass
class _Placing:
    submission: Submission
    pictures: list[Picture]
    placed: set[Path] = field(default_factory=set)
    lines: list[str] = field(default_factory=list)
    count: int = 0

    def __post_init__(self) -> None:
        self._has_own_pictures = bool(self.pictures)
        photos = self.submission.photos
        self._by_name = {same_name(photo.name): photo for photo in reversed(photos)}
        self._by_stem = {
            key: found[0]
            for key, group in groupby(sorted(photos, key=_stem), _stem)
            if len(found := list(group)) == 1
        }

    def number(self, photo: Path | str) -> int:
        """Note a photo, or the name of one that is missing; return its number."""
        is_there = isinstance(photo, Path)
        self.pictures.append(Picture(str(photo) if is_there else None, Path(photo).name))
        return len(self.pictures) - 1

    def blocks(self, blocks: Iterable[Block]) -> Iterator[Block]:
        """Yield blocks in which photos stand where they are named."""
        is_below = False  # a photo that is named, and so whose caption comes next
        for block in blocks:
            if isinstance(block, Table):
                yield Table(
                    [
                        [cell._replace(blocks=list(self.blocks(cell.blocks))) for cell in row]
                        for row in block.rows
                    ]
                )
                is_below = False
            elif isinstance(block, Text) and block.role != "heading":
                for each in self._lines(block):
                    if isinstance(each, Text):
                        yield replace(each, joined=True) if is_below else each
                    else:
                        yield each
                    is_below = isinstance(each, Photos)
            else:
                yield block
                is_below = False

    def _lines(self, text: Text) -> Iterator[Block]:
        """Yield a paragraph, divided where a line of it names photos."""
        kept: list[Span] = []
        for is_break, group in groupby(text.spans, lambda span: span.text == BREAK):
            line = list(group)
            photos, is_all = ([], False) if is_break else self._named(plain(line))
            if not photos:
                kept += line
                continue
            if before := trimmed(kept):
                yield replace(text, spans=before)
            kept = [] if is_all else line
            self.count += len(photos)
            self.placed.update(photo for photo in photos if isinstance(photo, Path))
            yield Photos([self.number(photo) for photo in photos])
        if rest := trimmed(kept):
            yield replace(text, spans=rest)

    def _named(self, line: str) -> tuple[Sequence[Path | str], bool]:
        """Return the photos that a line names, of missing ones their names, and whether the line
        says nothing else."""
        match = _ROUND.fullmatch(line)
        said = match[1] if match else line
        names = bare_names(said, lambda name: same_name(name) in self._by_name, lambda _: 0)
        is_there = names and any(same_name(name) in self._by_name for name in names)
        # Under a picture, the name of a file that nobody sent is a caption.
        if names and (is_there or not self._has_own_pictures):
            self.lines.append(line)
            return [self._by_name.get(same_name(name), name) for name in names], True
        if (photo := self._by_stem.get(same_name(said))) and said:
            is_name = _is_made(said)
            self.lines += [line] if is_name else []
            return [photo], is_name
        return self._numbered(line, said)

    def _numbered(self, line: str, said: str) -> tuple[Sequence[Path | str], bool]:
        match = NUMBERED.match(said)
        if match is None or self._has_own_pictures:
            return [], False
        found = [
            [photo for photo in self.submission.own if _number(photo) == number]
            for number in _numbers(match[1], match[2])
        ]
        called = [photo for photos in found for photo in photos]
        if len(called) != len(found) or self.placed & set(called) or not all(found):
            return [], False
        is_name = match[0] == said
        self.lines += [line] if is_name else []
        return called, is_name


def _numbers(first: str, others: str) -> list[int]:
    """Return the numbers of "1, 2" and of "1-3"."""
    numbers = [int(first)]
    for sign, said in _OTHER.findall(others):
        number = min(int(said), MOST_PICTURES)
        numbers += range(numbers[-1] + 1, number + 1) if sign in _TO else [number]
    return numbers


def _number(photo: Path) -> int | None:
    match = _CALLED.fullmatch(slugify(photo.stem))
    return int(match[1]) if match else None


def _stem(photo: Path) -> str:
    return same_name(photo.stem)


def _is_made(name: str) -> bool:
    """Whether a name, of a photo that is there, is no caption: "IMG_2041", "cho-phien"."""
    return name.isascii() and " " not in name
