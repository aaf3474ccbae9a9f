"""All that has to hold whatever an editor types."""

from __future__ import annotations

import re
import time
import traceback
from collections.abc import Iterator

from plugins.articles.reader import Reading
from plugins.core.problems import Problem, ProblemError
from tests.fuzz.text.oracle import lost
from tests.fuzz.text.page import read_page
from tests.fuzz.text.room import Room

_SLOW = 2.0  # seconds for a text that takes a few milliseconds as a rule
# Marks of our own and of python-markdown's, which never reach a page; two of ours wait for it.
_LEAKED = re.compile("[\ufdd1\ufdd3-\ufdef\x02\x03]|klzzwxh|wzxhzdk")
_FAULT = "chương trình gặp sự cố"


def wrong(room: Room, text: str) -> list[str]:
    """Return a line for each thing that is wrong with the way in which ``text`` was read."""
    begun = time.perf_counter()
    try:
        result = room.read(text)
        again = room.read(text)
    except Exception:  # noqa: BLE001 - whatever it is, an editor must not see it
        return [traceback.format_exc(limit=-3)]
    took = (time.perf_counter() - begun) / 2
    found = [f"slow: {took:.1f} seconds for {len(text)} letters"] if took > _SLOW else []
    if _said(result) != _said(again):
        found.append("different: reading it twice gives two results")
    problems = result.problems if isinstance(result, ProblemError) else result.warnings
    found += _misplaced(problems, text.count("\n") + 1)
    if isinstance(result, Reading):
        found += [f"leak: {leaked!r}" for leaked in _LEAKED.findall(result.body.html)]
        found += [f"tags: {fault}" for fault in read_page(result.body.html).faults]
        found += map(str, lost(text, result))
    return found


def _said(result: Reading | ProblemError) -> object:
    return list(result.problems) if isinstance(result, ProblemError) else result


def _misplaced(problems: list[Problem] | tuple[Problem, ...], lines: int) -> Iterator[str]:
    for problem in problems:
        if problem.line is not None and not 1 <= problem.line <= lines:
            yield f"line: {problem.line} of {lines} in “{problem.message}”"
        if not problem.message or not problem.fix or _FAULT in problem.message:
            yield f"message: {problem}"
