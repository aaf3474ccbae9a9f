from __future__ import annotations

import pytest

from plugins.articles.typed.wraps import Wraps, begins_small, ends_sentence, find_wraps

WRAPPED = [
    "Bà con các bản dọc suối đã gùi mận xuống điểm thu mua đầu xã từ",
    "sáng sớm, xe tải xếp hàng dài trên con đường vừa đổ bê tông vào",
    "cuối năm ngoái, khi mùa mưa đã dứt và đất hai bên đường đã khô,",
    "cứng trở lại.",
]
SHORT = "Chợ họp thứ Bảy."


def test_a_run_whose_lines_are_all_full_is_wrapped() -> None:
    wraps = find_wraps([WRAPPED])
    assert wraps.width == 63
    assert wraps.joined(WRAPPED) == [True, True, True]


def test_a_line_with_room_for_the_next_word_ends_where_it_was_typed() -> None:
    assert find_wraps([[SHORT, *WRAPPED]]).joined([SHORT, *WRAPPED]) == [False, True, True, True]


def test_short_runs_go_by_the_column_of_the_others() -> None:
    wraps = find_wraps([WRAPPED])
    assert wraps.joined([WRAPPED[0], "khuya."]) == [True]
    assert wraps.joined([SHORT, "Ai cũng đi."]) == [False]


def test_short_runs_of_one_document_are_judged_together() -> None:
    runs = [[WRAPPED[0], "khuya."], [WRAPPED[1], "bản."], [WRAPPED[2], "ráo."]]
    assert find_wraps(runs).width == 63
    assert find_wraps(runs[:2]).width is None
    assert find_wraps([*runs, ["Một đoạn dài hơn mọi cột ngắt dòng. " * 4]]).width is None


def test_lines_that_all_end_as_sentences_are_paragraphs() -> None:
    lines = [f"{line.rstrip(',').capitalize()}." for line in WRAPPED[:3]] * 2
    assert find_wraps([lines]).width is None


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        (WRAPPED[0], "sáng sớm.", True),
        (f"{WRAPPED[0]}.", "Chiều lại về.", False),
        (WRAPPED[0].upper(), "Chiều lại về.", False),
        (WRAPPED[0], "Lùng Phình.", None),
        (f"{WRAPPED[0]};", "đ) Cán bộ báo cáo.", False),
        (f"{WRAPPED[0]};", "và báo cáo.", False),
    ],
)
def test_one_break_alone_is_judged_by_its_words(
    above: str, below: str, joined: bool | None
) -> None:
    assert Wraps(None).joined([above, below]) == [joined]


def test_verse_is_too_narrow_to_be_wrapped() -> None:
    verse = ["Mưa giăng trên mái nhà sàn", "đèo cao mây phủ non ngàn", "ai đi", "ai nhớ"]
    assert find_wraps([verse]).joined(verse) == [False, False, False]


def test_sentences_end_behind_quotes_and_begin_behind_dashes() -> None:
    assert ends_sentence("Ông nói: “Được.”")
    assert not ends_sentence("Ông nói, và")
    assert begins_small("- và bà con")
    assert not begins_small("“Được")
