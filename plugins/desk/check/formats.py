"""Problems as text, as GitHub's annotations, as JSON and as SARIF 2.1.0 (OASIS, 2020)."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from unicodedata import combining, east_asian_width
from urllib.parse import quote

from plugins.core.checks import CHECKS
from plugins.core.errors import EncodingError
from plugins.core.problems import LABELS, Problem, clipped, visible
from plugins.desk.check.stored_text import StoredText
from plugins.engine.render.environment import vi_number

_SHOWN = 100  # letters of a line
_BEFORE = 40  # of them, those that stand before the place
_WITHOUT_WIDTH = "\u200c\u200d\ufe0e\ufe0f"


class Located(NamedTuple):
    """A problem, and its file as a program finds it from where it was started; ``quoted`` is the
    line it is on, as far as there is one, as it is read. ``line`` and ``column`` are those of the
    file as it is stored, with letters in pieces and what cannot be seen."""

    problem: Problem
    file: str
    quoted: str
    line: int | None
    column: int | None


def locate(problems: Sequence[Problem], content: Path, here: Path) -> list[Located]:
    """Return problems with their files and lines; ``here`` is what paths are relative to."""
    texts: dict[str, StoredText] = {}
    located = []
    for problem in problems:
        file = content / problem.path
        if problem.path not in texts:
            texts[problem.path] = _stored(file)
        text = texts[problem.path]
        is_file = file.exists()
        name = _relative(file, here) if is_file else problem.path
        quoted = text.line(problem.line)
        located.append(Located(problem, name, quoted, *text.place(problem.line, problem.column)))
    return located


def as_text(found: Sequence[Located]) -> str:
    """Return what people read: place, code and message, the line with a caret, and the mend."""
    parts = []
    for problem, file, quoted, line, column in found:
        place = ":".join(str(part) for part in (file, line, column) if part)
        label = LABELS[problem.level].capitalize()
        parts.append(visible(f"{place}: {problem.check.code} {label}: {clipped(problem.message)}"))
        parts += _quotation(quoted, problem.column)
        parts.append(f"    Sửa: {visible(clipped(problem.fix))}")
    parts.append(summary([each.problem for each in found]))
    return "\n".join(parts)


def as_github(found: Sequence[Located]) -> str:
    """Return workflow commands, which GitHub shows beside the lines of a pull request."""
    lines = []
    for problem, file, _, line, column in found:
        place = {"file": file, "line": line, "col": column}
        given = {key: value for key, value in place.items() if value}
        given["title"] = f"{problem.check.code}: {problem.check.title}"
        properties = ",".join(f"{key}={_escaped(str(value))}" for key, value in given.items())
        message = _escaped_data(f"{problem.message}\nSửa: {problem.fix}")
        lines.append(f"::{problem.level} {properties}::{message}")
    return "\n".join(lines)


def as_json(found: Sequence[Located]) -> str:
    """Return a list of objects; ``line`` and ``column`` count from 1, or are null."""
    return json.dumps(
        [
            {
                "file": file,
                "line": line,
                "column": column,
                "code": problem.check.code,
                "level": problem.level,
                "message": problem.message,
                "fix": problem.fix,
            }
            for problem, file, _, line, column in found
        ],
        ensure_ascii=False,
        indent=2,
    )


def as_sarif(found: Sequence[Located]) -> str:
    """Return a log of one run, with every kind of mistake as a rule."""
    number = {check.code: at for at, check in enumerate(CHECKS)}
    driver = {
        "name": "plugins.desk check",
        "rules": [
            {
                "id": check.code,
                "shortDescription": {"text": check.title},
                "help": {"text": check.mend},
                "defaultConfiguration": {"level": check.level},
            }
            for check in CHECKS
        ],
    }
    results = [
        {
            "ruleId": problem.check.code,
            "ruleIndex": number[problem.check.code],
            "level": problem.level,
            "message": {"text": f"{problem.message}\nSửa: {problem.fix}"},
            "locations": [{"physicalLocation": _location(file, line, column)}],
        }
        for problem, file, _, line, column in found
    ]
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "results": results,
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)


FORMATS: Mapping[str, Callable[[Sequence[Located]], str]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
    "sarif": as_sarif,
}
"""What can be asked for with ``--format``."""


def summary(problems: Sequence[Problem]) -> str:
    """Return how many errors and warnings there are, in words."""
    errors = sum(problem.level == "error" for problem in problems)
    warnings = len(problems) - errors
    if not problems:
        return "Không có lỗi, không có cảnh báo."
    return f"{vi_number(errors)} lỗi, {vi_number(warnings)} cảnh báo."


def _stored(file: Path) -> StoredText:
    try:
        return StoredText(file.read_bytes())
    except (OSError, EncodingError):
        return StoredText(b"")  # which is what the problem is about


def _relative(file: Path, here: Path) -> str:
    inside = file.is_relative_to(here)
    return file.relative_to(here).as_posix() if inside else file.as_posix()


def _quotation(line: str, column: int | None) -> list[str]:
    """Return a line, or of a long one what stands round the place, and a caret below it."""
    if not line.strip():
        return []
    if column is None:
        return [f"    {visible(line.strip()[:_SHOWN])}"]
    start = max(column - 1 - _BEFORE, 0)
    shown = line[start : start + _SHOWN].expandtabs(1)
    before = visible(shown[: column - 1 - start])
    left = "…" if start else ""
    right = "…" if start + _SHOWN < len(line) else ""
    rest = visible(shown[column - 1 - start :])
    return [f"    {left}{before}{rest}{right}", f"    {' ' * _width(left + before)}^"]


def _width(text: str) -> int:
    """Return how many cells of a terminal a text takes (Unicode Standard Annex 11)."""
    return sum(
        0 if combining(each) or each in _WITHOUT_WIDTH else 1 + (east_asian_width(each) in "WF")
        for each in text
    )


def _location(file: str, line: int | None, column: int | None) -> dict[str, Any]:
    # A reference of RFC 3986: a space, a letter with a mark is none of its characters.
    uri = Path(file).as_uri() if Path(file).is_absolute() else quote(file)
    location: dict[str, Any] = {"artifactLocation": {"uri": uri}}
    if line:
        region = {"startLine": line}
        if column:
            region["startColumn"] = column
        location["region"] = region
    return location


def _escaped_data(text: str) -> str:
    """Escape as GitHub's toolkit does what would end a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped(text: str) -> str:
    return _escaped_data(text).replace(":", "%3A").replace(",", "%2C")
