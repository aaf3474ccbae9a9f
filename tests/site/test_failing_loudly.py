from __future__ import annotations

import sys
import unicodedata
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.site.newsroom import Newsroom, environment, run


def test_all_problems_of_a_run_are_listed_with_file_line_and_fix(newsroom: Newsroom) -> None:
    newsroom.write("articles/ngay.md", Date="31/02/2024")
    newsroom.write("articles/khoa.md", Tilte="Một", **{"Chuyên mục": "Văn hóa"})
    newsroom.write("articles/anh.md", "Một đoạn.\n\nkhong-co.jpg\nChú thích.")
    newsroom.raw("articles/word.docx", b"PK")
    newsroom.raw("articles/cu.md", b"Title: Cu\nDate: 11/01/2024\n\nc\xe0 ph\xea")
    newsroom.write("articles/mot.md", Title="Trùng tên")
    newsroom.write("articles/hai.md", Title="Trùng tên")
    built = newsroom.build()
    assert built.status == 1
    for place in (
        "articles/ngay.md:2: LỖI",
        "articles/khoa.md:3: LỖI",
        "articles/khoa.md:4: LỖI",
        "articles/anh.md:6: LỖI",
        "articles/word.docx: LỖI",
        "articles/cu.md:4: LỖI",
        "articles/mot.md: LỖI",
        "articles/hai.md",
    ):
        assert place in built.said
    assert built.said.count("Cách sửa:") == 7
    assert "7 lỗi" in built.said
    assert "Traceback" not in built.said


def test_what_is_said_in_the_end_is_our_own_line_alone(newsroom: Newsroom) -> None:
    newsroom.write("articles/sai.md", Date="hôm qua")
    built = newsroom.build()
    assert built.said.splitlines()[-1] == (
        "Bản tin chưa được dựng: 1 lỗi cần sửa (xem từng lỗi ở trên). "
        "Trang đang có được giữ nguyên."
    )
    assert "CRITICAL" not in built.said
    assert ".py:" not in built.said


def test_a_scheduled_article_is_told_with_its_day(newsroom: Newsroom) -> None:
    newsroom.write("articles/tot.md")
    newsroom.write("articles/hen.md", Title="[video] Gõ nhầm năm :x:", Date="20/11/2042")
    built = newsroom.build()
    assert built.status == 0
    assert built.said.splitlines()[-1] == (
        "Hẹn giờ: “[video] Gõ nhầm năm :x:” lên trang ngày 20/11/2042 (articles/hen.md)."
    )


@pytest.mark.parametrize(
    "options",
    [(), ("--fatal=errors",), ("-q",), ("-v",), ("--fatal=errors", "--log-handler=plain")],
)
def test_the_exit_status_is_not_zero_however_pelican_is_called(
    newsroom: Newsroom, options: tuple[str, ...]
) -> None:
    newsroom.write("articles/sai.md", Date="hôm qua")
    built = newsroom.build(*options)
    assert built.status == 1
    assert "articles/sai.md:2: LỖI" in built.said


def test_a_failed_build_leaves_the_last_good_output_as_it_was(newsroom: Newsroom) -> None:
    newsroom.write("articles/tot.md")
    assert newsroom.build("--fatal=errors").status == 0
    before = newsroom.files()
    newsroom.write("articles/sai.md", Title="")
    assert newsroom.build("--fatal=errors").status == 1
    assert newsroom.files() == before
    assert not list(newsroom.output.glob(".build-*"))


def test_a_fault_of_a_template_leaves_the_last_good_output_too(
    newsroom: Newsroom, tmp_path_factory: pytest.TempPathFactory
) -> None:
    newsroom.write("articles/tot.md")
    assert newsroom.build().status == 0
    before = newsroom.files()
    overrides = tmp_path_factory.mktemp("mẫu")
    (overrides / "404.html").write_text("{{ khong_co.gi }}")
    built = newsroom.build("-e", f'THEME_TEMPLATES_OVERRIDES=["{overrides}"]')
    assert built.status == 1
    assert "404.html:1: LỖI: mẫu giao diện sai" in built.said
    assert "Traceback" not in built.said
    assert newsroom.files() == before


