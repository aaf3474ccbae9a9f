"""The search page in a browser: what is found, in which order, and how it is told."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote_plus

import pytest
from playwright.sync_api import Browser, Page, expect

from plugins.search.folding import words
from tests.browser.axe import find_violations
from tests.browser.conftest import OpenPage
from tests.browser.test_policy import LISTEN
from tests.search.test_folding import EXAMPLES

# Calls what the page's script exports.
_CALL = """async ([name, ...told]) => {
    const script = document.querySelector("script[type=module]").src;
    return (await import(script))[name](...told);
}"""


@pytest.fixture(scope="module")
def page(browser: Browser, site_url: str) -> Iterator[Page]:
    """The search page of the sample bulletin, with all that its policy refused."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.add_init_script(LISTEN)
    page.goto(f"{site_url}/tim-kiem/")
    yield page
    context.close()


def call(page: Page, name: str, *told: Any) -> Any:
    return page.evaluate(_CALL, [name, *told])


def titles(page: Page) -> list[str]:
    return page.locator(".search__results .teaser__title").all_inner_texts()


def ask(page: Page, query: str) -> list[str]:
    """Ask as a reader does, and return the titles of the results."""
    field = page.get_by_role("searchbox", name="Tìm tin, bài")
    field.fill(query)
    field.press("Enter")
    status = page.get_by_role("status").first
    expect(status).to_have_text(re.compile(r"^(Tìm|Không) thấy|^Không tìm"))
    # The number is told before the first ten are there.
    count = re.match(r"Tìm thấy ([\d.]+)", status.inner_text())
    there = min(int(count[1].replace(".", "")), 10) if count else 0
    expect(page.locator(".search__results .teaser__title")).to_have_count(there)
    return titles(page)


def test_the_script_reads_words_as_the_index_does(page: Page) -> None:
    for text, expected in EXAMPLES["words"]:
        for form in ("NFC", "NFD"):
            found = call(page, "readWords", unicodedata.normalize(form, text))
            assert [f"{one['key']}|{one['plain']}" for one in found] == expected, text


def test_the_script_reads_lists_as_the_index_writes_them(page: Page) -> None:
    for postings, text in EXAMPLES["lists"]:
        assert call(page, "listed", f"x\t{text}") == postings


def test_the_script_finds_the_file_of_a_word_as_the_index_does(page: Page) -> None:
    for text, _ in EXAMPLES["words"]:
        for word in words(text):
            assert call(page, "crc", word.plain) == word.digest


@pytest.mark.parametrize("query", ["khen thưởng", "Đảng bộ", "lễ hội", "đường"])
def test_with_and_without_diacritics_the_same_articles_are_found(page: Page, query: str) -> None:
    plain = " ".join(word.plain for word in words(query))
    forms = [query, query.upper(), unicodedata.normalize("NFD", query), plain, plain.upper()]
    found = [call(page, "search", form, None, True) for form in forms]
    assert found[0]
    assert {tuple(sorted(places)) for places in found} == {tuple(sorted(found[0]))}


@pytest.mark.parametrize(("query", "other"), [("đường", "dương"), ("dương", "đường")])
def test_what_was_typed_comes_before_what_is_spelt_otherwise(
    page: Page, query: str, other: str
) -> None:
    found = ask(page, query)
    spelt = [query in title.lower() for title in found]
    assert spelt[0]
    assert any(other in title.lower() and query not in title.lower() for title in found)
    assert page.locator("mark").first.inner_text().lower() == query


def test_titles_come_before_standfirsts_and_these_before_texts(page: Page) -> None:
    found = ask(page, "hiến máu")
    assert "hiến máu" in found[0].lower()
    expect(page.locator("mark").first).to_have_text("hiến")


def test_an_excerpt_shows_what_the_article_says_and_not_what_stands_round_it(page: Page) -> None:
    ask(page, "hoa đào")  # a keyword, which stands last of all that is the article's
    said = page.locator(".teaser__summary").first
    expect(said.locator("mark").first).to_be_visible()
    assert "Facebook" not in said.inner_text()


def test_where_only_the_text_has_it_an_excerpt_shows_where(page: Page) -> None:
    ask(page, "trà hoa hồi")
    expect(page.locator(".teaser__summary mark").first).to_be_visible()
    said = page.locator(".teaser__summary").first.inner_text()
    assert "trà hoa hồi" in said
    assert page.evaluate("refused") == []


def test_a_phrase_in_quotation_marks_is_found_whole(page: Page) -> None:
    assert len(ask(page, "“Sảng Mào”")) == 2
    assert ask(page, "“Mào Sảng”") == []


def test_filters_leave_what_they_name(page: Page) -> None:
    everything = ask(page, "năm")
    page.get_by_text("Lọc kết quả").click()
    page.locator("[name=chuyen-muc]").select_option("Văn hóa")
    expect(page).to_have_url(re.compile("chuyen-muc=v"))
    expect(page.locator(".teaser__kicker").first).to_have_text("Văn hóa")
    expect(page.locator(".teaser__kicker", has_text="Kinh tế")).to_have_count(0)
    assert 0 < len(titles(page)) < len(everything)
    page.locator("[name=nam]").select_option("2024")
    page.get_by_label("Có ảnh").check()
    expect(page).to_have_url(re.compile("anh=1"))
    expect(page.locator(".search__results article img")).not_to_have_count(0)
    page.locator("[name=chuyen-muc]").select_option("Tất cả")
    page.locator("[name=nam]").select_option("Tất cả")
    page.get_by_label("Có ảnh").uncheck()
    expect(page).not_to_have_url(re.compile("anh=1"))


