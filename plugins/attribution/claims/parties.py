"""Which part is the person and which the outlet: the rule in the package's docstring."""

from __future__ import annotations

import re
from typing import NamedTuple

from plugins.core.text.expressions import expression
from plugins.core.text.spaces import fold, squeeze
from plugins.names.outlets import (
    KnownOutlets,
    is_outlet,
    is_outlet_among_others,
    is_plain_name,
)
from plugins.names.people import are_people, has_family_name, is_person
from plugins.names.word_lists import VERBS

_BETWEEN = expression(r"\s*[,;/|]\s*|\s+[-–—]\s+")
_BETWEEN_OUTLETS = expression(r"\s*[;,&]\s*|\s+và\s+", re.IGNORECASE)
_IN_BRACKETS = expression(r"(?P<name>[^()]+?)\s*\((?P<other>[^()]+)\)")

_MOST_LETTERS = 300
# Behind the last of several, "…" says that there were more.
_ITEMS = expression(r"\s*[,;/|]\s*(?:\.{3}|…)?|\s+[-–—]\s+")
_NOT_MEDIA = expression(
    r"(?:luật|nghị|thông tư|quyết định|kế hoạch|quy định|chỉ thị|công văn|báo cáo|dự|kết quả|"
    r"ông|bà|anh|chị|cô|các|một|những|đó|đây|dõi|tôi|đánh giá|thống kê|truyền thuyết|lịch|"
    r"phong tục|nguồn|như|cách|lời|ý|người|chương trình|điều|khoản)\b"
)
_MOST_WORDS = 6


class Parties(NamedTuple):
    """Who wrote it (``None``: not said, or in doubt) and which outlets had it first.

    ``certain`` means that every outlet was recognised as one.
    """

    author: str | None
    outlets: tuple[str, ...]
    certain: bool


def parse_parties(text: str, known: KnownOutlets) -> Parties:
    """Split what stands behind "Nguồn:" into person and outlets; ``text`` is not empty.

    Every word of ``text`` but the separators is in the result. In doubt it is one outlet.
    """
    text = squeeze(text)
    if len(text) > _MOST_LETTERS:
        return Parties(None, (text,), certain=False)
    if outlets := _outlets(text, known):
        # "Báo A, Trần Tuấn Ngọc" as a whole begins like an outlet too.
        return _outlet_then_person(text, known) or Parties(None, outlets, certain=True)
    found = _person_then_outlet(text, known) or _outlet_then_person(text, known)
    return found or Parties(None, _listed(text, known), certain=False)


def name_outlets(text: str, known: KnownOutlets) -> tuple[str, ...]:
    """Return the outlets that ``text`` lists behind "Theo", known or not; none in doubt.

    An unknown one is short, begins with a capital and says nothing ("Infonet", "Bold Sky").
    """
    text = squeeze(text)
    if says_more(text):
        return ()
    if listed := _outlets(text, known):
        return listed if all(is_plain_name(name, known) for name in listed) else ()
    parts = [part for part in _ITEMS.split(text) if part.strip(" .…")]
    parts = [name for part in parts for name in _both(part, known)]
    each = [_outlets(part, known) or _unknown(part) for part in parts]
    return tuple(name for names in each for name in names) if parts and all(each) else ()


def _both(text: str, known: KnownOutlets) -> list[str]:
    """``AFP và RT``, but not ``Pháp luật và Bạn đọc``."""
    left, between, right = text.partition(" và ")
    apart = between and (_outlets(left, known) or _outlets(right, known))
    return [left, right] if apart else [text]


def _person_then_outlet(text: str, known: KnownOutlets) -> Parties | None:
    for left, right in [*_cuts(_BETWEEN, text), *_bracketed(text)]:
        if are_people(left, known) and (outlets := _outlets(right, known)):
            return Parties(left, outlets, certain=True)
    return None


def _outlet_then_person(text: str, known: KnownOutlets) -> Parties | None:
    for left, right in _bracketed(text):
        if is_person(right, known) and (outlets := _outlets(left, known)):
            return Parties(right, outlets, certain=True)
    for left, right in _cuts(_BETWEEN, text):
        # Without a family name, "Báo Tuổi Trẻ, Mù Cang Chải" would make a place an author.
        if is_person(right, known) and has_family_name(right):
            outlets = _outlets(left, known)
            if outlets:
                return Parties(right, outlets, certain=True)
    return None


def _outlets(text: str, known: KnownOutlets) -> tuple[str, ...]:
    """Return the outlets that ``text`` lists if it holds nothing else, as many as possible.

    "Sở Văn hóa, Thể thao và Du lịch" is one: its parts alone are no outlets.
    """
    if known.spelling(text):
        return (text,)
    for left, right in _cuts(_BETWEEN_OUTLETS, text):
        if not is_outlet_among_others(left, known):
            continue
        rest = _outlets(right, known)
        if rest and all(is_outlet_among_others(name, known) for name in rest):
            return (left, *rest)
    return (text,) if is_outlet(text, known) else ()


def _listed(text: str, known: KnownOutlets) -> tuple[str, ...]:
    """Split at semicolons, which no outlet's name holds, if any part is an outlet."""
    parts = [part for part in re.split(r"\s*;\s*", text) if part]
    if not any(_outlets(part, known) for part in parts):
        return (text,)
    return tuple(name for part in parts for name in _outlets(part, known) or (part,))


def _bracketed(text: str) -> list[tuple[str, str]]:
    match = _IN_BRACKETS.fullmatch(text)
    return [(match["name"], match["other"])] if match else []


def _cuts(separator: re.Pattern[str], text: str) -> list[tuple[str, str]]:
    cuts = [(text[: cut.start()], text[cut.end() :]) for cut in separator.finditer(text)]
    return [(left, right) for left, right in cuts if left and right]


def says_more(text: str) -> bool:
    """Whether a text says something of an outlet, as a sentence does."""
    words = f" {fold(text)} "
    return any(f" {verb} " in words for verb in VERBS)


def _unknown(text: str) -> tuple[str, ...]:
    """Return a name that is no known outlet's, if it can be one."""
    may_be = (
        1 <= len(text.split()) <= _MOST_WORDS
        and text[:1].isupper()
        and not re.search(r"[.?!:…]\s|[?!:%]", text)
        and _NOT_MEDIA.match(fold(text)) is None
    )
    return (text,) if may_be else ()
