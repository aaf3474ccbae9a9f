"""The beginning of a text: category, headline, date, byline and standfirst, taken off it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from plugins.core.text.spaces import fold
from plugins.desk.text.blocks import Block, Note, Text, texts_in
from plugins.desk.text.headline import MOST_BLOCKS, find_headline
from plugins.desk.text.lines import byline_of, date_of, labelled, with_labels
from plugins.desk.text.spans import plain
from plugins.names.outlets import KnownOutlets

_LEAST_SUMMARY_WORDS = 10
_DIGITS = "0123456789"
_RAISED = {
    "sup": str.maketrans(_DIGITS, "⁰¹²³⁴⁵⁶⁷⁸⁹"),
    "sub": str.maketrans(_DIGITS, "₀₁₂₃₄₅₆₇₈₉"),
}


class Head(NamedTuple):
    """What was taken off: empty where there is none. ``labels`` stood before the headline and the
    standfirst. ``above`` are lines that stood above the headline and still begin the text,
    ``rival`` is one that still stands below it and looks like it;
    ``is_doubtful`` is a headline that may be none. ``notes`` are footnotes whose marks went with
    what was taken: a head has none."""

    title: str = ""
    category: str = ""
    date: datetime | None = None
    date_text: str = ""
    authors: str = ""
    summary: str = ""
    labels: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    rival: str = ""
    is_doubtful: bool = False
    notes: tuple[str, ...] = ()


def take_head(
    blocks: list[Block], categories: Collection[str], known: KnownOutlets
) -> tuple[Head, list[Block]]:
    """Return the head of a text, and the rest of it."""
    rest = [*with_labels(blocks[:MOST_BLOCKS]), *blocks[MOST_BLOCKS:]]
    head = Head()
    at = 0
    if found := find_headline(rest, known):
        at = found.places.start
        texts = filter(None, map(_text, rest[at : found.places.stop]))
        title, labels = _unlabelled(" ".join(map(_line, texts)), "title")
        head = Head(title, labels=labels, rival=found.rival, is_doubtful=found.is_doubtful)
        del rest[at : found.places.stop]
        by_name = {fold(name): name for name in categories}
        for place, block in enumerate(rest[:at]):
            text = _text(block)
            said, labels = _unlabelled(text.plain, "category") if text else ("", ())
            if category := by_name.get(fold(said)):
                head = head._replace(category=category, labels=(*head.labels, *labels))
                del rest[place]
                at -= 1
                break
    head, rest = _below(head, rest, at, known)
    marks = {span.note for text in texts_in(rest) for span in text.spans}
    gone = [each for each in rest if isinstance(each, Note) and each.label not in marks]
    notes = (" ".join(text.plain for text in note.texts) for note in gone)
    return head._replace(notes=tuple(notes)), [each for each in rest if each not in gone]


def _below(head: Head, rest: list[Block], at: int, known: KnownOutlets) -> tuple[Head, list[Block]]:
    """Take what stands around the headline: date, byline, standfirst."""
    seen, most = 0, 3 + at
    place = 0
    while place < len(rest) and seen < most:
        text = _text(rest[place])
        if text is None or text.role not in ("text", "summary", "heading"):
            place += 1
            continue
        said = text.plain
        seen += 1
        if head.date is None and (date := date_of(said)):
            head = head._replace(date=date, date_text=said)
        elif not head.authors and head.title and (authors := byline_of(said, known)):
            head = head._replace(authors=authors)
        elif (
            head.title and not head.summary and place >= at and _is_summary(text, rest[place + 1 :])
        ):
            summary, label = _unlabelled(_line(text), "summary")
            head = head._replace(summary=summary, labels=(*head.labels, *label))
        else:
            place += 1
            if place > at:
                break
            continue
        del rest[place]
        at -= place < at
    above = filter(None, map(_text, rest[:at])) if head.title else ()
    return head._replace(above=tuple(text.plain for text in above)), rest


def _text(block: Block) -> Text | None:
    return block if isinstance(block, Text) else None


def _line(text: Text) -> str:
    """Return a paragraph as a head can hold it, where there is no markup."""
    raised = (s._replace(text=s.text.translate(_RAISED.get(s.raised, {}))) for s in text.spans)
    return plain(raised)


def _unlabelled(said: str, role: str) -> tuple[str, tuple[str, ...]]:
    """Return what a label of this role calls so, and the label."""
    line = labelled(said)
    return (line.text, (line.label,)) if line.role == role else (said, ())


def _is_summary(text: Text, below: list[Block]) -> bool:
    has_text = any(isinstance(block, Text) for block in below)
    if text.role == "summary" or labelled(text.plain).role == "summary":
        return has_text
    return has_text and text.is_bold and len(text.plain.split()) >= _LEAST_SUMMARY_WORDS
