"""The newsroom's desk in a browser, as its editors use it: the main way, and what goes wrong."""

from __future__ import annotations

import gzip
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from plugins.desk.web.desk import open_desk
from tests.browser.axe import find_violations
from tests.desk.web.office import PASSWORDS, WAITING, Office, make_office
from tests.desk.word_files import TITLE, p, photo, word_file
from tests.fuzz.desk.in_browser import run

SAVED = "#saved:has-text('Đã lưu')"
LIVE = 60_000


class Served:
    """A desk that is served by a process of its own, which can be killed."""

    def __init__(self, office: Office) -> None:
        self.office = office
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}/toa-soan"
        self.start()

    def start(self) -> None:
        """Start the process and wait until it answers."""
        command = [sys.executable, "-m", "plugins.desk", "-s", self.office.settings, "serve"]
        self._process = subprocess.Popen(
            [*command, "-p", str(self.port)], stdout=subprocess.DEVNULL
        )
        ends = time.monotonic() + 60
        while time.monotonic() < ends:
            try:
                urllib.request.urlopen(f"{self.address}/dang-nhap").close()
            except OSError:
                time.sleep(0.1)
            else:
                return
        raise AssertionError("the desk does not answer")

    def kill(self) -> None:
        """End the process as a power cut does."""
        self._process.kill()
        self._process.wait()

    def end(self) -> None:
        """End the process as Ctrl+C does."""
        self._process.send_signal(signal.SIGINT if os.name == "posix" else signal.SIGTERM)
        self._process.wait(60)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    office = make_office(tmp_path_factory.mktemp("toa-soan"))
    office.desk.close()
    made = Served(office)
    yield made
    made.end()


@pytest.fixture
def windows(browser: Browser) -> Iterator[list[BrowserContext]]:
    opened: list[BrowserContext] = []
    yield opened
    for context in opened:
        context.close()


