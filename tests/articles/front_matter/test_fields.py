from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from plugins.articles.config import ArticleSettings
from plugins.articles.front_matter.fields import Head, read_head, require_date, take_defaults
from plugins.core import checks
from plugins.core.article import Pin
from plugins.core.dates.date import parse_date
from plugins.core.document import Document, Field
from plugins.photos import PhotoLibrary


def read(path: str = "articles/bai.md", **fields: Any) -> tuple[Head, Document]:
    root = Path("/nội dung")
    document = Document(root / path, PhotoLibrary(root), path, [], 1)
    document.fields = {
        key: Field(value, line) for line, (key, value) in enumerate(fields.items(), 2)
    }
    head = read_head(document, ArticleSettings())
    require_date(document)
    return head, document


def test_values_become_the_articles_metadata() -> None:
    head, document = read(
        Title="Chợ  phiên",
        Date="11/01/2024 15:30",
        Modified="2024-01-12",
        Category="Văn hóa",
        Tags=["Bắc Hà", "bắc hà", "du lịch"],
        Authors=["Trần Tuấn"],
        Summary="Sapo.",
    )
    assert document.problems == []
    assert head == Head(
        title="Chợ phiên",
        date=parse_date("2024-01-11 15:30"),
        modified=parse_date("2024-01-12"),
        category_name="Văn hóa",
        tag_names=["Bắc Hà", "du lịch"],
        author_names=["Trần Tuấn"],
        standfirst="Sapo.",
        status="published",
        slug="cho-phien",
    )


@pytest.mark.parametrize(
    ("path", "slug"),
    [
        ("articles/2024/01/cho-phien-bac-ha/index.md", "cho-phien-bac-ha"),
        ("articles/2024/01/Chợ phiên/INDEX.MD", "cho-phien"),
        ("articles/2024/01/index.md", "tieu-de"),
        ("articles/index.md", "tieu-de"),
        ("bai.md", "tieu-de"),
    ],
)
def test_the_slug_is_the_articles_own_folder_or_its_title(path: str, slug: str) -> None:
    assert read(path, Title="Tiêu đề", Date="2024-01-11")[0].slug == slug


def test_a_slug_of_the_editors_own_wins() -> None:
    assert read(Title="Tiêu đề", Date="2024-01-11", Slug="rieng-2")[0].slug == "rieng-2"


def test_a_very_long_title_makes_an_address_that_every_disk_takes() -> None:
    slug = read(Title="rất dài " * 60, Date="2024-01-11")[0].slug
    assert len(slug) <= 120
    assert slug.endswith(("rat", "dai"))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"Date": "2024-01-11"}, "thiếu tiêu đề"),
        ({"Title": "Một"}, "thiếu ngày đăng"),
        ({"Title": "Một", "Date": "31/02/2024"}, "31/02/2024"),
        ({"Title": "Một", "Date": "2024-01-11", "Modified": "mai"}, "Modified"),
        ({"Title": "Một", "Date": "2024-01-11", "Status": "nháp"}, "nháp"),
        ({"Title": "Một", "Date": "2024-01-11", "Slug": "Bài Một"}, "Bài Một"),
        ({"Title": ["a"], "Date": "2024-01-11"}, "Title"),
        ({"Title": "Một", "Date": "2024-01-11", "Tags": [{"a": "b"}]}, "Tags"),
        ({"Title": "…", "Date": "2024-01-11"}, "địa chỉ"),
    ],
)
def test_a_wrong_or_missing_value_is_one_problem_with_a_line_and_a_fix(
    fields: dict[str, Any], said: str
) -> None:
    _, document = read(**fields)
    assert len(document.problems) == 1
    assert said in document.problems[0].message
    assert document.problems[0].line
    assert document.problems[0].fix


def test_a_draft_needs_no_date() -> None:
    assert read(Title="Một", Status="draft")[1].problems == []


@pytest.mark.parametrize("key", ["Category", "Tags", "Authors"])
def test_names_without_commas_between_them_are_reported_with_their_line(key: str) -> None:
    names = " ".join(["chợ phiên"] * 20)
    fields: dict[str, Any] = {key: names if key == "Category" else ["Một", names]}
    _, document = read(Title="Một", Date="2024-01-11", **fields)
    (problem,) = document.problems
    assert (problem.line, problem.level) == (4, "error")
    assert f"“{key}”" in problem.message
    assert "tách bằng dấu phẩy" in problem.fix


def test_a_slug_that_file_systems_do_not_take_is_reported() -> None:
    _, document = read(Title="Một", Date="2024-01-11", Slug="mot-" * 70 + "hai")
    assert "quá dài" in document.problems[0].message


def test_tags_that_differ_by_what_is_typed_round_them_are_one() -> None:
    head, document = read(
        Title="Một",
        Date="2024-01-11",
        Tags=["Sa Pa", "Bắc Hà", "Sa Pa.", "#sa pa", "“Bắc  Hà”", "v.v."],
    )
    assert head.tag_names == ["Sa Pa", "Bắc Hà", "v.v."]
    assert document.problems == []


@pytest.mark.parametrize(
    "authors",
    ["Trần Tuấn - Ngọc Bằng", "Trần Tuấn và Ngọc Bằng.", ["Trần Tuấn/Ngọc Bằng", "trần tuấn"]],
)
def test_several_authors_in_one_are_several(authors: Any) -> None:
    head, _ = read(Title="Một", Date="2024-01-11", Authors=authors)
    assert head.author_names == ["Trần Tuấn", "Ngọc Bằng"]


