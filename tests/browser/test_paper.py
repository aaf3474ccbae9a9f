"""What comes out of the printer: Chromium's own sheets, read again."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, Route
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE, FPDF_PAGEOBJ_PATH

from tests.photos.samples import corners, save
from tests.site.newsroom import Newsroom

SITE = "https://bantin.example.vn"
ARTICLE = f"{SITE}/2024/01/chuyen-xe/"
DAY = datetime.datetime(2024, 2, 5, 12, tzinfo=datetime.UTC)
WORDS = "Đoàn xe rời thành phố lúc ba giờ sáng, qua đèo khi sương còn dày. " * 6
PHOTOS = {"Một tấm đứng riêng.": 1, "Ba tấm cạnh nhau.": 3, "Năm tấm thành dải.": 5}
BODY = f"""Đọc thêm ở [cổng của tỉnh](https://laocai.example/tin?so=1), trên www.suckhoe.example, ở
<https://daidien.example/bai/>, <a href="https://chep.example">chep.example</a>, trong
[bài khác](khac.md), [trang chủ]({SITE}/) hay [phần cuối](#cuoi), hoặc viết về ban@bantin.example.

[![Ảnh có liên kết](1.jpg)](https://noi-khac.example/anh)
Chú thích của ảnh có liên kết.

https://www.youtube.com/watch?v=dQw4w9WgXcQ
Phim về chuyến xe.
"""


class Sheet(NamedTuple):
    """A printed page: its text in one line, and from top to bottom its photos (as "") and the
    captions of PHOTOS."""

    text: str
    figures: list[str]


@pytest.fixture(scope="module", params=["publishconf.py", "pelicanconf.py"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bulletin built for its readers, and one built for the desk: their links differ."""
    newsroom = Newsroom(tmp_path_factory.mktemp("paper"))
    newsroom.more_settings = f"SITE = {{**SITE, 'url': {SITE!r}}}\nSITEURL = SITEURL and {SITE!r}"
    (newsroom.content / "articles").mkdir()
    for number in range(1, 6):
        save(newsroom.content / f"articles/{number}.jpg", corners(600, 400))
    figures = [
        "\n".join(f"{at}.jpg" for at in range(1, n + 1)) + f"\n{caption} Ảnh: Hà"
        for caption, n in PHOTOS.items()
    ]
    newsroom.write("articles/khac.md", Title="Bài khác")
    newsroom.write(
        "articles/chuyen-xe.md",
        "\n\n".join(
            [BODY, WORDS, *(part for figure in figures for part in (figure, WORDS, WORDS))]
        ),
        Title="Chuyến xe",
        Source_url="https://bao.example/goc",
        Source="Báo Lào Cai",
    )
    built = newsroom.build("--fatal=errors", settings=request.param)
    assert built.status == 0, built.said
    return newsroom.output


@pytest.fixture(scope="module", params=[True, False], ids=["scripted", "plain"])
def printed(site: Path, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The article, at its public address, on the day DAY, with scripts and without."""
    context = browser.new_context(
        java_script_enabled=request.param,
        # All photos are in sight, and so loaded: `Page.pdf` waits for none, as browsers do.
        viewport={"width": 1280, "height": 9000},
        timezone_id="Asia/Ho_Chi_Minh",
        locale="en-US",
    )

    def answer(route: Route) -> None:
        path = site / route.request.url.removeprefix(SITE).lstrip("/")
        path = path / "index.html" if path.is_dir() else path
        route.fulfill(path=path) if path.is_file() else route.abort()

    context.route("**/*", answer)
    page = context.new_page()
    page.clock.set_fixed_time(DAY)
    page.goto(ARTICLE, wait_until="networkidle")
    yield page
    context.close()


def _sheets(page: Page, height: float = 29.7) -> list[Sheet]:
    document = pypdfium2.PdfDocument(page.pdf(width="21cm", height=f"{height}cm"))
    sheets = []
    for sheet in document:
        text = sheet.get_textpage()
        found: list[tuple[float, str]] = [
            (image.get_bounds()[1], "") for image in sheet.get_objects([FPDF_PAGEOBJ_IMAGE])
        ]
        places = [(caption, text.search(caption).get_next()) for caption in PHOTOS]
        found += [(text.get_charbox(place[0])[1], caption) for caption, place in places if place]
        figures = [what for _, what in sorted(found, reverse=True)]
        sheets.append(Sheet(" ".join(text.get_text_bounded().split()), figures))
    document.close()
    return sheets


def _text(page: Page) -> str:
    return " ".join(sheet.text for sheet in _sheets(page))


def test_a_sheet_says_where_the_article_is_found_and_when_it_was_printed(printed: Page) -> None:
    text = _text(printed)
    assert text.count(f"Địa chỉ: {ARTICLE}") == 1
    scripted = printed.evaluate("matchMedia('(scripting)').matches")
    assert re.findall(r"In ngày .*?2024", text) == (
        ["In ngày Thứ Hai, 05/02/2024"] if scripted else []
    )


def test_an_address_stands_behind_a_link_to_another_site_and_behind_no_other(
    printed: Page,
) -> None:
    text = _text(printed).replace(f"Địa chỉ: {ARTICLE}", "")
    assert "cổng của tỉnh (https://laocai.example/tin?so=1)" in text
    assert "Xem bài gốc (https://bao.example/goc)" in text
    assert re.findall(r"\((\S+://\S+)\)", text) == [
        "https://laocai.example/tin?so=1",
        "https://bao.example/goc",
    ]
    for once in ("www.suckhoe.example", "daidien.example/bai/", "chep.example", "youtube.com"):
        assert text.count(once) == 1, once
    assert "anh/" not in text


def test_no_photo_stands_on_another_sheet_than_its_caption(printed: Page) -> None:
    torn = []
    for height in range(18, 31):
        sheets = _sheets(printed, height)
        assert sum(sheet.figures.count("") for sheet in sheets) == sum(PHOTOS.values()) + 1
        for sheet in sheets:
            above = 0
            for what in sheet.figures:
                above = above + 1 if what == "" else above
                if what:
                    torn += [(height, what)] * (above < PHOTOS[what])
                    above = 0
    assert torn == []


def test_who_answers_for_the_bulletin_stands_on_one_sheet(printed: Page) -> None:
    for height in range(18, 31):
        texts = [sheet.text for sheet in _sheets(printed, height)]
        assert sum("Cơ quan chủ quản" in text for text in texts) == 1, height
        assert [text for text in texts if "Cơ quan chủ quản" in text and "Thư điện tử" in text]


def test_no_heading_is_torn_from_the_rule_above_it(printed: Page) -> None:
    page = printed.context.new_page()
    page.goto(f"{SITE}/", wait_until="networkidle")
    seen = 0
    for tenths in range(150, 300, 15):
        document = pypdfium2.PdfDocument(page.pdf(width="21cm", height=f"{tenths / 10}cm"))
        for sheet in document:
            text = sheet.get_textpage()
            if place := text.search("Thông tin mới nhất").get_next():
                top = text.get_charbox(place[0])[3]
                rules = [each.get_bounds()[1] for each in sheet.get_objects([FPDF_PAGEOBJ_PATH])]
                assert any(0 < bottom - top < 20 for bottom in rules), tenths
                seen += 1
        document.close()
    assert seen == len(range(150, 300, 15))
    page.close()
