"""Counts what is done while a text is read: lines of Python, and steps of regular expressions.

Import this before all that is counted: expressions are counted from :func:`count_expressions` on,
which the modules that hold them must not have been imported before.
"""

from __future__ import annotations

import re
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from types import CodeType, FrameType
from typing import Any, TypeVar

from tests.growth.matcher import MOST_STEPS, Matcher, TooManyStepsError

T = TypeVar("T")

COUNTED = ("/plugins/", "/markdown/", "/html/parser.py", "/_markupbase.py", "/xml/etree/")
"""Parts of the paths of the Python files whose lines are counted."""

TOO_MANY = 100 * MOST_STEPS
"""Stands for the steps of a call that took so many that nobody counted them."""

_DEEPEST = 100 * MOST_STEPS
"""Calls within one another while an expression is walked through, which calls itself for every
letter: what is read must not seem to have been refused for being nested too deep."""
_STACK = 1 << 30  # bytes; of which the system gives what is used

_EXPRESSION = "expression "
_taken: Counter[str] | None = None
_seen: dict[CodeType, str | None] = {}


@contextmanager
def counted() -> Iterator[Counter[str]]:
    """Count into what is yielded: steps by the function or the expression that took them."""
    global _taken
    _taken = Counter()
    sys.settrace(_called)
    try:
        yield _taken
    finally:
        sys.settrace(None)
        _taken = None


def with_room_for_depth(work: Callable[[], T]) -> T:
    """Count in a thread whose stack is large enough; return what ``work`` does."""
    threading.stack_size(_STACK)
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work).result()


def count_expressions() -> None:
    """Have every expression that is compiled from now on count its steps."""
    make = re._compiler.compile  # type: ignore[attr-defined] # below the cache of re.compile
    re._compiler.compile = lambda *text: _Counting(make(*text))  # type: ignore[attr-defined] # so


def _called(frame: FrameType, _: str, __: Any) -> Callable[..., Any] | None:
    code = frame.f_code
    if code not in _seen:
        file = code.co_filename
        name = f"{file.rpartition('/')[2]} {code.co_qualname}"
        _seen[code] = name if any(part in file for part in COUNTED) else None
    return _line if _seen[code] else None


def _line(frame: FrameType, event: str, _: Any) -> Callable[..., Any]:
    if event == "line" and _taken is not None:
        _taken[_seen[frame.f_code] or ""] += 1
    return _line


class _Counting:
    """A compiled expression that takes note of its steps before it answers."""

    def __init__(self, compiled: re.Pattern[str]) -> None:
        self._compiled = compiled
        self._matcher: Matcher | None = None

    def __getattr__(self, name: str) -> Any:
        return getattr(self._compiled, name)

    def match(self, string: str, pos: int = 0, *end: int) -> re.Match[str] | None:
        return self._one("match", string, pos, *end)

    def fullmatch(self, string: str, pos: int = 0, *end: int) -> re.Match[str] | None:
        return self._one("fullmatch", string, pos, *end)

    def search(self, string: str, pos: int = 0, *end: int) -> re.Match[str] | None:
        return self._one("search", string, pos, *end)

    def finditer(self, text: str, *span: int) -> Iterator[re.Match[str]]:
        at = span[0] if span else 0
        for match in self._compiled.finditer(text, *span):
            self._count("search", text, at, *span[1:])
            at = max(match.end(), at + 1)
            yield match
        self._count("search", text, at, *span[1:])

    def findall(self, text: str, *span: int) -> list[Any]:
        self._all(text, *span)
        return self._compiled.findall(text, *span)

    def sub(self, new: Any, text: str, *count: int, **named: int) -> str:
        self._all(text)
        return self._compiled.sub(new, text, *count, **named)

    def subn(self, new: Any, text: str, *count: int, **named: int) -> tuple[str, int]:
        self._all(text)
        return self._compiled.subn(new, text, *count, **named)

    def split(self, text: str, *count: int, **named: int) -> list[Any]:
        self._all(text)
        return self._compiled.split(text, *count, **named)

    def _one(self, how: str, text: str, *span: int) -> re.Match[str] | None:
        self._count(how, text, *span)
        found: re.Match[str] | None = getattr(self._compiled, how)(text, *span)
        return found

    def _all(self, text: str, *span: int) -> None:
        for _ in self.finditer(text, *span):
            pass

    def _count(self, how: str, text: str, start: int = 0, end: int = sys.maxsize) -> None:
        taken, pattern = _taken, self._compiled.pattern
        if taken is None or not isinstance(pattern, str):
            return
        sys.settrace(None)
        most = sys.getrecursionlimit()
        sys.setrecursionlimit(_DEEPEST)
        try:
            if self._matcher is None:
                self._matcher = Matcher(pattern, self._compiled.flags)
            before = self._matcher.steps
            try:
                self._matcher.run(text, max(start, 0), min(end, len(text)), how)
            except TooManyStepsError:
                self._matcher = None
                taken[_EXPRESSION + pattern] += TOO_MANY
            else:
                taken[_EXPRESSION + pattern] += self._matcher.steps - before
        finally:
            sys.setrecursionlimit(most)
            sys.settrace(_called)
