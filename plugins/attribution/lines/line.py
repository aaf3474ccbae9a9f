"""Is this line a source line, and what does it say?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from plugins.attribution.claims.claim import Claim, claim_outlets, make_claim
from plugins.attribution.claims.parties import name_outlets, says_more
from plugins.attribution.lines.decoration import Undressed, peel, undress
from plugins.attribution.lines.label import LABEL
from plugins.attribution.lines.when import split_date
from plugins.core.text.expressions import expression
from plugins.core.text.spaces import fold, squeeze
from plugins.names.outlets import KnownOutlets, is_no_outlet, is_plain_name
from plugins.names.syllables import NOT_NAMES
from plugins.names.word_lists import PLACES

_LABEL = expression(rf"{LABEL}\s*[:：﹕︓∶꞉ː]", re.IGNORECASE)
_BARE_LABEL = expression(rf"{LABEL}\s+(?=\S)", re.IGNORECASE)
# Most lines of a body are none, and are told at a glance, before any markup is taken off.
_CANDIDATE = expression(r"(?><[^<>]*>|&#?\w+;|\W|_)*+(?:ngu|theo|tr[íi]|d[ẫa])", re.IGNORECASE)
# With markup and addresses. A longer line is a paragraph, and patterns would take their time.
_MOST_RAW_LETTERS = 1200
_MOST_LETTERS = 160
_MOST_BARE_LETTERS = 100
_AGAIN = expression(r"(?:dẫn\s+)?theo\s+", re.IGNORECASE)
_SENTENCE = expression(r"[.?!…]\s+\S|[?!…]$|%")
_ABBREVIATION = expression(r"\b(?:TP|Tp|TS|ThS|GS|PGS|BS|Ths|[A-ZĐ])\.\s+")
_WIDE_INDENT = 4


class SourceLine(NamedTuple):
    """A source line and its ``claim``.

    ``may_continue`` says that nothing but its words marks it off, so that under a line
    that ends in mid-sentence it is the rest of that sentence.
    """

    claim: Claim
    may_continue: bool


class BrokenLine(NamedTuple):
    """A line that begins as a source line but cannot be taken as one.

    ``empty``: it names nothing. Otherwise it holds what must not leave the body: an
    image, unknown HTML, a whole sentence.
    """

    empty: bool


def read_line(
    raw: str, known: KnownOutlets, references: Mapping[str, str], *, is_last: bool = False
) -> SourceLine | BrokenLine | None:
    """Read one raw line of the body, or several that one wrapper holds, joined.

    ``references`` are the document's link definitions. In the last line an outlet behind
    "Theo" needs not be known. ``None``: no source line.
    """
    if not _CANDIDATE.match(raw):
        return None
    said = undress(raw, references) if len(squeeze(raw)) <= _MOST_RAW_LETTERS else None
    if said is None:
        visible = re.sub(r"<[^<>]*>|!?\[|[*_]", "", raw[:_MOST_RAW_LETTERS])
        return BrokenLine(empty=False) if _LABEL.match(peel(visible)) else None
    if label := _LABEL.match(said.text):
        return _labelled(raw, said, said.text[label.end() :], known)
    if label := _BARE_LABEL.match(said.text):
        rest = peel(said.text[label.end() :])
        line = _bare(raw, said, rest, known)
        return _unknown(raw, said, rest, known) if line is None and is_last else line
    return None


def read_statement(text: str, known: KnownOutlets) -> Claim | None:
    """Read what an editor wrote behind the front matter's ``Source:``; a label may stand there."""
    said = undress(text, {})
    if said is None or len(text) > _MOST_RAW_LETTERS:
        return None
    label = _LABEL.match(said.text)
    return make_claim(Undressed(said.text[label.end() if label else 0 :], said.links), known)


def _labelled(raw: str, said: Undressed, rest: str, known: KnownOutlets) -> SourceLine | BrokenLine:
    rest = peel(rest)
    claim = make_claim(Undressed(rest, said.links), known)
    if again := _AGAIN.match(rest):
        after = make_claim(Undressed(peel(rest[again.end() :]), said.links), known)
        claim = after if after and after.certain else claim
    if claim is None:
        return BrokenLine(empty=True)
    if not claim.certain and _is_sentence(rest):
        return BrokenLine(empty=False)
    return SourceLine(claim, said.text[0].islower() and not is_marked_off(raw))


def _bare(raw: str, said: Undressed, rest: str, known: KnownOutlets) -> SourceLine | None:
    """Without a colon every part must be a recognised outlet, and nothing be said of it."""
    claim = make_claim(Undressed(rest, said.links), known)
    if (
        claim is None
        or not claim.certain
        or len(rest) > _MOST_BARE_LETTERS
        or _is_sentence(rest)
        or says_more(rest)
        or not all(is_plain_name(outlet.name, known) for outlet in claim.source.outlets)
    ):
        return None
    return SourceLine(claim, not is_marked_off(raw))


def _unknown(raw: str, said: Undressed, rest: str, known: KnownOutlets) -> SourceLine | None:
    """``Theo Infonet``, but not ``Theo Lào Cai`` or ``Theo Thu Hà``."""
    text, date = split_date(rest)
    text = peel(text)
    is_none = fold(text) in PLACES | NOT_NAMES or is_no_outlet(text)
    if not said.text[0].isupper() or is_none:
        return None
    from plugins.names.likeness import likeness_of_people  # hardly ever needed

    is_name = likeness_of_people(text, known) and not (text.isupper() and " " not in text)
    if is_name or len(text) > _MOST_BARE_LETTERS:
        return None
    names = name_outlets(text, known)
    claim = claim_outlets(None, names, said.links, known, date)
    return SourceLine(claim, not is_marked_off(raw)) if names else None


def _is_sentence(text: str) -> bool:
    return len(text) > _MOST_LETTERS or bool(_SENTENCE.search(_ABBREVIATION.sub("", text)))


def is_marked_off(raw: str) -> bool:
    """Whether brackets, emphasis, a wrapper or alignment set the line off from a text."""
    indent = len(raw.expandtabs(4)) - len(raw.expandtabs(4).lstrip())
    return indent >= _WIDE_INDENT or squeeze(raw)[:1] in set("([（*_<-–—•&")
