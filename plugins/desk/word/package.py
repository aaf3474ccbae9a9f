"""A Word file's parts, read so that no file can harm the machine."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote
from xml.etree import ElementTree
from xml.parsers import expat

from plugins.core import checks
from plugins.desk.errors import RefusedError

MOST_BYTES = 200_000_000
_MOST_XML = 40_000_000
_MOST_MEDIA = 100_000_000
MOST_PARTS = 5000
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# ISO's "strict" form has other names for the same things.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"officeDocument/2006/math"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"drawingml/2006/main"),
    (
        b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
        b"drawingml/2006/wordprocessingDrawing",
    ),
)


class Relation(NamedTuple):
    """What a part refers to: a part of the file, or, if ``external``, an address outside it."""

    kind: str
    target: str
    external: bool


class Package:
    """The parts of a Word file. Raises :class:`RefusedError` for a file that is none, is damaged
    or locked, or would fill the memory."""

    def __init__(self, path: Path) -> None:
        if path.stat().st_size > MOST_BYTES:
            raise RefusedError(checks.IMPORT_TOO_LARGE)
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError) as error:
            raise RefusedError(checks.IMPORT_BROKEN) from error
        if len(self._zip.namelist()) > MOST_PARTS:
            raise RefusedError(checks.IMPORT_TOO_LARGE)
        # Word finds a part also by a name in other letters, or as an address has it.
        parts = ((unquote(part.filename).replace("\\", "/"), part) for part in self._zip.infolist())
        self._parts = {name.casefold(): part for name, part in parts}
        main = (each for each in self.relations("") if each.kind == "officeDocument")
        self.main = next((each.target for each in main), "word/document.xml")
        if self.main.casefold() not in self._parts:
            raise RefusedError(checks.IMPORT_BROKEN)

    def read(self, name: str, most: int = _MOST_MEDIA) -> bytes | None:
        """Return a part's bytes, ``None`` where there is no such part."""
        info = self._parts.get(unquote(name).casefold())
        if info is None:
            return None
        if info.flag_bits & 1:
            raise RefusedError(checks.IMPORT_LOCKED)
        try:
            # What a header says of a part's size may be a lie.
            with self._zip.open(info) as file:
                content = file.read(most + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError) as error:
            raise RefusedError(checks.IMPORT_BROKEN) from error
        if len(content) > most:
            raise RefusedError(checks.IMPORT_TOO_LARGE)
        return content

    @cache  # noqa: B019 - a package serves one import
    def xml(self, name: str) -> ElementTree.Element | None:
        """Return a part's root element, ``None`` where there is no such part.

        A part with a document type is refused: Word writes none, and entities live there.
        """
        content = self.read(name, _MOST_XML)
        if content is None:
            return None
        for strict, usual in _STRICT:
            content = content.replace(strict, b"http://schemas.openxmlformats.org/" + usual)
        guard = expat.ParserCreate()
        guard.StartDoctypeDeclHandler = _refuse
        try:
            guard.Parse(content, True)
            return ElementTree.fromstring(content)  # noqa: S314 - the guard refuses entities
        except (expat.ExpatError, ElementTree.ParseError, LookupError, ValueError) as error:
            raise RefusedError(checks.IMPORT_BROKEN) from error

    def relations_of(self, part: str) -> dict[str, Relation]:
        """Return what a part refers to, by the names that it uses."""
        return dict(self._relations(part))

    def relations(self, part: str) -> list[Relation]:
        """Return all that a part refers to."""
        return [relation for _, relation in self._relations(part)]

    def _relations(self, part: str) -> Iterator[tuple[str, Relation]]:
        folder, _, name = part.rpartition("/")
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        for each in () if root is None else root.iter(_RELATIONS):
            target = each.get("Target", "")
            external = each.get("TargetMode") == "External"
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            yield (
                each.get("Id", ""),
                Relation(each.get("Type", "").rpartition("/")[2], target, external),
            )


def _refuse(*_: object) -> None:
    raise RefusedError(checks.IMPORT_UNSAFE)
