"""Mends in a file what only one thing can be meant by: what rules of proofreading would put there,
and letters that stand in pieces or cannot be seen."""

from __future__ import annotations

from codecs import BOM_UTF16_BE
from collections.abc import Collection
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from plugins.articles.front_matter.parser import parse_front_matter
from plugins.core import checks
from plugins.core.document import Document
from plugins.core.text.decoding import decode, encoding_of, normalise
from plugins.core.text.expressions import expression
from plugins.photos import PhotoLibrary
from plugins.proofreading.config import ProofreadingSettings
from plugins.proofreading.finding import Finding
from plugins.proofreading.proof import Proof
from plugins.proofreading.reading import proofread
from plugins.proofreading.silence import silence_of, take_marks

_SOFT_HYPHEN = "\u00ad"
_LINE_END = expression(r"(\r\n|\r|\n)")
_MOST_ROUNDS = 5  # one mend may show another: two spaces before a comma


class Mended(NamedTuple):
    """A file's content once it is mended, the codes of what was, and of how many lines the letters
    were only put together (NFC), or rid of what cannot be seen."""

    content: bytes
    codes: tuple[str, ...]
    normalised: int


def mend(
    content: bytes,
    path: Path,
    library: PhotoLibrary,
    settings: ProofreadingSettings,
    only: Collection[str] = (),
) -> Mended:
    """Return an article's file with all mended that a machine may.

    Nothing else changes: line ends and the encoding stay. ``only`` are the codes to mend, all if
    there are none; what is silenced is not mended, nor a file in which soft hyphens are letters
    (TCVN3). Raises :class:`~plugins.core.errors.EncodingError` for a file that is no Unicode.
    """
    if _SOFT_HYPHEN in decode(content):
        return Mended(content, (), 0)
    before = _lines(content.decode(encoding_of(content)))
    ends = next((end for _, end in before if end), "\n")
    lines = [(normalise(line).replace("\n", ends), end) for line, end in before]
    text = "".join(f"{line}{end}" for line, end in lines)
    normalised = sum(one != other for one, other in zip(lines, before, strict=True))
    codes: list[str] = []
    for _ in range(_MOST_ROUNDS):
        found = _mendable(text, path, library, settings, only)
        for start, end, finding in reversed(found):
            text = f"{text[:start]}{finding.replacement}{text[end:]}"
        codes += [finding.check.code for *_, finding in found]
        if not found:
            break
    if only and not codes and checks.LETTER_INVISIBLE.code not in only:
        return Mended(content, (), 0)
    return Mended(_encoded(text, content), tuple(codes), normalised)


def _encoded(text: str, content: bytes) -> bytes:
    """Return a text in the encoding of a file's content, with its mark."""
    if content.startswith(BOM_UTF16_BE):  # Python writes the other order
        return BOM_UTF16_BE + text.encode("utf-16-be")
    return text.encode(encoding_of(content))


def _mendable(
    text: str,
    path: Path,
    library: PhotoLibrary,
    settings: ProofreadingSettings,
    only: Collection[str],
) -> list[tuple[int, int, Finding]]:
    """Return what can be mended, in its order, and from where to where; what overlaps waits."""
    lines = _lines(text)
    kept, marks = take_marks([line for line, _ in lines])
    head = parse_front_matter(kept)
    name = normalise(path.relative_to(library.root).as_posix())
    proof = Proof(Document(path, library, name, kept, head.body_line, head.fields))
    silence = silence_of(head.fields, marks, settings.silent)
    starts = [0, *accumulate(len(line) + len(end) for line, end in lines)]

    def offset(place: int) -> int:
        line, column = proof.place(place)
        return starts[line - 1] + column - 1

    found: list[tuple[int, int, Finding]] = []
    for finding in sorted(proofread(proof, settings), key=lambda each: (each.start, each.end)):
        code = finding.check.code
        if finding.replacement is None or (only and code not in only):
            continue
        if silence.covers(finding.problem(name, *proof.place(finding.start))):
            continue
        start, end = offset(finding.start), offset(finding.end)
        if not found or found[-1][1] <= start:
            found.append((start, end, finding))
    return found


def _lines(text: str) -> list[tuple[str, str]]:
    """Return the lines of a text, each with the line end behind it; the last has none."""
    parts = _LINE_END.split(text)
    return list(zip(parts[::2], [*parts[1::2], ""], strict=True))
