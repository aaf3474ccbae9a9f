"""The python-markdown extension: takes the source line and the sign-off out of the body."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from plugins.attribution.config import AttributionSettings
from plugins.attribution.lines.body import BodyLines
from plugins.attribution.lines.pasted import drop_portal_lines
from plugins.attribution.report import SourceReport
from plugins.attribution.taking import EndTaker
from plugins.core.document import Document
from plugins.names.outlets import KnownOutlets

# Before normalize_whitespace (30), fenced_code (25) and html_block (20): a source line
# pushed to the right by spaces would be code, one in <p align="right"> would be stashed.
_PRIORITY = 40
# Before the rules of what is typed (50): the sidebar would make them a list.
_BEFORE_ALL = 60


class AttributionExtension(Extension):
    """Reads ``md.document``; without one it changes nothing.

    The source goes to ``document.found.source``, the authors who signed the body to
    ``["author_names"]``; what is wrong, to its problems.
    """

    def __init__(self, **settings: Any) -> None:
        super().__init__()
        self._settings = AttributionSettings(**settings)

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the preprocessors."""
        portal = PortalPreprocessor(md, self._settings.portal_lines)
        md.preprocessors.register(portal, "portal-lines", _BEFORE_ALL)
        md.preprocessors.register(SourcePreprocessor(md, self._settings), "attribution", _PRIORITY)


class PortalPreprocessor(Preprocessor):
    """Takes the portal's sidebar off the end of the body."""

    def __init__(self, md: Markdown, portal_lines: Sequence[str]) -> None:
        super().__init__(md)
        self._portal_lines = portal_lines

    def run(self, lines: list[str]) -> list[str]:
        """Return the body's lines without the sidebar."""
        document: Document | None = getattr(self.md, "document", None)
        if document is None:
            return lines
        if any("\r" in line for line in lines):
            # Windows' and old Macs' line ends are normalised only later.
            lines = "\n".join(lines).replace("\r\n", "\n").replace("\r", "\n").split("\n")
        left, dropped = drop_portal_lines(lines, self._portal_lines)
        if dropped:
            SourceReport(document, lines).portal_lines(dropped)
        return left


class SourcePreprocessor(Preprocessor):
    """Takes the source line and the sign-off off the end of the body."""

    def __init__(self, md: Markdown, settings: AttributionSettings) -> None:
        super().__init__(md)
        self._known = KnownOutlets(tuple(settings.known_outlets), settings.outlet_pages)

    def run(self, lines: list[str]) -> list[str]:
        """Return the body's lines without its source line and its sign-off."""
        document: Document | None = getattr(self.md, "document", None)
        if document is None:
            return lines
        report = SourceReport(document, lines)
        return EndTaker(document, BodyLines(lines), self._known, report).take()


def makeExtension(**settings: Any) -> AttributionExtension:
    """Return the extension for python-markdown, which loads it by this module's name."""
    return AttributionExtension(**settings)
