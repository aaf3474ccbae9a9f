from __future__ import annotations

from pathlib import Path

from tests.fuzz.counter.kills import run


def test_no_acknowledged_visit_is_lost_by_kill_9_and_none_is_invented(tmp_path: Path) -> None:
    result = run(tmp_path / "counter.sqlite3", rounds=20)
    assert (result.lost, result.invented) == (0, 0)
    assert result.acknowledged > 100, "the service was under load"
