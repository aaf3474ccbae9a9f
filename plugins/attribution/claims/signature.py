"""The grammar of a sign-off: "Bài và ảnh: Thu Hà", "Thu Nga (Theo AFP, RT)", "T.H (tổng hợp)"."""

from __future__ import annotations

import re
from typing import NamedTuple

from plugins.attribution.claims.claim import Claim, claim_outlets, make_claim
from plugins.attribution.claims.parties import name_outlets
from plugins.attribution.lines.decoration import Undressed, peel
from plugins.attribution.lines.label import LABEL
from plugins.attribution.lines.links import Link
from plugins.attribution.lines.when import split_date
from plugins.core.text.expressions import expression
from plugins.names.likeness import Likeness, likeness_of_people, may_sign
from plugins.names.outlets import KnownOutlets, is_plain_name

_MOST_LETTERS = 140
_MOST_PEOPLE_LETTERS = 100
_TEXT = r"tin\s+bài|tin|bài(?:\s+viết)?|phóng\s+sự|ghi\s+chép|nội\s+dung|lời"
_OTHER = r"(?:hình\s+)?ảnh|video|clip|đồ\s+h(?:ọa|oạ)|trình\s+bày|thiết\s+kế|thực\s+hiện"
_JOINED = r"\s*(?:,|;|&|\+|/|-|–|và)\s*"
# Bài và ảnh: | Ảnh, bài: | Tin: | Thực hiện: | Người viết: | PV:
_LABEL = expression(
    rf"(?:(?:(?:{_OTHER}){_JOINED})*(?:{_TEXT})(?:{_JOINED}(?:{_TEXT}|{_OTHER}))*"
    r"|(?:(?:nhóm|người)\s+)?thực\s+hiện|(?:nhóm\s+)?tác\s+giả|người\s+viết|biên\s+soạn|tổng\s+hợp"
    r"|(?:nhóm\s+)?phóng\s+viên|(?:nhóm\s+)?pv|ctv|btv)\s*[:：﹕]\s*",
    re.IGNORECASE,
)
# … Ảnh: Ngọc Bằng | … (Video: VTV): credited for something else, so it stays in the body.
_OTHERS = expression(
    r"(?P<who>.+?)[\s,;./–—-]*[(\[]?\s*(?<!\w)"
    rf"(?P<rest>(?:nguồn\s+)?(?:{_OTHER}|photo|infographic)(?:\s+minh\s+h(?:ọa|oạ))?\s*[:：﹕].+)",
    re.IGNORECASE,
)
_GATHERED = r"(?:tổng\s+hợp|lược\s+dịch|biên\s+dịch|dịch|trích|dẫn)"
_FROM = expression(
    rf"(?P<who>.+?)[\s,;./|–—-]*[(\[]?\s*(?<!\w)"
    rf"(?:(?:{_GATHERED}\s+)?{LABEL}|{_GATHERED}\s+từ)(?:\s*[:：﹕]\s*|\s+)"
    r"(?P<said>[^()]+(?:\([^()]*\))?)[\])]*",
    re.IGNORECASE,
)
# Says no more than that they did it.
_DONE = expression(
    r"(?P<who>.+?)[\s,–—-]*(?:(?<!\w)(?:tổng\s+hợp|thực\s+hiện|ghi|lược\s+ghi|biên\s+soạn)"
    r"|[(\[]\s*(?:tổng\s+hợp|t\s?/\s?h|t\.\s?h\.?|th|thực\s+hiện|ghi|lược\s+ghi|biên\s+soạn|"
    rf"(?:{_TEXT}|{_OTHER})(?:{_JOINED}(?:{_TEXT}|{_OTHER}))*)\s*[)\]])",
    re.IGNORECASE,
)
# Says something that a reader should know, so it stays in the body.
_TOLD = expression(
    r"(?P<who>.+?)\s*(?:[(\[]\s*(?:lược\s+dịch|biên\s+dịch|dịch|chuyển\s+ngữ|sưu\s+tầm|s\.?t|lược\s+thuật"
    r"|ctv|pv|btv|cộng\s+tác\s+viên|phóng\s+viên|từ\s+[^()]{2,30})\s*[)\]]"
    r"|(?<!\w)(?:lược\s+dịch|biên\s+dịch|dịch|chuyển\s+ngữ|sưu\s+tầm))",
    re.IGNORECASE,
)
_SPEAKER = expression(r"(?:nhóm\s+)?(?:pv|phóng\s+viên|ctv|btv)\b", re.IGNORECASE)
_SOURCE_LABEL = expression(rf"{LABEL}\b\s*", re.IGNORECASE)


