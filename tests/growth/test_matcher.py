from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.growth.matcher import Matcher, TooManyStepsError

EXPRESSIONS = (
    r"(a|b)*c",
    r"(\w+)\s\1",
    r"(?<!\w)a+?b(?=c)|b",
    r"\s*(?:ab){2,3}+$",
    r"(?>a*)b|^c?",
    r"(?i:A)(b)?(?(1)c|a)",
    r"(?s).*?b[^a]\b",
    r"(?:a{1,2}b?)+\Z",
)


@pytest.mark.parametrize("expression", EXPRESSIONS)
@given(text=st.text("abcA \n", max_size=12))
def test_the_matcher_finds_what_python_finds(expression: str, text: str) -> None:
    compiled, matcher = re.compile(expression), Matcher(expression)
    for how in ("match", "fullmatch", "search"):
        found = getattr(compiled, how)(text)
        assert matcher.run(text, 0, len(text), how) == (found.span() if found else None)


def steps(expression: str, text: str) -> int:
    matcher = Matcher(expression)
    matcher.run(text, 0, len(text), "search")
    return matcher.steps


@pytest.mark.parametrize(
    ("expression", "text", "taken"),
    [
        ("ab", "xxab", 4),
        ("ab", "xaxx", 6),  # the last of them where the text ends
        ("a*", "aaa", 5),
        ("a*b", "aaac", 33),
        ("xa*?b", "xaab", 7),
        ("[ab]{2,3}", "xbaba", 6),
        ("(?:a|b)c", "abc", 4),
    ],
)
def test_a_step_is_a_node_that_is_tried_and_a_character_that_a_repeat_runs_over(
    expression: str, text: str, taken: int
) -> None:
    assert steps(expression, text) == taken


def test_steps_grow_as_the_time_of_an_expression_does() -> None:
    linear = [steps(r"a+b", "ab" * number) for number in (50, 100)]
    quadratic = [steps(r"a+b", "a" * number) for number in (50, 100)]
    assert linear[1] == linear[0]  # found at once
    assert 3.5 < quadratic[1] / quadratic[0] < 4.5


def test_what_would_never_end_is_given_up() -> None:
    with pytest.raises(TooManyStepsError):
        steps(r"(?:a|a)*b", "a" * 40)
