"""A body signed in its last line: by those who wrote it, or with an outlet's name alone.

The latter ("(TTXVN/Vietnam+)", "Tổng hợp từ TTXVN") is no source line, for the last words of a
text are not taken from it on a guess, but the editor is asked.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from plugins.attribution.claims.claim import make_claim
from plugins.attribution.lines.body import BodyLines, is_photo
from plugins.attribution.lines.context import has_ended, is_announced, is_item, stands_in
from plugins.attribution.lines.decoration import Undressed, peel, undress
from plugins.attribution.lines.label import SOURCE
from plugins.attribution.lines.line import is_marked_off
from plugins.core.text.expressions import expression
from plugins.core.text.spaces import fold, squeeze
from plugins.names.outlets import KnownOutlets, is_host, is_plain_name
from plugins.names.people import are_people, has_family_name
from plugins.names.syllables import GROUPS

if TYPE_CHECKING:
    from plugins.attribution.claims.signature import Signature

_MOST_LETTERS = 100
_GATHERED = expression(
    r"(?:tổng hợp|trích|dẫn|đăng lại|lược dịch|tin|bài|tin bài)"
    r"(?:\s*[:：]|\s+(?:từ|theo|của)(?:\s*[:：])?)?\s+",
    re.IGNORECASE,
)
_LONGEST = 170  # letters of a sign-off, with what may stand round it
_SOURCE = expression(rf"[\W_]*{SOURCE}[\w\s]*[:：]", re.IGNORECASE)
_MARKUP = expression(r"[<\[&*_\\]|\s{3}")
_LIST_ITEM = expression(r"\s*(?:[-+*•]|\d+[.)])\s")
_HEADING = expression(r" {0,3}#")
_NOTE = expression(
    r"\W*(?:ảnh|hình ảnh|video|clip|đồ h(?:ọa|oạ)|thiết kế|trình bày|photo)\s*[:：]\s*\S.{0,80}$"
    r"|\s*[(_]*\\?\*\)?\s.*(?:bài|tên|nhân vật|tít|tòa soạn|quan điểm)\b.{0,120}$"
    r"|\s*(?:xem thêm\b|>\s?>|(?:tags?|từ khóa)\s*:)",
    re.IGNORECASE,
)
# Of hosts only those that cannot be a file's name.
_HOSTS = (".vn", ".com", ".net", ".org")


class Signed(NamedTuple):
    """A body's last line: its lines from ``start`` up to ``end``, and who signs there."""

    start: int
    end: int
    signature: Signature


def find_signature(body: BodyLines, known: KnownOutlets) -> Signed | None:
    """Return what the body's last line says of those who wrote it; ``None`` if nothing.

    One line may stand below it: a credit ("Ảnh: Đức Lâm") or a note ("* Tên nhân vật đã được
    thay đổi.", "Từ khóa: …"). A name alone has to stand under a text that has come to its end. It
    is not certain where that text holds the name too: it may be somebody the text is about.
    """
    signed = _read_last(body, known)
    if signed is None and (last := body.last()) and _NOTE.match(body.lines[last[0]]):
        return _read_last(BodyLines(body.lines[: last[0]]), known)
    return signed


def _read_last(body: BodyLines, known: KnownOutlets) -> Signed | None:
    start, end = body.last() or (0, 0)
    raw = "\n".join(body.lines[start:end])
    if not raw or len(raw) > _MOST_LETTERS * 5 or _HEADING.match(raw):
        return None
    if _SOURCE.match(raw) or (len(raw) > _LONGEST and not _MARKUP.search(raw)):
        return None  # a source line, a paragraph: 40 µs less for most articles
    from plugins.attribution.claims.signature import (
        read_signature,  # slow to import, and often spared
    )

    said = undress(raw, body.references)
    signature = read_signature(said, known) if said else None
    if said is None or signature is None:
        return None
    if _is_caption(body, _spoken(body, start, end), said.text, signature):
        return None
    if signature.people == said.text or not signature.certain:
        if is_item(raw) or not has_ended(body, start):
            return None
        is_group = fold(said.text) in GROUPS
        if not is_group and (is_announced(body, start) or stands_in(said.text, body.lines[:start])):
            signature = signature._replace(certain=False)
    if not signature.certain and raw.rstrip().endswith("."):
        return None
    if said.links and signature.claim is None:
        signature = signature._replace(rest=squeeze(raw))  # the link must not be lost
    return Signed(start, end, signature)


def _is_caption(body: BodyLines, index: int, text: str, signature: Signature) -> bool:
    """Whether a line belongs to a photo. In a paragraph of its own it does not if it surely says
    who wrote the text; a name alone is that only below a caption: right below a photo it is whom
    that shows, or who took it."""
    if not body.is_caption(index):
        return False
    if body.is_with_photo(index) or not signature.certain:
        return True
    above = body.above(index)
    below_photo = above is not None and is_photo(body.lines[above])
    return below_photo and text.startswith(signature.people)


def find_sign_off(body: BodyLines, known: KnownOutlets) -> tuple[int, str] | None:
    """Return the index of such a last line and the names in it; ``None`` if there is none."""
    start, end = body.last() or (0, 0)
    raw = "\n".join(body.lines[start:end])
    if not raw or len(raw) > _MOST_LETTERS * 5 or _LIST_ITEM.match(raw):
        return None
    said = undress(raw, body.references)
    if said is None or len(said.text) > _MOST_LETTERS:
        return None
    author = ""
    if body.continues(start) and not is_marked_off(raw):
        author = squeeze(re.sub(r"[*_]|^\s*Theo\b", "", body.lines[start - 1]))
        if (start > 1 and body.continues(start - 1)) or not are_people(author, known):
            return None
        author += ", "
    bare = peel(_GATHERED.sub("", said.text, count=1)) or said.text
    claim = make_claim(Undressed(bare, said.links), known) if ":" not in bare else None
    if claim is None or not claim.certain:
        return None
    names = [outlet.name for outlet in claim.source.outlets]
    if not all(is_plain_name(name, known) and not _may_be_file(name) for name in names):
        return None
    if not squeeze(bare):  # nothing but an address
        above = body.above(start)
        if above is not None and body.lines[above].rstrip("*_ ").endswith(":"):
            return None  # "Xem toàn văn tại đây:"
    return _spoken(body, start, end), author + (squeeze(bare) or ", ".join(names))


def is_named_like_a_person(name: str, known: KnownOutlets) -> bool:
    """Whether what was taken for an outlet has the form of persons' names.

    Without a family name it may as well be a magazine (Sao Mai).
    """
    return are_people(name, known) and " " in squeeze(name) and has_family_name(name)


def _may_be_file(name: str) -> bool:
    return is_host(name) and not name.lower().endswith(_HOSTS)


def _spoken(body: BodyLines, start: int, end: int) -> int:
    """Return the index of the line with words among those of a wrapper."""
    words = (at for at in range(start, end) if re.sub(r"<[^<>]*>|\s", "", body.lines[at]))
    return next(words, start)
