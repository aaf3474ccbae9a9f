"""Static pages that say something on another page: on that of the term that they introduce, or by
their banner on the front page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from plugins.core import checks
from plugins.core.problems import Problem
from plugins.core.terms import TermKind
from plugins.core.text.decoding import normalise
from plugins.engine.plan.catalogue import BANNERS, INTRODUCED
from plugins.engine.store.database import State
from plugins.engine.store.rows import Introduced, epoch

_TOLD: dict[TermKind, tuple[str, str, str]] = {
    "series": ("chuyên đề", "thuộc chuyên đề", "Series"),
    "author": ("tác giả", "của tác giả", "Authors"),
}
"""What a kind is called, alone and behind "bài", and the key that names one."""


def unseen_introductions(state: State) -> Iterator[Problem]:
    """Yield a warning for each introduction that no reader sees: its term has no article, or
    another introduction."""
    known = {kind: state.keys(kind) for kind in INTRODUCED}
    introduced: dict[Introduced, str] = {}
    pages = state.rows(kind="page", states=["published"], order="path")
    for path, term in ((row.path, row.introduces) for row in pages if row.introduces):
        kind, key, name = term
        called, of, field = _TOLD[kind]
        first = introduced.setdefault(term._replace(name=""), path)
        if first != path:
            what = f"{called} “{name}” đã có lời giới thiệu ở {normalise(first)}"
            fix = f"Gộp hai trang làm một, hoặc sửa tên ở “{field}”."
            yield Problem(checks.INTRODUCED_TWICE, normalise(path), None, what, fix)
        elif key not in known[kind]:
            what = f"chưa có bài nào {of} “{name}”, nên lời giới thiệu này chưa hiện"
            fix = f"Thêm dòng “{field}: {name}” vào các bài {of}, hoặc sửa tên ở đây."
            yield Problem(checks.INTRODUCED_EMPTY, normalise(path), None, what, fix)


def surplus_banners(state: State, now: datetime) -> Iterator[Problem]:
    """Yield a warning for each banner that is not shown because another one is newer."""
    entries = state.entries(*BANNERS, now=epoch(now))
    paths = [row.path for entry in entries for row in state.rows(id=entry.id)]
    for path in paths[1:]:
        what = f"trang nhất đang có băng rôn của {normalise(paths[0])}, nên băng rôn này không hiện"
        fix = "Xóa dòng “Banner” ở một trong hai trang, hoặc cho nó hết hạn bằng “Banner_until”."
        yield Problem(checks.BANNER_TWICE, normalise(path), None, what, fix)
