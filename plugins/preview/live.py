"""What browsers are to be shown at the moment, and the news that it has changed."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from pathlib import Path

from plugins.core.problems import Problem
from plugins.engine.store.warned import Warned
from plugins.preview.http.site import Answer, answer, read_from


class LiveSite:
    """The preview as it stands: the site's folder, newer pages in memory, problems and warnings.

    Any thread may use it.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._count = 0
        self._site: Path | None = None
        self._theme: Path | None = None
        self._content: Path | None = None
        self._pages: dict[str, bytes] = {}
        self._problems: tuple[Problem, ...] = ()
        self._warned: tuple[Warned, ...] = ()
        self._closed = False

    def place(self, site: Path, theme: Path, content: Path | None = None) -> None:
        """Show the site in the folder ``site``, which is made of that in ``content`` and which the
        folder ``theme`` gives its looks."""
        self._site, self._theme, self._content = site, theme, content
        self._tell()

    def show(self, pages: Mapping[str, bytes]) -> None:
        """Show these pages instead of those in the folder."""
        self._pages = {**self._pages, **pages}
        self._tell()

    def settle(self, pages: Mapping[str, bytes]) -> None:
        """Forget ``pages``, which were shown: the folder has them now, or newer ones."""
        kept = {path: html for path, html in self._pages.items() if pages.get(path) is not html}
        self._pages = kept
        self._tell()

    def report(self, problems: tuple[Problem, ...]) -> None:
        """Show ``problems`` on every page, and no others."""
        self._problems = problems
        self._tell()

    def warn(self, warned: tuple[Warned, ...]) -> None:
        """Show these warnings, and no others."""
        if warned != self._warned:
            self._warned = warned
            self._tell()

    def close(self) -> None:
        """Send all who wait home."""
        self._closed = True
        self._tell()

    @property
    def pages(self) -> Mapping[str, bytes]:
        """The pages that are newer than the folder."""
        return self._pages

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong at the moment."""
        return self._problems

    @property
    def warned(self) -> tuple[Warned, ...]:
        """All warnings of the last build that went well."""
        return self._warned

    @property
    def theme(self) -> Path | None:
        """The theme's folder, once it is known."""
        return self._theme

    @property
    def content(self) -> Path | None:
        """The content folder, once it is known."""
        return self._content

    @property
    def closed(self) -> bool:
        """Whether the server is about to end."""
        return self._closed

    @property
    def built(self) -> bool:
        """Whether there is a site to show."""
        return self._site is not None and (self._site / "index.html").is_file()

    def answer(self, target: str) -> Answer:
        """Return the answer to a request, as :func:`plugins.preview.http.site.answer`."""
        return answer(target, self._read)

    def wait(self, count: int, seconds: float) -> int:
        """Wait until there were other than ``count`` changes, or for so long; return how many
        there were."""
        with self._changed:
            self._changed.wait_for(lambda: self._count != count or self._closed, seconds)
            return self._count

    def _read(self, path: str) -> bytes | None:
        page = self._pages.get(path)
        if page is not None or self._site is None:
            return page
        return read_from(self._site)(path)

    def _tell(self) -> None:
        with self._changed:
            self._count += 1
            self._changed.notify_all()
