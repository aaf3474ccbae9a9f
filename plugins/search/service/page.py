"""The published search page, filled in: its look and all its words are the theme's
(``theme/templates/search.html``). Only what the page's script fills in is, too."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlencode

from markupsafe import Markup, escape

from plugins.search.service.finding import Found, Results
from plugins.search.service.marking import excerpt, marked
from plugins.search.service.query import PAGE, PHOTO, TEXT, WIDE, YEAR, Query, Run

_PARTS = {
    "root": r'<form class="search"[^>]* data-root="([^"]*)"',
    "field": r'<input class="search__field"',
    "details": r"<details>",
    "scripts": r"</form>\s*(<noscript>.*?</noscript>)",
    "status": r'<p class="search__status"[^>]*>()</p>',
    "found": r'<p class="search__status"[^>]* data-found="([^"]*)"',
    "none": r'<p class="search__status"[^>]* data-none="([^"]*)"',
    "nearest": r'<p class="search__nearest"[^>]*( hidden)>[^<]*</p>',
    "behind_nearest": r'<p class="search__nearest"[^>]*>[^<]*()</p>',
    "items": r'<section class="search__results.*?<div>()</div>',
    "wide": r'<button[^>]* data-wide="([^"]*)"',
    "more": r'<button[^>]* data-wide="[^"]*"[^>]*>([^<]*)</button>',
    "behind": r'<button[^>]* data-wide="[^"]*"[^>]*>[^<]*</button>()',
    "sample": r"<template>(.*?)</template>",
}


class PageError(Exception):
    """The published page lacks what is filled in; says what, in Vietnamese. Raised when it is read:
    whoever asks is answered by nothing, and the log says it."""


class SearchPage:
    """The page as it was published. Raises :class:`PageError`."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at: dict[str, re.Match[str]] = {}
        for name, pattern in _PARTS.items():
            found = re.search(pattern, text, re.DOTALL)
            if not found:
                raise PageError(f"trang tìm kiếm đã xuất bản thiếu chỗ điền “{name}”")
            self._at[name] = found

    def filled(self, query: Query, results: Results | None) -> str:
        """Return the page with a query and what it found; ``None`` where nothing was asked."""
        runs = query.runs()
        pieces = [(*self._at["scripts"].span(1), "")]
        pieces += self._form(query)
        if results is not None:
            pieces += self._results(query, results, runs)
        text, end = [], 0
        for start, stop, new in sorted(pieces):
            text += [self._text[end:start], new]
            end = stop
        return "".join((*text, self._text[end:]))

    def _said(self, name: str) -> str:
        return html.unescape(self._at[name][1])

    def _form(self, query: Query) -> list[tuple[int, int, str]]:
        end = self._at["field"].end()
        pieces = [(end, end, Markup(' value="{}"').format(query.text))]
        if query.text and (title := self._text.find("<title>")) >= 0:
            title += len("<title>")
            pieces.append((title, title, escape(f"{query.text}: ")))
        for name, value in query.chosen.items():
            if (place := self._choice(name, value)) is not None:
                pieces.append(place)
        if query.chosen:
            start, end = self._at["details"].span()
            pieces.append((start, end, Markup("<details open>")))
        return [(start, end, str(new)) for start, end, new in pieces]

    def _choice(self, name: str, value: str) -> tuple[int, int, Markup] | None:
        """Return where a control of the form is said to be chosen."""
        if name == PHOTO:
            end = self._text.find(f'<input type="checkbox" name="{name}"') + len("<input")
            return (end, end, Markup(" checked")) if end >= len("<input") else None
        start = self._text.find(f'<select name="{name}">')
        option = (
            f"<option>{escape(value)}<" if name == YEAR else f'<option value="{escape(value)}">'
        )
        at = self._text.find(option, start, self._text.find("</select>", start))
        end = at + len("<option")
        return (end, end, Markup(" selected")) if start >= 0 and at >= 0 else None

    def _results(
        self, query: Query, results: Results, runs: Sequence[Run]
    ) -> list[tuple[int, int, str]]:
        if results.total:
            said = self._said("found").replace("{count}", f"{results.total:,}".replace(",", "."))
        else:
            said = self._said("none").replace("{query}", query.text)
        items = "".join(self._item(each, runs) for each in results.articles)
        links = []
        if results.more:
            wide = {WIDE: "1"} if query.wide else {}
            links.append((query.address(**wide, **{PAGE: str(query.page + 1)}), self._said("more")))
        elif results.may_be_wide and results.total:
            links.append((query.address(**{WIDE: "1"}), self._said("wide")))
        pieces = []
        if results.nearest:
            meant = Markup("").join(
                Markup('<a href="?{}">{}</a>').format(urlencode({TEXT: text}), text)
                for text in results.nearest
            )
            pieces.append((*self._at["nearest"].span(1), ""))
            pieces.append((*self._at["behind_nearest"].span(1), str(meant)))
        # The script has a button for it.
        more = Markup("").join(
            Markup('<noscript><a class="search__button" href="?{}">{}</a></noscript>').format(*each)
            for each in links
        )
        return [
            *pieces,
            (*self._at["status"].span(1), str(escape(said))),
            (*self._at["items"].span(1), items),
            (*self._at["behind"].span(1), str(more)),
        ]

    def _item(self, found: Found, runs: Sequence[Run]) -> str:
        title, url, date, summary, category, *photo = found.shown
        head, body = marked(title, runs), marked(summary, runs)
        plain = {word.plain for run in runs for word in run.words}
        if plain - head.told - body.told and (around := excerpt(found.text, runs)):
            body = marked(around, runs, each=True)
        root = self._said("root")
        text = self._at["sample"][1]
        text = re.sub(
            r"<a>.*?</a>",
            lambda _: Markup('<a href="{}{}">{}</a>').format(root, url, head.html),
            text,
            count=1,
            flags=re.DOTALL,
        )
        text = _into(text, "teaser__summary", body.html)
        text = _into(text, "teaser__kicker", escape(category))
        if date:
            day = "/".join(reversed(date[:10].split("-")))
            time = Markup('</span> <time datetime="{}">{}</time>').format(date, day)
            text = text.replace("</span>", time, 1)
        if photo:
            picture = Markup(
                '<picture><source type="image/{}" srcset="{}{}"><img class="teaser__photo" alt="" '
                'loading="lazy" src="{}{}" width="240" height="160"></picture>'
            ).format(photo[0].rpartition(".")[2], root, photo[0], root, photo[1])
            text = re.sub(r"<div>", lambda _: f"{picture}<div>", text, count=1)
        return text


def _into(text: str, class_: str, what: Markup) -> str:
    return re.sub(rf'(class="{class_}">)', lambda at: f"{at[1]}{what}", text, count=1)


class PublishedPage:
    """The search page below a site's folder, read again when a build has written it."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._known: tuple[tuple[int, int], SearchPage] | None = None

    def read(self) -> SearchPage:
        """Return the page. Raises ``OSError`` or :class:`PageError`."""
        status = self._file.stat()
        signature = (status.st_mtime_ns, status.st_size)
        if self._known is None or self._known[0] != signature:
            self._known = signature, SearchPage(self._file.read_text(encoding="utf-8"))
        return self._known[1]
