from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.build.preview.served import Served


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
        page.wait_for_function("scrollY > 500")
        served.newsroom.write("articles/mot.md", long, Title="Một", Date="31/02/2024")
        box = page.get_by_role("alert")
        expect(box).to_contain_text("articles/mot.md:2", timeout=30_000)
        expect(box).to_contain_text("Cách sửa:")
        expect(page.locator(".content")).to_contain_text("Câu vừa thêm.")
        served.newsroom.write("articles/mot.md", "Đã sửa xong.", Title="Một")
        expect(page.locator(".content")).to_have_text("Đã sửa xong.", timeout=30_000)
        expect(box).to_have_count(0)
