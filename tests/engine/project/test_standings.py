from __future__ import annotations

import ast
from pathlib import Path

import pelican
from pelican.settings import DEFAULT_CONFIG

from plugins.engine.project.standings import STANDING_OF, STANDINGS

_TOOLS = ("tests", "themes", "tools")
_OF_THE_THEMES = {"LINKS", "MENUITEMS", "SITESUBTITLE", "SOCIAL"}
"""Some of those that Pelican's documentation has for themes alone."""


def asked_for() -> set[str]:
    """Return the names that Pelican's own program looks up in settings."""
    root = Path(pelican.__file__).parent
    found = set()
    for file in root.rglob("*.py"):
        if file.relative_to(root).parts[0] in _TOOLS:
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            found |= {name.value for name in looked_up(node) if isinstance(name, ast.Constant)}
    return {name for name in found if isinstance(name, str) and name.isupper()}


def looked_up(node: ast.AST) -> list[ast.expr]:
    """Return what a node of a program looks up: ``settings["X"]``, ``settings.get("X")``, ``"X" in
    settings``."""
    if isinstance(node, ast.Subscript) and ast.unparse(node.value).endswith("settings"):
        return [node.slice]
    if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("settings.get"):
        return node.args[:1]
    if isinstance(node, ast.Compare) and ast.unparse(node.comparators[0]).endswith("settings"):
        return [node.left]
    return []


def test_every_setting_that_pelican_knows_has_a_standing() -> None:
    known = DEFAULT_CONFIG.keys() | asked_for() | _OF_THE_THEMES
    assert len(known) > 150
    assert known - STANDING_OF.keys() == set()


def test_a_setting_has_one_standing() -> None:
    names = [name for standing in STANDINGS for name in standing.names.split()]
    assert len(names) == len(set(names))


def test_what_is_not_honoured_says_what_takes_its_place_in_both_languages() -> None:
    silent = [
        standing.names
        for standing in STANDINGS
        if standing.kind != "honoured" and not (standing.english and standing.vietnamese)
    ]
    assert silent == []
