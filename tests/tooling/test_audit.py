from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tools.audit import NPM, ROOT, UnansweredError, of_npm, of_pip

WORKFLOW: dict[Any, Any] = yaml.safe_load(
    (ROOT / ".github/workflows/audit.yml").read_text(encoding="utf-8")
)
CLEAN = {"name": "a", "version": "1", "vulns": []}


def _of_pip(*packages: dict[str, Any]) -> list[str]:
    return list(of_pip(json.dumps({"dependencies": packages})))


def test_a_known_fault_is_told_with_its_package() -> None:
    faulty = {"name": "b", "version": "2", "vulns": [{"id": "PYSEC-1"}, {"id": "CVE-2"}]}
    assert _of_pip(CLEAN, faulty) == ["b 2: PYSEC-1, CVE-2"]
    answer = {"vulnerabilities": {"c": {"range": "<3", "severity": "high"}}}
    assert list(of_npm(json.dumps(answer))) == ["c <3: high"]


def test_where_nothing_is_known_nothing_is_told() -> None:
    assert _of_pip(CLEAN) == []
    assert list(of_npm('{"vulnerabilities": {}}')) == []


@pytest.mark.parametrize(
    ("read", "answer"),
    [
        (of_pip, ""),
        (of_pip, "ConnectionError"),
        (of_pip, '{"dependencies": []}'),
        (of_pip, '{"dependencies": [{"name": "a", "skip_reason": "not found"}]}'),
        (of_npm, ""),
        (of_npm, '{"message": "405 Method Not Allowed", "error": {}}'),
        (of_npm, "[]"),
    ],
)
def test_no_answer_is_not_taken_for_a_clean_one(
    read: Callable[[str], Iterator[str]], answer: str
) -> None:
    with pytest.raises(UnansweredError):
        list(read(answer))


def test_every_lock_of_npm_is_looked_at() -> None:
    locks = ROOT.glob("*/*/package-lock.json")
    assert {path.parent.relative_to(ROOT) for path in locks} == set(map(Path, NPM))


def test_packages_are_looked_at_each_week_and_when_they_change() -> None:
    (job,) = WORKFLOW["jobs"].values()
    assert [step["run"] for step in job["steps"] if "run" in step] == ["make audit-dependencies"]
    triggers = WORKFLOW[True]  # YAML 1.1 reads the key "on" as true
    assert triggers["pull_request"]["paths"] == ["requirements/**", "**/package-lock.json"]
    assert len(triggers["schedule"][0]["cron"].split()) == 5
    assert WORKFLOW["permissions"] == {"contents": "read"}


def test_its_actions_are_those_of_the_other_workflow() -> None:
    lines = [
        set(re.findall(r"uses: (.*)", (ROOT / ".github/workflows" / name).read_text("utf-8")))
        for name in ("audit.yml", "publish.yml")
    ]
    assert lines[0]
    assert lines[0] <= lines[1]
