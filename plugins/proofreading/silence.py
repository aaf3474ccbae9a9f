"""What an editor does not want to be told again: warnings of a line, of a file, of all files.

``<!-- bỏ qua SOAT02 -->`` at a line's end silences that warning on the line, ``Skip_checks: SOAT02,
SOAT06`` in the head in the whole file, and ``silent`` in the settings everywhere. An error is not
silenced: it stops the build for a reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.core import checks
from plugins.core.checks import BY_CODE
from plugins.core.problems import Problem
from plugins.core.text.expressions import expression

if TYPE_CHECKING:
    from plugins.core.document import Document, Field

KEY = "Skip_checks"
"""The key of the head that silences warnings in a whole file."""

_CODE = r"[A-Za-z]{3,5}\d\d"
_MARK = expression(rf"\s*<!--\s*b[ỏo] qua:?\s+(?P<codes>{_CODE}(?:[\s,;]+{_CODE})*)\s*-->\s*$", 2)
_SEPARATOR = expression(r"[\s,;]+")

Marks = Mapping[int, frozenset[str]]
"""Codes that are silenced, by line (from 1)."""


@dataclass(frozen=True)
class Silence:
    """Codes that are not told in one file: on some lines, and everywhere in it."""

    marks: Marks
    codes: frozenset[str]

    def covers(self, problem: Problem) -> bool:
        """Whether a problem of this file is not to be told."""
        code = problem.check.code
        return problem.level == "warning" and (
            code in self.codes or code in self.marks.get(problem.line or 0, ())
        )

    def audible(self, problems: Iterable[Problem]) -> list[Problem]:
        """Return the problems that are to be told."""
        if not (self.marks or self.codes):
            return list(problems)
        return [each for each in problems if not self.covers(each)]


def take_marks(lines: Sequence[str]) -> tuple[list[str], Marks]:
    """Return a file's lines without the marks at their ends, and what these silence.

    A mark is no text: behind a caption or a photo's name it must not be taken for part of it.
    """
    marks: dict[int, frozenset[str]] = {}
    kept = list(lines)
    for at, line in enumerate(lines):
        if "<!--" in line and (found := _MARK.search(line)):
            kept[at] = line[: found.start()]
            marks[at + 1] = frozenset(_codes(found["codes"]))
    return kept, marks


def silence_of(fields: Mapping[str, Field], marks: Marks, silent: Iterable[str]) -> Silence:
    """Return what is not told of a file with these keys and marks."""
    return Silence(marks, frozenset((*_named(fields), *silent)))


def report_unusable(document: Document, marks: Marks) -> None:
    """Report codes that nobody knows, or that are those of errors."""
    places = {line: set(codes) for line, codes in marks.items()}
    if field := document.fields.get(KEY):
        places[field.line] = set(_named(document.fields))
    for line, codes in places.items():
        for code in sorted(codes):
            if (check := BY_CODE.get(code)) is None:
                document.report(
                    checks.SILENCE_UNUSABLE,
                    line,
                    f"“{code}” không phải mã của cảnh báo nào, nên không bỏ qua được gì",
                    "Chép đúng mã trong ngoặc vuông ở cuối dòng cảnh báo.",
                )
            elif check.level == "error":
                document.report(
                    checks.SILENCE_UNUSABLE,
                    line,
                    f"“{code}” là lỗi, nên không bỏ qua được",
                    "Sửa chỗ có lỗi ấy rồi xóa mã này.",
                )


def _named(fields: Mapping[str, Field]) -> list[str]:
    value = fields[KEY].value if KEY in fields else []
    return _codes(" ".join(map(str, value)) if isinstance(value, list) else str(value))


def _codes(text: str) -> list[str]:
    return [code.upper() for code in _SEPARATOR.split(text) if code]
