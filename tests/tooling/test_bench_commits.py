from __future__ import annotations

from pathlib import Path

from benchmarks.commits import Taken, ratios, write_corpus


def test_ratios_are_those_of_the_medians_and_of_the_least() -> None:
    taken = {
        "base": [Taken(1.0, 2.0), Taken(2.0, 4.0), Taken(9.0, 9.0)],
        "now": [Taken(1.5, 2.0), Taken(3.0, 2.0), Taken(4.0, 2.0)],
    }
    assert ratios(taken) == (
        "wall × 1.500 (least × 1.500) of 2.000 s; processors × 0.500 (least × 1.000) of 4.000 s"
    )


def test_the_edited_article_is_one_of_the_corpus(tmp_path: Path) -> None:
    edited = write_corpus(tmp_path, 4)
    assert edited.is_file()
    assert len(list(tmp_path.rglob("*.md"))) >= 4
