from __future__ import annotations

import pytest

from plugins.core import checks
from plugins.proofreading.config import ProofreadingSettings
from plugins.proofreading.reading import RULES, report
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
