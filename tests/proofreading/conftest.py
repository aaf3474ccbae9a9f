"""A file held against the rules of proofreading."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest

from plugins.articles.front_matter.parser import parse_front_matter
from plugins.core.document import Document
from plugins.core.text.decoding import normalise
from plugins.photos import PhotoLibrary
from plugins.proofreading.config import ProofreadingSettings
from plugins.proofreading.proof import Proof

Marked = Callable[..., Proof]


class Found(NamedTuple):
    """A finding as an editor sees it: the code, line and column, the words that it is about, and
    what a machine would put there."""

    code: str
    line: int
    column: int
    words: str
    replacement: str | None


@pytest.fixture
def proof(tmp_path: Path) -> Marked:
    """Return what makes a proof of a file's text; one without a head begins with the body."""

    def make(text: str) -> Proof:
        lines = normalise(text).split("\n")
        head = parse_front_matter(lines)
        is_headless = not head.fields
        begin = 1 if is_headless else head.body_line
        fields = {} if is_headless else head.fields
        path = tmp_path / "bai" / "index.md"
        return Proof(Document(path, PhotoLibrary(tmp_path), "bai/index.md", lines, begin, fields))

    return make


Find = Callable[..., list[Found]]


@pytest.fixture
def find(proof: Marked) -> Find:
    """Return what holds a text against one rule."""

    def run(rule: ModuleType, text: str, *words: str) -> list[Found]:
        made = proof(text)
        return [
            Found(
                one.check.code,
                *made.place(one.start),
                made.source[one.start : one.end],
                one.replacement,
            )
            for one in rule.find(made, ProofreadingSettings(words=words))
        ]

    return run
