from __future__ import annotations

import pytest

from plugins.core import checks
from plugins.proofreading.config import ProofreadingSettings
from plugins.proofreading.reading import RULES, report
from plugins.proofreading.silence import Silence
from tests.proofreading.conftest import Marked
from tools.guide import Proofread, proofread_examples

RULE = {rule.__name__.rpartition(".")[2]: rule for rule in RULES}


@pytest.mark.parametrize("example", proofread_examples(), ids=lambda example: example.rule)
def test_a_rule_finds_what_its_docstring_calls_wrong_and_nothing_in_what_it_calls_right(
    example: Proofread, proof: Marked
) -> None:
    rule, settings = RULE[example.rule], ProofreadingSettings()
    assert list(rule.find(proof(example.wrong), settings))
    assert not list(rule.find(proof(example.right), settings))


def test_a_finding_is_reported_with_line_and_column(proof: Marked) -> None:
    made = proof("Title: Một bài\n\nBà con\ntrong bản của của ta.\n")
    report(made, ProofreadingSettings())
    (problem,) = made.document.problems
    assert (problem.check, problem.line, problem.column) == (checks.WORD_DOUBLED, 4, 11)


def test_what_is_said_in_the_same_words_is_reported_once_with_the_other_lines(
    proof: Marked,
) -> None:
    made = proof("Một  hai  ba.\n\nBốn  năm.\n\nNhà của của ta.\n")
    report(made, ProofreadingSettings())
    assert [(each.check, each.line, each.message) for each in made.document.problems] == [
        (checks.WORD_DOUBLED, 5, "từ “của” lặp hai lần"),
        (checks.SPACES_SURPLUS, 1, "hai dấu cách liền nhau; còn 2 chỗ nữa, ở dòng 1, 3"),
    ]


def test_a_silenced_line_does_not_silence_the_others(proof: Marked) -> None:
    made = proof("Một  hai.\n\nBốn  năm.\n")
    report(made, ProofreadingSettings(), Silence({1: frozenset(("SOAT07",))}, frozenset()))
    (problem,) = made.document.problems
    assert (problem.line, problem.message) == (3, "hai dấu cách liền nhau")
