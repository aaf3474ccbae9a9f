from __future__ import annotations

import unicodedata

from plugins.engine.checks.plan import shared_addresses


def test_two_articles_of_one_address_are_an_error_that_names_both() -> None:
    (problem,) = shared_addresses(
        [("2024/01/tet/index.html", "b.md"), ("2024/01/tet/index.html", "a.md")]
    )
    assert (problem.level, problem.path) == ("error", "b.md")
    assert "địa chỉ /2024/01/tet/ đã có bài a.md dùng" in problem.message


def test_pages_of_one_address_are_a_problem_whatever_their_letter_case() -> None:
    assert len(shared_addresses([("Tin/index.html", "a.md"), ("tin/index.html", "b.md")])) == 1


def test_the_article_is_to_blame_that_takes_the_address_of_a_list() -> None:
    claims = [("luu-tru/index.html", "pages/x.md"), ("luu-tru/index.html", "")]
    for some in (claims, claims[::-1]):
        (problem,) = shared_addresses(some)
        assert problem.path == "pages/x.md"
        assert "đã có trang khác dùng" in problem.message


def test_every_one_of_three_that_comes_too_late_is_reported() -> None:
    problems = shared_addresses([("a/index.html", name) for name in ("1.md", "2.md", "3.md")])
    assert [problem.path for problem in problems] == ["2.md", "3.md"]


def test_two_names_that_differ_in_unicode_form_alone_are_not_told_as_one() -> None:
    names = [unicodedata.normalize(form, "Bài một.md") for form in ("NFC", "NFD")]
    (problem,) = shared_addresses([("a/index.html", name) for name in names])
    assert (problem.level, problem.path) == ("error", "Bài một.md")
    assert "có hai tệp cùng tên này, chỉ khác ở cách lưu dấu" in problem.message
    assert "xóa tệp kia" in problem.fix


def test_addresses_of_their_own_are_no_problem() -> None:
    assert shared_addresses([("a/index.html", "a.md"), ("b/index.html", "")]) == []
