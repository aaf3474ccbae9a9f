"""Links to addresses of the site itself."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from plugins.engine.errors import BuildFailed
from tests.engine.made import NOW
from tests.engine.small_site import SmallSite


def add_files(folder: Path) -> None:
    """Add what a static folder may hold."""
    (folder / "van-ban").mkdir()
    (folder / "van-ban" / "Kế hoạch 12.pdf").write_bytes(b"x")


@pytest.fixture
def linked(site: SmallSite) -> SmallSite:
    site.write("articles/cu.md", Tags="Sa Pa")
    site.write("pages/lien-he.md")
    return site


def said(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Build, and return what is said of links."""
    capsys.readouterr()
    with suppress(BuildFailed):
        site.build(extra=add_files)
    lines = capsys.readouterr().err.splitlines()
    return [line for line in lines if "liên kết" in line and line.startswith("articles/")]


@pytest.mark.parametrize(
    "address",
    [
        *("/", "/index.html", "/2024/01/cu/", "/2024/01/cu", "/2024/01/cu/#cuoi", "/lien-he/?x=1"),
        *("/the/sa-pa/", "{tag}Sa Pa", "/luu-tru/", "/2024/01/", "/rss.xml", "/404.html"),
        *("/van-ban/K%E1%BA%BF%20hoạch%2012.pdf", "/dang-nhap/", "/dang-nhap"),
    ],
)
def test_an_address_of_something_on_the_site_is_fine(
    linked: SmallSite, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    linked.write("articles/moi.md", f"Xem [đây]({address}).")
    assert said(linked, capsys) == []
    linked.write("articles/moi.md", f"Xem [đây nữa]({address}).")
    linked.build(extra=None)
    assert said(linked, capsys) == []


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/2024/11/khong-co/", "/2024/11/khong-co/"),
        ("/khong-co.pdf", "/khong-co.pdf"),
        ("/van-ban/", "/van-ban/"),
        ("{tag}Bắc Hà", "/the/bac-ha/"),
    ],
)
def test_an_address_of_nothing_is_an_error_in_every_build(
    linked: SmallSite, address: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    linked.write("articles/moi.md", f"Thân.\n\nXem [đây]({address}).")
    message = (
        f"articles/moi.md:7: LỖI: liên kết “{told}” không dẫn tới trang nào của bản tin [LKET02]"
    )
    assert said(linked, capsys) == [message]
    (linked.content / "articles/moi.md").unlink()
    assert said(linked, capsys) == []
    linked.write("articles/moi.md", f"Thân.\n\nXem [đây]({address}).")
    assert said(linked, capsys) == [message]


def test_a_page_of_the_same_name_elsewhere_is_offered(
    linked: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    linked.write("articles/moi.md", "Xem [đây](/2023/12/cu/).")
    with pytest.raises(BuildFailed):
        linked.build()
    assert "Cách sửa: Có lẽ là /2024/01/cu/. Mở trang ấy" in capsys.readouterr().err


def test_a_link_dies_with_its_page(linked: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    linked.write("articles/moi.md", "Xem [đây](/2024/01/cu).")
    assert said(linked, capsys) == []
    (linked.content / "articles/cu.md").unlink()
    message = (
        "articles/moi.md:5: LỖI: liên kết “/2024/01/cu” không dẫn tới trang nào của bản tin "
        "[LKET02]"
    )
    assert said(linked, capsys) == [message]
    assert said(linked, capsys) == [message]


def test_a_link_dies_with_a_file_that_others_add(
    linked: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    linked.write("articles/moi.md", "Xem [đây](/van-ban/Kế%20hoạch%2012.pdf).")
    assert said(linked, capsys) == []
    with pytest.raises(BuildFailed):
        linked.build()
    assert "“/van-ban/Kế hoạch 12.pdf” không dẫn tới" in capsys.readouterr().err


def test_a_link_dies_with_such_a_file_also_where_every_article_is_read(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.write("articles/moi.md", "Xem [đây](/van-ban/Kế%20hoạch%2012.pdf).")
    assert said(site, capsys) == []
    site.write("articles/moi.md", "Xem [đây nữa](/van-ban/Kế%20hoạch%2012.pdf).")
    with pytest.raises(BuildFailed):
        site.build()
    assert "“/van-ban/Kế hoạch 12.pdf” không dẫn tới" in capsys.readouterr().err


def test_a_link_to_a_page_that_waits_for_its_time_is_a_warning(
    linked: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    linked.write("articles/hen.md", Date=f"{NOW.year + 1}-02-01")
    linked.write("articles/moi.md", f"Xem [đây](/{NOW.year + 1}/02/hen/).")
    assert said(linked, capsys) == [
        "articles/moi.md:5: CẢNH BÁO: liên kết tới bài chưa đăng: articles/hen.md [LKET03]"
    ]


def test_what_another_program_serves_is_not_dead(
    linked: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    linked.settings["BUILD"]["served_by_others"] = ["/dich-vu/"]
    linked.write("articles/moi.md", "Xem [đây](/dich-vu/cong/) và [đây](/dich-vu-khac/).")
    assert said(linked, capsys) == [
        "articles/moi.md:5: LỖI: liên kết “/dich-vu-khac/” không dẫn tới trang nào của bản tin "
        "[LKET02]"
    ]


def test_a_link_to_an_article_that_waits_is_told_on_its_line_until_it_is_out(
    linked: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    linked.write("articles/nháp.md", Slug="nhap", Status="draft")
    linked.write("articles/moi.md", "Xem [một](nháp.md).\n\nXem [hai](/2024/01/nhap/).")
    told = [
        f"articles/moi.md:{line}: CẢNH BÁO: liên kết tới bài chưa đăng: articles/nháp.md [LKET03]"
        for line in (5, 7)
    ]
    assert said(linked, capsys) == told
    linked.write("articles/nháp.md", Slug="nhap")
    assert said(linked, capsys) == []
    assert linked.build().warnings == 0
    # The article that links to it is not read again.
    linked.write("articles/nháp.md", Slug="nhap", Status="draft")
    assert said(linked, capsys) == told
    linked.write("articles/cu.md", Tags="Sa Pa", Summary="Khác.")
    outcome = linked.build()
    assert (outcome.changed, outcome.warnings) == (1, 2)
    linked.path("articles/moi.md").unlink()
    assert linked.build().warnings == 0
