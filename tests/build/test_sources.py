from __future__ import annotations

from pathlib import Path

import pytest

from plugins.build.sources import find_sources


def touch(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).touch()


def test_markdown_is_found_whatever_the_case_of_its_extension(tmp_path: Path) -> None:
    touch(tmp_path, "articles/a.md", "articles/B.MD", "c.markdown", "articles/anh.jpg")
    found, problems = find_sources(tmp_path, [""], [])
    assert found == ["articles/B.MD", "articles/a.md", "c.markdown"]
    assert problems == []


def test_excluded_and_hidden_folders_are_not_read(tmp_path: Path) -> None:
    touch(tmp_path, "pages/x.md", "articles/a.md", ".git/b.md", "articles/pages/c.md")
    found, _ = find_sources(tmp_path, [""], ["pages"])
    assert found == ["articles/a.md", "articles/pages/c.md"]


@pytest.mark.parametrize("name", ["bài.docx", "bài.txt", "bài.md.txt", "BÀI.DOC", "x.html"])
def test_a_file_somebody_meant_as_an_article_is_not_passed_over(tmp_path: Path, name: str) -> None:
    touch(tmp_path, f"articles/{name}")
    found, problems = find_sources(tmp_path, [""], [])
    assert found == []
    assert [problem.level for problem in problems] == ["error"]
    assert problems[0].path == f"articles/{name}"


def test_what_word_leaves_while_a_file_is_open_is_no_problem(tmp_path: Path) -> None:
    touch(tmp_path, "articles/~$bài.docx", "articles/.x.swp", "articles/a.md~")
    assert find_sources(tmp_path, [""], []) == ([], [])
