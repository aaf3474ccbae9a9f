"""Problems as text, as GitHub's annotations, as JSON and as SARIF 2.1.0 (OASIS, 2020)."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from plugins.core.checks import CHECKS
from plugins.core.errors import EncodingError
from plugins.core.problems import LABELS, Problem, clipped, visible
from plugins.core.text.decoding import decode
from plugins.engine.render.environment import vi_number

_SHOWN = 100  # letters of a line
_BEFORE = 40  # of them, those that stand before the place


class Located(NamedTuple):
    """A problem, and its file as a program finds it from where it was started; ``quoted`` is the
    line it is on, as far as there is one."""

    problem: Problem
    file: str
    quoted: str


def locate(problems: Sequence[Problem], content: Path, here: Path) -> list[Located]:
    """Return problems with their files and lines; ``here`` is what paths are relative to."""
    texts: dict[str, list[str]] = {}
    located = []
    for problem in problems:
        file = content / problem.path
        if problem.path not in texts:
            texts[problem.path] = _lines(file)
        lines = texts[problem.path]
        line = lines[problem.line - 1] if problem.line and problem.line <= len(lines) else ""
        is_file = file.exists()
        name = _relative(file, here) if is_file else problem.path
        located.append(Located(problem, name, line))
    return located


def as_text(found: Sequence[Located]) -> str:
    """Return what people read: place, code and message, the line with a caret, and the mend."""
    parts = []
    for problem, file, line in found:
        place = ":".join(str(part) for part in (file, problem.line, problem.column) if part)
        label = LABELS[problem.level].capitalize()
        parts.append(visible(f"{place}: {problem.check.code} {label}: {clipped(problem.message)}"))
        parts += _quotation(line, problem.column)
        parts.append(f"    Sửa: {visible(clipped(problem.fix))}")
    parts.append(summary([each.problem for each in found]))
    return "\n".join(parts)


def as_github(found: Sequence[Located]) -> str:
    """Return workflow commands, which GitHub shows beside the lines of a pull request."""
    lines = []
    for problem, file, _ in found:
        place = {"file": file, "line": problem.line, "col": problem.column}
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
                "line": problem.line,
                "column": problem.column,
                "code": problem.check.code,
                "level": problem.level,
                "message": problem.message,
                "fix": problem.fix,
            }
            for problem, file, _ in found
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
            "locations": [{"physicalLocation": _location(problem, file)}],
        }
        for problem, file, _ in found
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


def _lines(file: Path) -> list[str]:
    try:
        return decode(file.read_bytes()).split("\n")
    except (OSError, EncodingError):
        return []  # which is what the problem is about


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
    return [f"    {left}{before}{rest}{right}", f"    {' ' * len(left + before)}^"]


def _location(problem: Problem, file: str) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": {"uri": file}}
    if problem.line:
        region = {"startLine": problem.line}
        if problem.column:
            region["startColumn"] = problem.column
        location["region"] = region
    return location


def _escaped_data(text: str) -> str:
    """Escape as GitHub's toolkit does what would end a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped(text: str) -> str:
    return _escaped_data(text).replace(":", "%3A").replace(",", "%2C")
