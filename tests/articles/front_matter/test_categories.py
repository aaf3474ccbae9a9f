from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from plugins.articles.config import ArticleSettings
from plugins.articles.front_matter.categories import category_of_folder, check_category
from plugins.core.document import Document, Field
from plugins.core.problems import Problem
from plugins.photos import PhotoLibrary

OURS = ("Thời sự", "Kinh tế", "Xã hội", "Văn hóa", "Y tế", "Quốc phòng - An ninh")


def check(category: Any, *, closed: bool = False, ours: tuple[str, ...] = OURS) -> list[Problem]:
    document = Document(Path("/goc/bai.md"), PhotoLibrary(Path("/goc")), "bai.md", [], 1)
    document.fields["Category"] = Field(category, 3)
    check_category(document, ArticleSettings(categories=ours, closed_categories=closed))
    return document.problems


@pytest.mark.parametrize(
    ("category", "near"),
    [
        ("Thời Sư", "Thời sự"),
        ("Thoi su", "Thời sự"),
        ("Thời sự.", "Thời sự"),
        ("“Thời sự”", "Thời sự"),
        ("[Thời sự]", "Thời sự"),
        ("Thời s", "Thời sự"),
        ("Thờii sự", "Thời sự"),
        ("Thời dự", "Thời sự"),
        ("Thời ưs", "Thời sự"),
        ("Van hoá", "Văn hóa"),
        ("Kinh-tế", "Kinh tế"),
        ("Quốc phòng – An ninh", "Quốc phòng - An ninh"),
    ],
)
def test_a_category_that_is_almost_one_of_ours_is_a_warning_with_that_one(
    category: str, near: str
) -> None:
    (problem,) = check(category)
    assert (problem.level, problem.line) == ("warning", 3)
    assert problem.message == f"không có chuyên mục “{category}”, gần nhất là “{near}”"
    assert problem.fix.startswith(f"Sửa thành “Category: {near}”; nếu đúng là chuyên mục mới thì ")


@pytest.mark.parametrize(
    ("category", "first", "others"),
    [
        ("Thời sự, Kinh tế", "Thời sự", "Kinh tế"),
        ("Kinh tế; nông nghiệp", "Kinh tế", "nông nghiệp"),
        ("Du lịch / Văn hóa", "Văn hóa", "Du lịch"),
        ("[Văn hóa, Xã hội]", "Văn hóa", "Xã hội"),
        ("Văn hóa - Xã hội", "Văn hóa", "Xã hội"),
        ("Văn hóa và Y tế", "Văn hóa", "Y tế"),
    ],
)
def test_several_categories_in_one_are_a_warning_that_leaves_one(
    category: str, first: str, others: str
) -> None:
    (problem,) = check(category)
    assert problem.level == "warning"
    assert f"Sửa thành “Category: {first}”, tên khác để ở “Tags: {others}”" in problem.fix


@pytest.mark.parametrize(
    "category",
    [
        "Thời sự",
        "thời  sự ",
        "THỜI SỰ",
        "Du lịch",
        "Pháp luật",
        "Thời sự - Chính trị",
        "Văn nghệ và Đời sống",
        "",
        ["Thời sự", "Kinh tế"],
    ],
)
def test_one_of_ours_and_one_that_is_like_none_are_no_problem(category: Any) -> None:
    assert check(category) == []


def test_where_the_newsroom_names_no_categories_all_are_taken() -> None:
    assert check("Thời Sư", ours=()) == []


def test_in_a_closed_list_an_unknown_category_is_an_error() -> None:
    (near,) = check("Thời Sư", closed=True)
    assert (near.level, near.fix) == ("error", "Sửa thành “Category: Thời sự”.")
    (unknown,) = check("Du lịch", closed=True)
    assert (unknown.level, unknown.message) == ("error", "không có chuyên mục “Du lịch”")
    assert unknown.fix == f"Chọn một trong các chuyên mục: {', '.join(OURS)}."
    assert check("kinh tế", closed=True) == []


@pytest.mark.parametrize(
    ("path", "category"),
    [
        ("thoi-su/bai.md", "Thời sự"),
        ("tin/thoi-su/bai.md", "Thời sự"),
        ("Du lịch/bai.md", "Du lịch"),
        ("thoi-su/cho-phien/index.md", "Thời sự"),
        ("thoi-su/2024/bai.md", ""),
        ("2024/01/cho-phien/index.md", ""),
        ("bai.md", ""),
        ("thoi-su/index.md", "Thời sự"),
    ],
)
def test_a_folder_is_a_category_where_the_settings_say_so(path: str, category: str) -> None:
    document = Document(Path("/goc", path), PhotoLibrary(Path("/goc")), path, [], 1)
    settings = ArticleSettings(categories=OURS, folder_is_category=True)
    assert category_of_folder(document, settings) == category
    assert category_of_folder(document, ArticleSettings(categories=OURS)) == ""
