from __future__ import annotations

from urllib.parse import quote, urlencode

from plugins.search.service.query import MOST_LETTERS, MOST_WORDS, Query, read_query


def test_an_address_says_what_is_looked_for_and_by_what_it_is_filtered() -> None:
    query = read_query(
        urlencode({"q": " đảng bộ ", "chuyen-muc": "thời sự", "nam": "2024", "anh": "1"}).encode()
    )
    assert query.text == "đảng bộ"
    assert query.filters() == ["@category thời sự", "@photo "]
    assert query.chosen["nam"] == "2024"
    assert read_query(query.address(trang="3").encode()) == query._replace(page=3)


def test_what_is_too_much_of_a_query_is_not_looked_at() -> None:
    query = read_query(f"q={'a' * 300}&trang=0&x=1".encode())
    assert len(query.text) == MOST_LETTERS
    assert query.page == 1
    assert sum(len(run.words) for run in Query("a " * 100).runs()) == MOST_WORDS
    assert read_query("&".join("q=a" for _ in range(100)).encode()) == Query()


def test_line_breaks_and_more_spaces_are_one_space() -> None:
    assert read_query(b"q=khen%0D%0A%C2%A0+thuong").text == "khen thuong"


def test_bytes_that_are_no_text_ask_for_something_else() -> None:
    assert read_query(b"q=%ff%fe").text == "��"
    assert read_query(b"\xff=\xfe") == Query()


def test_words_in_quotation_marks_are_a_phrase() -> None:
    runs = read_query(f"q={quote('họp “khen thưởng” xã')}".encode()).runs()
    assert [(len(run.words), run.is_phrase) for run in runs] == [(1, False), (2, True), (1, False)]
    for phrase in ('"a b"', "„a b“", "«a b»"):
        assert [run.is_phrase for run in Query(phrase).runs()] == [True]
