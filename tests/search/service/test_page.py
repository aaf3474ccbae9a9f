from __future__ import annotations

import re
from pathlib import Path

import pytest

from plugins.search.layout import FOLDER
from plugins.search.service.finding import Found, Results
from plugins.search.service.page import PageError, PublishedPage, SearchPage
from plugins.search.service.query import Query


@pytest.fixture(scope="module")
def page(built_site: Path) -> SearchPage:
    return PublishedPage(built_site / FOLDER / "index.html").read()


def found(*shown: str, text: str = "") -> Found:
    return Found(list(shown), text)


def test_the_published_page_shows_results_in_its_own_words(page: SearchPage) -> None:
    one = found("Họp <xã>", "a/", "2024-02-01T08:00+07:00", "Sapo", "Thời sự", "b.avif", "b.jpg")
    text = page.filled(Query("họp"), Results(1234, [one], more=True, may_be_wide=False))
    assert '<h2 class="teaser__title"><a href="/a/"><mark>Họp</mark> &lt;xã&gt;</a></h2>' in text
    assert ">Tìm thấy 1.234 bài.</p>" in text
    assert '<time datetime="2024-02-01T08:00+07:00">01/02/2024</time>' in text
    assert '<source type="image/avif" srcset="/b.avif">' in text
    assert 'href="?q=h%E1%BB%8Dp&amp;trang=2">Xem thêm</a>' in text
    assert "<title>họp: Tìm kiếm" in text
    assert "không chạy kịch bản" not in text


def test_what_was_typed_and_chosen_stands_in_the_form(page: SearchPage) -> None:
    query = Query(
        '"><b>', {"chuyen-muc": "thời sự", "nam": "2024", "anh": "1", "nguon": "không có"}
    )
    text = page.filled(query, None)
    assert 'value="&#34;&gt;&lt;b&gt;"' in text
    assert '<option selected value="thời sự">' in text
    assert "<option selected>2024<" in text
    assert '<input checked type="checkbox" name="anh"' in text
    assert "<details open>" in text
    assert "<b>" not in re.sub(r"<template>.*", "", text, flags=re.DOTALL)


def test_nothing_found_is_said_with_what_may_be_meant(page: SearchPage) -> None:
    none = Results(0, [], more=False, may_be_wide=False, nearest=["vung cao"])
    text = page.filled(Query("<vungcao>"), none)
    assert ">Không tìm thấy bài nào có “&lt;vungcao&gt;”.</p>" in text
    assert '">Có phải bạn tìm:<a href="?q=vung+cao">vung cao</a></p>' in text


def test_an_excerpt_stands_where_title_and_standfirst_do_not_say_it(page: SearchPage) -> None:
    one = found("Tin", "a/", "", "Sapo", "", text="Ở xã có họp.")
    text = page.filled(Query("họp"), Results(1, [one], more=False, may_be_wide=False))
    assert '<p class="teaser__summary">Ở xã có <mark>họp</mark>.</p>' in text


def test_a_page_without_a_place_to_fill_in_is_refused() -> None:
    with pytest.raises(PageError, match="thiếu chỗ điền"):
        SearchPage("<html></html>")


def test_a_page_that_was_written_anew_is_read_again(tmp_path: Path, built_site: Path) -> None:
    file = tmp_path / "index.html"
    text = (built_site / FOLDER / "index.html").read_text(encoding="utf-8")
    file.write_text(text, encoding="utf-8")
    page = PublishedPage(file)
    assert page.read() is page.read()
    file.write_text(text.replace("</main>", "Mới</main>"), encoding="utf-8")
    assert "Mới</main>" in page.read().filled(Query(), None)
