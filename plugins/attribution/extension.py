"""The python-markdown extension: takes the source line out of the body as data."""

from __future__ import annotations

from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from plugins.articles.document import Document
from plugins.articles.pasted import drop_portal_lines
from plugins.attribution.body import Body
from plugins.attribution.config import AttributionSettings
from plugins.attribution.fields import read_fields, resolve
from plugins.attribution.finding import find_misplaced, find_source_line
from plugins.attribution.line import BrokenLine
from plugins.attribution.merging import NOTHING, merge
from plugins.attribution.outlets import KnownOutlets
from plugins.attribution.report import SourceReport
from plugins.attribution.signoff import find_sign_off, is_named_like_a_person

# Before normalize_whitespace (30), fenced_code (25) and html_block (20): a source line
# pushed to the right by spaces would be code, one in <p align="right"> would be stashed.
_PRIORITY = 40


class AttributionExtension(Extension):
    """Reads ``md.document``; without one it changes nothing.

    The source goes to ``document.metadata["source"]``; what is wrong, to its problems.
    """

    def __init__(self, **settings: Any) -> None:
        super().__init__()
        self._settings = AttributionSettings(**settings)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - python-markdown's name
        """Register the preprocessor."""
        md.preprocessors.register(SourcePreprocessor(md, self._settings), "attribution", _PRIORITY)


class SourcePreprocessor(Preprocessor):
    """Takes the portal's sidebar and the source line off the end of the body."""

    def __init__(self, md: Markdown, settings: AttributionSettings) -> None:
        super().__init__(md)
        self._known = KnownOutlets(tuple(settings.known_outlets), settings.outlet_pages)
        self._portal_lines = settings.portal_lines

    def run(self, lines: list[str]) -> list[str]:
        """Return the body's lines without its source line."""
        document: Document | None = getattr(self.md, "document", None)
        if document is None:
            return lines
        # Windows' and old Macs' line ends are normalised only later.
        lines = "\n".join(lines).replace("\r\n", "\n").replace("\r", "\n").split("\n")
        report = SourceReport(document, lines)
        lines, dropped = drop_portal_lines(lines, self._portal_lines)
        if dropped:
            report.portal_lines(dropped)
        body = Body(lines)
        source = read_fields(document, self._known)
        found = find_source_line(body, self._known)
        if found is None:
            pass
        elif isinstance(found.line, BrokenLine):
            report.broken(found.end - 1, empty=found.line.empty)
        else:
            said = resolve(found.line.claim, document, report.number(found.start))
            if not report.contradiction(found.start, source, said):
                source = merge(source, said)
                lines = body.without(found.start, found.end)
                report.footnotes(found.start, found.end)
        if source.outlets:
            document.metadata["source"] = source
            for outlet in source.outlets:
                report.long(outlet.name, found.start if found else None)
                if is_named_like_a_person(outlet.name, self._known):
                    report.person(outlet.name, found.start if found else None)
        elif source != NOTHING:
            report.nameless()
        elif found is None and (index := find_misplaced(body, self._known)) is not None:
            report.misplaced(index)
        elif found is None and (sign_off := find_sign_off(body, self._known)) is not None:
            report.unlabelled(*sign_off)
        return lines


def makeExtension(**settings: Any) -> AttributionExtension:  # noqa: N802 - python-markdown's name
    """Return the extension for python-markdown, which loads it by this module's name."""
    return AttributionExtension(**settings)
