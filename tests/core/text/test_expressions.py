from __future__ import annotations

import re

import pytest

from plugins.core.text.expressions import expression


def test_an_expression_finds_what_a_compiled_one_finds() -> None:
    lazy, compiled = expression(r"(?P<a>\d+)", re.ASCII), re.compile(r"(?P<a>\d+)", re.ASCII)
    for text in ("", "a1b22", "33"):
        assert lazy.findall(text) == compiled.findall(text)
        assert lazy.sub("#", text) == compiled.sub("#", text)
        assert bool(lazy.match(text)) == bool(compiled.match(text))
        assert bool(lazy.fullmatch(text)) == bool(compiled.fullmatch(text))
    assert (lazy.pattern, lazy.flags, lazy.groupindex) == (r"(?P<a>\d+)", compiled.flags, {"a": 1})


def test_an_expression_that_is_wrong_says_so_when_it_is_used() -> None:
    wrong = expression("(")
    with pytest.raises(re.error):
        wrong.match("")
