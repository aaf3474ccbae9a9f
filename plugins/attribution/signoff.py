"""A body signed with nothing but an outlet's name, without "Nguồn:" before it.

That is no source line, for the last words of a text are not taken from it on a guess, but
the editor is asked: "(TTXVN/Vietnam+)", "Trần Tuấn Ngọc/Báo Lào Cai", "Tổng hợp từ TTXVN".
"""

from __future__ import annotations

import re

from plugins.attribution.body import Body
from plugins.attribution.claims import make_claim
from plugins.attribution.decoration import Undressed, peel, undress
from plugins.attribution.line import is_marked_off
from plugins.attribution.outlets import KnownOutlets, is_host, is_plain_name
from plugins.attribution.people import are_people, has_family_name
from plugins.attribution.spaces import squeeze

_MOST_LETTERS = 100
_GATHERED = re.compile(
    r"(?:tổng hợp|trích|dẫn|đăng lại|lược dịch|tin|bài|tin bài)"
    r"(?:\s*[:：]|\s+(?:từ|theo|của)(?:\s*[:：])?)?\s+",
    re.IGNORECASE,
)
_LIST_ITEM = re.compile(r"\s*(?:[-+*•]|\d+[.)])\s")
# Of hosts only those that cannot be a file's name.
_HOSTS = (".vn", ".com", ".net", ".org")


def find_sign_off(body: Body, known: KnownOutlets) -> tuple[int, str] | None:
    """Return the index of such a last line and the names in it; ``None`` if there is none."""
    start, end = body.last() or (0, 0)
    raw = "\n".join(body.lines[start:end])
    if not raw or len(raw) > _MOST_LETTERS * 5 or _LIST_ITEM.match(raw):
        return None
    said = undress(raw, body.references)
    if said is None or len(said.text) > _MOST_LETTERS:
        return None
    if body.continues(start) and not is_marked_off(raw):
        return None
    bare = peel(_GATHERED.sub("", said.text, count=1)) or said.text
    claim = make_claim(Undressed(bare, said.links), known)
    if claim is None or not claim.certain:
        return None
    names = [outlet.name for outlet in claim.source.outlets]
    if not all(is_plain_name(name, known) and not _may_be_file(name) for name in names):
        return None
    return _spoken(body, start, end), squeeze(bare)


def is_named_like_a_person(name: str, known: KnownOutlets) -> bool:
    """Whether what was taken for an outlet has the form of persons' names.

    Without a family name it may as well be a magazine (Sao Mai).
    """
    return are_people(name, known) and " " in squeeze(name) and has_family_name(name)


def _may_be_file(name: str) -> bool:
    return is_host(name) and not name.lower().endswith(_HOSTS)


def _spoken(body: Body, start: int, end: int) -> int:
    """Return the index of the line with words among those of a wrapper."""
    words = (at for at in range(start, end) if re.sub(r"<[^<>]*>|\s", "", body.lines[at]))
    return next(words, start)
