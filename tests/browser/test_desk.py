"""The newsroom's desk in a browser, as its editors use it: the main way."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.axe import find_violations
from tests.browser.desk import Served, enter, saved, write
from tests.desk.web.office import WAITING
from tests.desk.word_files import TITLE, p, photo, word_file

LIVE = 60_000


def test_a_word_file_goes_from_one_editor_over_another_to_the_site(
    browser: Browser, windows: list[BrowserContext], served: Served, tmp_path: Path
) -> None:
    body = p("Phiên chợ đông hơn mọi năm, bà con xuống từ sáng sớm.") + p(photo())
    word = word_file(tmp_path / "bài gửi.docx", TITLE + body + p("Hình 1: Cổng chợ."))
    page = enter(browser, windows, served, "tuan")
    page.click("text=Viết bài mới")
    page.wait_for_selector("#acts button")
    page.set_input_files("#word", word)
    expect(page.locator("[name=Title]")).to_have_value("Chợ phiên cuối năm", timeout=LIVE)
    expect(page.locator(".card img")).to_have_count(1)
    page.select_option("[name=Category]", "Văn hóa")
    saved(page)
    look = page.frame_locator(".look iframe:not([hidden])")
    expect(look.locator("h1")).to_have_text("Chợ phiên cuối năm", timeout=LIVE)
    page.click("text=Gửi duyệt")
    expect(page.locator("#news")).to_contain_text("Đã gửi thư ký")
    secretary = enter(browser, windows, served, "lan")
    secretary.click("text=Chờ duyệt")
    secretary.click("text=Chợ phiên cuối năm")
    secretary.click("button:has-text('Đăng bài')")
    expect(secretary.locator("#news")).to_contain_text("Đã lên trang", timeout=LIVE)
    address = secretary.locator("#news a").get_attribute("href")
    assert address
    assert "Phiên chợ đông hơn mọi năm" in served.office.site.page(address.strip("/"))


def test_a_slip_is_mended_at_the_press_of_a_button_also_what_was_typed_last(
    browser: Browser, windows: list[BrowserContext], served: Served
) -> None:
    page = enter(browser, windows, served, "tuan")
    write(page, "Bài có lỗi gõ", "Nhà đựơc dựng.")
    area = page.locator("#text textarea").first
    mend = page.get_by_role("button", name="Sửa:")
    mend.first.wait_for()
    area.fill("Nhà đựơc dựng. Chợ đựơc mùa.")
    mend.first.click()
    expect(area).to_have_value("Nhà được dựng. Chợ được mùa.")
    expect(mend).to_have_count(0)
    saved(page)
    page.reload()
    expect(area).to_have_value("Nhà được dựng. Chợ được mùa.")


def test_a_card_moves_by_the_keyboard_and_keeps_its_words(
    browser: Browser, windows: list[BrowserContext], served: Served
) -> None:
    page = enter(browser, windows, served, "lan")
    page.goto(f"{served.address}/?muc=da-dang")
    page.click("li:has-text('index') button")
    page.fill(".card label:has-text('Chú thích') input", "Cổng chợ")
    page.focus("[aria-label='Chuyển lên']")
    page.keyboard.press("Enter")
    expect(page.locator("#text > *").nth(1)).to_have_class("card")
    saved(page)
    page.reload()
    expect(page.locator(".card label:has-text('Chú thích') input")).to_have_value("Cổng chợ")
    expect(page.locator(".card label:has-text('Người chụp') input")).to_have_value("Ngọc Bằng")
    expect(page.locator("#text textarea").last).to_have_value(WAITING)


def test_photos_become_a_gallery_by_the_keyboard_alone(
    browser: Browser, windows: list[BrowserContext], served: Served, tmp_path: Path
) -> None:
    page = enter(browser, windows, served, "tuan")
    write(page, "Bài có bộ ảnh", "Đoạn mở.")
    files = []
    for name, colour in (("a.jpg", "navy"), ("b.jpg", "teal"), ("c.jpg", "olive")):
        files.append(tmp_path / name)
        Image.new("RGB", (600, 400), colour).save(files[-1])
    page.set_input_files("#photos", files)
    expect(page.locator(".card")).to_have_count(3)
    for _ in range(2):
        page.locator(".card").last.get_by_role("button", name="Gộp với ảnh trên").focus()
        page.keyboard.press("Enter")
    expect(page.locator(".card")).to_have_count(1)
    page.get_by_role("button", name="Chuyển c.jpg lên trước").focus()
    page.keyboard.press("Space")
    page.get_by_label("Chú thích chung").focus()
    page.keyboard.type("Ba góc chợ")
    saved(page)
    page.reload()
    names = page.locator(".card small").all_inner_texts()
    assert names == ["a.jpg", "c.jpg", "b.jpg"]
    expect(page.get_by_label("Chú thích chung")).to_have_value("Ba góc chợ")
    look = page.frame_locator(".look iframe:not([hidden])")
    expect(look.locator(".gallery__photos img")).to_have_count(3, timeout=LIVE)
    expect(look.locator(".gallery figcaption")).to_contain_text("Ba góc chợ")


def test_an_article_is_scheduled_published_corrected_brought_back_and_withdrawn(
    browser: Browser, windows: list[BrowserContext], served: Served
) -> None:
    page = enter(browser, windows, served, "lan")
    address = write(page, "Bài đi trọn đường", "Có 20 người dự.")
    news = page.locator("#news")
    date = page.locator("[name=Date]")
    date.fill("11/01/2099 08:00")
    page.click("button:has-text('Hẹn giờ')")
    expect(news).to_contain_text("Hẹn giờ: lên trang lúc 08:00", timeout=LIVE)
    date.fill("11/01/2024 08:00")
    page.click("button:has-text('Đăng bản sửa')")
    expect(news).to_contain_text("Đã lên trang", timeout=LIVE)
    live = str(page.locator("#news a").get_attribute("href")).strip("/")
    site = served.office.site
    assert "Có 20 người dự." in site.page(live)

    page.locator("#text textarea").first.fill("Có 21 người dự.")
    page.click("button:has-text('Đính chính')")
    page.fill("dialog textarea", "Số người dự là 21")
    page.click("dialog button:has-text('Đính chính')")
    expect(news).to_contain_text("Đã lên trang", timeout=LIVE)
    assert "Có 21 người dự." in site.page(live)
    assert "Số người dự là 21" in site.page(live)

    page.goto(f"{address}/lich-su")
    page.locator("li:has-text('Đăng: Bài đi trọn đường') button").last.click()
    expect(page.locator("dialog .sides")).to_contain_text("Có 20 người dự.")
    page.click("dialog button:has-text('Khôi phục bản này')")
    page.wait_for_url(address)
    expect(page.locator("#text textarea").first).to_have_value("Có 20 người dự.")

    page.click("button:has-text('Gỡ bài')")
    page.fill("dialog textarea", "Đăng nhầm")
    page.click("dialog button:has-text('Gỡ bài')")
    expect(news).to_contain_text("Đã gỡ khỏi trang. Sửa đổi chưa đăng", timeout=LIVE)
    page.goto(f"{served.address}/?muc=da-go")
    expect(page.locator("main")).to_contain_text("Bài đi trọn đường")
    assert "người dự" not in site.page(live)
    assert "Đăng nhầm" not in site.page(live)


@pytest.mark.parametrize("width", [360, 1280])
def test_every_screen_is_accessible_and_fits(
    browser: Browser, windows: list[BrowserContext], served: Served, width: int
) -> None:
    page = enter(browser, windows, served, "lan", width)
    article = write(page, "Bài để xem màn hình", "Đoạn văn của bài.")
    page.wait_for_timeout(1000)
    for address in (
        f"{served.address}/",
        f"{served.address}/nhat-ky",
        article,
        f"{article}/lich-su",
    ):
        page.goto(address)
        page.wait_for_timeout(300)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        assert find_violations(page) == [], address


def test_scripts_of_the_desk_are_small(served: Served) -> None:
    folder = Path(__file__).resolve().parents[2] / "plugins/desk/web/static"
    assert sum(len(gzip.compress(file.read_bytes())) for file in folder.glob("*.js")) < 40_000
