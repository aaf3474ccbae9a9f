from __future__ import annotations

import re

from tests.preview.served import Served, wait_for

PAGE = "/2024/01/cho-phien/"
SCHEDULED = "Hẹn giờ 12/02/2024 07:30"


def test_a_page_is_served_with_the_script_that_reloads_it(preview: Served) -> None:
    reply = preview.get(PAGE)
    assert reply.status == 200
    assert reply.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "<h1>Chợ phiên</h1>" in reply.text
    assert '<script src="/__preview/reload.js"' in reply.text
    script = preview.get("/__preview/reload.js")
    assert script.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert "EventSource" in script.text


def test_a_browser_that_has_the_page_is_not_sent_it_again(preview: Served) -> None:
    reply = preview.get(PAGE)
    again = preview.get(PAGE, **{"If-None-Match": reply.headers["ETag"]})
    assert (again.status, again.body) == (304, b"")
    head = preview.get(PAGE, "HEAD")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["Content-Length"] == str(len(reply.body))


def test_a_missing_page_is_the_bulletins_own(preview: Served) -> None:
    reply = preview.get("/2024/01/không-có/")
    assert reply.status == 404
    assert "Không tìm thấy trang" in reply.text
    assert 'aria-label="Điều hướng chính"' in reply.text


def test_drafts_and_scheduled_articles_are_shown_and_marked(preview: Served) -> None:
    assert ">Bản nháp</span>" in preview.get("/2024/01/bai-nhap/").text
    assert f">{SCHEDULED}</span>" in preview.get("/2024/02/bai-hen/").text
    assert ">Bản nháp</span>" in preview.get("/lien-he/").text
    home = preview.get("/").text
    assert "Bản nháp" in home
    assert SCHEDULED in home
    assert "preview-mark" not in preview.get(PAGE).text
    style = preview.get("/__preview/preview.css").text
    assert ".preview-mark" in style
    # Pages have them under other names.
    assert set(re.findall(r"var\((--\w[\w-]*)\)", style.partition(".preview-mark")[2])) <= set(
        re.findall(r"(--\w[\w-]*):", style)
    )


def test_a_draft_without_a_date_has_the_day_it_was_saved(preview: Served) -> None:
    found = re.search(r'href="(/\d{4}/\d\d/chua-co-ngay/)"', preview.get("/").text)
    assert found
    assert ">Bản nháp</span>" in preview.get(found[1]).text


def test_the_published_site_has_nothing_of_the_preview(preview: Served) -> None:
    preview.newsroom.build()
    files = preview.newsroom.files()
    assert "2024/01/cho-phien/index.html" in files
    assert "2024/01/bai-nhap/index.html" not in files
    for trace in (b"__preview", b"preview-mark", "Bản nháp".encode(), "Hẹn giờ".encode()):
        assert not [name for name, content in files.items() if trace in content]


def test_a_saved_article_reloads_its_page_and_then_the_lists(preview: Served) -> None:
    with preview.listening(PAGE) as page, preview.listening("/") as home:
        preview.newsroom.write(
            "articles/cho-phien.md", "Thân bài mới.", Title="Chợ phiên Bắc Hà", Slug="cho-phien"
        )
        page.next("reload")
        assert "Thân bài mới." in preview.get(PAGE).text
        home.next("reload")
        assert "Chợ phiên Bắc Hà" in preview.get("/").text
    wait_for(lambda: re.search(r"cho-phien.md: 1 bài đổi → \d+ trang dựng lại", preview.said))


def test_a_mistake_is_shown_beside_the_last_good_page_until_it_is_mended(preview: Served) -> None:
    preview.newsroom.write("articles/sai.md", "Bản đầu.", Title="Bài sai")
    preview.wait_until("/2024/01/bai-sai/", "Bản đầu.")
    with preview.listening("/2024/01/bai-sai/") as page:
        preview.newsroom.write("articles/sai.md", "Bản sau.", Title="Bài sai", Date="31/02/2024")
        (problem,) = page.problems()
        assert problem["place"] == "articles/sai.md:2"
        assert "31/02/2024" in problem["message"]
        assert problem["fix"].startswith("Cách sửa: ")
        assert "articles/sai.md:2: LỖI:" in preview.said
        assert "Bản đầu." in preview.get("/2024/01/bai-sai/").text
        preview.newsroom.write("articles/sai.md", "Bản sau.", Title="Bài sai")
        wait_for(lambda: page.next("problems")["problems"] == [])
    preview.wait_until("/2024/01/bai-sai/", "Bản sau.")


