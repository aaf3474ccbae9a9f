"""Static pages that introduce a series: each is shown on that series' page, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.core import checks
from plugins.core.problems import Problem
from plugins.core.text.decoding import normalise
from plugins.engine.store.database import State


def unseen_introductions(state: State) -> Iterator[Problem]:
    """Yield a warning for each introduction that no reader sees: its series has no article, or
    another introduction."""
    series, introduced = state.keys("series"), dict[str, str]()
    pages = state.rows(kind="page", states=["published"], order="path")
    for path, (key, name) in ((row.path, row.introduces) for row in pages if row.introduces):
        first = introduced.setdefault(key, path)
        if first != path:
            what = f"chuyên đề “{name}” đã có lời giới thiệu ở {normalise(first)}"
            fix = "Gộp hai trang làm một, hoặc sửa tên ở “Series”."
            yield Problem(checks.SERIES_INTRODUCED_TWICE, normalise(path), None, what, fix)
        elif key not in series:
            what = f"chưa có bài nào thuộc chuyên đề “{name}”, nên lời giới thiệu này chưa hiện"
            fix = f"Thêm dòng “Series: {name}” vào các bài của chuyên đề, hoặc sửa tên ở đây."
            yield Problem(checks.SERIES_EMPTY, normalise(path), None, what, fix)
