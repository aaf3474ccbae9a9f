"""What an imported article says, as the bulletin's own reader reads it, held against its file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from bs4 import BeautifulSoup

from plugins.articles.reader import Reading
from plugins.core.problems import Problem, ProblemError
from plugins.core.text.decoding import normalise
from plugins.engine.project.project import Project
from plugins.engine.scan.reading import article_reader
from plugins.photos import PhotoLibrary

_WORD = re.compile(r"\w+")
# What Markdown, or the head of an article, could take for its own.
_SIGN = re.compile(r"[\"*_#\[\]<>{}|`~^\\]")
# A head has m² where the text of a file has m and a raised 2.
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "01234567890123456789")
_QUOTE = re.compile("“(.*)”", re.DOTALL)
_INLINE = """
a abbr b big cite code del em font i ins mark q s small span strike strong sub sup tt u
"""

# What names the role of who is named, and gives way to how the page says it.
_ROLE_WORDS = """
nguồn tin bài viết theo trích dẫn ảnh và video clip tổng hợp thực hiện đồ họa photo tác giả pv
"""
_ROLES = frozenset(_ROLE_WORDS.split())


class ReadBack(NamedTuple):
    """An article's words and signs with how often they stand there, its photos as often as it
    shows them, and what the reader said of it; ``reading`` is ``None`` if that was an error."""

    words: Counter[str]
    photos: int
    problems: tuple[Problem, ...]
    reading: Reading | None

    @property
    def names_roles(self) -> bool:
        """Whether the article has a source, authors or photographers as data."""
        if self.reading is None:
            return False
        article, figures = self.reading.article, self.reading.body.figures
        return bool(article.source or article.author_names or any(f.credit for f in figures))


def read_back(project: Project, path: Path) -> ReadBack:
    """Read the article ``path``, which lies in the project's content folder."""
    try:
        reading = article_reader(project, PhotoLibrary(project.content, project.photos)).read(path)
    except ProblemError as error:
        # It is a draft, and its editor is told; what it says stands in the file.
        text = path.read_text(encoding="utf-8")
        return ReadBack(words_of([text]), 0, tuple(error.problems), None)
    article, body = reading.article, reading.body
    page = BeautifulSoup(body.html, "html.parser")
    texts = [article.title, *article.author_names]
    if article.has_standfirst:
        texts.append(article.summary_text)
    if source := article.source:
        texts += [*(outlet.name for outlet in source.outlets), source.author or ""]
        day = source.date
        texts += [f"ngày {day.day} {day.month} {day.year} {day:%d %m %H %M}"] if day else []
    # Words in addresses, and those that a message quotes, count only where they are nowhere else.
    apart = [str(link.get("href", "")) for link in page.find_all("a")]
    apart += [article.source.url or ""] if article.source else []
    apart += [quote for problem in reading.warnings for quote in _QUOTE.findall(problem.message)]
    return ReadBack(
        words_of([*texts, *texts_of(page)]) | words_of(apart),
        sum(len(figure.photos) for figure in body.figures),
        reading.warnings,
        reading,
    )


def texts_of(page: BeautifulSoup) -> list[str]:
    """Return what a page shows, words that change their look in the middle whole, with the numbers
    of lists."""
    texts: list[str] = []
    for numbered in page.find_all("ol"):
        start = str(numbered.get("start", "1"))
        items = len(numbered.find_all("li", recursive=False))
        texts += map(str, range(int(start), int(start) + items))
    for mark in page.find_all("sup", id=re.compile("^fnref")):
        mark.decompose()
    for inline in page.find_all(_INLINE.split()):
        inline.unwrap()
    page.smooth()
    return [*texts, *page.get_text("\n").split("\n")]


def words_of(texts: Iterable[str]) -> Counter[str]:
    """Return the words and the signs of texts, with how often they stand there."""
    words: Counter[str] = Counter()
    for text in texts:
        plain = normalise(text).translate(_RAISED)
        words.update(word.casefold() for word in _WORD.findall(plain.replace("_", " ")))
        words.update(_SIGN.findall(plain))
    return words


def missing(paragraphs: Iterable[str], read: ReadBack, told: Iterable[str]) -> list[str]:
    """Return the words of paragraphs that are neither in what was read nor in what was told, a
    text for each paragraph that lacks some."""
    spare = read.words + words_of(told)
    lost = []
    for paragraph in paragraphs:
        gone = []
        for word in words_of([paragraph]).elements():
            if spare[word] > 0:
                spare[word] -= 1
            else:
                gone.append(word)
        if gone and not (read.names_roles and set(gone) <= _ROLES):
            lost.append(f"{' '.join(gone)} (trong đoạn “{paragraph[:160]}”)")
    return lost