def enter(
    browser: Browser, windows: list[BrowserContext], served: Served, name: str, width: int = 1280
) -> Page:
    """Sign somebody in in a browser of his own; return the list of articles."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    windows.append(context)
    page = context.new_page()
    page.goto(f"{served.address}/")
    page.fill("[name=name]", name)
    page.fill("[name=password]", PASSWORDS[name])
    page.click("button.main")
    page.wait_for_selector("h1:has-text('Bài viết')")
    return page


def write(page: Page, title: str, text: str) -> str:
    """Write a new article; return its address once it is saved."""
    page.click("text=Viết bài mới")
    page.fill("[name=Title]", title)
    page.locator("#text textarea").first.fill(text)
    page.select_option("[name=Category]", "Văn hóa")
    page.wait_for_selector(SAVED)
    return page.url


def reach(page: Page, address: str) -> None:
    """Open an article in a window, until it may be written in."""
    page.goto(address)
    page.wait_for_selector("#acts button")


def saved(page: Page) -> None:
    """Wait until the server has all that is on the screen."""
    page.wait_for_timeout(500)
    page.wait_for_selector(SAVED)


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


def test_what_was_typed_is_there_after_the_desk_was_killed(
    browser: Browser, windows: list[BrowserContext], served: Served
) -> None:
    page = enter(browser, windows, served, "tuan")
    address = write(page, "Bài gõ lúc mất điện", "Câu đầu.")
    served.kill()
    page.locator("#text textarea").first.fill("Câu đầu. Câu gõ khi máy chủ không còn.")
    expect(page.locator("#saved")).to_contain_text("Chưa lưu lên máy chủ")
    page.close()  # as does a laptop that is shut
    served.start()
    again = windows[0].new_page()
    again.goto(address)
    text = again.locator("#text textarea").first
    expect(text).to_have_value("Câu đầu. Câu gõ khi máy chủ không còn.")
    again.wait_for_selector(SAVED)
    number = address.rpartition("/")[2]
    ends = time.monotonic() + 10
    while "không còn" not in str(_form(served, number)):
        assert time.monotonic() < ends
        again.wait_for_timeout(50)


def test_what_two_windows_of_one_editor_held_is_there_after_both_were_shut(
    browser: Browser, windows: list[BrowserContext], served: Served
) -> None:
    one = enter(browser, windows, served, "tuan")
    address = write(one, "Bài ở hai cửa sổ", "Câu chung.")
    two = windows[0].new_page()
    reach(two, address)
    served.kill()
    for page, text in ((one, "Câu ở cửa sổ một."), (two, "Câu ở cửa sổ hai.")):
        page.locator("#text textarea").first.fill(text)
        expect(page.locator("#saved")).to_contain_text("Chưa lưu lên máy chủ")
    one.close()
    two.close()
    served.start()
    again = windows[0].new_page()
    again.goto(address)
    sides = again.locator("dialog .sides")
    expect(sides).to_contain_text("Câu ở cửa sổ một.")
    expect(sides).to_contain_text("Câu ở cửa sổ hai.")
    again.click("dialog button:has-text('Ghép cả hai')")
    saved(again)
    text = again.locator("#text textarea").first.input_value()
    assert "Câu ở cửa sổ một." in text
    assert "Câu ở cửa sổ hai." in text
    assert again.evaluate("Object.keys(localStorage)") == []


def test_a_text_that_a_browser_kept_and_nobody_chose_is_in_the_history(
    browser: Browser, windows: list[BrowserContext], served: Served
) -> None:
    mine = enter(browser, windows, served, "tuan")
    address = write(mine, "Bài giữ trong trình duyệt", "Câu chung.")
    windows[0].set_offline(True)
    mine.locator("#text textarea").first.fill("Câu của Tuấn, gõ lúc mất mạng.")
    expect(mine.locator("#saved")).to_contain_text("Chưa lưu lên máy chủ")
    mine.close()
    theirs = enter(browser, windows, served, "lan")
    reach(theirs, address)
    theirs.locator("#text textarea").first.fill("Câu của Lan.")
    saved(theirs)
    windows[0].set_offline(False)
    again = windows[0].new_page()
    again.goto(address)
    again.click("dialog button:has-text('Lấy bản của')")
    expect(again.locator("#text textarea").first).to_have_value("Câu của Lan.")
    saved(again)
    again.goto(f"{address}/lich-su")
    again.click("li:has-text('Bản đặt riêng') button")
    expect(again.locator("dialog .sides")).to_contain_text("Câu của Tuấn, gõ lúc mất mạng.")


@pytest.mark.parametrize("label", ["Gửi duyệt", "Xóa bản nháp", "Sửa"])
def test_nothing_is_done_with_a_text_that_the_server_does_not_have(
    browser: Browser, windows: list[BrowserContext], served: Served, label: str
) -> None:
    page = enter(browser, windows, served, "tuan")
    address = write(page, "Bài chưa lưu được", "Nhà đựơc dựng.")
    page.get_by_role("button", name="Sửa:").first.wait_for()
    page.route("**/luu", lambda route: route.abort())
    page.locator("#text textarea").first.fill("Nhà đựơc dựng. Câu mạng không nhận.")
    if label == "Sửa":
        page.get_by_role("button", name="Sửa:").first.click()
    else:
        page.click(f"#acts button:has-text('{label}')")
    if label == "Xóa bản nháp":
        page.click("dialog button:has-text('Bỏ')")
    expect(page.locator("#news")).to_contain_text("chưa lên máy chủ")
    assert page.url == address
    page.unroute("**/luu")
    saved(page)
    page.reload()
    expect(page.locator("#text textarea").first).to_have_value(
        "Nhà đựơc dựng. Câu mạng không nhận."
    )


def test_nothing_typed_is_lost_whatever_goes_wrong(browser: Browser, tmp_path: Path) -> None:
    count, lost = run(browser, 16, 5, tmp_path / "desk")
    assert lost == []
    assert count["words"] > 20


def _form(served: Served, number: str) -> object:
    desk = open_desk(served.office.settings)
    try:
        return desk.drafts.draft(number).form
    finally:
        desk.close()


def test_a_session_that_ends_is_begun_anew_beside_the_text(
    browser: Browser, windows: list[BrowserContext], served: Served
) -> None:
    page = enter(browser, windows, served, "tuan")
    write(page, "Bài gõ lúc hết phiên", "Câu đầu.")
    windows[0].clear_cookies()
    page.locator("#text textarea").first.fill("Câu đầu. Câu sau.")
    page.fill("dialog [name=password]", PASSWORDS["tuan"])
    page.click("dialog button")
    expect(page.locator("#saved")).to_contain_text("Đã lưu")
    expect(page.locator("#text textarea").first).to_have_value("Câu đầu. Câu sau.")
    page.reload()
    expect(page.locator("#text textarea").first).to_have_value("Câu đầu. Câu sau.")


def test_who_signs_in_again_in_one_window_goes_on_in_the_other(
    browser: Browser, windows: list[BrowserContext], served: Served
) -> None:
    page = enter(browser, windows, served, "tuan")
    address = write(page, "Bài ở hai cửa sổ lúc hết phiên", "Câu đầu.")
    other = windows[0].new_page()
    reach(other, address)
    windows[0].clear_cookies()
    page.locator("#text textarea").first.fill("Câu đầu. Câu sau.")
    page.fill("dialog [name=password]", PASSWORDS["tuan"])
    page.click("dialog button")
    expect(page.locator("#saved")).to_contain_text("Đã lưu")
    other.locator("[name=Title]").fill("Tít mới")
    other.click("dialog button:has-text('Giữ bản của bạn')")  # it had not seen the other's words
    saved(other)
    other.reload()
    expect(other.locator("[name=Title]")).to_have_value("Tít mới")


def test_two_texts_of_one_article_are_shown_beside_each_other(
    browser: Browser, windows: list[BrowserContext], served: Served
) -> None:
    page = enter(browser, windows, served, "tuan")
    address = write(page, "Bài của hai người", "Câu chung.")
    other = enter(browser, windows, served, "lan")
    reach(other, address)
    page.locator("#text textarea").first.fill("Câu của Tuấn.")
    saved(page)
    other.locator("#text textarea").first.fill("Câu của Lan.")
    sides = other.locator("dialog .sides")
    expect(sides).to_contain_text("Câu của Lan.")
    expect(sides).to_contain_text("Câu của Tuấn.")
    other.click("dialog button:has-text('Ghép cả hai')")
    saved(other)
    text = other.locator("#text textarea").first.input_value()
    assert "Câu của Lan." in text
    assert "Câu của Tuấn." in text


@pytest.mark.parametrize("choice", ["Ghép cả hai", "Lấy bản của"])
def test_what_is_typed_while_the_desk_finds_another_text_is_kept_whatever_is_chosen(
    browser: Browser, windows: list[BrowserContext], served: Served, choice: str
) -> None:
    page = enter(browser, windows, served, "tuan")
    address = write(page, f"Bài gõ tiếp, {choice}", "Câu chung.")
    other = enter(browser, windows, served, "lan")
    reach(other, address)
    page.locator("#text textarea").first.fill("Câu của Tuấn.")
    saved(page)
    area = other.locator("#text textarea").first
    _meanwhile(other, "**/luu", lambda: area.fill("Câu của Lan, gõ tiếp khi máy đang hỏi."))
    area.fill("Câu của Lan")
    expect(other.locator("dialog .sides")).to_contain_text("gõ tiếp khi máy đang hỏi.")
    other.click(f"dialog button:has-text('{choice}')")
    saved(other)
    if choice == "Ghép cả hai":
        expect(area).to_have_value(re.compile("gõ tiếp khi máy đang hỏi."))
    else:
        other.goto(f"{address}/lich-su")
        other.locator("li:has-text('Bản đặt riêng') button").first.click()
        expect(other.locator("dialog .sides")).to_contain_text("gõ tiếp khi máy đang hỏi.")


def test_what_is_typed_while_a_slip_is_being_mended_is_kept(
    browser: Browser, windows: list[BrowserContext], served: Served
) -> None:
    page = enter(browser, windows, served, "tuan")
    write(page, "Bài gõ tiếp khi sửa", "Nhà đựơc dựng.")
    area = page.locator("#text textarea").first
    _meanwhile(page, "**/sua", lambda: area.fill("Nhà đựơc dựng. Chợ đông."))
    page.get_by_role("button", name="Sửa:").first.click()
    expect(area).to_have_value("Nhà được dựng. Chợ đông.")


def test_a_question_that_nobody_answers_is_asked_once_more(
    browser: Browser, windows: list[BrowserContext], served: Served
) -> None:
    page = enter(browser, windows, served, "tuan")
    sooner = "const limit = AbortSignal.timeout; AbortSignal.timeout = (time) => limit(time / 60);"
    page.add_init_script(f"{{ {sooner} }}")
    address = write(page, "Bài gửi vào chỗ không ai nghe", "Câu đầu.")
    page.route("**/luu", lambda route: None, times=1)
    page.locator("#text textarea").first.fill("Câu đầu. Câu thứ hai.")
    expect(page.locator("#saved")).to_contain_text("Chưa lưu lên máy chủ")
    expect(page.locator("#saved")).to_contain_text("Đã lưu")
    page.reload()
    assert page.url == address
    expect(page.locator("#text textarea").first).to_have_value("Câu đầu. Câu thứ hai.")


def _meanwhile(page: Page, asked: str, act: Callable[[], None]) -> None:
    """Have something done between the next question to the desk and its answer."""

    def stand_between(route: Route) -> None:
        answer = route.fetch()
        act()
        route.fulfill(response=answer)

    page.route(asked, stand_between, times=1)


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
    page.wait_for_url("**muc=da-go", timeout=LIVE)
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
