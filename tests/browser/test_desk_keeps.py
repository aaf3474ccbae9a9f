"""Nothing that is typed at the newsroom's desk is lost, or written over unseen."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from plugins.desk.web.desk import open_desk
from tests.browser.desk import SAVED, Served, enter, reach, saved, write
from tests.desk.web.office import PASSWORDS
from tests.fuzz.desk.in_browser import run


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
    _until_it_has(served, address, "không còn", again)


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
    _, other, area = _conflicting(browser, windows, served, "Bài của hai người")
    sides = other.locator("dialog .sides")
    expect(sides).to_contain_text("Câu của Lan.")
    expect(sides).to_contain_text("Câu của Tuấn.")
    other.click("dialog button:has-text('Ghép cả hai')")
    saved(other)
    text = area.input_value()
    assert "Câu của Lan." in text
    assert "Câu của Tuấn." in text


@pytest.mark.parametrize("choice", ["Ghép cả hai", "Lấy bản của"])
def test_what_is_typed_while_the_desk_finds_another_text_is_kept_whatever_is_chosen(
    browser: Browser, windows: list[BrowserContext], served: Served, choice: str
) -> None:
    page, other, area = _behind(browser, windows, served, f"Bài gõ tiếp, {choice}")
    _meanwhile(other, "**/luu", lambda: area.fill("Câu của Lan, gõ tiếp khi máy đang hỏi."))
    area.fill("Câu của Lan")
    expect(other.locator("dialog .sides")).to_contain_text("gõ tiếp khi máy đang hỏi.")
    other.click(f"dialog button:has-text('{choice}')")
    saved(other)
    if choice == "Ghép cả hai":
        expect(area).to_have_value(re.compile("gõ tiếp khi máy đang hỏi."))
    else:
        other.goto(f"{page.url}/lich-su")
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
    page.keyboard.type(" Mua bán vui.")  # the caret is where it was
    expect(area).to_have_value("Nhà được dựng. Chợ đông. Mua bán vui.")


def test_what_a_killed_browser_has_of_long_ago_is_not_put_over_what_was_saved(
    browser: Browser, windows: list[BrowserContext], served: Served
) -> None:
    page = enter(browser, windows, served, "tuan")
    address = write(page, "Bài của trình duyệt bị tắt ngang", "Câu đầu.")
    area = page.locator("#text textarea").first
    page.route("**/luu", lambda route: route.abort(), times=1)
    area.fill("Câu đầu. Câu hai.")
    expect(page.locator("#saved")).to_contain_text("Chưa lưu lên máy chủ")
    on_disk = page.evaluate("Object.entries(localStorage)")
    saved(page)
    area.fill("Câu đầu. Câu hai. Câu ba.")
    saved(page)
    page.close()
    again = windows[0].new_page()
    again.goto(f"{served.address}/dang-nhap")
    again.evaluate(
        "(kept) => kept.forEach(([key, text]) => localStorage.setItem(key, text))", on_disk
    )
    reach(again, address)
    saved(again)
    expect(again.locator("#text textarea").first).to_have_value("Câu đầu. Câu hai. Câu ba.")
    assert again.evaluate("Object.keys(localStorage)") == []


def test_the_list_takes_in_what_was_typed_last_before_a_window_was_shut(
    browser: Browser, windows: list[BrowserContext], served: Served
) -> None:
    page = enter(browser, windows, served, "tuan")
    address = write(page, "Bài gõ xong đi ngay", "Câu đầu.")
    windows[0].set_offline(True)
    page.locator("#text textarea").first.fill("Câu đầu. Câu cuối.")
    page.close()
    windows[0].set_offline(False)
    page = windows[0].new_page()
    page.goto(f"{served.address}/")
    _until_it_has(served, address, "Câu cuối.", page)
    other = enter(browser, windows, served, "lan")
    reach(other, address)
    expect(other.locator("#text textarea").first).to_have_value("Câu đầu. Câu cuối.")


def test_a_browser_that_keeps_nothing_says_so(
    browser: Browser, windows: list[BrowserContext], served: Served
) -> None:
    page = enter(browser, windows, served, "tuan")
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('full'); };")
    write(page, "Bài ở trình duyệt đầy", "Câu đầu.")
    page.route("**/luu", lambda route: route.abort())
    page.locator("#text textarea").first.fill("Câu đầu. Câu hai.")
    expect(page.locator("#saved")).to_contain_text("không giữ được chữ: đừng đóng cửa sổ")
    with page.expect_event("dialog") as asked:
        page.close(run_before_unload=True)
    assert asked.value.type == "beforeunload"
    asked.value.dismiss()


def test_a_text_as_it_was_before_a_question_is_sent_over_what_was_answered(
    browser: Browser, windows: list[BrowserContext], served: Served
) -> None:
    _, other, area = _conflicting(browser, windows, served, "Bài gõ rồi xóa")
    other.click("dialog button:has-text('Giữ bản của bạn')")
    area.fill("Câu chung.")  # as the server had it before the other one's text
    saved(other)
    other.reload()
    expect(area).to_have_value("Câu chung.")


def test_what_is_undone_while_an_answer_is_lost_is_undone(
    browser: Browser, windows: list[BrowserContext], served: Served
) -> None:
    page = enter(browser, windows, served, "tuan")
    write(page, "Bài mất câu trả lời", "Câu chung.")
    area = page.locator("#text textarea").first
    page.route("**/luu", lambda route: (route.fetch(), route.abort())[1], times=1)
    area.fill("Câu chung. Chữ sẽ xóa.")
    expect(page.locator("#saved")).to_contain_text("Chưa lưu lên máy chủ")
    area.fill("Câu chung.")
    saved(page)
    page.reload()
    expect(area).to_have_value("Câu chung.")


def test_escape_closes_no_question_that_waits_for_an_answer(
    browser: Browser, windows: list[BrowserContext], served: Served
) -> None:
    page, other, area = _conflicting(browser, windows, served, "Bài hỏi rồi bấm Esc")
    for _ in range(4):
        other.keyboard.press("Escape")
    other.click("dialog button:has-text('Giữ bản của bạn')")
    saved(other)
    other.reload()
    expect(area).to_have_value("Câu của Lan.")
    page.context.clear_cookies()
    page.locator("#text textarea").first.fill("Câu của Tuấn, gõ sau khi hết phiên.")
    page.locator("dialog [name=password]").wait_for()
    for _ in range(4):
        page.keyboard.press("Escape")
    page.fill("dialog [name=password]", PASSWORDS["tuan"])
    page.click("dialog button")
    page.locator("dialog .sides").wait_for()


def test_photos_that_arrive_behind_a_question_are_kept(
    browser: Browser, windows: list[BrowserContext], served: Served, tmp_path: Path
) -> None:
    _, other, area = _conflicting(browser, windows, served, "Bài thả ảnh giữa chừng")
    photos = [tmp_path / name for name in ("mot.jpg", "hai.jpg")]
    for at, file in enumerate(photos):
        Image.new("RGB", (60, 40), (at * 90, 90, 60)).save(file)
    other.set_input_files("#photos", photos)
    other.wait_for_timeout(500)
    other.click("dialog button:has-text('Lấy bản của')")
    expect(other.locator(".card img")).to_have_count(2)
    expect(other.locator(".card small")).to_have_text(["mot.jpg", "hai.jpg"])
    saved(other)
    expect(area).to_have_value("Câu của Tuấn.")


def test_joined_texts_have_the_captions_of_both(
    browser: Browser, windows: list[BrowserContext], served: Served, tmp_path: Path
) -> None:
    Image.new("RGB", (60, 40), (90, 90, 60)).save(tmp_path / "anh.jpg")
    page = enter(browser, windows, served, "tuan")
    address = write(page, "Bài có ảnh của hai người", "Câu chung.")
    page.set_input_files("#photos", tmp_path / "anh.jpg")
    page.locator(".card img").wait_for()
    saved(page)
    other = enter(browser, windows, served, "lan")
    reach(other, address)
    page.get_by_label("Chú thích").fill("Cổng chợ sáng nay.")
    page.get_by_label("Người chụp").fill("Ngọc Bằng")
    saved(page)
    other.locator("#text textarea").first.fill("Câu của Lan.")
    other.click("dialog button:has-text('Ghép cả hai')")
    saved(other)
    expect(other.get_by_label("Chú thích")).to_have_value("Cổng chợ sáng nay.")
    expect(other.get_by_label("Người chụp")).to_have_value("Ngọc Bằng")
    expect(other.locator(".card")).to_have_count(1)


def test_what_was_joined_after_a_button_was_pressed_is_not_sent_unseen(
    browser: Browser, windows: list[BrowserContext], served: Served
) -> None:
    page, other, area = _behind(browser, windows, served, "Bài gửi lúc người khác sửa")
    _meanwhile(other, "**/luu", lambda: other.click("#acts button:has-text('Đăng bài')"))
    area.fill("Câu của Lan.")
    other.click("dialog button:has-text('Ghép cả hai')")
    expect(other.locator("#news")).to_contain_text("xem lại bài rồi bấm lại")
    assert _state(served, page.url) == "writing"


def test_what_was_written_for_an_act_that_failed_is_there_again(
    browser: Browser, windows: list[BrowserContext], served: Served
) -> None:
    page = enter(browser, windows, served, "lan")
    address = write(page, "Bài trả lại khi mất mạng", "Câu đầu.")
    tuan = enter(browser, windows, served, "tuan")
    reach(tuan, address)
    tuan.click("#acts button:has-text('Gửi duyệt')")
    expect(tuan.locator("#news")).to_contain_text("Đã gửi thư ký")
    page.reload()
    page.click("#acts button:has-text('Trả lại')")
    page.fill("dialog textarea", "Thiếu tên người được thưởng.")
    page.route("**/viec", lambda route: route.abort(), times=1)
    page.click("dialog button:has-text('Trả lại')")
    expect(page.locator("#news")).to_contain_text("Chưa nối được")
    page.click("#acts button:has-text('Trả lại')")
    expect(page.locator("dialog textarea")).to_have_value("Thiếu tên người được thưởng.")
    page.keyboard.press("Escape")  # as "Thôi"
    expect(page.locator("dialog")).to_have_count(0)
    page.click("#acts button:has-text('Trả lại')")
    expect(page.locator("dialog textarea")).to_have_value("Thiếu tên người được thưởng.")


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


def _until_it_has(served: Served, address: str, words: str, page: Page) -> None:
    """Wait until the server has words of an article."""
    ends = time.monotonic() + 10
    while words not in str(_form(served, address.rpartition("/")[2])):
        assert time.monotonic() < ends
        page.wait_for_timeout(50)


def _form(served: Served, number: str) -> object:
    desk = open_desk(served.office.settings)
    try:
        return desk.drafts.draft(number).form
    finally:
        desk.close()


def _behind(
    browser: Browser, windows: list[BrowserContext], served: Served, title: str
) -> tuple[Page, Page, Locator]:
    """Have one editor change an article that another one has open; return their pages, and the
    text of the second one, which is as it was before."""
    page = enter(browser, windows, served, "tuan")
    address = write(page, title, "Câu chung.")
    other = enter(browser, windows, served, "lan")
    reach(other, address)
    page.locator("#text textarea").first.fill("Câu của Tuấn.")
    saved(page)
    return page, other, other.locator("#text textarea").first


def _conflicting(
    browser: Browser, windows: list[BrowserContext], served: Served, title: str
) -> tuple[Page, Page, Locator]:
    """Have two editors change one article; return the same, once the second one is asked."""
    page, other, area = _behind(browser, windows, served, title)
    area.fill("Câu của Lan.")
    other.locator("dialog .sides").wait_for()
    return page, other, area


def _state(served: Served, address: str) -> str:
    desk = open_desk(served.office.settings)
    try:
        return desk.drafts.draft(address.rpartition("/")[2]).state
    finally:
        desk.close()


def _meanwhile(page: Page, asked: str, act: Callable[[], None]) -> None:
    """Have something done between the next question to the desk and its answer."""

    def stand_between(route: Route) -> None:
        answer = route.fetch()
        act()
        route.fulfill(response=answer)

    page.route(asked, stand_between, times=1)
