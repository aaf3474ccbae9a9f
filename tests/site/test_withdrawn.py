"""An article that is withdrawn goes from everywhere at once, and its address says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.newsroom import Newsroom
from tests.site_files import files_below

GONE = "Điều không ai được đọc nữa."


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    made = Newsroom(tmp_path)
    made.more_settings = "DELETE_OUTPUT_DIRECTORY = True"
    made.write("articles/khac.md", Title="Bài khác", Tags="chung", Category="Văn hóa")
    made.photo("articles/go/anh.jpg", "olive")
    made.write(
        "articles/go/index.md",
        f"{GONE}\n\nanh.jpg\nChú thích riêng.",
        Title="Tít bị gỡ",
        Tags="chung, chỉ có ở đây",
        Category="Văn hóa",
    )
    return made


def withdraw(newsroom: Newsroom, **head: str) -> None:
    newsroom.write(
        "articles/go/index.md",
        f"{GONE}\n\nanh.jpg\nChú thích riêng.",
        Title="Tít bị gỡ",
        Tags="chung, chỉ có ở đây",
        Category="Văn hóa",
        Status="withdrawn",
        **head,
    )


def test_nothing_of_it_is_left_but_a_notice_at_its_address(newsroom: Newsroom) -> None:
    assert newsroom.build().status == 0
    before = files_below(newsroom.output)
    assert any(name.startswith("anh/anh-") for name in before)
    withdraw(newsroom, Withdrawn="12/01/2024 09:00: sai sự thật")
    built = newsroom.build()
    assert built.status == 0, built.said
    after = newsroom.files()
    said = {
        name
        for name, data in after.items()
        for words in (GONE, "Tít bị gỡ", "Chú thích riêng", "sai sự thật", "chỉ có ở đây")
        if words.encode() in data
    }
    assert said == set()
    assert not any(name.startswith("anh/anh-") for name in after)
    page = newsroom.soup("2024/01/go")
    assert "đã được tòa soạn gỡ ngày 12/01/2024" in page.get_text()
    assert page.select_one('meta[name="robots"][content="noindex"]')
    named = {name for name, data in after.items() if b"2024/01/go/" in data}
    assert named <= {".nginx/da-go.map", "2024/01/go/index.html"}
    assert after[".nginx/da-go.map"].decode() == (
        '"/2024/01/go/" "/2024/01/go/index.html";\n"/2024/01/go" "/2024/01/go/index.html";\n'
    )
    with newsroom.elsewhere():
        assert newsroom.build("--ignore-cache").status == 0
        assert newsroom.files() == after


def test_it_comes_back_when_its_two_lines_go(newsroom: Newsroom) -> None:
    withdraw(newsroom, Withdrawn="12/01/2024 09:00: sai sự thật")
    assert newsroom.build().status == 0
    newsroom.write("articles/go/index.md", f"{GONE}\n\nanh.jpg", Title="Tít bị gỡ")
    assert newsroom.build().status == 0
    assert GONE in newsroom.page("2024/01/go")
    assert ".nginx/da-go.map" not in newsroom.files()


def test_who_withdraws_says_when_and_why(newsroom: Newsroom) -> None:
    withdraw(newsroom)
    built = newsroom.build()
    assert built.status == 1
    assert "DAU28" in built.said
    newsroom.write("articles/go/index.md", "Đoạn.", Withdrawn="12/01/2024: nhầm")
    newsroom.path("articles/go/anh.jpg").unlink()
    assert "DAU29" in newsroom.build().said
