"""What was saved, and what the terminal says of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from plugins.engine.render.environment import vi_number
from plugins.preview.workers.messages import Updated


@dataclass(frozen=True)
class Saved:
    """Files that were saved; ``None`` stands for anything. ``began`` is when that was noticed,
    ``shown`` when a page of them was (``time.monotonic``), if one was."""

    files: frozenset[Path] | None
    began: float
    shown: float | None = None

    def and_then(self, later: Saved) -> Saved:
        """Return both saves as one."""
        both = None if self.files is None or later.files is None else self.files | later.files
        return Saved(both, self.began, self.shown or later.shown)


def line(saved: Saved, updated: Updated, now: float) -> str:
    """Return what the terminal says of a build that ended at ``now`` (``time.monotonic``)."""
    pages = f"{vi_number(updated.pages)} trang dựng lại"
    took = _seconds(now - saved.began)
    if saved.files is None:
        return f"Đã dựng xong: {pages}, {took} giây."
    names = sorted(file.name for file in saved.files)
    name = names[0] if len(names) == 1 else f"{len(names)} tệp"
    shown = "" if saved.shown is None else f"hiện sau {_seconds(saved.shown - saved.began)} giây, "
    return f"{name}: {vi_number(updated.changed)} bài đổi → {pages}; {shown}xong sau {took} giây."


def _seconds(span: float) -> str:
    return f"{span:.2f}".replace(".", ",")
