"""Markdown's own examples: nothing of them is lost, and what comes out in another way than
python-markdown alone has it is listed by the rule that is meant to change it.

The list is ``differences.json``: a rule's name, and the examples it changes, each under one rule
only. ``python -m tests.articles.typed.test_markdown_examples`` writes the list
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

from plugins.articles.markdown import make_markdown
from plugins.articles.reader import Reading
from plugins.articles.typed import extension
from plugins.articles.typed.rules import wrappers
from plugins.core.document import Document
from plugins.core.html.cleaning import clean_html
from plugins.photos import PhotoLibrary
from tests.fuzz.text.oracle import Lost, lost
from tests.fuzz.text.room import HEAD, Room, project

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


def differing(converter: Converter) -> Iterator[str]:
    """Yield the examples that come out in another way than plain Markdown has them."""
    for name, source in examples().items():
        if converter.html(source, *converter.ours) != converter.html(source):
            yield name


def by_rule(converter: Converter) -> dict[str, list[str]]:
    """Return the examples that differ, by the rule that is meant to do so."""
    found = defaultdict(list)
    sources = examples()
    for name in differing(converter):
        source = sources[name]
        found[_rule(converter, source, converter.html(source))].append(name)
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
        alone = converter.html(source, name)
        if alone != plain:
            typed = name == extension.__name__
            return _typed_rule(converter, source, plain, alone) if typed else name
    return "several together"


def _typed_rule(converter: Converter, source: str, plain: str, changed: str) -> str:
    """Return the rule without which an example comes out as plain Markdown has it, else the
    first without which it comes out in another way than with it."""
    names = [_name(rule) for rule in extension.RULES]
    without = {
        name: converter.html(source, extension.__name__, rules=frozenset(names) - {name})
        for name in names
    }
    undone = (name for name in names if without[name] == plain)
    touched = (name for name in names if without[name] != changed)
    return f"typed.{next(undone, None) or next(touched, None) or 'lines'}"


MEANT = {
    "syntax.extensions.test_abbr.TestAbbr.test_abbr_override_not_in_glossary": "two quotes "
    "take an abbreviation back",
    **dict.fromkeys(
        (
            f"syntax.extensions.test_fenced_code.TestFencedCode.testFencedLanguage{name}"
            for name in (
                "IdAndPygmentsDisabledInAttrNoCodehilite",
                "IdAndPygmentsEnabledInAttrNoCodehilite",
                "PygmentsDisabledInAttrNoCodehiliteWithAttrList",
                "PygmentsEnabledInAttrNoCodehiliteWithAttrList",
            )
        ),
        "an option for the colours of code",
    ),
    "CommonMark 034, Entity and numeric character references": "code over several lines shows "
    "an entity as it is typed",
}
"""Examples of which something may be lost, with the reason."""


def losses(room: Room) -> Iterator[tuple[str, list[Lost]]]:
    """Yield the examples of which something is lost, with what."""
    for name, source in examples().items():
        text = HEAD + source
        result = room.read(text)
        if name not in MEANT and isinstance(result, Reading) and (found := lost(text, result)):
            yield name, found


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Room:
    return Room(tmp_path_factory.mktemp("content"))


@pytest.fixture(scope="module")
def converter(tmp_path_factory: pytest.TempPathFactory) -> Converter:
    return Converter(tmp_path_factory.mktemp("plain"))


def test_the_examples_are_all_there() -> None:
    names = list(examples())
    assert sum(name.startswith("CommonMark") for name in names) == 652
    assert len(names) == 1646


def test_every_loss_that_is_meant_is_one(room: Room) -> None:
    for name in MEANT:
        text = HEAD + examples()[name]
        assert lost(text, room.read(text)), name


def test_nothing_of_an_example_is_lost(room: Room) -> None:
    told = [f"{name}: {'; '.join(map(str, found))}" for name, found in losses(room)]
    assert not told, "\n".join([f"{len(told)} examples", *told[:40]])


def test_every_difference_from_plain_markdown_is_meant(converter: Converter) -> None:
    listed = json.loads(TABLE.read_text(encoding="utf-8"))
    meant = {name for names in listed.values() for name in names}
    found = set(differing(converter))
    assert sorted(found - meant) == []
    assert sorted(meant - found) == []


def test_every_rule_that_is_listed_is_one(converter: Converter) -> None:
    rules = {f"typed.{_name(rule)}" for rule in extension.RULES}
    rules |= {"typed.lines", "several together"}
    assert set(json.loads(TABLE.read_text(encoding="utf-8"))) <= rules | set(converter.ours)


def main() -> None:
    """Make what differs now the expectation, and print what is lost."""
    with tempfile.TemporaryDirectory() as folder:
        found = by_rule(Converter(Path(folder)))
        TABLE.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        for rule, names in found.items():
            print(f"{len(names):5} {rule}")
        for name, gone in losses(Room(Path(folder))):
            print(f"{name}: {'; '.join(map(str, gone))}")


if __name__ == "__main__":
    main()
