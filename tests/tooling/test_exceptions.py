"""Where a rule of the linters is set aside, the reason stands beside."""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Iterator

import pytest

from tests.conftest import ROOT

PLACES = ("plugins", "benchmarks", "tools", "tests")
# "- why" behind ruff's; mypy takes nothing but another comment behind its own.
_NOQA = re.compile(r"#\s*(?:ruff:\s*)?noqa\b")
_NOQA_WITH_REASON = re.compile(r"#\s*(?:ruff:\s*)?noqa: [A-Z]+\d+(, [A-Z]+\d+)* - \S")
_IGNORED = re.compile(r"#\s*type:\s*ignore\b")
_IGNORED_WITH_REASON = re.compile(r"#\s*type: ignore\[[\w, -]+\] # (?!noqa)\S")


def comments(source: str) -> Iterator[tuple[int, str]]:
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def unexplained(source: str) -> list[int]:
    """Return the lines with an exception without a reason."""
    return [
        line
        for line, comment in comments(source)
        if (_NOQA.search(comment) and not _NOQA_WITH_REASON.search(comment))
        or (_IGNORED.search(comment) and not _IGNORED_WITH_REASON.search(comment))
    ]


@pytest.mark.parametrize(
    "comment",
    [
        "# noqa",
        "# noqa: S603",
        "# noqa: S603 -",
        "# noqa: S603, S607",
        "#noqa:S603",
        "# ruff: noqa: T201",
        "# type: ignore",
        "# type: ignore[misc]",
        "# type: ignore # why",
        "# type: ignore[misc] # noqa: S603 - of ruff's rule alone",
    ],
)
def test_an_exception_without_a_reason_is_found(comment: str) -> None:
    assert unexplained(f"a = 1\nb = 2  {comment}\n") == [2]


@pytest.mark.parametrize(
    "comment",
    [
        "# noqa: S603 - our own words",
        "# noqa: S603, S607 - our own words",
        "# type: ignore[misc, arg-type] # the stubs lack it",
        "# type: ignore[misc] # the stubs lack it  # noqa: S603 - our own words",
        "# what was not there",
    ],
)
def test_an_exception_with_its_reason_passes(comment: str) -> None:
    assert unexplained(f"a = '# noqa'  {comment}\n") == []


def test_every_exception_in_the_code_has_its_reason() -> None:
    files = [
        *ROOT.glob("*.py"),
        *(file for place in PLACES for file in sorted((ROOT / place).rglob("*.py"))),
    ]
    found = [
        f"{file.relative_to(ROOT)}:{line}"
        for file in files
        if "node_modules" not in file.parts
        for line in unexplained(file.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_every_rule_that_is_set_aside_for_files_has_its_reason() -> None:
    settings = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    _, _, behind = settings.partition("[tool.ruff.lint.per-file-ignores]\n")
    table = behind.partition("\n[")[0]
    rules = [line for line in table.splitlines() if re.search(r'"[A-Z]+\d+"', line)]
    assert rules
    assert [line for line in rules if "#" not in line] == []
