"""What happens after a save: the saved article first, then everything else."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from plugins.core import checks
from plugins.core.problems import Problem
from plugins.preview.live import LiveSite
from plugins.preview.saves import Saved, line
from plugins.preview.watch import Watch
from plugins.preview.workers.messages import Layout
from plugins.preview.workers.worker import Worker, WorkerGoneError

_PLUGINS = Path(__file__).resolve().parents[1]
_ARTICLE = (".md", ".markdown", ".mkd", ".mdown")


class Supervisor:
    """Watches files, gives tasks to the workers, and keeps ``live`` up to date.

    ``arguments`` are those of the command ``pelican``, ``settings`` is the settings file.
    ``say`` prints a line.
    """

    def __init__(
        self, arguments: list[str], settings: Path, live: LiveSite, say: Callable[[str], None]
    ) -> None:
        self._arguments = arguments
        self._settings = settings.absolute()
        self._live = live
        self._say = say
        self._layout: Layout | None = None
        self._watches: list[Watch] = []
        self._builder: Worker | None = None
        self._builder_lock = threading.Lock()
        self._pending: tuple[str, ...] = ()  # what was said of articles to come
        self._loads = 0  # how often everything has been loaded anew
        self._quick: Worker | None = None
        self._quick_lock = threading.Lock()
        self._waiting: Saved | None = None
        self._wake = threading.Condition()

    def start(self) -> bool:
        """Load the project and begin; return whether it could be loaded."""
        self._quick = Worker(self._arguments)
        if not self._load_builder():
            return False
        self._queue(Saved(None, time.monotonic()))
        threading.Thread(target=self._run, daemon=True).start()
        return True

    def end(self) -> None:
        """End the workers and the watching."""
        self._live.close()
        for watch in self._watches:
            watch.end()
        for worker in (self._quick, self._builder):
            if worker is not None:
                worker.end()

    def saved(self, files: set[Path]) -> None:
        """Show what was saved. For the watching thread."""
        began = time.monotonic()
        if any(file.suffix == ".py" and not self._is_content(file) for file in files):
            self._load_anew()
            return
        articles = tuple(file for file in files if self._is_article(file))
        pages = self._render(articles) if articles else {}
        self._live.show(pages)
        self._queue(Saved(frozenset(files), began, time.monotonic() if pages else None))

    def _settings_saved(self, files: set[Path]) -> None:
        if any(file.suffix == ".py" for file in files):
            self._load_anew()

    def _is_article(self, file: Path) -> bool:
        is_markdown = file.name.lower().endswith(_ARTICLE)
        return is_markdown and self._is_content(file) and file.is_file()

    def _is_content(self, file: Path) -> bool:
        return self._layout is not None and file.is_relative_to(self._layout.content)

    def _render(self, articles: tuple[Path, ...]) -> dict[str, bytes]:
        with self._quick_lock:
            try:
                if self._quick is None:
                    self._quick = Worker(self._arguments)
                return self._quick.render(articles)
            except WorkerGoneError:
                if self._quick is not None:
                    self._quick.end()
                self._quick = None  # the builder says why
                return {}

    def _load_anew(self) -> None:
        self._say("Thiết lập hoặc chương trình đã đổi: nạp lại tất cả.")
        with self._quick_lock:
            if self._quick is not None:
                self._quick.end()
            self._quick = None
        with self._builder_lock:
            self._loads += 1
            builder, self._builder = self._builder, None
        if builder is not None:
            builder.end()
        self._queue(Saved(None, time.monotonic()))

    def _queue(self, saved: Saved) -> None:
        with self._wake:
            self._waiting = saved if self._waiting is None else self._waiting.and_then(saved)
            self._wake.notify()

    def _next(self) -> Saved:
        with self._wake:
            while self._waiting is None:
                self._wake.wait()
            saved, self._waiting = self._waiting, None
            return saved

    # The building thread

    def _run(self) -> None:
        undone: Saved | None = None
        while not self._live.closed:
            saved = self._next()
            # What a failed build left undone is for the next one to do.
            if undone is not None:
                saved = replace(saved, files=undone.and_then(saved).files)
            undone = None if self._build(saved) else saved

    def _build(self, saved: Saved) -> bool:
        """Bring the site up to date; return whether it is."""
        if self._builder is None and not self._load_builder():
            return False
        builder = self._builder
        if builder is None:  # the settings changed again
            return False
        newer = dict(self._live.pages)
        try:
            updated = builder.update(None if saved.files is None else tuple(saved.files))
        except WorkerGoneError:
            if self._builder is builder and not self._live.closed:
                builder.end()
                self._builder = None
                self._report([_gone()])
            return False
        mended = bool(self._live.problems) and not updated.problems
        self._live.report(updated.problems)
        if updated.problems:
            count = len(updated.problems)
            self._say(f"Chưa dựng lại được: {count} lỗi cần sửa; trang cũ vẫn xem được.")
            return False
        self._live.settle(newer)
        self._live.warn(updated.warned)
        if mended:
            self._say("Đã hết lỗi.")
        if updated.pages or updated.changed or saved.files is None:
            self._say(line(saved, updated, time.monotonic()))
        for awaited in updated.pending:
            if awaited not in self._pending:
                self._say(awaited)
        self._pending = updated.pending
        self._render(())  # has it load what is new before the next save
        return True

    def _load_builder(self) -> bool:
        """Start the builder; return whether it could load the project, or say why not."""
        loads = self._loads
        worker = Worker(self._arguments)
        try:
            layout = worker.layout()
        except WorkerGoneError:
            layout = [_gone()]
        if isinstance(layout, list):
            worker.end()
            self._report(layout)
            return False
        with self._builder_lock:
            outdated = loads != self._loads
            self._builder = None if outdated else worker
        if outdated:  # the settings changed while it read them; a build for that is waiting
            worker.end()
            return False
        if layout != self._layout:
            self._settle_in(layout)
        return True

    def _settle_in(self, layout: Layout) -> None:
        self._layout = layout
        self._live.place(layout.site, layout.theme, layout.content)
        for watch in self._watches:
            watch.end()
        folders = [folder for folder in (*layout.watched, _PLUGINS) if folder.is_dir()]
        self._watches = [
            Watch(folders, self.saved),
            Watch([self._settings.parent], self._settings_saved, shallow=True),
        ]

    def _report(self, problems: list[Problem]) -> None:
        for problem in problems:
            self._say(str(problem))
        self._live.report(tuple(problems))


def _gone() -> Problem:
    return Problem(
        checks.BUILD_STOPPED,
        "bản tin",
        None,
        "chương trình dựng trang dừng đột ngột",
        "Lưu lại một bài để thử lần nữa; nếu vẫn vậy, xem máy còn bộ nhớ không.",
    )
