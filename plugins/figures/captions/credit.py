"""The credit in a caption: "(Ảnh: Ngọc Bằng)".

The rule. A credit is a label, a colon and a name, at the end of a line of the caption.

* The label is ``Ảnh``, ``Nguồn ảnh`` or ``Photo``. In small letters it counts only after
  a bracket, a dash or the end of a sentence ("bức ảnh: …" is none). Capitals after
  a word in capitals are part of a headline ("TRIỂN LÃM ẢNH: …").
* ``Nguồn`` is one in brackets or behind the caption's text: "(Nguồn: AFP/TTXVN)".
* What follows is short, at most :data:`LONGEST` words, and has no end of a sentence inside;
  the stop after initials ("T.L.", "NSNA.") is none. Of several labels the last one counts.
* ``Ảnh minh họa: X`` and its like ("Ảnh tư liệu: X", "Ảnh và video: X") credit X too, but
  the words before the colon tell the reader something, so they stay in the caption.
* ``Video``, ``Clip`` and ``Đồ họa`` before a name are what the credit is called on the page
  ("Đồ họa: X"); "Video: Lũ quét qua bản" is a headline.
* "Bài, ảnh: X" and "Tin và ảnh: X" name the author of the text: no credit of a photo. In "ở
  sân bay Nội Bài - Ảnh: X" the word is another.
* ``Ảnh`` needs no colon in brackets, behind a dash or a sentence, before a name in capitals
  ("(ảnh V.SƠN)", "- Ảnh TIẾN LỢI."), an office ("Ảnh Công an tỉnh") or whence it is ("Ảnh do
  nhân vật cung cấp", "Ảnh chụp màn hình", "Ảnh cắt từ clip"). Without a caption before it a name
  must be surely one: "Ảnh Bác Hồ" tells what is seen.

Brackets, dashes, a final full stop and the label itself belong to neither part.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from plugins.core.text.expressions import expression
from plugins.figures.tree.text import LINE_END
from plugins.names.outlets import KnownOutlets, is_outlet

LONGEST = 16
_LONGEST_LETTERS = 400
"""As many letters the name of a credit may have: a "word" can be as long as a text."""
_FEW_LETTERS = 200  # before a label, which say what it is
_MOST_LABELS = 50  # of credits in one caption
SHORTEST_SENTENCE = 5

_KINDS = r"minh\s+h(?:ọa|oạ)|tư\s+liệu|lưu\s+trữ|sưu\s+tầm|tham\s+khảo|phục\s+dựng"
_QUALIFIERS = (
    rf"\s+(?:{_KINDS}|chụp(?:\s+màn\s+hình)?|cắt\s+từ\s+(?:clip|video))|\s*\((?:{_KINDS})\)|"
    r"(?:\s+và\s+|\s*[,&+/-]\s*)(?:video|clip|đồ\s+h(?:ọa|oạ))"
)
_LABEL = (
    rf"(?P<words>(?:nguồn\s+ảnh|ảnh\s+nguồn|photos?|ảnh)(?P<more>{_QUALIFIERS})?"
    r"|(?P<other>video|clip|đồ\s+h(?:ọa|oạ)|infographic)|(?P<source>nguồn))\s*[:：﹕∶]\s*"
)
_PHOTO_LABEL = expression(r"nguồn(?:\s+ảnh)?|ảnh\s+nguồn|photos?|ảnh", re.IGNORECASE)
_COLONS = (":", "：", "﹕", "∶")
_OPENERS = '([（［“"«'
_CLOSERS = ')]）］”"»'
_PAIRS = tuple(zip(_OPENERS, _CLOSERS, strict=True))
_SEPARATORS = " \t\n\u00a0\u202f-–—―/|,;•·" + LINE_END
_LABEL_AT = expression(rf"(?<!\w){_LABEL}", re.IGNORECASE)
_LABEL_FIRST = expression(
    rf"[\s{re.escape(_OPENERS)}–—-]*(?<!\w)(?:(?:nguồn\s+ảnh|ảnh\s+nguồn|photos?|ảnh)"
    rf"(?:{_QUALIFIERS})?|(?<=[{re.escape(_OPENERS)}])nguồn)\s*[:：﹕∶]\s*\S",
    re.IGNORECASE,
)
# "(ảnh V.SƠN)", "- Ảnh TIẾN LỢI.", "Ảnh do nhân vật cung cấp": without a colon.
_BARE_AT = expression(
    rf"(?<!\w)(?P<words>ảnh(?P<more>\s+(?:{_KINDS})(?=\s+\w))?)\s+(?P<name>\S)", re.IGNORECASE
)
_HOW = expression(
    r"(?:do\s+\S.*\S\s+(?:cung\s+cấp|chụp|gửi)"
    r"|\S.*\S\s+cung\s+cấp"
    r"|chụp\s+(?:màn\s+hình|lại|qua|từ|facebook|fb|zalo|clip)\b.*|cắt\s+(?:ra\s+)?từ\s+\S.*|trích\s+từ\s+\S.*"
    r"|từ\s+(?:clip|video|camera|trang|tài\s+khoản|facebook|internet|mạng)\b.*"
    r"|(?:nhân\s+vật|bạn\s+đọc|gia\s+đình|nvcc|fbnv|internet|facebook|fb|zalo|google|youtube|vệ\s+tinh"
    r"|công\s+an|csgt|báo|đài|sở|ubnd|cục|phòng|trung\s+tâm|cổng|trang|hội|ban|bộ|đoàn)\b.*)",
    re.IGNORECASE,
)
_LONGEST_BARE = 8
_LONGEST_ALONE = 5
_NO_LIST = KnownOutlets()
_SMALL_WORDS = frozenset(("và", "của", "-", "–", "&", "/", "+"))
_BARE_QUALIFIER = expression(
    rf"[\s{re.escape(_OPENERS)}]*ảnh(?:{_QUALIFIERS})[\s.{re.escape(_CLOSERS)}]*", re.IGNORECASE
)
# "Bài, ảnh: …", but not "… ở sân bay Nội Bài - Ảnh: …".
_WITH_OTHERS = expression(
    rf"(?:\bvà|[&+]|(?:^|[.!?…:;)\]”\"(\[{LINE_END}]\s*|\s[–—|/-]\s)"
    r"(?:bài(?:\s+viết)?|tin(?:\s+bài)?|lời|thực\s+hiện|nội\s+dung|video|clip)\s*[,/–—-])$",
    re.IGNORECASE,
)
_ENDS_SENTENCE = '.!?…:;)]）］”"'
_DASHES = "-–—―/|•·"
# Looks once at each word and each row of stops: "a.a.a" is no reason to begin at every letter.
_STOP = expression(r"(?<!\S)(\S*?)(?<![.!?…])[.!?…]++[)\]”\"]*+\s++(?=\S)")
_INITIALS = expression(r"(?:[^\W\d_]\.)*[^\W\d_]|Ths?|Ng|Tr|Ph|Nh")


class Credit(NamedTuple):
    """A credit found in a text: the caption is ``text[:end] + suffix + text[after:]``.

    ``label`` is what stands before the name's colon ("Ảnh", "Video", "Đồ họa"), unless it stays in
    the caption.
    """

    end: int
    after: int
    suffix: str
    name: str
    label: str = ""


def find_credit(text: str) -> Credit | None:
    """Return the last credit that ends a line of ``text`` (in NFC), or ``None``.

    Lines end at :data:`LINE_END`; all other white space is only white space.
    """
    for begin, end in reversed(list(_lines(text))):
        for match in reversed(list(_LABEL_AT.finditer(text, begin, end))):
            name = _name(text, match.end(), end)
            if name is None:
                break
            if name and _is_label(text, match, name):
                return _credit(text, match, end, name)
        if credit := _find_bare(text, begin, end):
            return credit
    return None


def _find_bare(text: str, begin: int, end: int) -> Credit | None:
    """Return the credit without a colon that ends a line."""
    for match in reversed(list(_BARE_AT.finditer(text, begin, end))):
        if end - match.start("name") > _LONGEST_LETTERS:
            break
        name = _name(text, match.start("name"), end)
        if name and _is_apart(text, match):
            alone = not text[: match.start()].strip(_SEPARATORS)
            in_capitals = name.isupper() and not match["words"].isupper()
            is_name = _names_somebody(name) if alone and not in_capitals else _may_be_name(name)
            if is_name:
                return _credit(text, match, end, name)
    return None


def _is_apart(text: str, match: re.Match[str]) -> bool:
    """Whether a label without a colon is set off from the text before it."""
    before = _before(text, match)
    if not before or before[-1] in _ENDS_SENTENCE:
        return match["words"][0].isupper()
    return before[-1] in _OPENERS or (
        before[-1] in _DASHES and (len(before) == 1 or before[-2].isspace())
    )


def _may_be_name(name: str) -> bool:
    """Whether a text names somebody: in capitals throughout, or an office, or who provided it."""
    words = name.split()
    if len(words) > _LONGEST_BARE + 2 * ("cung cấp" in name):
        return False
    if _HOW.fullmatch(name):
        return True
    return all(word[0].isupper() or word.lower() in _SMALL_WORDS for word in words)


def runs_on(text: str) -> bool:
    """Say whether a sentence follows a credit in ``text``, as no caption should go on."""
    for number, match in enumerate(_LABEL_AT.finditer(text)):
        if number == _MOST_LABELS:
            return True
        if not text[: match.start()].strip(_SEPARATORS + _OPENERS) or not _is_label(
            text, match, ""
        ):
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
    if _LABEL_FIRST.match(text) or _BARE_QUALIFIER.fullmatch(text):
        return True
    credit = find_credit(text)
    return credit is not None and credit.end == 0 and is_of_photo(credit.label)


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
    opener = _opener(line[: labels[-1].start()].rstrip())
    closer = _CLOSERS[_OPENERS.index(opener)] if opener else ""
    return not name.strip() or (closer not in name and closer in rest)


def _name(text: str, start: int, end: int) -> str | None:
    """Return the name in what follows a label, or ``None`` if that is more than a name."""
    name = text[start:end].strip() if end - start <= _LONGEST_LETTERS else None
    if name is None:
        return None
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


def _names_somebody(name: str) -> bool:
    """Whether a text is no subject: "Ảnh Phạm Hà" alone is a credit, "Ảnh Bác Hồ" is not."""
    if _HOW.fullmatch(name):
        return len(name.split()) <= _LONGEST_ALONE or name.endswith("cung cấp")
    if "/" in name:
        return _may_be_name(name)
    from plugins.names.likeness import Likeness, likeness_of_people  # hardly ever needed

    sure = likeness_of_people(name, _NO_LIST) is Likeness.SURELY
    return sure or is_outlet(name, _NO_LIST)


def _before(text: str, match: re.Match[str]) -> str:
    """Return as much of what stands before a label as says what it is."""
    return text[max(0, match.start() - _FEW_LETTERS) : match.start()].rstrip()


def _is_label(text: str, match: re.Match[str], name: str) -> bool:
    before = _before(text, match)
    if _WITH_OTHERS.search(before):
        return False
    words = match["words"]
    apart = not before or before[-1] in _ENDS_SENTENCE + _DASHES + _OPENERS
    if match["source"]:
        return bool(before) and apart
    if match["other"]:
        return apart and _may_be_name(name)
    if words.isupper():
        return apart or not before.split()[-1].isupper()
    return apart or words[0].isupper()


def _credit(text: str, match: re.Match[str], after: int, name: str) -> Credit:
    before = text[: match.start()].rstrip(_SEPARATORS)
    opener = _opener(before)
    if match["more"]:
        closer = _CLOSERS[_OPENERS.index(opener)] if opener else ""
        return Credit(match.end("words"), after, closer, name)
    if opener:
        before = before[:-1].rstrip(_SEPARATORS)
    label = match["words"] if text[match.end("words") :].lstrip()[:1] in _COLONS else ""
    return Credit(len(before), after, "", name, label[:1].upper() + label[1:])


def _opener(before: str) -> str:
    """Return the bracket or quotation mark that a text ends in, if it opens what follows."""
    mark = before[-1:]
    if not mark or mark not in _OPENERS:
        return ""
    rest = before[:-1]
    ends_straight = mark == '"' and rest.count('"') % 2 == 1
    ends_low = mark == "“" and "“" not in (last := rest[rest.rfind("„") :]) and "”" not in last
    return "" if ends_straight or (ends_low and "„" in rest) else mark


def is_of_photo(label: str) -> bool:
    """Say whether a credit's label names the photographer, whose label is always the same."""
    return not label or _PHOTO_LABEL.fullmatch(label) is not None
