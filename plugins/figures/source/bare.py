"""Lines without any markup that are photos or other media: file names as they are pasted."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from plugins.core.text.expressions import expression
from plugins.figures.media import kinds as media
from plugins.figures.media.embeds import find_embed
from plugins.figures.source.images import only_text
from plugins.figures.source.inline import InlineReader
from plugins.figures.source.raw_html import read_photos
from plugins.figures.tree.html_tree import parse_fragment
from plugins.figures.tree.text import visible, without_break
from plugins.photos.inspect import formats
from plugins.photos.inspect.formats import is_photo_name
from plugins.photos.plan.locate import is_elsewhere, same_name

if TYPE_CHECKING:
    from plugins.core.document import Document

_ESCAPE = expression(r"\\([\\`*_{}\[\]()>#+.!|-])")
_MARKUP = expression(r"[<>\[\]`\"|*]")  # no file is called so where files come from
_TAG = expression(r"<[a-z]", re.IGNORECASE)
_MARKS = "*_"
# Two names that differ in a digit or an accent are alike; a sentence that ends in a name is not.
_TYPO = 0.85
_ENDING = expression(rf"\.(?:{formats.EXTENSIONS}|{media.EXTENSIONS})\b", re.IGNORECASE)
_LAST = 24  # characters in which a line that is a name has its extension, with all marks behind it
_LONGEST_STEM = 60
_STEM = expression(r"[*_\s]*[\w(][^<>\[\]`\"|/\\#]*[^\s.,:;?!…”\"|]", re.IGNORECASE)
# What cameras and sites call a photo: "IMG_2041", "1-7617-1131", "hoi-nghi"; no word, no number.
_MADE_NAME = expression(r"(?=\S{5})(?=.*[^\W\d]|.*-.*-)(?=.*[\d_-])[\w-]+")
_RAW_MEDIA = expression(
    r"\s*<(figure|video|audio)\b.*</\1\s*>\s*|\s*<(?:figure|video|audio)\b[^<>]*>\s*", re.IGNORECASE
)


class _Files(NamedTuple):
    """A kind of files: how their names are told, and how one begins a line of several."""

    is_name: Callable[[str], bool]
    one: re.Pattern[str]


def _files(is_name: Callable[[str], bool], extensions: str) -> _Files:
    one = rf"\s*[,;]?\s*(\S.*?\.(?:{extensions}))(?=[\s,;]|$)"
    return _Files(is_name, re.compile(one, re.IGNORECASE))


_PHOTOS = _files(is_photo_name, formats.EXTENSIONS)
_MEDIA = _files(media.is_media_name, media.EXTENSIONS)


def bare_names(
    line: str, exists: Callable[[str], bool], likeness: Callable[[str], float]
) -> list[str] | None:
    """Return the photo names a line consists of, or ``None`` if it is text.

    ``exists`` says whether there is such a photo, ``likeness`` how near (0-1) the name
    comes to one that is there. Names that exist may hold spaces, and several may stand on
    a line if one of them exists. A single word that ends like a photo's name is meant as
    one even if there is no such file, and so is what differs from a real name by a slip only.
    """
    return _names(line, _PHOTOS, exists, likeness)


def photo_names(line: str, document: Document) -> list[str] | None:
    """Return the photo names that a line of ``document`` consists of, or ``None``.

    A photo's name may lack its extension, as Windows shows it.
    """
    bare = _unwrapped(without_break(line))
    if bare is None:
        return None
    finder, folder = document.library.finder, document.path.parent

    def likeness(name: str) -> float:
        near = finder.nearest(name, folder)
        return near[1] if near else 0

    names = bare_names(bare, lambda name: finder.exists(name, folder), likeness)
    if names is None and (stem := _stem(bare, document)):
        return [stem]
    return names


def media_names(line: str, document: Document) -> list[str] | None:
    """Return the names of films, sounds and documents that a line consists of, or ``None``."""
    if not _ENDING.search(line, max(0, len(line) - _LAST)):
        return None
    bare = _unwrapped(without_break(line))
    if bare is None:
        return None
    finder, folder = document.library.finder, document.path.parent

    def likeness(name: str) -> float:
        near = finder.nearest(name, folder, of_photo=False)
        return near[1] if near else 0

    return _names(bare, _MEDIA, lambda name: finder.exists(name, folder), likeness)


def may_be_media(line: str) -> bool:
    """Say, cheaply, whether :func:`is_media_line` has to look at a line: 0.3 µs a sentence."""
    if "![" in line or "<" in line:
        return True
    length = len(line)
    tail = max(0, length - _LAST)
    # Two characters are the shortest extension; a sentence has its full stop behind them.
    if line.find(".", tail, length - 2) >= 0 and _ENDING.search(line, tail):
        return True
    if length <= _LONGEST_STEM and _STEM.fullmatch(line.strip()):
        return True
    return "/" in line and " " not in line.strip()


def is_media_line(line: str, document: Document) -> bool:
    """Say whether a line alone shows a photo, several, a film, a sound, a document or an embed.

    In any form: bare names, Markdown images and nothing else, raw HTML of an image, a figure
    or a player, the address of a film elsewhere.
    """
    if not may_be_media(line):
        return False
    if find_embed(_unwrapped(without_break(line)) or "") is not None:
        return True
    if "<" in line and (_RAW_MEDIA.fullmatch(line) or read_photos(parse_fragment(line))):
        return True
    if "![" in line and _inline_reader().images(without_break(line).strip()):
        return True
    return bool(photo_names(line, document) or media_names(line, document))


@cache
def _inline_reader() -> InlineReader:
    """Markdown's own reading of an image; what its address refers to does not matter here."""
    from markdown import Markdown

    return InlineReader(Markdown().ESCAPED_CHARS)


