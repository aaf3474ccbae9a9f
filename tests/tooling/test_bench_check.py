from __future__ import annotations

from benchmarks.check import lines


def test_every_part_is_said_in_seconds_and_in_parts_of_a_build() -> None:
    taken = {"build": [9.0, 10.0, 30.0], "cold": [5.0], "warm": [1.0, 0.5], "edit": [1.0]}
    assert lines(taken) == [
        "build from nothing           10.00 s  × 1.000",
        "check from nothing            5.00 s  × 0.500",
        "check, nothing changed        0.75 s  × 0.075",
        "check, one article changed    1.00 s  × 0.100",
    ]