def test_a_photo_that_is_added_is_there_with_its_derivatives(preview: Served) -> None:
    preview.newsroom.photo("articles/moi.jpg")
    preview.newsroom.write("articles/anh.md", "![Chợ](moi.jpg)", Title="Có ảnh")
    preview.wait_until("/2024/01/co-anh/", "<picture")
    found = re.search(r'src="(/anh/[^"]+)"', preview.get("/2024/01/co-anh/").text)
    assert found
    reply = preview.get(found[1])
    assert reply.status == 200
    assert reply.headers["Content-Type"].startswith("image/")


def test_a_deleted_article_is_gone(preview: Served) -> None:
    assert preview.get("/2024/01/bo-di/").status == 200
    (preview.newsroom.content / "articles/bo-di.md").unlink()
    wait_for(lambda: preview.get("/2024/01/bo-di/").status == 404)
    wait_for(lambda: "Bỏ đi" not in preview.get("/").text)


def test_a_changed_template_changes_every_page_and_a_broken_one_is_told(preview: Served) -> None:
    template = preview.theme / "templates/page.html"
    good = template.read_text(encoding="utf-8")
    template.write_text(good.replace("<h1>", "<h1>→ "), encoding="utf-8")
    preview.wait_until("/lien-he/", "<h1>→ Liên hệ")
    with preview.listening("/lien-he/") as page:
        template.write_text(good.replace("{% endblock %}", ""), encoding="utf-8")
        (problem,) = page.problems()
        assert problem["place"].startswith("giao diện/templates/page.html:")
        assert "→ Liên hệ" in preview.get("/lien-he/").text
        template.write_text(good, encoding="utf-8")
        page.next("reload")
    preview.wait_until("/lien-he/", "<h1>Liên hệ")


def test_changed_settings_are_loaded_and_broken_ones_are_survived(preview: Served) -> None:
    good = preview.settings.read_text(encoding="utf-8")
    with preview.listening("/") as page:
        preview.settings.write_text(f"{good}\nSITENAME = (\n", encoding="utf-8")
        (problem,) = page.problems()
        assert problem["place"].startswith("conf.py:")
    renamed = f'{good}\nSITE = {{**SITE, "tagline": "Khẩu hiệu mới"}}\n'
    preview.settings.write_text(renamed, encoding="utf-8")
    preview.wait_until("/", "Khẩu hiệu mới")


def test_warnings_are_told_to_their_page_also_when_others_change(preview: Served) -> None:
    preview.newsroom.write("articles/la.md", "Một.\n\n<p onclick='x'>Hai.</p>", Title="Bài lạ")
    preview.wait_until("/2024/01/bai-la/", "Hai.")
    with preview.listening("/2024/01/bai-la/") as page:
        told = page.warnings()
        (one,) = told["warnings"]["problems"]
        assert one["place"] == "articles/la.md:6"
        assert one["lines"][:2] == ["<p onclick='x'>Hai.</p>", "Một."]
    preview.newsroom.write("articles/khac.md", "Thân riêng.", Title="Bài khác hẳn")
    preview.wait_until("/2024/01/bai-khac-han/", "Thân riêng.")
    with preview.listening("/2024/01/bai-la/") as page:
        assert page.warnings()["warnings"] == told["warnings"]
    with preview.listening("/") as home:
        others = home.next("problems")["others"]["problems"]
        assert [one["url"] for one in others] == ["/2024/01/bai-la/"]
    assert "export const show" in preview.get("/__preview/warnings.js").text


def test_the_terminal_says_when_a_scheduled_article_comes_out(preview: Served) -> None:
    line = "Hẹn giờ: “Bài hẹn” lên trang ngày 12/02/2024 lúc 07:30 (articles/hen.md)."
    assert preview.said.count(line) == 1
