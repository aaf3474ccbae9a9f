from __future__ import annotations

import pytest

from plugins.articles.front_matter.keys import (
    KEYS,
    advice_for,
    canonical_key,
    is_like_key,
    status_meant,
)


@pytest.mark.parametrize(
    ("name", "value", "fix"),
    [
        ("Draft", "true", "Sửa thành “Status: draft”."),
        ("draft", "Yes", "Sửa thành “Status: draft”."),
        ("draft", "1", "Sửa thành “Status: draft”."),
        ("Draft", "có", "Sửa thành “Status: draft”."),
        ("Bản nháp", "đúng", "Sửa thành “Status: draft”."),
        ("published", "false", "Sửa thành “Status: draft”."),
        ("published", "không", "Sửa thành “Status: draft”."),
        ("unlisted", "true", "Sửa thành “Status: hidden”."),
        ("published", "2024-01-11", "Sửa thành “Date:”."),
        ("Update", "2024-02-01", "Sửa thành “Modified:”."),
        ("lastmod", "2024-02-01", "Sửa thành “Modified:”."),
        ("Cập nhật", "2024-02-01", "Sửa thành “Modified:”."),
        ("description", "Sapo", "Sửa thành “Summary:”."),
        ("excerpt", "Sapo", "Sửa thành “Summary:”."),
        ("categories", "[a]", "Sửa thành “Category:”."),
        ("keywords", "a, b", "Sửa thành “Tags:”."),
        ("image", "a.jpg", "Sửa thành “Lead_photo:”."),
        ("cover", "a.jpg", "Sửa thành “Lead_photo:”."),
        ("thumbnail", "a.jpg", "Sửa thành “Lead_photo:”."),
        ("featured_image", "a.jpg", "Sửa thành “Lead_photo:”."),
        ("Byline", "A", "Sửa thành “Authors:”."),
        ("Autor", "A", "Sửa thành “Authors:”."),
        ("permalink", "/x/", "Sửa thành “Slug:”."),
    ],
)
def test_a_key_of_another_system_is_told_by_its_meaning(name: str, value: str, fix: str) -> None:
    assert advice_for(name, value, {"Title"}) == fix


@pytest.mark.parametrize(
    "name",
    ["Subtitle", "Phụ đề", "layout", "weight", "toc", "comments", "math", "xyzxyz"],
)
def test_a_key_that_means_nothing_here_goes_and_its_text_stays(name: str) -> None:
    assert advice_for(name, "x", {"Title", "Date"}) == (
        "Bản tin không có khóa nào như vậy: xóa dòng này; chữ nào cần giữ thì chuyển vào "
        "“Summary” hoặc thân bài."
    )


@pytest.mark.parametrize("name", ["update", "Tilte", "draft", "image", "Ngày", "description", "x"])
@pytest.mark.parametrize("value", ["true", "2024-02-01", "mai"])
def test_nothing_is_to_become_a_key_that_is_there_already(name: str, value: str) -> None:
    fix = advice_for(name, value, set(KEYS))
    assert "Sửa thành" not in fix
    assert "sửa thành" not in fix
    assert "xóa dòng này" in fix
    assert "“Summary”" not in fix


def test_a_switch_that_says_no_is_not_needed() -> None:
    assert advice_for("draft", "false", set()) == (
        "Không cần, xóa dòng này: bài được đăng nếu không có “Status: draft”."
    )
    assert "Status: draft" in advice_for("draft", "mai", set())


@pytest.mark.parametrize(
    ("name", "value", "status"),
    [
        ("draft", "true", "draft"),
        ("draft", "0", "published"),
        ("published", "no", "draft"),
        ("Published", "true", "published"),
        ("hidden", "yes", "hidden"),
        ("draft", "mai", None),
        ("status", "true", None),
    ],
)
def test_a_switch_means_a_status(name: str, value: str, status: str | None) -> None:
    assert status_meant(name, value) == status


def test_a_key_is_known_whatever_its_letter_case() -> None:
    assert canonical_key(" LEAD-photo ") == "Lead_photo"
    assert canonical_key("author") == "Authors"
    assert canonical_key("draft") is None


def test_misspelt_and_foreign_keys_are_like_keys_and_words_are_not() -> None:
    assert all(map(is_like_key, ("Categry", "Chuyên mục", "draft", "subtitle")))
    assert not any(map(is_like_key, ("Ông Lử", "Trong đó", "https")))
