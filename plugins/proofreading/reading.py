"""Every rule, in one list, and how a file is held against them."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.proofreading.config import ProofreadingSettings
from plugins.proofreading.finding import Finding
from plugins.proofreading.proof import Proof
from plugins.proofreading.rules import (
    doubled_words,
    glued_words,
    misplaced_tones,
    mixed_placement,
    surplus_spaces,
    two_spellings,
    unknown_syllables,
)

RULES = (
    doubled_words,
    unknown_syllables,
    misplaced_tones,
    mixed_placement,
    glued_words,
    two_spellings,
    surplus_spaces,
)
"""The rules, in the order of the editors' guide. Each is a module with a docstring (what it finds,
an example that is wrong and one that is right, and what the guide says of it), and a function
``find(proof, settings)`` that yields findings."""

_MOST_LINES = 8


def proofread(proof: Proof, settings: ProofreadingSettings) -> Iterator[Finding]:
    """Yield what the rules find in a file."""
    for rule in RULES:
        yield from rule.find(proof, settings)


def report(proof: Proof, settings: ProofreadingSettings) -> None:
    """Report in the file's document what the rules find.

    What is found in several places and said in the same words is reported at the first of them,
    with the lines of the others: a pasted text may have two hundred doubled spaces.
    """
    document = proof.document
    alike: dict[tuple[str, str], list[Finding]] = {}
    for finding in proofread(proof, settings):
        alike.setdefault((finding.check.code, finding.message), []).append(finding)
    for findings in alike.values():
        first, *others = sorted(findings, key=lambda finding: finding.start)
        if others:
            lines = sorted({proof.place(other.start)[0] for other in others})
            said = ", ".join(map(str, lines[:_MOST_LINES])) + ("…" if lines[_MOST_LINES:] else "")
            also = f"{first.message}; còn {len(others)} chỗ nữa, ở dòng {said}"
            first = first._replace(message=also)
        document.problems.append(first.problem(document.name, *proof.place(first.start)))
