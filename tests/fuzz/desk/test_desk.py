from __future__ import annotations

from pathlib import Path

from tests.fuzz.desk.__main__ import run


def test_no_word_is_lost_while_the_desk_is_killed_and_editors_write_over_each_other(
    tmp_path: Path,
) -> None:
    count, lost = run(12, 3, tmp_path / "desk")
    assert lost == []
    assert count["kill"]
    assert count["told"]
