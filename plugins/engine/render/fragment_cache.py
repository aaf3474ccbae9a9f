"""``{% cache … %}``: what many pages have in common is rendered once.

    {% cache term.url %}
    …
    {% endcache %}

The block is rendered the first time for each value of its key, and shown again from then on.
The key names everything in the block that is not the same on all pages of a build; without
a key all of it is. What is
kept belongs to one Jinja environment, so to one build.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import Environment, nodes
from jinja2.ext import Extension
from jinja2.parser import Parser


class FragmentCache(Extension):
    """Jinja extension."""

    tags = {"cache"}  # noqa: RUF012 - Jinja declares it so

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self._kept: dict[Any, str] = {}

    def parse(self, parser: Parser) -> nodes.Node:
        """Read a block; its own place is part of its key."""
        lineno = next(parser.stream).lineno
        place = nodes.Const(f"{parser.name}:{lineno}")
        own = None if parser.stream.current.test("block_end") else parser.parse_tuple()
        key = nodes.Tuple([place, own or nodes.Const(None)], "load")
        body = parser.parse_statements(("name:endcache",), drop_needle=True)
        return nodes.CallBlock(self.call_method("_show", [key]), [], [], body, lineno=lineno)

    def _show(self, key: Any, caller: Callable[[], str]) -> str:
        if (kept := self._kept.get(key)) is None:
            kept = self._kept[key] = caller()
        return kept
