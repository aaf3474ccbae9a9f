"""Where a newsroom's text means something else than Markdown: what is typed is what is read."""

from __future__ import annotations

from markdown import Extension, Markdown
from markdown.inlinepatterns import SimpleTextInlineProcessor, SubstituteTagInlineProcessor

_BEFORE_ESCAPES = 185  # below code spans (190), above backslash escapes (180)


class ProseExtension(Extension):
    """python-markdown extension.

    A paragraph that begins with a tab or with spaces, as Word's do, is a paragraph, not
    code (code stands between fences). ``100*200*300`` keeps its asterisks. A backslash at
    a line's end breaks the line, as in CommonMark 0.31, 6.7.
    """

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - python-markdown's name
        """Change three of Markdown's own rules."""
        md.parser.blockprocessors.deregister("code")
        times = SimpleTextInlineProcessor(r"(?<=\d)(\*)(?=\d)", md)
        md.inlinePatterns.register(times, "bulletin-times", _BEFORE_ESCAPES)
        line_break = SubstituteTagInlineProcessor(r"\\\n", "br")
        md.inlinePatterns.register(line_break, "bulletin-line-break", _BEFORE_ESCAPES)


def makeExtension() -> ProseExtension:  # noqa: N802 - python-markdown's name
    """Return the extension for python-markdown, which loads it by its dotted name."""
    return ProseExtension()
