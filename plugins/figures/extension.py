"""The python-markdown extension that makes figures of photo lines and captions.

Registered parts, with their places among python-markdown's own:

* a preprocessor after all others, which only reads the link definitions;
* a block processor at 82, above code (80), below what belongs to a list (90, 85);
* a tree processor at -10, after escapes have been undone (0).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from markdown.blockprocessors import ReferenceProcessor
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from plugins.core.settings import load_settings
from plugins.core.text.expressions import expression
from plugins.figures.config import FigureSettings
from plugins.figures.render.finish import FigureTreeprocessor
from plugins.figures.source.blocks import FigureProcessor
from plugins.figures.source.brackets import quicken
from plugins.figures.source.inline import InlineReader
from plugins.figures.source.lines import LineReader

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown

    from plugins.figures.pending import PendingFigure

_QUOTE_MARKS = expression(r"^(?:[ ]{0,3}>[ ]?)+", re.MULTILINE)


class ReferenceScan(Preprocessor):
    """Reads link definitions ahead, for an image may stand before the line that defines it."""

    def __init__(self, md: Markdown, inline: InlineReader) -> None:
        super().__init__(md)
        self._inline = inline

    def run(self, lines: list[str]) -> list[str]:
        """Return ``lines`` as they are."""
        text = "\n".join(lines)
        found = ReferenceProcessor.RE.finditer(_QUOTE_MARKS.sub("", text)) if "]:" in text else ()
        self._inline.begin(
            {
                match[1].strip().lower(): (match[2].lstrip("<").rstrip(">"), match[5] or match[6])
                for match in found
            }
        )
        return lines


class FiguresExtension(Extension):
    """Figures for one Markdown instance; keywords are the fields of :class:`FigureSettings`.

    The document being converted is taken from ``md.document``. Its metadata gets
    ``figures`` and ``photos``, its problems whatever the editor has to mend.
    """

    def __init__(self, **settings: Any) -> None:
        super().__init__()
        self.settings = load_settings(FigureSettings, "FIGURES", settings)
        self._pending: dict[Element, PendingFigure] = {}

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the processors."""
        quicken(md)
        inline = InlineReader(md.ESCAPED_CHARS)
        reader = LineReader(md, inline)
        md.registerExtension(self)
        md.preprocessors.register(ReferenceScan(md, inline), "figure_references", -10)
        md.parser.blockprocessors.register(
            FigureProcessor(md.parser, reader, self._pending), "figure", 82
        )
        md.treeprocessors.register(
            FigureTreeprocessor(md, self._pending, self.settings), "figure", -10
        )

    def reset(self) -> None:
        """Forget what a failed conversion left behind."""
        self._pending.clear()


def makeExtension(**settings: Any) -> FiguresExtension:
    """Return the extension, for ``Markdown(extensions=["plugins.figures.extension"])``."""
    return FiguresExtension(**settings)
