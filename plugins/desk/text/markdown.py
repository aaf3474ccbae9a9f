"""Blocks → Markdown that the bulletin's reader shows as they were typed."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from urllib.parse import quote

from plugins.articles.front_matter.head_lines import BODY_ONLY, key_in_body
from plugins.articles.typed.rules.emphasis import closes_emphasis, opens_emphasis
from plugins.core.html.policy import ATTRIBUTE_LIST
from plugins.desk.text.blocks import Block, Cell, Note, Photos, Table, Text, texts_in
from plugins.desk.text.spans import BREAK, Span, trimmed

_ALWAYS = re.compile(r"([*`|])")
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_BACKSLASH = re.compile(r"\\(?=[\\`*_{}\[\]()>#+\-.!|]|$)")
_REFERENCE = re.compile(r"\]\(|\]\[|\[\^|!\[|^\s*\[[^\]]+\]:")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_BRACES = re.compile(ATTRIBUTE_LIST)
_LINE = re.compile(r"(?=>|#{2,}|#\s|(?:-\s*){3,}$|_{3,}$)")
_ENTITIES = re.compile(r"^(?:={2,}\s*$|~{3,}|:\s)")
_NUMBER = re.compile(r"^(\d+)(?=[.)]\s)")  # it would begin a list below a photo
_IN_ADDRESSES = "/:?#@!$&'*+,;=%~._-"
_FILE = re.compile(r"\.(?=\w+\s*$)")

PhotoLine = Callable[[int], str | None]
"""Returns the line that shows a photo, by its number; ``None`` where it could not be taken."""


def escaped(text: str) -> str:
    """Return text in which no sign means anything to the reader but itself."""
    text = _ENTITY.sub("&amp;", text)
    text = _BACKSLASH.sub(r"\\\\", text)
    text = _UNDERSCORE.sub(r"\\_", _ALWAYS.sub(r"\\\1", text))
    if _REFERENCE.search(text):
        text = text.replace("[", r"\[").replace("]", r"\]")
    if _BRACES.search(text):
        text = text.replace("{", "&#123;")
    return _TAG.sub("&lt;", text)


def inline(spans: Sequence[Span], notes: dict[str, str], line_break: str = "<br>") -> str:
    """Return the content of a paragraph as Markdown; ``notes`` are the numbers of notes."""
    written = ""
    followed = zip(spans, [*spans[1:], Span()], strict=True)
    for href, group in groupby(followed, lambda pair: pair[0].href):
        said = ""
        for span, after in group:
            said = _with(said, span, notes, line_break, after.text[:1])
        body = said.strip()
        if href and body:
            before, _, behind = said.partition(body)
            written += f"{before}[{body}]({quote(href, safe=_IN_ADDRESSES)}){behind}"
        else:
            written += said
    return written


def _with(said: str, span: Span, notes: dict[str, str], line_break: str, after: str) -> str:
    if span.note:
        return said + f"[^{notes[span.note]}]" if span.note in notes else said
    if span.text == BREAK:
        return said + line_break
    text = span.text.strip(" ")
    if not text:
        return said + span.text
    before, _, behind = span.text.partition(text)
    words = escaped(text)
    if span.raised:
        words = f"<{span.raised}>{words}</{span.raised}>"
    if span.struck:
        words = f"<s>{words}</s>"
    stars = "*" * (2 * span.bold + span.italic)
    if stars and not _are_emphasis(stars, words, before or said, behind or after):
        words = f"<em>{words}</em>" if span.italic else words
        words = f"<strong>{words}</strong>" if span.bold else words
    else:
        words = f"{stars}{words}{stars}"
    return f"{said}{before}{words}{behind}"


def _are_emphasis(stars: str, words: str, before: str, after: str) -> bool:
    """Whether the bulletin's reader takes stars round words for emphasis, where they stand."""
    left, first, last, right = before[-1:], words[0], words[-1], after[:1]
    return (
        "*" not in words + left
        and not {first, last} & {"_", "\\"}
        and opens_emphasis(left, first)
        and closes_emphasis(stars, last, right)
        and not right.isalnum()
    )


def paragraph(text: Text, notes: dict[str, str], line_break: str = "\\\n") -> str:
    """Return a paragraph, so that no line of it is taken for anything else."""
    lines = inline(text.spans, notes, line_break).split("\n")
    return "\n".join(map(_line, lines))


def _line(line: str) -> str:
    if _LINE.match(line):
        return f"\\{line}"
    if _ENTITIES.match(line):
        return f"&#{ord(line[0])};{line[1:]}"
    if key_in_body(line):
        return line.replace(":", "&#58;", 1)
    if BODY_ONLY.fullmatch(line) and _FILE.search(line):
        return _FILE.sub("&#46;", line)
    return line


def written(blocks: Iterable[Block], photo_line: PhotoLine) -> str:
    """Return the body of an article."""
    writer = _Writer(list(blocks), photo_line)
    parts: list[str] = []
    for is_item, group in groupby(
        writer.blocks, lambda block: isinstance(block, Text) and block.role == "item"
    ):
        texts = [writer.block(block) for block in group]
        parts += ["\n".join(texts)] if is_item else [text for text in texts if text]
    return "\n\n".join(parts) + "\n"


