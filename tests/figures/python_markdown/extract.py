"""Record what python-markdown's own tests convert: ``extract.py FOLDER`` writes ``cases.json``.

``FOLDER`` is an unpacked source distribution of Markdown, whose version the environment
should have, too. Sources of more than :data:`LONGEST` characters repeat one line to measure
speed; they are packed (zlib, Base64). Cases whose options are code that only their test
has would be left out by name; there are none today.
"""

from __future__ import annotations

import base64
import importlib
import json
import sys
import unittest
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import markdown.core
from markdown.extensions import Extension

LONGEST = 30_000
SUITES = ("tests.test_legacy", "tests.test_syntax")


def tests_of(suite: unittest.TestSuite) -> Iterator[unittest.TestCase]:
    """Yield the single tests of a suite."""
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from tests_of(test)
        elif isinstance(test, unittest.TestCase):
            yield test


def plain(value: Any) -> Any:
    """Return an option as JSON can hold it; raise ``TypeError`` if it is the test's own code."""
    if isinstance(value, Extension):
        default = type(value)().getConfigs()
        config = {
            key: plain(each) for key, each in value.getConfigs().items() if each != default[key]
        }
        return {"class": name_of(type(value)), "config": config}
    if callable(value):
        return {"function": name_of(value)}
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    json.dumps(value)
    return value


def packed(source: str) -> dict[str, str]:
    """Return a source text as it is stored."""
    if len(source) <= LONGEST:
        return {"source": source}
    return {"packed": base64.b64encode(zlib.compress(source.encode(), 9)).decode()}


def name_of(thing: Any) -> str:
    """Return ``module:name`` of something in python-markdown."""
    module, name = thing.__module__, thing.__qualname__
    if not module.startswith("markdown.") or not hasattr(importlib.import_module(module), name):
        raise TypeError(f"{module}:{name} belongs to a test")
    return f"{module}:{name}"


def record(folder: Path) -> tuple[list[dict[str, Any]], list[str]]:
    """Run the suites in ``folder``; return all cases and the names of those left out."""
    cases: list[dict[str, Any]] = []
    left_out: list[str] = []
    running = ""
    options: dict[int, dict[str, Any]] = {}
    create, convert = markdown.core.Markdown.__init__, markdown.core.Markdown.convert

    def recording_create(self: Any, **given: Any) -> None:
        options[id(self)] = given
        create(self, **given)

    def recording_convert(self: Any, source: str) -> str:
        try:
            cases.append({"name": running} | packed(source) | {"options": plain(options[id(self)])})
        except TypeError:
            left_out.append(running)
        return convert(self, source)

    markdown.core.Markdown.__init__ = recording_create  # type: ignore[method-assign] # to record what its tests ask
    markdown.core.Markdown.convert = recording_convert  # type: ignore[method-assign] # to record what its tests ask
    suite = unittest.defaultTestLoader.discover(str(folder / "tests"), top_level_dir=str(folder))
    for test in tests_of(suite):
        if test.id().startswith(SUITES):
            running = test.id().removeprefix("tests.")
            test.run(unittest.TestResult())
    return cases, left_out


def main() -> None:
    """Write ``cases.json`` beside this file."""
    cases, left_out = record(Path(sys.argv[1]).resolve())
    for number, case in enumerate(cases):
        same = sum(case["name"] == other["name"] for other in cases[:number])
        case["id"] = case["name"] if not same else f"{case['name']} ({same + 1})"
    for case in cases:
        del case["name"]
    text = json.dumps({"cases": cases, "left_out": left_out}, ensure_ascii=False, indent=1)
    Path(__file__).with_name("cases.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
