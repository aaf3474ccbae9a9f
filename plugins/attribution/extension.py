"""The python-markdown extension: takes the source line and the sign-off out of the body."""

from __future__ import annotations

from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from plugins.articles.document import Document
from plugins.articles.pasted import drop_portal_lines
from plugins.attribution.body import Body
from plugins.attribution.config import AttributionSettings
from plugins.attribution.outlets import KnownOutlets
from plugins.attribution.report import SourceReport
from plugins.attribution.taking import EndTaker

# Before normalize_whitespace (30), fenced_code (25) and html_block (20): a source line
# pushed to the right by spaces would be code, one in <p align="right"> would be stashed.
_PRIORITY = 40


class AttributionExtension(Extension):
    """Reads ``md.document``; without one it changes nothing.

    The source goes to ``document.metadata["source"]``, the authors who signed the body to
    ``["author_names"]``; what is wrong, to its problems.
    """

    def __init__(self, **settings: Any) -> None:
        super().__init__()
        self._settings = AttributionSettings(**settings)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - python-markdown's name
        """Register the preprocessor."""
        md.preprocessors.register(SourcePreprocessor(md, self._settings), "attribution", _PRIORITY)


class SourcePreprocessor(Preprocessor):
    """Takes the portal's sidebar, the source line and the sign-off off the end of the body."""

    def __init__(self, md: Markdown, settings: AttributionSettings) -> None:
        super().__init__(md)
        self._known = KnownOutlets(tuple(settings.known_outlets), settings.outlet_pages)
        self._portal_lines = settings.portal_lines

    def run(self, lines: list[str]) -> list[str]:
        """Return the body's lines without its source line and its sign-off."""
        document: Document | None = getattr(self.md, "document", None)
        if document is None:
            return lines
        # Windows' and old Macs' line ends are normalised only later.
        lines = "\n".join(lines).replace("\r\n", "\n").replace("\r", "\n").split("\n")
        report = SourceReport(document, lines)
        lines, dropped = drop_portal_lines(lines, self._portal_lines)
        if dropped:
            report.portal_lines(dropped)
        return EndTaker(document, Body(lines), self._known, report).take()


def makeExtension(**settings: Any) -> AttributionExtension:  # noqa: N802 - python-markdown's name
    """Return the extension for python-markdown, which loads it by this module's name."""
    return AttributionExtension(**settings)
