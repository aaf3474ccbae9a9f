"""The python-markdown extension that applies the rules of this room, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

from plugins.articles.typed import limits
from plugins.articles.typed.lines import Line, escaped, is_plain, read_lines, separated
from plugins.articles.typed.rules import (
    addresses,
    attributes,
    definitions,
    emphasis,
    headings,
    indents,
    letters,
    lists,
    notes,
    paragraphs,
    quotes,
    tables,
    tags,
    wrappers,
)

if TYPE_CHECKING:
    from plugins.core.document import Document

RULES = (
    letters,
    wrappers,
    definitions,
    notes,
    headings,
    quotes,
    tables,
    lists,
    paragraphs,
    indents,
    emphasis,
    attributes,
    tags,
    addresses,
)
"""Every rule, in the order in which they are applied: first the letters of the whole file, then
rules that work on a body's lines, then those that are python-markdown's processors."""

_LINE_RULES = (tags, definitions, notes, headings, quotes, tables, lists, paragraphs)
_PROCESSORS = (
    definitions,
    notes,
    headings,
    tables,
    lists,
    indents,
    emphasis,
    attributes,
    tags,
    addresses,
)
# Before definitions are noted (45), the source line is taken (40) and white space is (30).
_PRIORITY = 50


class TypedExtension(Extension):
    """python-markdown extension, to be loaded after ``extra`` and its like."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register what every rule needs."""
        md.preprocessors.register(_Lines(md), "typed", _PRIORITY)
        limits.extend(md)
        for rule in _PROCESSORS:
            rule.extend(md)


class _Lines(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        """Return the lines as Markdown that means what was typed."""
        document: Document | None = getattr(self.md, "document", None)
        first = document.body_line if document else 1
        limits.refuse_lines(lines, first, document)
        if is_plain(lines, document):
            numbers = list(range(first, first + len(lines)))
        else:
            lines = wrappers.unwrap(lines, first, document)
            read = separated(apply_rules(read_lines(lines, first, document), document))
            lines, numbers = [escaped(line) for line in read], [line.number for line in read]
        if document:
            document.numbers = numbers
        return lines


def apply_rules(lines: list[Line], document: Document | None) -> list[Line]:
    """Return lines as every rule on lines has it."""
    for rule in _LINE_RULES:
        lines = rule.apply(lines, document)
    return lines


def makeExtension() -> TypedExtension:
    """Return the extension for python-markdown, which loads it by its dotted name."""
    return TypedExtension()