class _Writer:
    """Writes blocks. Within a table in HTML no mark of a note means anything: there it is a number
    in brackets, and the note stands below the table."""

    def __init__(self, blocks: list[Block], photo_line: PhotoLine) -> None:
        every = {block.label: block for block in blocks if isinstance(block, Note)}
        tables = [block for block in blocks if isinstance(block, Table) and not _is_plain(block)]
        in_tables = {label for table in tables for label in _marks(table)}
        others = [block for block in blocks if block not in tables]
        in_text = {span.note for text in texts_in(others) for span in text.spans if span.note}
        below = in_tables - in_text
        # A note with two marks comes twice.
        shown = [note for label, note in every.items() if label not in below]
        self.blocks = [b for b in blocks if not isinstance(b, Note) or any(b is n for n in shown)]
        self._every = every
        self._notes = {
            label: str(number)
            for number, label in enumerate((each for each in every if each not in below), 1)
        }
        self._photo_line = photo_line

    def block(self, block: Block) -> str:
        """Return a block as Markdown."""
        notes = self._notes
        if isinstance(block, Photos):
            lines = [line for number in block.numbers if (line := self._photo_line(number))]
            captions = [
                _NUMBER.sub(r"\1\\", paragraph(_even(text), notes, " ")) for text in block.captions
            ]
            # Without its photo a caption is a paragraph.
            return "\n".join([*lines, *captions] if lines else captions)
        if isinstance(block, Table):
            return self._table(block)
        if isinstance(block, Note):
            said = "<br>".join(inline(text.spans, notes) for text in block.texts)
            return f"[^{notes[block.label]}]: {said}"
        if block.role == "heading":
            return f"{'#' * min(6, max(2, block.level))} {inline(block.spans, notes, ' ')}"
        if block.role == "item":
            return f"{'  ' * block.level}{inline(block.spans, notes)}"
        if block.role == "quote":
            return "> " + inline(block.spans, notes, "\\\n> ")
        return paragraph(block, notes)

    def _table(self, table: Table) -> str:
        photos = [
            self.block(block)
            for row in table.rows
            for cell in row
            for block in _flat(cell.blocks)
            if isinstance(block, Photos)
        ]
        notes = []
        if _is_plain(table):
            lines = _piped(table, self._notes)
        else:
            lines = _as_html(table)
            for label, mark in _marks(table).items():
                texts = self._every[label].texts if label in self._every else ()
                said = "<br>".join(inline(text.spans, self._notes) for text in texts)
                notes += [f"{mark} {said}"] if said else []
        return "\n\n".join(["\n".join(lines), *notes, *(photo for photo in photos if photo)])


def _even(text: Text) -> Text:
    """Return a caption, or a head of a table, without a look that all of it has."""
    bold, italic = text.is_bold, text.is_italic
    spans = [
        span._replace(bold=span.bold and not bold, italic=span.italic and not italic)
        for span in text.spans
    ]
    return Text(trimmed(spans))


# Tables


def _is_plain(table: Table) -> bool:
    """Whether a table has as many cells in each row, and no table in one of them."""
    return len({len(row) for row in table.rows}) == 1 and all(
        cell.columns == cell.rows == 1 and not any(isinstance(b, Table) for b in cell.blocks)
        for row in table.rows
        for cell in row
    )


def _marks(table: Table) -> dict[str, str]:
    """Return the labels of the notes in a table, with what stands there for each."""
    labels = (span.note for text in texts_in([table]) for span in text.spans if span.note)
    return {label: f"({number})" for number, label in enumerate(dict.fromkeys(labels), 1)}


def _flat(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Table):
            yield from (b for row in block.rows for cell in row for b in _flat(cell.blocks))
        else:
            yield block


def _piped(table: Table, notes: dict[str, str]) -> Iterator[str]:
    for number, row in enumerate(table.rows):
        heads = number == 0 and _is_head(row)
        texts = (
            "<br>".join(
                inline((_even(block) if heads else block).spans, notes)
                for block in cell.blocks
                if isinstance(block, Text)
            )
            for cell in row
        )
        yield f"| {' | '.join(texts)} |"
        if heads:
            yield f"|{' --- |' * len(row)}"


def _is_head(row: list[Cell]) -> bool:
    """Whether a row says what stands below each of its cells."""
    texts = [block for cell in row for block in cell.blocks if isinstance(block, Text)]
    return bool(texts) and (
        all(cell.is_head for cell in row) or all(text.is_bold for text in texts)
    )


def _as_html(table: Table) -> Iterator[str]:
    marks = _marks(table)
    yield "<table>"
    for number, row in enumerate(table.rows):
        name = "th" if number == 0 and _is_head(row) else "td"
        yield "<tr>"
        for cell in row:
            spans = "".join(
                f' {attribute}="{count}"'
                for attribute, count in (("colspan", cell.columns), ("rowspan", cell.rows))
                if count > 1
            )
            texts = (block for block in _flat(cell.blocks) if isinstance(block, Text))
            said = "<br>".join(_html(text.spans, marks) for text in texts)
            yield f"<{name}{spans}>{said}</{name}>"
        yield "</tr>"
    yield "</table>"


def _html(spans: Iterable[Span], marks: Mapping[str, str]) -> str:
    said = ""
    for span in spans:
        if span.note:
            said += f"<sup>{marks[span.note]}</sup>"
            continue
        words = "<br>" if span.text == BREAK else html.escape(span.text)
        for name, on in (
            ("strong", span.bold),
            ("em", span.italic),
            ("s", span.struck),
            (span.raised, bool(span.raised)),
        ):
            words = f"<{name}>{words}</{name}>" if on else words
        if span.href:
            words = f'<a href="{html.escape(span.href)}">{words}</a>'
        said += words
    return said
