"""The credit in a caption: "(Ảnh: Ngọc Bằng)".

The rule. A credit is a label, a colon and a name, at the end of a line of the caption.

* The label is ``Ảnh``, ``Nguồn ảnh`` or ``Photo``. In small letters it counts only after
  a bracket, a dash or the end of a sentence ("bức ảnh: …" is none). Capitals after
  a word in capitals are part of a headline ("TRIỂN LÃM ẢNH: …").
* What follows is short, at most :data:`LONGEST` words, and has no end of a sentence inside;
  the stop after initials ("T.L.", "NSNA.") is none. Of several labels the last one counts.
* ``Ảnh minh họa: X`` and its like ("Ảnh tư liệu: X", "Ảnh và video: X") credit X too, but
  the words before the colon tell the reader something, so they stay in the caption.
* "Bài, ảnh: X" and "Tin và ảnh: X" name the author of the text: no credit of a photo.

Brackets, dashes, a final full stop and the label itself belong to neither part.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from plugins.figures.text import LINE_END

LONGEST = 12
SHORTEST_SENTENCE = 5

_QUALIFIERS = (
    r"\s+(?:minh\s+h(?:ọa|oạ)|tư\s+liệu|lưu\s+trữ|sưu\s+tầm|tham\s+khảo|phục\s+dựng|"
    r"chụp(?:\s+màn\s+hình)?|cắt\s+từ\s+(?:clip|video))|"
    r"(?:\s+và\s+|\s*[,&+/-]\s*)(?:video|clip|đồ\s+họa)"
)
_LABEL = rf"(?P<words>(?:nguồn\s+ảnh|photos?|ảnh)(?P<more>{_QUALIFIERS})?)\s*[:：﹕∶]\s*"
_OPENERS = '([（［“"«'
_CLOSERS = ')]）］”"»'
_PAIRS = tuple(zip(_OPENERS, _CLOSERS, strict=True))
_SEPARATORS = " \t\n\u00a0\u202f-–—―/|,;•·" + LINE_END
_LABEL_AT = re.compile(rf"(?<!\w){_LABEL}", re.IGNORECASE)
_LABEL_FIRST = re.compile(rf"[\s{re.escape(_OPENERS)}–—-]*{_LABEL}\S", re.IGNORECASE)
_BARE_QUALIFIER = re.compile(
    rf"[\s{re.escape(_OPENERS)}]*ảnh(?:{_QUALIFIERS})[\s.{re.escape(_CLOSERS)}]*", re.IGNORECASE
)
_WITH_OTHERS = re.compile(
    r"(?:\bvà|[&+]|\b(?:bài(?:\s+viết)?|tin|lời|thực\s+hiện|nội\s+dung|video|clip)\s*[,/–-])$",
    re.IGNORECASE,
)
_ENDS_SENTENCE = '.!?…:;)]）］”"'
_DASHES = "-–—―/|•·"
_STOP = re.compile(r"(\S*?)[.!?…]+[)\]”\"]*\s+(?=\S)")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]|Ths?|Ng|Tr|Ph|Nh")


class Credit(NamedTuple):
    """A credit found in a text: the caption is ``text[:end] + suffix + text[after:]``."""

    end: int
    after: int
    suffix: str
    name: str


def find_credit(text: str) -> Credit | None:
    """Return the last credit that ends a line of ``text`` (in NFC), or ``None``.

    Lines end at :data:`LINE_END`; all other white space is only white space.
    """
    for begin, end in reversed(list(_lines(text))):
        for match in reversed(list(_LABEL_AT.finditer(text, begin, end))):
            name = _name(text[match.end() : end])
            if name is None:
                break
            if name and _is_label(text, match):
                return _credit(text, match, end, name)
    return None


def runs_on(text: str) -> bool:
    """Say whether a sentence follows a credit in ``text``, as no caption should go on."""
    for match in _LABEL_AT.finditer(text):
        if not text[: match.start()].strip(_SEPARATORS + _OPENERS) or not _is_label(text, match):
            continue
        rest = text[match.end() :]
        stops = (stop for stop in _STOP.finditer(rest) if not _is_abbreviation(stop[1], rest))
        ends = [stop.end() for stop in stops]
        ends += [match.end() for match in re.finditer(LINE_END, rest)]
        if ends and len(rest[min(ends) :].split()) >= SHORTEST_SENTENCE:
            return True
    return False


def split_credit(text: str) -> tuple[str, str | None]:
    """Return a plain caption without its credit, and the credit.

    >>> split_credit("Quang cảnh hội nghị. (Ảnh: Ngọc Bằng)")
    ('Quang cảnh hội nghị.', 'Ngọc Bằng')
    """
    text = unicodedata.normalize("NFC", text)
    credit = find_credit(text)
    if credit is None:
        return text.strip(), None
    return (text[: credit.end] + credit.suffix + text[credit.after :]).strip(), credit.name


def begins_with_credit(text: str) -> bool:
    """Say whether a paragraph begins with a credit's label and a name, or is "Ảnh minh họa"."""
    text = unicodedata.normalize("NFC", text)
    return bool(_LABEL_FIRST.match(text) or _BARE_QUALIFIER.fullmatch(text))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the lines of a text begin and end.

    A credit that goes on visibly, after its colon or in its bracket, is on one line.
    """
    begin = 0
    for match in re.finditer(LINE_END, text):
        if not _goes_on(text[begin : match.start()], text[match.end() :]):
            yield begin, match.start()
            begin = match.end()
    yield begin, len(text)


def _goes_on(line: str, rest: str) -> bool:
    labels = list(_LABEL_AT.finditer(line))
    if not labels:
        return False
    name = line[labels[-1].end() :]
    opener = line[: labels[-1].start()].rstrip()[-1:]
    closer = _CLOSERS[_OPENERS.index(opener)] if opener and opener in _OPENERS else ""
    return not name.strip() or (closer not in name and closer in rest)


def _name(rest: str) -> str | None:
    """Return the name in what follows a label, or ``None`` if that is more than a name."""
    name = rest.strip()
    while name != (shorter := _without_end(name)):
        name = shorter
    if len(name.split()) > LONGEST or any(_surplus(name, *pair) > 0 for pair in _PAIRS):
        return None
    stops = (match[1] for match in _STOP.finditer(name))
    return name if all(_is_abbreviation(word, name) for word in stops) else None


def _without_end(name: str) -> str:
    """Return ``name`` without one closing mark that belongs to the whole, or without "./."."""
    if any(
        name.endswith(closer) and _surplus(name, opener, closer) > 0 for opener, closer in _PAIRS
    ):
        return name[:-1].rstrip()
    if name.endswith((".", "/")) and not _ends_in_initials(name):
        return name[:-1].rstrip()
    return name


def _surplus(name: str, opener: str, closer: str) -> int:
    if opener == closer:
        return name.count(closer) % 2
    return name.count(closer) - name.count(opener)


def _is_abbreviation(word: str, name: str) -> bool:
    return bool(_INITIALS.fullmatch(word)) or (word.isupper() and not name.isupper())


def _ends_in_initials(name: str) -> bool:
    return re.search(r"(?:^|\s|\.)\w\.\w\.$", name) is not None


def _is_label(text: str, match: re.Match[str]) -> bool:
    before = text[: match.start()].rstrip()
    if _WITH_OTHERS.search(before):
        return False
    words = match["words"]
    apart = not before or before[-1] in _ENDS_SENTENCE + _DASHES + _OPENERS
    if words.isupper():
        return apart or not before.split()[-1].isupper()
    return apart or words[0].isupper()


def _credit(text: str, match: re.Match[str], after: int, name: str) -> Credit:
    before = text[: match.start()].rstrip(_SEPARATORS)
    opener = before[-1:] if before and before[-1] in _OPENERS else ""
    if match["more"]:
        closer = _CLOSERS[_OPENERS.index(opener)] if opener else ""
        return Credit(match.end("words"), after, closer, name)
    if opener:
        before = before[:-1].rstrip(_SEPARATORS)
    return Credit(len(before), after, "", name)