def test_a_long_run_of_spaces_is_one() -> None:
    for key in ("Authors", "Tags", "Category"):
        names = "a" + " " * 50_000 + "#b"
        head, _ = read(Title="Một", Date="2024-01-11", **{key: names})
        assert "a #b" in str(head)


def test_a_comma_in_an_offices_name_is_its_own() -> None:
    office = "Sở Văn hóa, Thể thao và Du lịch"
    head, _ = read(Title="Một", Date="2024-01-11", Authors=office)
    assert head.author_names == [office]


@pytest.mark.parametrize(
    ("written", "status"), [(None, "draft"), ("published", "published"), ("hidden", "hidden")]
)
def test_the_settings_say_the_status_of_an_article_that_says_none(
    written: str | None, status: str
) -> None:
    root = Path("/nội dung")
    document = Document(root / "bai.md", PhotoLibrary(root), "bai.md", [], 1)
    document.fields = {"Title": Field("Một", 1)} | (
        {"Status": Field(written, 2)} if written else {}
    )
    take_defaults(document, ArticleSettings(default_head={"Status": "draft"}))
    assert read_head(document, ArticleSettings()).status == status


def test_a_default_is_for_kinds_of_files_that_have_its_key() -> None:
    root = Path("/nội dung")
    document = Document(root / "pages/a.md", PhotoLibrary(root), "pages/a.md", [], 1, kind="page")
    take_defaults(document, ArticleSettings(default_head={"Tags": "a", "Status": "hidden"}))
    assert document.fields == {"Status": Field("hidden", 1)}


@pytest.mark.parametrize(
    ("path", "slug"),
    [
        ("articles/Bài hay.md", "bai-hay"),
        ("articles/…….md", "cho-phien"),
        ("articles/tet/index.md", "tet"),
    ],
)
def test_a_slug_may_be_the_name_of_the_file(path: str, slug: str) -> None:
    root = Path("/nội dung")
    document = Document(root / path, PhotoLibrary(root), path, [], 1)
    document.fields = {"Title": Field("Chợ phiên", 1)}
    assert read_head(document, ArticleSettings(slug_source="basename")).slug == slug


def test_what_the_settings_substitute_is_made_in_a_slug() -> None:
    root = Path("/nội dung")
    document = Document(root / "articles/bai.md", PhotoLibrary(root), "articles/bai.md", [], 1)
    document.fields = {"Title": Field("Đường 4D và C++", 1)}
    settings = ArticleSettings(slug_substitutions={"article": ((r"C\+\+", "Cpp"), ("duong ", ""))})
    assert read_head(document, settings).slug == "4d-va-cpp"


def test_what_is_no_authors_name_is_told() -> None:
    head, document = read(Title="Bài", Date="11/01/2024", Authors="Thu Hà, ảnh: Lan")
    assert head.author_names == ["Thu Hà", "ảnh: Lan"]
    (problem,) = document.problems
    assert (problem.level, problem.line) == ("warning", 4)
    assert "“ảnh: Lan” ở “Authors” không phải tên một người viết" in problem.message


def test_a_pin_has_a_place_and_a_day_is_meant_to_its_end() -> None:
    head, document = read(Title="Bài", Date="11/01/2024", Pin="2", Pin_until="15/01/2024")
    assert document.problems == []
    assert head.pin == Pin(2, parse_date("2024-01-16"))
    head, _ = read(Title="Bài", Date="11/01/2024", Pin="1", Pin_until="15/01/2024 18:00")
    assert head.pin == Pin(1, parse_date("2024-01-15 18:00"))
    assert read(Title="Bài", Date="11/01/2024", Pin="7")[0].pin == Pin(7)
    assert read(Title="Bài", Date="11/01/2024")[0].pin is None


@pytest.mark.parametrize("value", ["0", "8", "có", "true", "1.5", "², "])
def test_a_pin_that_is_no_place_is_an_error(value: str) -> None:
    head, document = read(Title="Bài", Date="11/01/2024", Pin=value)
    assert head.pin is None
    assert [(each.line, each.check) for each in document.problems] == [(4, checks.PIN_UNUSABLE)]


def test_an_end_without_a_pin_is_told() -> None:
    _, document = read(Title="Bài", Date="11/01/2024", Pin_until="15/01/2024")
    assert [each.check for each in document.problems] == [checks.PIN_WITHOUT_PLACE]


@pytest.mark.parametrize(
    "written",
    [
        "/1.html, cu/duong-dan/ ,/1.HTML,, /index.php?id=5",
        ["/1.html", "cu/duong-dan", "/index.php?id=5"],
    ],
)
def test_old_addresses_are_a_list_or_stand_between_commas(written: Any) -> None:
    head, document = read(Title="Chợ", Date="2024-01-11", Aliases=written)
    assert document.problems == []
    names = ["/1.html", "/cu/duong-dan/", "/index.php?id=5"]
    assert [(address.name, line) for address, line in head.aliases] == [(name, 4) for name in names]


@pytest.mark.parametrize(
    "written", ["https://bao.example/1", "/a b/", "//x", [{"a": "b"}], "a\x07"]
)
def test_an_old_address_that_is_none_is_told_with_its_line(written: Any) -> None:
    head, document = read(Title="Chợ", Date="2024-01-11", Aliases=written)
    assert head.aliases == ()
    assert [(one.check.code, one.line) for one in document.problems] == [("DOI01", 4)]