def test_two_articles_of_one_month_with_one_slug_are_an_error_that_names_both(
    newsroom: Newsroom,
) -> None:
    newsroom.write("articles/a.md", Title="Chợ phiên", Date="05/01/2024")
    newsroom.write("articles/b.md", Title="Chợ phiên", Date="25/01/2024")
    newsroom.write("articles/c.md", Title="Chợ phiên", Date="25/12/2023")
    built = newsroom.build()
    assert built.status == 1
    (line,) = [line for line in built.said.splitlines() if ": LỖI:" in line]
    assert "articles/a.md" in line
    assert "articles/b.md" in line
    assert "articles/c.md" not in line


def test_a_static_page_cannot_take_the_archives_address(newsroom: Newsroom) -> None:
    newsroom.write("pages/luu-tru.md", Slug="luu-tru", Date="")
    built = newsroom.build()
    assert built.status == 1
    assert "pages/luu-tru.md: LỖI" in built.said


def test_a_dead_link_is_an_error_with_its_line(newsroom: Newsroom) -> None:
    newsroom.write("articles/a.md", "Xem [bài](khong-co.md) và\n[tệp](ke-hoach.pdf).")
    built = newsroom.build()
    assert built.status == 1
    assert "articles/a.md:4: LỖI" in built.said
    assert "articles/a.md:5: LỖI" in built.said


def test_a_missing_part_of_the_publishers_identity_is_reported_when_publishing(
    newsroom: Newsroom,
) -> None:
    newsroom.write("articles/a.md")
    site = 'SITE={"name": "Thử", "url": "https://thu.example", "publisher": {"phone": "1"}}'
    built = newsroom.build("-e", site, settings="publishconf.py")
    assert built.status == 0
    assert built.said.count("[TRANG04]") == 7
    assert "licence_number" in built.said
    assert "CẢNH BÁO" not in newsroom.build("-e", site).said


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('BUILD["artcles_per_page"] = 3', "BUILD['artcles_per_page'] không phải là tên"),
        ("PHOTOS = None", "PHOTOS phải là một bảng, không phải None"),
        ("SITEURL = None", "SITEURL phải là một dòng chữ, không phải None"),
        ('STATIC_PATHS = "extra"', "STATIC_PATHS phải là một danh sách"),
        ('PLUGINS = [*PLUGINS, "plugins.sai"]', "PLUGINS có tên không tìm thấy: 'plugins.sai'"),
        ("FIGURES = {'open_labell': ''}", "FIGURES['open_labell'] không phải là tên"),
        ("x = y", "thiết lập không dùng được (NameError: name 'y' is not defined)"),
        ('x = SITE["nmae"]', "thiết lập không dùng được (KeyError: 'nmae')"),
        ('PLUGINS = [*PLUGINS, "nope"]', "PLUGINS có tên không tìm thấy: 'nope'"),
        ('PLUGINS = ["nope"]', "PLUGINS thiếu plugins.articles, plugins.attribution"),
        ("LOCALE = 3", "LOCALE phải là một danh sách, không phải 3"),
        ("PAGINATION_PATTERNS = 3", "PAGINATION_PATTERNS phải là một danh sách, không phải 3"),
        ("OUTPUT_SOURCES = True", "OUTPUT_SOURCES không dùng được ở bản tin này"),
        (
            'ARTICLE_URL = "{category}/{slug}/"',
            "ARTICLE_URL = '{category}/{slug}/' không dùng được",
        ),
    ],
)
def test_a_wrong_setting_stops_the_build_and_is_named_with_its_line(
    newsroom: Newsroom, line: str, said: str
) -> None:
    newsroom.write("articles/a.md")
    newsroom.more_settings = line
    built = newsroom.build()
    assert built.status == 1
    assert f"own_settings.py:6: LỖI: {said}" in built.said
    assert "Cách sửa:" in built.said
    assert "Traceback" not in built.said


def test_a_wrong_setting_of_the_command_line_is_told_as_such(newsroom: Newsroom) -> None:
    newsroom.write("articles/a.md")
    built = newsroom.build("-e", 'BUILD={"artcles_per_page": 3}')
    assert built.status == 1
    assert "tùy chọn -e: LỖI: BUILD['artcles_per_page']" in built.said


