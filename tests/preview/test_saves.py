from __future__ import annotations

from pathlib import Path

from plugins.preview.saves import Saved, line
from plugins.preview.workers.messages import Updated

ONE, TWO = Path("/n/mot.md"), Path("/n/hai.md")
UPDATED = Updated((), changed=1, pages=1234)


def test_a_save_is_told_in_one_line() -> None:
    saved = Saved(frozenset({ONE}), began=10.0, shown=10.05)
    assert line(saved, UPDATED, 10.5) == (
        "mot.md: 1 bài đổi → 1.234 trang dựng lại; hiện sau 0,05 giây, xong sau 0,50 giây."
    )


def test_two_saves_are_told_as_one() -> None:
    both = Saved(frozenset({ONE}), began=10.0).and_then(Saved(frozenset({TWO}), 10.4, 10.45))
    assert both == Saved(frozenset({ONE, TWO}), 10.0, 10.45)
    assert line(both, UPDATED, 11.0).startswith("2 tệp: 1 bài đổi")


def test_after_a_save_of_anything_all_is_told() -> None:
    both = Saved(frozenset({ONE}), began=10.0).and_then(Saved(None, 10.4))
    assert both.files is None
    assert line(both, UPDATED, 11.0) == "Đã dựng xong: 1.234 trang dựng lại, 1,00 giây."