def _unwrapped(line: str) -> str | None:
    """Return a line without tags that hold the whole of it, or ``None`` if others are there."""
    if not _TAG.search(line) or find_embed(line):
        return line
    # Emphasis stands inside the tags or round them: <b>**a.jpg**</b>, **<b>a.jpg</b>**.
    return only_text(parse_fragment(visible(line).strip(_MARKS)))


def _stem(line: str, document: Document) -> str | None:
    """Return the name of a photo without its extension, if a line is one.

    A photo that the article also names in full is not meant: the line will be its caption.
    Where it may as well be a word, it is looked for beside the article alone.
    """
    text = visible(line)
    if len(text) > _LONGEST_STEM or not _STEM.fullmatch(text):
        return None
    finder, folder = document.library.finder, document.path.parent
    for name in dict.fromkeys(_peeled(text)):
        anywhere = _MADE_NAME.fullmatch(name) is not None
        found = finder.look_up_stem(name, folder, anywhere=anywhere)
        if found is None:
            continue
        body = same_name(" ".join(document.lines[document.body_line - 1 :]))
        if not isinstance(found, Path) or same_name(found.name) not in body:
            return name
    return None


def _names(
    line: str, files: _Files, exists: Callable[[str], bool], likeness: Callable[[str], float]
) -> list[str] | None:
    text = visible(without_break(line))
    if not files.is_name(text.rstrip(_MARKS)) or is_elsewhere(text):
        return None
    for spelling in _spellings(text, files):
        if exists(spelling):
            return [spelling]
    several = _several(text, files)
    if len(several) > 1 and any(map(exists, several)):
        missing = [name for name in several if not exists(name)]
        if all(_is_meant(name, likeness) for name in missing):
            return several
    name = text if files.is_name(text) else text.strip(_MARKS)
    words = name.split()
    if _MARKUP.search(name):
        return None
    if len(words) == 1:
        return [name]
    names_a_file = any(exists(word) for word in words)  # amid a sentence, say
    return [name] if not names_a_file and likeness(name) >= _TYPO else None


def _is_meant(name: str, likeness: Callable[[str], float]) -> bool:
    """Say whether a name that does not exist was meant as one."""
    if _MARKUP.search(name):
        return False
    return " " not in name or likeness(name) >= _TYPO


def _spellings(text: str, files: _Files) -> Iterator[str]:
    """Yield what the name may be once marks, escapes and entities are taken off."""
    for plain in dict.fromkeys(_peeled(text)):
        if files.is_name(plain):
            yield from dict.fromkeys((plain, _ESCAPE.sub(r"\1", plain), html.unescape(plain)))


def _peeled(text: str) -> Iterator[str]:
    """Yield a text without more and more of the marks round it."""
    yield text
    bare = text
    while len(bare) > 1 and bare[0] == bare[-1] and bare[0] in _MARKS:
        bare = bare[1:-1]
        yield bare
    yield bare.strip(_MARKS).strip()


def _several(text: str, files: _Files) -> list[str]:
    names: list[str] = []
    position = 0
    while match := files.one.match(text, position):
        names.append(match[1])
        position = match.end()
    return names if not text[position:].strip(" ,;") else []
