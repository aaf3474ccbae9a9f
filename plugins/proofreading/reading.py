"""Every rule, in one list, and how a file is held against them."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.proofreading.config import ProofreadingSettings
from plugins.proofreading.finding import Finding
from plugins.proofreading.proof import Proof
from plugins.proofreading.rules import doubled_words
from plugins.proofreading.rules.facts import changes, photo_credits, reprints, weekdays
from plugins.proofreading.rules.form import headings, invisible, leads, leftovers, unclosed

RULES = (
    doubled_words,
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


def proofread(proof: Proof, settings: ProofreadingSettings) -> Iterator[Finding]:
    """Yield what the rules find in a file."""
    for rule in RULES:
        yield from rule.find(proof, settings)


def report(proof: Proof, settings: ProofreadingSettings) -> None:
    """Report in the file's document what the rules find."""
    document = proof.document
    for finding in proofread(proof, settings):
        document.problems.append(finding.problem(document.name, *proof.place(finding.start)))
