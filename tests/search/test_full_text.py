from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from plugins.search.full_text import changing, plain, read_only, spelt, stamp_of, write_anew
from tests.search.full_texts import database, document


def matching(file: Path, match: str) -> list[int]:
    with closing(read_only(file)) as asked:
        rows = asked.execute("SELECT rowid FROM words WHERE words MATCH ?", (match,))
        return sorted(number for (number,) in rows)


def test_words_stand_plain_and_as_they_are_spelt(tmp_path: Path) -> None:
    file = database(tmp_path, document("Khen thưởng"), document("Khen thương"))
    assert matching(file, 'title : "khen thuong"') == [1, 2]
    assert matching(file, f'title_spelt : "{spelt("khen thưởng")}"') == [1]


def test_a_tone_is_not_taken_for_a_letter(tmp_path: Path) -> None:
    # SQLite takes capitals for small letters, and keys have the tone as a capital.
    file = database(tmp_path, document("á"), document("as"))
    assert matching(file, f'title_spelt : "{spelt("á")}"') == [1]
    assert matching(file, f'title_spelt : "{spelt("as")}"') == [2]


def test_no_phrase_goes_on_from_one_text_into_the_next(tmp_path: Path) -> None:
    file = database(tmp_path, document("Tin", body="hết ở đây", source="Báo Lào Cai"))
    assert matching(file, 'body : "o day"') == [1]
    assert matching(file, 'body : "day bao"') == []


def test_what_is_changed_is_found_as_it_is_now_and_what_is_taken_away_is_not(
    tmp_path: Path,
) -> None:
    file = database(tmp_path, document("Một hai"), document("Ba bốn"))
    with changing(file) as full_text:
        full_text.put(1, document("Năm sáu"))
        full_text.remove(2)
        full_text.put(3, document("Bảy"))
        full_text.settle("next")
    assert [matching(file, f'"{plain(text)}"') for text in ("hai", "sáu", "bốn", "bảy")] == [
        [],
        [1],
        [],
        [3],
    ]
    assert stamp_of(file) == "next"
    with closing(sqlite3.connect(file)) as asked:  # FTS5's own check of its index
        asked.execute("INSERT INTO words (words) VALUES ('integrity-check')")


def test_a_change_that_was_broken_off_changed_nothing(tmp_path: Path) -> None:
    file = database(tmp_path, document("Một hai"))
    with changing(file) as full_text:
        full_text.remove(1)
    assert matching(file, '"hai"') == [1]
    assert stamp_of(file) == "stamp"


def test_a_file_that_is_not_there_or_is_damaged_has_no_stamp(tmp_path: Path) -> None:
    file = tmp_path / "search.sqlite3"
    assert stamp_of(file) is None
    file.write_bytes(b"no database")
    assert stamp_of(file) is None
    write_anew(file, [], "whole")
    assert stamp_of(file) == "whole"
    assert [path.name for path in tmp_path.iterdir()] == ["search.sqlite3"]
