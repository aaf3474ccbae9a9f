"""Markdown's own examples: nothing of them is lost, and what comes out in another way than
python-markdown alone has it is listed by the rule that is meant to change it.

The list is ``differences.json``: a rule's name, and the examples it changes. Where several rules
touch an example, the first that changes it by itself is named, in the order in which an article
goes through them. ``python -m tests.articles.typed.test_markdown_examples`` writes the list
anew; read its difference before committing it.
"""

# ruff: noqa: T201 - as a command it speaks through print

from __future__ import annotations

import base64
import json
import tempfile
import zlib
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from plugins.articles.cleaning import clean_html
from plugins.articles.document import Document
from plugins.articles.markdown import make_markdown
from plugins.articles.reader import Reading
from plugins.articles.typed import extension, wrappers
from plugins.photos import PhotoLibrary
from tests.fuzz.oracle import Lost, lost
from tests.fuzz.room import HEAD, Room, project

HERE = Path(__file__).parent
TABLE = HERE / "differences.json"
COMMONMARK = HERE / "commonmark" / "examples.json"
PYTHON_MARKDOWN = HERE.parents[1] / "figures" / "python_markdown" / "cases.json"
LONGEST = 30_000  # letters: longer sources repeat one line to measure speed
_OURS = "plugins."
_KEPT = frozenset({"plugins.articles.fences"})  # python-markdown's own, made quicker


def examples() -> dict[str, str]:
    """Every example by its name: CommonMark's by section and number, python-markdown's by test."""
    found = {}
    for case in json.loads(PYTHON_MARKDOWN.read_text(encoding="utf-8"))["cases"]:
        packed = case.get("packed")
        source = zlib.decompress(base64.b64decode(packed)).decode() if packed else case["source"]
        if len(source) <= LONGEST and source.strip():
            found[case["id"].removeprefix("test_")] = source
    for case in json.loads(COMMONMARK.read_text(encoding="utf-8")):
        if case["markdown"].strip():
            found[f"CommonMark {case['example']:03}, {case['section']}"] = case["markdown"]
    return found


class Converter:
    """Markdown as the bulletin's settings have it, with all that is ours or a part of it."""

    def __init__(self, folder: Path) -> None:
        self._options = project(folder).markdown
        self._library = PhotoLibrary(folder)
        self._made: dict[tuple[str, ...], Any] = {}

    @property
    def ours(self) -> list[str]:
        """The names of our own extensions, in the order in which they are loaded."""
        return [
            name
            for name in self._options["extensions"]
            if name.startswith(_OURS) and name not in _KEPT
        ]

    def html(self, source: str, *ours: str, rules: frozenset[str] | None = None) -> str:
        """Return what python-markdown makes of an example with some of our extensions, and
        of the typed rules with ``rules`` only."""
        with _only(rules):
            return self._html(source, ours if rules is None else (*ours, f"{sorted(rules)}"))

    def _html(self, source: str, ours: tuple[str, ...]) -> str:
        if ours not in self._made:
            wanted = [
                name
                for name in self._options["extensions"]
                if not name.startswith(_OURS) or name in _KEPT or name in ours
            ]
            self._made[ours] = make_markdown(self._options | {"extensions": wanted})
        markdown = self._made[ours]
        markdown.reset()
        path = self._library.root / "bai.md"
        markdown.document = Document(path, self._library, "bai.md", source.split("\n"), 1)
        try:
            return str(clean_html(markdown.convert(source))[0])
        except IndexError as error:  # python-markdown's own, which must not be ours
            return f"{type(error).__name__}"


def differing(converter: Converter) -> dict[str, list[str]]:
    """Return the examples that come out in another way, by the rule that is meant to do so."""
    found = defaultdict(list)
    for name, source in examples().items():
        plain = converter.html(source)
        if converter.html(source, *converter.ours) != plain:
            found[_rule(converter, source, plain)].append(name)
    return {rule: sorted(found[rule]) for rule in sorted(found)}


@contextmanager
def _only(rules: frozenset[str] | None) -> Iterator[None]:
    """Have the typed rules be these only, those on lines and those that are processors."""
    with pytest.MonkeyPatch.context() as patched:
        if rules is not None:
            for table in ("_LINE_RULES", "_PROCESSORS"):
                every = getattr(extension, table)
                patched.setattr(extension, table, [r for r in every if _name(r) in rules])
            if "wrappers" not in rules:
                patched.setattr(wrappers, "unwrap", lambda lines, *_: lines)
        yield


def _name(rule: ModuleType) -> str:
    return rule.__name__.rpartition(".")[2]


def _rule(converter: Converter, source: str, plain: str) -> str:
    for name in converter.ours:
        if converter.html(source, name) == plain:
            continue
        if name != extension.__name__:
            return name.removeprefix(_OURS)
        for rule in map(_name, extension.RULES):
            if converter.html(source, name, rules=frozenset({rule})) != plain:
                return f"typed.{rule}"
        return "typed, several rules together"
    return "several together"


def losses(room: Room) -> Iterator[tuple[str, list[Lost]]]:
    """Yield the examples of which something is lost, with what."""
    for name, source in examples().items():
        text = HEAD + source
        result = room.read(text)
        if isinstance(result, Reading) and (found := lost(text, result)):
            yield name, found


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Room:
    return Room(tmp_path_factory.mktemp("content"))


@pytest.fixture(scope="module")
def converter(tmp_path_factory: pytest.TempPathFactory) -> Converter:
    return Converter(tmp_path_factory.mktemp("plain"))


def test_the_examples_are_all_there() -> None:
    names = list(examples())
    assert sum(name.startswith("CommonMark") for name in names) == 650
    assert len(names) > 1600


def test_nothing_of_an_example_is_lost(room: Room) -> None:
    told = [f"{name}: {'; '.join(map(str, found))}" for name, found in losses(room)]
    assert not told, "\n".join([f"{len(told)} examples", *told[:40]])


def test_every_difference_from_plain_markdown_is_meant(converter: Converter) -> None:
    listed = json.loads(TABLE.read_text(encoding="utf-8"))
    found = differing(converter)
    assert {rule: len(names) for rule, names in found.items()} == {
        rule: len(names) for rule, names in listed.items()
    }
    assert found == listed


def main() -> None:
    """Make what differs now the expectation, and print what is lost."""
    with tempfile.TemporaryDirectory() as folder:
        found = differing(Converter(Path(folder)))
        TABLE.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        for rule, names in found.items():
            print(f"{len(names):5} {rule}")
        for name, gone in losses(Room(Path(folder))):
            print(f"{name}: {'; '.join(map(str, gone))}")


if __name__ == "__main__":
    main()
