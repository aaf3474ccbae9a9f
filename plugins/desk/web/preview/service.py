"""What the desk asks about drafts: their page, their problems, small pictures of their photos."""

from __future__ import annotations

import threading
from collections import OrderedDict
from pathlib import Path

from plugins.core import checks
from plugins.core.problems import Problem
from plugins.desk.web.preview.messages import Draft, Shown
from plugins.preview.workers.worker import Worker, WorkerGoneError

_KEPT = 64  # pages, some 5 MB
_LONGEST = 20.0  # seconds for one draft; then the process is ended
_PICTURES = 5000


class Previews:
    """Asks the process that shows drafts; starts another when it has gone. Any thread may."""

    def __init__(self, arguments: list[str]) -> None:
        """``arguments`` are those of the command ``pelican`` for the site itself."""
        self._arguments = arguments
        self._lock = threading.Lock()
        self._worker: Worker | None = None
        self._pages: OrderedDict[tuple[str, int], Shown] = OrderedDict()
        self._pictures: OrderedDict[str, Path] = OrderedDict()

    def show(self, key: tuple[str, int], draft: Draft) -> Shown:
        """Return what comes of a draft; ``key`` is its number and version, which
        :meth:`page` finds it by."""
        with self._lock:
            shown = self._ask(draft)
            self._pages[key] = shown
            while len(self._pages) > _KEPT:
                self._pages.popitem(last=False)
            for url, file in shown.pictures.items():
                self._pictures[url] = file
                self._pictures.move_to_end(url)
            while len(self._pictures) > _PICTURES:
                self._pictures.popitem(last=False)
        return shown

    def page(self, number: str, version: int) -> Shown | None:
        """Return what was shown of a draft's version, if that was not long ago."""
        return self._pages.get((number, version))

    def picture(self, url: str) -> Path | None:
        """Return the photo of which a page of a draft shows a picture at ``url``."""
        return self._pictures.get(url)

    def warm(self) -> None:
        """Have the process load the project before somebody waits for it."""
        threading.Thread(target=self._warm, daemon=True).start()

    def end(self) -> None:
        """End the process."""
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.end()

    def _warm(self) -> None:
        with self._lock:
            self._ask(Draft("articles/x.md", b"Title: x\nDate: 01/01/2024\n\nx\n"))

    def _ask(self, draft: Draft) -> Shown:
        worker = self._worker or Worker(self._arguments, "plugins.desk.web.preview.worker")
        self._worker = worker
        loaded = False
        timer = threading.Timer(_LONGEST, worker.end)
        try:
            layout = worker.layout()
            if isinstance(layout, list):
                self.end()
                return Shown(tuple(layout))
            loaded = True
            timer.start()
            answer: Shown = worker.ask(draft)
        except WorkerGoneError:
            self.end()
            return Shown((_gone(draft.path, slow=loaded),))
        finally:
            timer.cancel()
        return answer


def _gone(path: str, *, slow: bool) -> Problem:
    check = checks.ARTICLE_TOO_SLOW if slow else checks.BUILD_STOPPED
    return Problem(check, path, None, check.title, check.mend)
