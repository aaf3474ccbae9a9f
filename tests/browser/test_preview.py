from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import wait_until
from tests.preview.served import Served


def test_an_open_page_follows_what_is_saved_and_shows_mistakes(
    browser: Browser, tmp_path: Path
) -> None:
    served = Served(tmp_path)
    long = "\n\n".join(["Một đoạn dài để trang cuộn được."] * 80)
    served.newsroom.write("articles/mot.md", long, Title="Một")
    with served.running(), browser.new_page() as page:
        page.goto(f"http://127.0.0.1:{served.port}/2024/01/mot/")
        page.evaluate("scrollTo(0, 900)")
        served.newsroom.write("articles/mot.md", f"Câu vừa thêm.\n\n{long}", Title="Một")
        expect(page.locator(".content")).to_contain_text("Câu vừa thêm.", timeout=30_000)
        wait_until(page, "scrollY > 500")
        served.newsroom.write("articles/mot.md", long, Title="Một", Date="31/02/2024")
        box = page.get_by_role("alert")
        expect(box).to_contain_text("articles/mot.md:2", timeout=30_000)
        expect(box).to_contain_text("Cách sửa:")
        expect(page.locator(".content")).to_contain_text("Câu vừa thêm.")
        served.newsroom.write("articles/mot.md", "Đã sửa xong.", Title="Một")
        expect(page.locator(".content")).to_have_text("Đã sửa xong.", timeout=30_000)
        expect(box).to_have_count(0)


BODY = """Đoạn đầu kể chuyện chợ phiên Bắc Hà họp mỗi sáng chủ nhật.

<p onclick="x()">Đoạn hai kể chuyện người bán hàng ở góc chợ.</p>

cho phien.jpg

- mục một <font color=red>đỏ</font>
- mục hai

<table border=0 width=3><tr><td height=20>Tả Phìn</td><td>5</td></tr></table>
"""
# What stands behind each note, or round it.
BESIDE = """notes => notes.map(note => [
  note.querySelector("code").textContent,
  (note.closest("li") ?? note.nextElementSibling).localName,
])"""


@pytest.mark.parametrize("width", [360, 1280])
def test_warnings_are_shown_beside_the_places_that_they_are_about(
    browser: Browser, tmp_path: Path, width: int
) -> None:
    served = Served(tmp_path)
    served.newsroom.photo("articles/cho phien.jpg")
    served.newsroom.write("articles/mot.md", BODY, Title="Một")
    served.newsroom.write("articles/hai.md", Title="Hai")
    said: list[str] = []
    with served.running(), browser.new_page(viewport={"width": width, "height": 800}) as page:
        page.on("console", lambda message: said.append(message.text))
        page.goto(f"http://127.0.0.1:{served.port}/2024/01/mot/")
        box = page.get_by_role("region", name="Cảnh báo")
        expect(box).to_contain_text("4 cảnh báo ở trang này")
        assert page.locator("aside.preview-warning").evaluate_all(BESIDE) == [
            ["articles/mot.md:6", "p"],
            ["articles/mot.md:8", "figure"],
            ["articles/mot.md:10", "li"],
            ["articles/mot.md:13", "table"],
        ]
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert box.evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(255, 244, 199)"
        assert said == []
        box.get_by_role("link", name="articles/mot.md:13").click()
        expect(page.locator("aside.preview-warning:target")).to_be_in_viewport()
        page.goto(f"http://127.0.0.1:{served.port}/2024/01/hai/")
        box.get_by_text("4 cảnh báo ở chỗ khác").click()
        box.get_by_role("link", name="articles/mot.md:6").click()
        expect(page).to_have_url(f"http://127.0.0.1:{served.port}/2024/01/mot/")
        served.newsroom.write("articles/mot.md", "Đã sửa xong hết.", Title="Một")
        expect(page.locator(".content")).to_have_text("Đã sửa xong hết.", timeout=30_000)
        expect(page.locator("aside.preview-warning")).to_have_count(0)
        # No article uses the photo now.
        expect(box).to_contain_text("1 cảnh báo ở chỗ khác")
        expect(box).to_contain_text("cho phien.jpg")
        (served.newsroom.content / "articles/cho phien.jpg").unlink()
        expect(box).to_have_count(0, timeout=30_000)
