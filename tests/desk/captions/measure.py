"""Whether an article has each caption under its photos, and each paragraph in its body."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

from bs4 import BeautifulSoup

from plugins.desk.reading_back import read_back
from tests.desk.captions.kinds import COMBINED, KINDS
from tests.desk.captions.layouts import LAYOUTS
from tests.desk.captions.manuscript import Manuscript, begun
from tests.desk.captions.uncaptioned import UNCAPTIONED
from tests.desk.word_files import imported
from tests.fuzz.text.room import project


class Result(NamedTuple):
    """What came of a file: ``wrong`` says what is not as it should be (``""``: all is), ``told``
    whether the editor is told of every caption, of those that were not found and of those that were
    guessed, rightly or not."""

    wrong: str
    told: bool


NONE = "no caption"
"""The kind of the files whose photos have none."""


def cases() -> Iterator[tuple[str, str]]:
    """Yield all pairs of a layout and a kind of captions, and the layouts without captions."""
    yield from product(LAYOUTS, KINDS)
    for layout in UNCAPTIONED:
        yield layout, NONE


def written(layout: str, kind: str) -> Manuscript:
    """Return the file of a case."""
    made = begun(f"{layout} {kind}")
    if kind == NONE:
        UNCAPTIONED[layout](made)
    else:
        LAYOUTS[layout](made, (KINDS | COMBINED)[kind])
    return made


def judged(made: Manuscript, file: Path) -> Result:
    """Import a file, and hold its figures against what they should be."""
    article = imported(file)
    content = article.folder.parents[1]
    reading = read_back(project(content), article.folder / "index.md").reading
    if reading is None:
        return Result("the reader refuses the article", told=False)
    figures = [(len(f.photos), f"{f.caption} {f.credit or ''}") for f in reading.body.figures]
    page = BeautifulSoup(reading.body.html, "html.parser")
    for figure in page.find_all("figure"):
        figure.decompose()
    body = " ".join(page.get_text(" ").split()) + (reading.article.summary_text or "")
    wrong = list(_faults(made, figures, body))
    told = "\n".join(told for told in article.told if told.startswith("WORD15"))
    captions = [each.caption for each in made.figures] + [f.caption for f in reading.body.figures]
    is_told = any(captions) and all(each in told for each in captions)
    return Result("; ".join(wrong), is_told)


def _faults(made: Manuscript, figures: list[tuple[int, str]], body: str) -> Iterator[str]:
    if len(figures) != len(made.figures):
        yield f"{len(figures)} figures, not {len(made.figures)}"
        return
    for (photos, caption), expected in zip(figures, made.figures, strict=True):
        if photos != expected.photos:
            yield f"{photos} photos under “{caption}”, not {expected.photos}"
        if expected.caption not in caption or (caption.strip() and not expected.caption):
            yield f"“{caption}” for “{expected.caption}”"
        others = [e.caption for e in made.figures if e.caption and e is not expected]
        yield from (f"also “{each}”" for each in [*others, *made.body] if each in caption)
    yield from (f"“{each}” is not in the body" for each in made.body if each not in body)