def test_settings_that_are_no_python_or_not_there_are_told_by_our_own_command(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    newsroom.write("articles/a.md")
    file = tmp_path / "conf.py"
    command = [sys.executable, "-m", "plugins.engine", str(newsroom.content), "-s", str(file)]
    built = run(command, ROOT, environment())
    assert built.status == 1
    assert built.said.startswith(f"{file}: LỖI: không có tệp thiết lập này")
    file.write_text("x = (\n", encoding="utf-8")
    built = run(command, ROOT, environment())
    assert built.status == 1
    assert built.said.startswith("conf.py:1: LỖI: mã Python sai cú pháp")
    assert "Traceback" not in built.said
    file.write_bytes(b"# x\nx = 'c\xe0'\n")
    built = run(command, ROOT, environment())
    assert built.status == 1
    assert built.said.startswith("conf.py:2: LỖI: tệp không phải chữ Unicode (UTF-8)")
    command[-1] = str(tmp_path)
    built = run(command, ROOT, environment())
    assert built.status == 1
    assert built.said.startswith(f"{tmp_path}: LỖI: là thư mục, không phải tệp thiết lập")


def test_where_there_are_no_settings_nothing_is_built(newsroom: Newsroom, tmp_path: Path) -> None:
    newsroom.write("articles/a.md")
    command = [sys.executable, "-m", "plugins.engine", str(newsroom.content)]
    built = run(command, tmp_path, environment() | {"PYTHONPATH": str(ROOT)})
    assert built.status == 1
    assert built.said.startswith("pelicanconf.py: LỖI: không có tệp thiết lập này")
    assert not (tmp_path / "output").exists()


def test_a_file_named_in_nfd_is_reported_by_its_readable_name(newsroom: Newsroom) -> None:
    newsroom.write(unicodedata.normalize("NFD", "articles/bài hỏng.md"), Date="x")
    assert "articles/bài hỏng.md:2: LỖI" in newsroom.build().said


def test_scheduled_articles_of_one_address_are_reported_before_their_time(
    newsroom: Newsroom,
) -> None:
    newsroom.write("articles/nay.md")
    newsroom.write("articles/a.md", Title="Hẹn giờ", Date="01/02/2035")
    newsroom.write("articles/b.md", Title="Hẹn giờ", Date="03/02/2035")
    built = newsroom.build()
    assert built.status == 1
    assert "articles/a.md" in built.said
    assert "articles/b.md" in built.said


def test_a_folder_without_articles_does_not_wipe_the_site(newsroom: Newsroom) -> None:
    path = newsroom.write("articles/tot.md")
    newsroom.build()
    before = newsroom.files()
    path.unlink()
    built = newsroom.build()
    assert built.status == 1
    assert "không có bài nào" in built.said
    assert newsroom.files() == before


def test_an_output_that_cannot_be_written_is_said_without_a_traceback(newsroom: Newsroom) -> None:
    newsroom.write("articles/tot.md")
    newsroom.output.write_text("một tệp, không phải thư mục")
    built = newsroom.build()
    assert built.status == 1
    assert "Không ghi được trang" in built.said
    assert "Traceback" not in built.said


def test_a_clock_that_is_no_number_is_said_without_a_traceback(newsroom: Newsroom) -> None:
    newsroom.write("articles/tot.md")
    built = newsroom.build(now="hôm nay")
    assert built.status == 1
    assert "SOURCE_DATE_EPOCH phải là một số giây" in built.said
    assert "Traceback" not in built.said


def test_paths_of_the_command_line_that_lead_nowhere_are_said_without_a_traceback(
    newsroom: Newsroom,
) -> None:
    newsroom.write("articles/tot.md")
    built = newsroom.build("-t", "/không/có")
    assert built.status == 1
    assert "Không có giao diện ở “/không/có”" in built.said
    assert "Traceback" not in built.said
    newsroom.content.rename(newsroom.content.with_name("chỗ khác"))
    built = newsroom.build()
    assert built.status == 1
    assert "Không có thư mục nội dung như đã ghi" in built.said
    assert "Traceback" not in built.said