class Signature(NamedTuple):
    """What a sign-off says.

    ``people`` are who wrote the text, as written, or ""; ``claim`` names the outlets they are
    taken from. ``rest`` is what of the line has to stay in the body. Unless it is
    ``certain``, the people may as well be something else.
    """

    people: str
    claim: Claim | None = None
    rest: str = ""
    certain: bool = True


def read_signature(said: Undressed, known: KnownOutlets) -> Signature | None:
    """Read a line as a sign-off that names people; ``None`` if it is none."""
    text = said.text
    if not text or len(text) > _MOST_LETTERS:
        return None
    if label := _SOURCE_LABEL.match(text):
        # "Theo Thu Hà" may be meant so, but a paper is more often.
        people = text[label.end() :]
        is_name = likeness_of_people(people, known) is Likeness.SURELY
        return Signature(people, certain=False) if is_name else None
    if label := _LABEL.match(text):
        found = _labelled(text[label.end() :], said.links, known)
        # "PV: Vâng" is a line of an interview.
        speaks = found and _SPEAKER.match(text) and not likeness_of_people(found.people, known)
        return None if speaks else found
    return _signed(text, said.links, known)


def _labelled(text: str, links: tuple[Link, ...], known: KnownOutlets) -> Signature | None:
    """Behind a label whatever may be a name is one."""
    text = peel(text)
    found = _signed(text, links, known)
    if found is not None:
        return found._replace(certain=True)
    others = _OTHERS.fullmatch(text)
    who, rest = (peel(others["who"]), peel(others["rest"])) if others else (text, "")
    return Signature(who, rest=rest) if may_sign(who, known) else None


def _signed(text: str, links: tuple[Link, ...], known: KnownOutlets) -> Signature | None:
    if len(text) <= _MOST_PEOPLE_LETTERS and (sure := likeness_of_people(text, known)):
        return Signature(text, certain=sure is Likeness.SURELY)
    if others := _OTHERS.fullmatch(text):
        who = peel(others["who"])
        sure = likeness_of_people(who, known)
        return Signature(who, rest=peel(others["rest"])) if sure is Likeness.SURELY else None
    if (found := _FROM.fullmatch(text)) and may_sign(who := peel(found["who"]), known):
        return _from(who, found["said"], links, known)
    if (done := _DONE.fullmatch(text)) and may_sign(who := peel(done["who"]), known):
        return Signature(who)
    if (told := _TOLD.fullmatch(text)) and may_sign(who := peel(told["who"]), known):
        return Signature(who, rest=text)
    claim = make_claim(Undressed(text, links), known)
    if claim and claim.certain and claim.source.author and _is_plain(claim, known):
        return Signature(claim.source.author, claim)
    return None


def _from(who: str, text: str, links: tuple[Link, ...], known: KnownOutlets) -> Signature | None:
    """``Thu Nga (Theo AFP, RT)``."""
    text, date = split_date(peel(text))
    outlets = name_outlets(text, known)
    return Signature(who, claim_outlets(who, outlets, links, known, date)) if outlets else None


def _is_plain(claim: Claim, known: KnownOutlets) -> bool:
    return all(is_plain_name(outlet.name, known) for outlet in claim.source.outlets)
