"""What is known of an article besides its page, in words to look for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from plugins.articles.front_matter.keys import KEYS
from plugins.articles.reader import Reading
from tests.fuzz.text.source import clean, words_of

_DATES = {"date", "modified", "source_date"}
_IN_DATES = """
thứ hai ba tư năm sáu bảy chủ nhật ngày tháng lúc giờ h am pm t z gmt sáng trưa chiều tối phút
"""
_DATE_WORDS = frozenset(_IN_DATES.split())
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True)
class Data:
    """``phrases`` are the texts an article has besides its body, each as its words: title, tags,
    category, corrections, and the ``signatures``, which lines of a body may become: authors,
    source, names of published ``files``. ``addresses`` are those that are no text, ``moments``
    the article's dates; ``corrected`` says that the last change may be a correction."""

    phrases: tuple[list[str], ...]
    signatures: tuple[list[str], ...]
    files: tuple[str, ...]
    addresses: tuple[str, ...]
    moments: tuple[datetime, ...]
    corrected: bool

    @staticmethod
    def knows_key(name: str) -> bool:
        """Whether a line of the head may begin so."""
        plain = name.strip().casefold().replace("-", "_")
        return plain in {key.casefold() for key in KEYS} | {"author"}

    def is_date(self, key: str, words: list[str]) -> bool:
        """Whether the value of ``key`` is a date that became one of :attr:`moments`."""
        if key.strip().casefold().replace("-", "_") not in _DATES:
            return False
        numbers = [int(number) for word in words for number in _NUMBER.findall(word)]
        others = [part for word in words for part in _NUMBER.sub(" ", word).split()]
        superseded = self.corrected and key.strip().casefold() == "modified"
        return all(word.casefold() in _DATE_WORDS for word in others) and (
            superseded or any(set(numbers) <= _numbers(moment) for moment in self.moments)
        )


def _numbers(moment: datetime) -> set[int]:
    offset = moment.utcoffset()
    zone = {int(offset.total_seconds()) // 3600} if offset else set()
    parts = {moment.year, moment.year % 100, moment.month, moment.day}
    clock = {moment.hour, moment.hour % 12, moment.minute, moment.second, 0}
    return parts | clock | zone


def data_of(reading: Reading) -> Data:
    """Return what a reading says besides its page."""
    moments = tuple(_moments(reading))
    texts = [*_texts(reading), *map(_written, moments)]
    signatures = _word_lists(_signatures(reading))
    return Data(
        phrases=(*_word_lists(texts), *signatures),
        signatures=signatures,
        files=tuple(map(clean, _files(reading))),
        addresses=tuple(_addresses(reading)),
        moments=moments,
        corrected=bool(reading.article.corrections),
    )


def _word_lists(texts: Iterable[str]) -> tuple[list[str], ...]:
    return tuple(words for text in texts if (words := words_of(text)))


def _texts(reading: Reading) -> Iterator[str]:
    article = reading.article
    yield from (article.title, article.category_name, article.slug, article.status)
    yield article.summary_text if article.has_standfirst else ""
    yield from article.tag_names
    yield from (correction.text for correction in article.corrections)


def _signatures(reading: Reading) -> Iterator[str]:
    article = reading.article
    # Who is named twice is told once.
    yield from (*article.author_names, " và ".join(article.author_names * 2))
    if source := article.source:
        yield source.author or ""
        for outlet in source.outlets:
            yield from (outlet.name, outlet.url or "")
        yield source.outlet
        yield source.url or ""
        yield _written(source.date) if source.date else ""
    yield from _files(reading)


def _files(reading: Reading) -> Iterator[str]:
    lead = reading.article.lead_photo
    for photo in (*reading.body.photos, *((lead,) if lead else ())):
        yield from (photo.name, photo.source.name)
    yield from (file.source.name for file in reading.body.attachments)


def _addresses(reading: Reading) -> Iterator[str]:
    article, body = reading.article, reading.body
    if source := article.source:
        yield source.url or ""
        yield from (outlet.url or "" for outlet in source.outlets)
    yield from (path for path, _ in body.linked)
    yield from _files(reading)


def _moments(reading: Reading) -> Iterator[datetime]:
    article = reading.article
    source = article.source
    known = (article.date, article.modified, source.date if source else None)
    yield from (moment for moment in known if moment is not None)
    yield from (correction.date for correction in article.corrections)


def _written(moment: datetime) -> str:
    """Write a moment with each of its numbers in the ways in which people do."""
    return f"{moment:%d %m %Y} {moment.day} {moment.month} {moment.year} {moment:%H %M}"
