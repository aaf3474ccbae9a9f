"""Take the source line and the sign-off off the end of one body, as data of its article."""

from __future__ import annotations

from plugins.attribution.claims.claim import Claim
from plugins.attribution.claims.merging import NOTHING, merge
from plugins.attribution.claims.signoff import (
    Signed,
    find_sign_off,
    find_signature,
    is_named_like_a_person,
)
from plugins.attribution.fields import agree, read_fields, resolve, written_authors
from plugins.attribution.lines.body import BodyLines
from plugins.attribution.lines.finding import FoundSource, find_misplaced, find_source_line
from plugins.attribution.lines.line import BrokenLine
from plugins.attribution.report import SourceReport
from plugins.core.document import Document
from plugins.core.text.spaces import fold, squeeze
from plugins.figures.source.bare import is_media_line
from plugins.names.outlets import KnownOutlets
from plugins.names.people import split_people


class EndTaker:
    """Reads the last lines of ``body``: a sign-off and a source line, whichever comes last.

    What they say goes to ``document.found``: ``source``, and ``author_names`` where
    the front matter names no authors. What is wrong or in doubt is reported.
    """

    def __init__(
        self, document: Document, body: BodyLines, known: KnownOutlets, report: SourceReport
    ) -> None:
        self._document = document
        self._body = body
        self._known = known
        self._report = report
        self._source = read_fields(document, known)
        self._authors = written_authors(document)

    def take(self) -> list[str]:
        """Return the body's lines without what was taken off its end."""
        last = find_signature(self._body, self._known)
        signed, found = self._find(last)
        taken: list[tuple[int, int, str]] = []
        if signed and self._state(signed.signature.claim, signed.start):
            taken.append((signed.start, signed.end, signed.signature.rest))
        if found and self._read(found):
            taken.append((found.start, found.end, found.rest))
        if signed and signed.signature.claim is None:
            self._sign(signed.signature.people)
        self._tell(signed, found)
        if last and not signed and not self._source.author and not self._authors:
            self._tell_of_doubt(last)
        return self._without(taken)

    def _find(self, last: Signed | None) -> tuple[Signed | None, FoundSource | None]:
        """Return who signs and the source line, as far as they are to be taken."""
        if last is None or not self._is_sure(last):
            found = find_source_line(self._body, self._known, self._is_media)
            if found is None or isinstance(found.line, BrokenLine):
                return None, found
            above = find_signature(BodyLines(self._body.lines[: found.start]), self._known)
            own = above and above.signature.claim is None and self._is_sure(above)
            return (above if above and own and self._may_sign(above, found) else None), found
        if last.signature.claim:
            return last, None
        found = find_source_line(BodyLines(self._body.lines[: last.start]), self._known)
        if found and isinstance(found.line, BrokenLine):
            found = None
        return (last, found) if self._is_welcome(last, found) else (None, found)

    def _is_sure(self, signed: Signed) -> bool:
        """Whether a sign-off names people for sure, or the front matter does so as well."""
        people = signed.signature.people
        return signed.signature.certain or agree(people, self._authors, self._known)

    def _is_welcome(self, signed: Signed, found: FoundSource | None) -> bool:
        """Whether these people may be the authors, of the article or of its source; reports that
        the article names others."""
        people = signed.signature.people
        if agree(people, self._authors, self._known):
            return self._document.kind == "article"
        if found or self._source.outlets:
            author = self._author_of(found)
            if not author or fold(author) == fold(people):
                return True
            self._report.other_authors(signed.start, people, self._authors or [author])
            return False
        if self._document.kind != "article":
            return False
        if not self._authors:
            return True
        self._report.other_authors(signed.start, people, self._authors)
        return False

    def _may_sign(self, signed: Signed, found: FoundSource) -> bool:
        """Whether people above a source line can be authors of anything; reports that the article
        names others, who would silently take their place."""
        people = signed.signature.people
        if not self._authors or agree(people, self._authors, self._known):
            return True
        if not self._author_of(found):
            return True
        self._report.other_authors(signed.start, people, self._authors)
        return False

    def _author_of(self, found: FoundSource | None) -> str | None:
        """Return who wrote the source's text, by the front matter or the source line."""
        line = found.line if found else None
        said = None if line is None or isinstance(line, BrokenLine) else line.claim.source.author
        return self._source.author or said

    def _read(self, found: FoundSource) -> bool:
        """Read a source line; whether it may leave the body."""
        if not isinstance(found.line, BrokenLine):
            return self._state(found.line.claim, found.start)
        self._report.broken(found.end - 1, empty=found.line.empty)
        return False

    def _state(self, claim: Claim | None, index: int) -> bool:
        """Add a claim to the source; whether its line may leave the body."""
        if claim is None:
            return True
        said = resolve(claim, self._document, self._report.number(index))
        if self._report.contradiction(index, self._source, said):
            return False
        self._source = merge(self._source, said)
        return True

    def _sign(self, people: str) -> None:
        """Name the authors: the source's if there is one without them, else the article's."""
        if agree(people, self._authors, self._known):
            return
        if self._source.outlets and not self._source.author:
            self._source = self._source._replace(author=people)
        elif not self._authors and fold(people) != fold(self._source.author or ""):
            self._document.found.author_names = split_people(people, self._known)

    def _tell(self, signed: Signed | None, found: FoundSource | None) -> None:
        """Record the source, and report what is wrong with it or that it may be missing."""
        line = found or (signed if signed and signed.signature.claim else None)
        if self._source.outlets:
            self._document.found.source = self._source
            for outlet in self._source.outlets:
                self._report.long(outlet.name, line.start if line else None)
                if not self._source.author and is_named_like_a_person(outlet.name, self._known):
                    self._report.person(outlet.name, line.start if line else None)
        elif self._source != NOTHING:
            self._report.nameless()
        elif line is None and (index := find_misplaced(self._body, self._known)) is not None:
            self._report.misplaced(index)
        elif line is None and (names := find_sign_off(self._body, self._known)) is not None:
            self._tell_of_outlet(*names)

    def _tell_of_outlet(self, index: int, names: str) -> None:
        # The address of a film on a line of its own shows the film.
        if not self._is_media(self._body.lines[index]):
            self._report.unlabelled(index, names)

    def _is_media(self, line: str) -> bool:
        return is_media_line(line, self._document)

    def _tell_of_doubt(self, signed: Signed) -> None:
        if self._document.kind == "article" and not signed.signature.certain:
            self._report.unsure(signed.start, signed.signature.people)

    def _without(self, taken: list[tuple[int, int, str]]) -> list[str]:
        lines = self._body.lines
        for start, end, rest in sorted(taken, reverse=True):
            if rest != squeeze("\n".join(lines[start:end])):
                lines = BodyLines(lines).without(start, end, rest)
                self._report.footnotes(start, end)
        return lines
