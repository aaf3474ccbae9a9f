from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from plugins.core import checks
from plugins.core.checks import BY_CODE, CHECKS, SUBJECTS, Check

PLUGINS = Path(checks.__file__).parents[1]
NAMES = {name for name, value in vars(checks).items() if isinstance(value, Check)}
NAMED = re.compile(r"checks\.\w+(?: if .+ else checks\.\w+)?|(?:\w+\.)?check|BY_CODE\[\w+\]")


def modules() -> Iterator[tuple[Path, ast.Module]]:
    for file in sorted(PLUGINS.rglob("*.py")):
        yield file, ast.parse(file.read_text(encoding="utf-8"))


def named_in(tree: ast.Module) -> set[str]:
    """Return the checks that a module reports; one that it only compares with is none."""
    compared = {
        id(part)
        for each in ast.walk(tree)
        if isinstance(each, ast.Compare)
        for part in (each.left, *each.comparators)
    }
    return {
        each.attr
        for each in ast.walk(tree)
        if isinstance(each, ast.Attribute)
        and isinstance(each.value, ast.Name)
        and each.value.id == "checks"
        and id(each) not in compared
    }


def test_codes_are_numbered_in_each_subject_in_the_order_of_the_guide() -> None:
    subjects = [check.subject for check in CHECKS]
    wanted = [
        f"{subject}{number:02}"
        for subject in SUBJECTS
        for number in range(1, subjects.count(subject) + 1)
    ]
    assert [check.code for check in CHECKS] == wanted
    assert len(BY_CODE) == len(CHECKS) == len(NAMES)


def test_a_check_says_in_one_line_what_is_wrong_and_in_sentences_what_to_do() -> None:
    for check in CHECKS:
        assert "\n" not in check.title + check.mend
        assert not check.title.endswith(".")
        assert check.mend.endswith(".")


def test_every_check_is_reported_somewhere_and_no_other() -> None:
    assert set().union(*(named_in(tree) for _, tree in modules())) == NAMES


def test_every_problem_names_its_check() -> None:
    nameless = [
        f"{file.name}:{call.lineno}"
        for file, tree in modules()
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in ("Problem", "PhotoProblem")
        and not (call.args and NAMED.fullmatch(ast.unparse(call.args[0])))
    ]
    assert nameless == []
