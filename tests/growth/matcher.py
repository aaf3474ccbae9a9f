"""The steps that a backtracking engine takes over a regular expression.

CPython's engine counts none, and its time is no measure in a test. So what it does is done once
more here, step by step, over the same parsed expression (``re._parser``): one step a node that is
tried, and one a character that a repeat runs over. Results are CPython's own; of this one only
the count is used, and a test holds both to the same matches. Left out is what CPython saves by
looking for a fixed beginning first, which changes no order of growth.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from re import _compiler as compiler  # type: ignore[attr-defined] # no public parser of expressions
from re import _constants as c  # type: ignore[attr-defined] # no public parser of expressions
from re import _parser as parser  # type: ignore[attr-defined] # no public parser of expressions
from typing import Any

MOST_STEPS = 3_000_000
"""Steps after which a call is given up: of a text of some thousand letters, it is no linear one."""

_compile = compiler.compile  # as it is now: later ones may be counted
Go = Callable[[int], bool]
_SINGLE = frozenset((c.LITERAL, c.NOT_LITERAL, c.ANY, c.IN))
_REPEATS = {c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT}


class TooManyStepsError(Exception):
    """More steps than :data:`MOST_STEPS`."""


class Matcher:
    """One expression, ready to be walked through; ``steps`` are those of all calls so far."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        parsed = parser.parse(pattern, flags)
        self._flags = parsed.state.flags
        self.steps = 0
        self._limit = MOST_STEPS
        self._text = ""
        self._end = 0
        self._must_end = False
        self._matched = -1
        self._groups: dict[int, tuple[int, int]] = {}
        self._start = self._sequence(parsed.data, self._finish, self._flags)
        self._first = _alone(first, self._flags) if _is_single(first := parsed[:1]) else None

    def run(self, text: str, start: int, end: int, how: str) -> tuple[int, int] | None:
        """Return where the first match from ``start`` on begins and ends; ``how`` is the name
        of the method: ``match``, ``fullmatch`` or ``search``."""
        self._text, self._end, self._must_end = text, end, how == "fullmatch"
        self._limit = self.steps + MOST_STEPS
        at, last = start, end if how == "search" else start
        while at <= last:
            if self._first and how == "search":
                # Where no match begins: a step each, and CPython is quicker at taking them.
                found = self._first.search(text, at, end)
                begin = found.start() if found else end
                self._step(begin - at)
                at = begin
            self._groups = {}
            if self._start(at):
                return at, self._matched
            at += 1
        return None

    def _step(self, count: int = 1) -> None:
        self.steps += count
        if self.steps > self._limit:
            raise TooManyStepsError

    def _finish(self, at: int) -> bool:
        if self._must_end and at != self._end:
            return False
        self._matched = at
        return True

    def _sequence(self, nodes: Sequence[Any], go: Go, flags: int) -> Go:
        for op, value in reversed(list(nodes)):
            go = self._node(op, value, go, flags)
        return go

    def _node(self, op: Any, value: Any, go: Go, flags: int) -> Go:
        if op in _SINGLE:
            return self._single(op, value, go, flags)
        if op in _REPEATS:
            low, high, item = value
            return self._repeat(op, low, high, item, go, flags)
        if op is c.SUBPATTERN:
            group, on, off, item = value
            return self._group(group, on, off, item, go, flags)
        if op is c.BRANCH:
            branches = [self._sequence(branch, go, flags) for branch in value[1]]
            return lambda at: self._any(branches, at)
        if op is c.AT:
            return self._at(value, go, flags)
        if op in (c.ASSERT, c.ASSERT_NOT):
            direction, item = value
            return self._look(op is c.ASSERT, direction, item, go, flags)
        if op is c.ATOMIC_GROUP:
            return self._atomic(value, go, flags)
        if op is c.GROUPREF:
            return self._reference(value, go, flags)
        if op is c.GROUPREF_EXISTS:
            group, yes, no = value
            ways = (self._sequence(no or (), go, flags), self._sequence(yes, go, flags))
            return lambda at: ways[group in self._groups](at)
        raise NotImplementedError(op)

    def _any(self, branches: list[Go], at: int) -> bool:
        self._step(len(branches))
        return any(branch(at) for branch in branches)

    def _single(self, op: Any, value: Any, go: Go, flags: int) -> Go:
        one = _alone([(op, value)], flags)
        known: dict[str, bool] = {}

        def run(at: int) -> bool:
            # The most of all steps are these; whether they are too many, a repeat asks.
            self.steps += 1
            if at >= self._end:
                return False
            character = self._text[at]
            fits = known.get(character)
            if fits is None:
                fits = known[character] = one.match(character) is not None
            return fits and go(at + 1)

        return run

    def _repeat(self, op: Any, low: int, high: int, item: Any, go: Go, flags: int) -> Go:
        if _is_single(item):
            return self._repeat_one(op, low, high, item, go, flags)
        if op is c.POSSESSIVE_REPEAT:
            greedy = [(c.MAX_REPEAT, (low, high, item))]
            return self._atomic(greedy, go, flags)
        return self._repeat_many(op is c.MAX_REPEAT, low, high, item, go, flags)

    def _repeat_one(self, op: Any, low: int, high: int, item: Any, go: Go, flags: int) -> Go:
        one = _alone(item, flags)
        many = _alone([(c.MAX_REPEAT, (0, c.MAXREPEAT, item))], flags)

        def end_of_run(at: int, most: int) -> int:
            """Return where the characters that fit end, from a place within the text."""
            found = many.match(self._text, at, most)
            return found.end() if found else at

        def greedy(at: int) -> bool:
            most = self._end if high is c.MAXREPEAT else min(self._end, at + high)
            last = end_of_run(at, most) if at < most else at
            self._step(last - at + 1)
            if op is c.POSSESSIVE_REPEAT:
                return last >= at + low and go(last)
            for end in range(last, at + low - 1, -1):
                self._step()
                if go(end):
                    return True
            return False

        def lazy(at: int) -> bool:
            most = self._end if high is c.MAXREPEAT else min(self._end, at + high)
            end = at
            while True:
                self._step()
                if end - at >= low and go(end):
                    return True
                if end >= most or not one.match(self._text, end):
                    return False
                end += 1

        return lazy if op is c.MIN_REPEAT else greedy

    def _repeat_many(self, greedy: bool, low: int, high: int, item: Any, go: Go, flags: int) -> Go:
        state = (0, -1)  # how often, and from where the last time

        def more(at: int) -> bool:
            nonlocal state
            before = state
            state = (before[0] + 1, at)
            done = body(at)
            state = before
            return done

        def out(at: int) -> bool:
            nonlocal state
            before = state
            done = go(at)
            state = before
            return done

        def loop(at: int) -> bool:
            self._step()
            count, last = state
            if count < low:
                return more(at)
            may = (high is c.MAXREPEAT or count < high) and at != last
            if greedy:
                return (may and more(at)) or out(at)
            return out(at) or (may and more(at))

        def enter(at: int) -> bool:
            nonlocal state
            before = state
            state = (0, -1)
            done = loop(at)
            state = before
            return done

        body = self._sequence(item, loop, flags)
        return enter

    def _group(self, group: int | None, on: int, off: int, item: Any, go: Go, flags: int) -> Go:
        within = (flags | on) & ~off
        if group is None:
            return self._sequence(item, go, within)
        opened: list[int] = []

        def close(at: int) -> bool:
            before, begin = self._groups.get(group), opened.pop()
            self._groups[group] = (begin, at)
            if go(at):
                opened.append(begin)
                return True
            opened.append(begin)
            if before is None:
                del self._groups[group]
            else:
                self._groups[group] = before
            return False

        inner = self._sequence(item, close, within)

        def open_(at: int) -> bool:
            opened.append(at)
            done = inner(at)
            opened.pop()
            return done

        return open_

    def _alone(self, item: Any, flags: int) -> Callable[[int], int]:
        """Return what matches an item on its own, and says where it ends (-1: nowhere)."""
        ends: list[int] = []

        def finish(at: int) -> bool:
            ends.append(at)
            return True

        inner = self._sequence(item, finish, flags)
        return lambda at: ends.pop() if inner(at) else -1

    def _atomic(self, item: Any, go: Go, flags: int) -> Go:
        alone = self._alone(item, flags)

        def run(at: int) -> bool:
            self._step()
            end = alone(at)
            return end >= 0 and go(end)

        return run

    def _look(self, wanted: bool, direction: int, item: Any, go: Go, flags: int) -> Go:
        alone = self._alone(item, flags)
        back = item.getwidth()[0] if direction < 0 else 0

        def run(at: int) -> bool:
            self._step()
            found = at >= back and alone(at - back) >= 0
            return found is wanted and go(at)

        return run

    def _reference(self, group: int, go: Go, flags: int) -> Go:
        def run(at: int) -> bool:
            begin, end = self._groups.get(group, (-1, -1))
            length = end - begin
            self._step(max(1, length))
            if begin < 0 or at + length > self._end:
                return False
            said, here = self._text[begin:end], self._text[at : at + length]
            if flags & re.IGNORECASE:
                said, here = said.lower(), here.lower()
            return said == here and go(at + length)

        return run

    def _at(self, where: Any, go: Go, flags: int) -> Go:
        signs = {
            c.AT_BEGINNING: "^",
            c.AT_BEGINNING_STRING: r"\A",
            c.AT_BOUNDARY: r"\b",
            c.AT_NON_BOUNDARY: r"\B",
            c.AT_END: "$",
            c.AT_END_STRING: r"\Z",
        }
        here = _compile(signs[where], flags & (re.MULTILINE | re.ASCII))

        def run(at: int) -> bool:
            self._step()
            return here.match(self._text, at, self._end) is not None and go(at)

        return run


def _is_single(nodes: Sequence[Any]) -> bool:
    """Whether nodes are one, for one character."""
    return len(nodes) == 1 and nodes[0][0] in _SINGLE


def _alone(nodes: Sequence[Any], flags: int) -> re.Pattern[str]:
    """Return nodes without the expression in which they stand, for CPython."""
    pattern = parser.SubPattern(parser.State(), list(nodes))
    pattern.state.flags = flags & ~re.VERBOSE
    compiled: re.Pattern[str] = _compile(pattern, pattern.state.flags)
    return compiled
