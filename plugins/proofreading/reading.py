"""Every rule, in one list, and how a file is held against them."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.core.problems import Problem
from plugins.proofreading.config import ProofreadingSettings
from plugins.proofreading.finding import Finding
from plugins.proofreading.proof import Proof
from plugins.proofreading.rules.facts import changes, photo_credits, reprints, weekdays
from plugins.proofreading.rules.form import headings, invisible, leads, leftovers, unclosed
from plugins.proofreading.rules.spelling import (
    doubled_words,
    glued_words,
    misplaced_tones,
    mixed_placement,
    surplus_spaces,
    two_spellings,
    unknown_syllables,
)
from plugins.proofreading.silence import Silence

RULES = (
    doubled_words,
    unknown_syllables,
    misplaced_tones,
    mixed_placement,
    glued_words,
    two_spellings,
    surplus_spaces,
    weekdays,
    headings,
    unclosed,
    leftovers,
    invisible,
    leads,
    changes,
    reprints,
    photo_credits,
)
"""The rules, in the order of the editors' guide. Each is a module with a docstring (what it finds,
an example that is wrong and one that is right, and what the guide says of it), and a function
``find(proof, settings)`` that yields findings."""

_MOST_LINES = 8
_NOTHING_SILENT = Silence({}, frozenset())


def proofread(proof: Proof, settings: ProofreadingSettings) -> Iterator[Finding]:
    """Yield what the rules find in a file."""
    for rule in RULES:
        yield from rule.find(proof, settings)


def report(
    proof: Proof, settings: ProofreadingSettings, silence: Silence = _NOTHING_SILENT
) -> None:
    """Report in the file's document what the rules find, but for what is silenced there.

    What is found in several places and said in the same words is reported at the first of them,
    with the lines of the others: a pasted text may have two hundred doubled spaces.
    """
    alike: dict[tuple[str, str], list[Finding]] = {}
    for finding in proofread(proof, settings):
        if silence.covers(_problem(proof, finding)):
            continue
        alike.setdefault((finding.check.code, finding.message), []).append(finding)
    for findings in alike.values():
        first, *others = sorted(findings, key=lambda finding: finding.start)
        if others:
            lines = sorted({proof.place(other.start)[0] for other in others})
            said = ", ".join(map(str, lines[:_MOST_LINES])) + ("…" if lines[_MOST_LINES:] else "")
            also = f"{first.message}; còn {len(others)} chỗ nữa, ở dòng {said}"
            first = first._replace(message=also)
        proof.document.problems.append(_problem(proof, first))


def _problem(proof: Proof, finding: Finding) -> Problem:
    return finding.problem(proof.document.name, *proof.place(finding.start))