def test_the_address_can_be_passed_on_and_the_way_back_leads_back(page: Page) -> None:
    first = ask(page, "khen thuong")
    address = page.url
    ask(page, "lễ hội")
    page.go_back()
    expect(page.get_by_role("searchbox")).to_have_value("khen thuong")
    expect(page.locator(".search__results .teaser__title")).to_have_text(first)
    page.goto(address)
    expect(page.locator(".search__results .teaser__title")).to_have_text(first)
    assert page.title().startswith("khen thuong: ")


def test_what_was_asked_for_is_gone_back_to_however_slowly_it_was_typed(
    open_page: OpenPage,
) -> None:
    page = open_page("search")
    field = page.get_by_role("searchbox", name="Tìm tin, bài")
    for query in ("khen thuong", "le hoi"):
        field.fill("")
        for letter in query:  # results as they are typed, and only then the key
            field.press_sequentially(letter)
        expect(page).to_have_url(re.compile(re.escape(f"?q={quote_plus(query)}")))
        field.press("Enter")
    page.go_back()
    expect(field).to_have_value("khen thuong")
    expect(page).to_have_url(re.compile(re.escape("?q=khen+thuong")))
    page.go_back()
    expect(page).to_have_url(re.compile("^about:blank"))


def test_more_results_are_reached_with_the_keyboard(page: Page) -> None:
    ask(page, "và")
    assert len(titles(page)) == 10
    button = page.get_by_role("button", name="Xem thêm")
    button.press("Enter")
    expect(page.locator(".search__results .teaser__title")).to_have_count(20)
    focused = page.evaluate("document.activeElement.textContent")
    assert focused == titles(page)[10]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_among_results(page: Page, scheme: Any) -> None:
    ask(page, "đường")
    page.emulate_media(color_scheme=scheme)
    assert find_violations(page) == []


def test_what_is_not_there_is_said_and_signs_are_taken_as_they_are(page: Page) -> None:
    assert ask(page, "zzzxyz $& <b>") == []
    expect(page.get_by_role("status").first).to_have_text(
        "Không tìm thấy bài nào có “zzzxyz $& <b>”."
    )


def test_signs_alone_are_not_found_either(page: Page) -> None:
    assert ask(page, "🎉!") == []
    expect(page.get_by_role("status").first).to_have_text("Không tìm thấy bài nào có “🎉!”.")


def test_an_address_may_have_line_breaks_and_be_too_long(page: Page) -> None:
    page.goto(re.sub(r"\?.*", "", page.url) + "?q=khen%0A%C2%A0thuong+" + "va+" * 500)
    typed = page.get_by_role("searchbox", name="Tìm tin, bài").input_value()
    assert typed.startswith("khen thuong va va")
    assert len(typed) == 200


@pytest.mark.parametrize("query", ["“Mào Sảng”", '"Mào Sảng"', "„Mào Sảng“", "«Mào Sảng»"])
def test_phrases_stand_in_whatever_quotation_marks_were_typed(page: Page, query: str) -> None:
    assert call(page, "search", query.replace("Mào Sảng", "Sảng Mào"))
    assert call(page, "search", query, None, True) == []


def test_words_that_stand_far_apart_are_marked_in_the_excerpt(page: Page) -> None:
    assert call(page, "search", "giáp xét") == []
    ask(page, "giáp xét")
    said = page.locator(".teaser__summary mark")
    expect(said.first).to_be_visible()
    assert {one.lower() for one in said.all_inner_texts()} <= {"giáp", "xét"}


def test_a_nearest_spelling_is_offered(page: Page) -> None:
    for wrong, right in (
        ("naam", "nam"),
        ("nguwowif dann", "nguoi dan"),  # Telex that was not on
        ("nguoi da zzz", "nguoi da"),
        ("lao c ai", "lao cai"),
        ("truo", "truong"),  # half a word
        ("fanxipan", "fansipan"),  # which two articles have
        ("nguoidan", "nguoi dan"),
    ):
        ask(page, wrong)
        offered = page.locator(".search__nearest a")
        expect(offered.first).to_be_visible()
        assert right in offered.all_inner_texts()
    offered.filter(has_text="nguoi dan").click()
    expect(page.locator(".search__results .teaser__title")).not_to_have_count(0)


def test_what_only_filters_kept_away_is_offered_without_them(page: Page) -> None:
    page.goto(re.sub(r"\?.*", "", page.url) + "?q=fansipan&chuyen-muc=y+t%E1%BA%BF")
    offered = page.locator(".search__nearest a")
    expect(offered).to_have_text(["fansipan"])
    offered.click()
    expect(page.locator(".search__results .teaser__title")).not_to_have_count(0)


def test_where_the_index_cannot_be_read_that_is_said(open_page: OpenPage) -> None:
    page = open_page(
        "search", prepare=lambda page: page.route("**/doi/*.txt", lambda one: one.abort())
    )
    page.locator("#q").fill("khen thuong")
    page.locator("#q").press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("Không tải được")


def test_the_field_at_the_head_of_a_page_leads_to_the_results(open_page: OpenPage) -> None:
    page = open_page("original article", width=360)
    field = page.get_by_role("searchbox", name="Tìm tin, bài")
    field.fill("khen thưởng")
    field.press("Enter")
    expect(page).to_have_url(re.compile(re.escape("/tim-kiem/?q=" + quote_plus("khen thưởng"))))
    expect(page.locator(".search__results .teaser__title")).not_to_have_count(0)


def test_without_scripts_the_page_says_so_and_leads_on(open_page: OpenPage) -> None:
    page = open_page("search", java_script_enabled=False)
    expect(page.locator("noscript p")).to_be_visible()
    expect(page.locator(".search__ways a", has_text="Lưu trữ")).to_be_visible()
    expect(page.locator(".search__results")).to_be_hidden()
