"""A file held against the rules of proofreading."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import NamedTuple, get_args

import pytest
from PIL import Image

from plugins.articles import reader as articles
from plugins.articles.config import ArticleSettings
from plugins.articles.front_matter.parser import parse_front_matter
from plugins.attribution.extension import AttributionExtension
from plugins.core.article import Kind
from plugins.core.document import Document
from plugins.core.text.decoding import normalise
from plugins.figures.extension import FiguresExtension
from plugins.photos import PhotoLibrary
from plugins.proofreading.config import ProofreadingSettings
from plugins.proofreading.proof import Proof
from plugins.proofreading.silence import Silence

Marked = Callable[..., Proof]
_PHOTO = re.compile(r"[\w-]+\.jpg\b")


class Found(NamedTuple):
    """A finding as an editor sees it: the code, line and column, the words that it is about, and
    what a machine would put there."""

    code: str
    line: int
    column: int
    words: str
    replacement: str | None


@pytest.fixture
def proof(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Marked:
    """Return what makes a proof of a file's text: one with a title and a date is read as articles
    are, with the photos that it names; one without a head begins with the body."""
    taken: list[Proof] = []

    def take(proof: Proof, settings: ProofreadingSettings, silence: Silence) -> None:
        taken.append(proof)

    def read(text: str | bytes, name: str) -> Proof:
        """Read an article, and return the proof that its reader holds against the rules."""
        monkeypatch.setattr(articles, "report_findings", take)
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        content = text.encode() if isinstance(text, str) else text
        for photo in _PHOTO.findall(content.decode(errors="ignore")):
            Image.new("RGB", (9, 6)).save(path.parent / photo)
        path.write_bytes(content)
        extensions = [AttributionExtension(), FiguresExtension()]
        addresses = dict.fromkeys(get_args(Kind), "{slug}/")
        made = articles.ArticleReader(
            PhotoLibrary(tmp_path), {"extensions": extensions}, ArticleSettings(), addresses, []
        )
        made.read(path)
        return taken.pop()

    def make(text: str | bytes, name: str = "bai/index.md") -> Proof:
        shown = text if isinstance(text, str) else text.decode()
        lines = normalise(shown).split("\n")
        head = parse_front_matter(lines)
        if {"Title", "Date"} <= head.fields.keys():
            return read(text, name)
        is_headless = not head.fields
        begin = 1 if is_headless else head.body_line
        fields = {} if is_headless else head.fields
        path = tmp_path / "bai" / "index.md"
        return Proof(Document(path, PhotoLibrary(tmp_path), name, lines, begin, fields))

    return make


Find = Callable[..., list[Found]]


@pytest.fixture
def find(proof: Marked) -> Find:
    """Return what holds a text against one rule."""

    def run(
        rule: ModuleType, text: str | bytes, *words: str, own: tuple[str, ...] = ()
    ) -> list[Found]:
        made = proof(text)
        return [
            Found(
                one.check.code,
                *made.place(one.start),
                made.source[one.start : one.end],
                one.replacement,
            )
            for one in rule.find(made, ProofreadingSettings(words=words, own_outlets=own))
        ]

    return run


Mended = Callable[[ModuleType, str], str]


@pytest.fixture
def mended(proof: Marked) -> Mended:
    """Return what puts into a text all that a rule's findings may have put there, and holds what
    comes of it against the rule: nothing must be left that a machine would mend."""

    def run(rule: ModuleType, text: str) -> str:
        made, settings = proof(text), ProofreadingSettings()
        source = made.source
        findings = sorted(rule.find(made, settings), key=lambda one: one.start, reverse=True)
        for one in findings:
            if one.replacement is not None:
                source = source[: one.start] + one.replacement + source[one.end :]
        left = rule.find(proof(source), settings)
        assert not [one for one in left if one.replacement is not None]
        return source

    return run
