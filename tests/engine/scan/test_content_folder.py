from __future__ import annotations

import errno
import os
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from plugins.core import checks
from plugins.engine.checks.content_folder import no_articles, unopened, unread
from plugins.engine.scan.content_folder import walk_content


def touch(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).touch()


def articles(root: Path, *excluded: str) -> list[str]:
    return walk_content(root).articles([""], excluded)


def test_markdown_is_found_whatever_the_case_of_its_extension(tmp_path: Path) -> None:
    touch(tmp_path, "articles/a.md", "articles/B.MD", "c.markdown", "articles/anh.jpg")
    found = walk_content(tmp_path)
    assert found.articles([""], []) == ["articles/B.MD", "articles/a.md", "c.markdown"]
    assert found.unread([""], []) == []


def test_only_the_folders_asked_for_are_looked_at(tmp_path: Path) -> None:
    touch(tmp_path, "pages/x.md", "articles/a.md", "articlesx/b.md", "pages/c.txt")
    found = walk_content(tmp_path)
    assert found.articles(["articles/"], []) == ["articles/a.md"]
    assert found.articles(["pages", "không có"], []) == ["pages/x.md"]
    assert found.unread(["articles"], []) == []
    assert found.unread([""], ["articles"]) == ["pages/c.txt"]


def test_excluded_and_hidden_folders_are_not_read(tmp_path: Path) -> None:
    touch(tmp_path, "pages/x.md", "articles/a.md", ".git/b.md", "articles/pages/c.md")
    assert articles(tmp_path, "pages") == ["articles/a.md", "articles/pages/c.md"]
    assert ".git/b.md" not in walk_content(tmp_path).files


_NEARLY = ["a.markdwon", "a.MARDOWN", "a.mmd", "a.mdd", "a.mđ", "a.rmd"]
_UNREAD = ["bài.docx", "bài.txt", "bài.md.txt", "BÀI.DOC", "x.html", "a.text", "b.mdx", "c.docm"]


@pytest.mark.parametrize(
    "name",
    [
        *_UNREAD,
        *_NEARLY,
        "bài mới",
        "Tin ngày 12.5",
        "Ông A. nói",
        "a.md.bak",
        "A.MD.BAK",
        "a.md.",
        "a.md ",
    ],
)
def test_a_file_somebody_meant_as_an_article_is_not_passed_over(tmp_path: Path, name: str) -> None:
    touch(tmp_path, f"articles/{name}")
    found = walk_content(tmp_path)
    assert found.articles([""], []) == []
    assert found.unread([""], []) == [f"articles/{name}"]


@pytest.mark.parametrize(
    "name", ["anh.jpg", "so-lieu.xlsx", "a.7z", "anh.jpg.bak", "x.com_1", "a.markup"]
)
def test_other_files_may_lie_among_the_articles(tmp_path: Path, name: str) -> None:
    touch(tmp_path, f"articles/{name}", "bài/trống.mới/a.md")
    assert walk_content(tmp_path).unread([""], []) == []


def test_a_title_may_begin_with_a_number_sign(tmp_path: Path) -> None:
    touch(tmp_path, "#1 tin nóng.md", "#2.docx", "#3.md#")
    found = walk_content(tmp_path)
    assert found.articles([""], []) == ["#1 tin nóng.md"]
    assert found.unread([""], []) == ["#2.docx"]


@pytest.mark.parametrize(
    ("name", "form", "fix"),
    [
        ("b.text", ".text", "Đổi tên thành “b.md”."),
        ("b.mdx", ".mdx", "Đổi tên thành “b.md”."),
        ("b.markdwon", ".markdwon", "Đổi tên thành “b.md”."),
        ("b.md.bak", ".bak", "Nếu là bài thì đổi tên thành “b.md”; nếu là bản sao"),
        ("b.docm", ".docm", "Chép nội dung sang một tệp .md"),
        ("Tin 12.5", "không có đuôi", "Nếu là bài thì đổi tên thành “Tin 12.5.md”; nếu là ảnh"),
        ("b.md ", "không có đuôi", "Nếu là bài thì đổi tên thành “b.md”;"),
        ("b.md.", "không có đuôi", "Nếu là bài thì đổi tên thành “b.md”;"),
        ("b", "không có đuôi", "Nếu là bài thì đổi tên thành “b.md”;"),
    ],
)
def test_the_fix_names_the_file_as_it_has_to_be(name: str, form: str, fix: str) -> None:
    problem = unread(f"articles/{name}")
    assert f"tệp {form} không được đọc" in problem.message
    assert problem.fix.startswith(fix)


def test_what_is_not_read_is_an_error_that_says_what_to_do() -> None:
    problem = unread(unicodedata.normalize("NFD", "articles/Bài.md.txt"))
    assert (problem.level, problem.path) == ("error", "articles/Bài.md.txt")
    assert "“Bài.md”" in unicodedata.normalize("NFC", problem.fix)
    problem = unread("articles/Bài.DOCX")
    assert "tệp .docx không được đọc" in problem.message
    assert "Chép nội dung sang một tệp .md" in problem.fix


def test_plain_text_among_articles_may_be_notes_unless_its_name_says_otherwise() -> None:
    problem = unread("articles/ghi-chu.txt", among_articles=True)
    assert problem.level == "warning"
    assert problem.fix == (
        "Nếu là bài thì đổi tên thành “ghi-chu.md”; nếu là ghi chú thì đưa ra khỏi thư mục bài."
    )
    for name in ("b.md.txt", "index.txt", "b.docx", "b.mmd"):
        assert unread(f"articles/{name}", among_articles=True).level == "error"


def test_what_word_leaves_while_a_file_is_open_is_no_problem(tmp_path: Path) -> None:
    names = (
        "~$bài.docx",
        ".x.swp",
        "a.md~",
        ".a.md",
        "#a.md#",
        "~$b.md",
        "~WRL1.doc",
        "4913",
        "Icon\r",
    )
    touch(tmp_path, *(f"articles/{name}" for name in names))
    found = walk_content(tmp_path)
    assert (found.files, found.folders) == ({}, {"": ("articles/",), "articles": ()})


def test_a_folder_is_read_although_a_file_of_its_name_would_be_temporary(tmp_path: Path) -> None:
    touch(tmp_path, "~$1/a.md", "#2/b.md", "năm cũ~/c.md", "x.tmp/d.md")
    assert articles(tmp_path) == ["#2/b.md", "năm cũ~/c.md", "x.tmp/d.md", "~$1/a.md"]


def test_files_have_their_stamps_and_folders_their_names_in_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "z.md").write_bytes(b"xyz")
    (tmp_path / "b" / "a.jpg").touch()
    os.utime(tmp_path / "b" / "z.md", ns=(5, 1_700_000_000_123_456_000))
    found = walk_content(tmp_path)
    assert found.files["b/z.md"] == (3, 1_700_000_000_123_456_000)
    assert found.folders == {"": ("b/",), "b": ("a.jpg", "z.md")}


def test_a_folder_called_like_an_article_has_another_name_than_a_file(tmp_path: Path) -> None:
    touch(tmp_path, "a.md/index.md")
    found = walk_content(tmp_path)
    assert (found.folders[""], found.articles([""], [])) == (("a.md/",), ["a.md/index.md"])


def test_an_empty_folder_is_known_and_one_that_is_not_there_cannot_be_opened(
    tmp_path: Path,
) -> None:
    (tmp_path / "trống").mkdir()
    assert walk_content(tmp_path).folders["trống"] == ()
    (error,) = walk_content(tmp_path / "mất").unopened
    assert error.errno == errno.ENOENT


def test_a_linked_folder_is_read_like_any_other(tmp_path: Path) -> None:
    touch(tmp_path, "kho/2023/a.md", "noi-dung/b.md")
    (tmp_path / "noi-dung" / "cũ").symlink_to(tmp_path / "kho")
    assert articles(tmp_path / "noi-dung") == ["b.md", "cũ/2023/a.md"]


def test_a_linked_folder_whose_name_begins_like_the_content_folders_is_read(
    tmp_path: Path,
) -> None:
    touch(tmp_path, "noi/a.md", "noi-dung/b.md")
    (tmp_path / "noi-dung" / "cũ").symlink_to(tmp_path / "noi")
    assert articles(tmp_path / "noi-dung") == ["b.md", "cũ/a.md"]


@pytest.mark.parametrize("target", [".", "..", "../..", "../../.."])
def test_a_link_upwards_ends_and_shows_nothing_twice(tmp_path: Path, target: str) -> None:
    touch(tmp_path, "gốc/a/b/x.md", "gốc/y.md")
    (tmp_path / "gốc" / "a" / "b" / "lên").symlink_to(target)
    assert articles(tmp_path / "gốc") == ["a/b/x.md", "y.md"]


def test_links_in_a_ring_end(tmp_path: Path) -> None:
    touch(tmp_path, "gốc/y.md", "kho/một/x.md", "kho/hai/z.md")
    (tmp_path / "kho" / "một" / "hai").symlink_to("../hai")
    (tmp_path / "kho" / "hai" / "một").symlink_to("../một")
    (tmp_path / "gốc" / "kho").symlink_to(tmp_path / "kho" / "một")
    found = articles(tmp_path / "gốc")
    assert found == ["kho/hai/z.md", "kho/x.md", "y.md"]


def test_a_content_folder_that_is_itself_a_link_is_read(tmp_path: Path) -> None:
    touch(tmp_path, "thật/a/x.md")
    (tmp_path / "thật" / "a" / "lên").symlink_to("..")
    (tmp_path / "liên-kết").symlink_to("thật")
    assert articles(tmp_path / "liên-kết") == ["a/x.md"]


@pytest.mark.parametrize("target", ["/đĩa-không-gắn/kho", "a.md"])
def test_a_link_to_nowhere_is_a_problem_and_hides_no_other(tmp_path: Path, target: str) -> None:
    touch(tmp_path, "b/x.md", "b/y.md", "b/z.md")
    (tmp_path / "b" / "a.md").symlink_to(target)
    found = walk_content(tmp_path)
    assert found.articles([""], []) == ["b/x.md", "b/y.md", "b/z.md"]
    (error,) = found.unopened
    problem = unopened(error, tmp_path)
    assert (problem.level, problem.path) == ("error", "b/a.md")
    assert f"dẫn tới “{target}”, nhưng ở đó không có gì" in problem.message
    assert "Gắn lại ổ đĩa" in problem.fix


def test_a_link_to_nowhere_is_none_where_its_name_is_ignored(tmp_path: Path) -> None:
    (tmp_path / "extra").mkdir()
    for name in (".#a.md", ".kho", "~$b.md", "extra/.#robots.txt"):
        (tmp_path / name).symlink_to("mất")
    assert walk_content(tmp_path, ["extra"]).unopened == []


def test_a_link_to_nowhere_is_a_problem_among_static_files_even_if_it_is_hidden(
    tmp_path: Path,
) -> None:
    (tmp_path / "extra").mkdir()
    (tmp_path / "extra" / ".well-known").symlink_to("mất")
    (error,) = walk_content(tmp_path, ["extra"]).unopened
    assert unopened(error, tmp_path).path == "extra/.well-known"


def test_a_file_that_goes_while_its_folder_is_read_is_no_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    touch(tmp_path, "a.md")
    monkeypatch.setattr(os, "scandir", _vanishing(os.scandir))
    found = walk_content(tmp_path)
    assert (found.files, found.unopened) == ({}, [])


def _vanishing(scandir: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return ``scandir`` as it is when somebody deletes what it has just named."""

    @contextmanager
    def vanishing(path: Any) -> Iterator[Any]:
        with scandir(path) as entries:
            listed = list(entries)
        for entry in listed:
            Path(entry.path).unlink()
        yield listed

    return vanishing


def test_a_folder_that_cannot_be_opened_is_a_problem_and_hides_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    touch(tmp_path, "mở/a.md", "khóa/b.md")
    with monkeypatch.context() as patched:
        patched.setattr(os, "scandir", _locked(os.scandir, tmp_path / "khóa"))
        found = walk_content(tmp_path)
    assert found.articles([""], []) == ["mở/a.md"]
    (error,) = found.unopened
    problem = unopened(error, tmp_path)
    assert (problem.level, problem.path) == ("error", "khóa")
    assert "không mở được thư mục hoặc tệp này (Permission denied)" in problem.message


def _locked(scandir: Callable[[Any], Any], folder: Path) -> Callable[[Any], Iterator[Any]]:
    """Return ``scandir`` as it is for someone who may not read ``folder``: root always may."""

    def locked(path: Any) -> Any:
        if Path(path) == folder:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return scandir(path)

    return locked


def test_a_name_that_is_no_text_is_a_problem_and_hides_no_other(tmp_path: Path) -> None:
    touch(tmp_path, "a.md", os.fsdecode(b"\xe0.md"), os.fsdecode(b"\xe1~"), "z.md")
    found = walk_content(tmp_path)
    assert sorted(found.files) == list(found.folders[""]) == ["a.md", "z.md"]
    (error,) = found.unopened
    problem = unopened(error, tmp_path)
    assert (problem.level, problem.path) == ("error", "?.md")
    assert "Đổi tên" in problem.fix


def test_a_bulletin_without_articles_is_named_by_its_folder(tmp_path: Path) -> None:
    problem = no_articles(tmp_path / "noi-dung")
    assert (problem.level, problem.path) == ("error", "noi-dung")
    assert "không có bài nào" in problem.message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_what_is_no_plain_file_is_a_problem_and_never_opened(tmp_path: Path) -> None:
    touch(tmp_path, "b/x.md")
    os.mkfifo(tmp_path / "b" / "ống.md")
    (tmp_path / "b" / "vô-tận.md").symlink_to("/dev/zero")
    found = walk_content(tmp_path)
    assert found.articles([""], []) == ["b/x.md"]
    problems = sorted(unopened(error, tmp_path) for error in found.unopened)
    assert [problem.path for problem in problems] == ["b/vô-tận.md", "b/ống.md"]
    assert all("không phải tệp thường" in problem.message for problem in problems)


@pytest.mark.parametrize("name", ["articles/a.md", "extra/a.txt", "extra/.well-known/a"])
def test_a_link_to_a_file_elsewhere_is_a_problem_and_never_read(tmp_path: Path, name: str) -> None:
    root = tmp_path / "nội dung"
    touch(tmp_path, "mật.md")
    touch(root, "articles/b.md")
    link = root / name
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(tmp_path / "mật.md")
    (root / "articles" / "c.md").symlink_to("b.md")  # one within the folder is read
    found = walk_content(root, ["extra"])
    assert found.articles(["articles"], []) == ["articles/b.md", "articles/c.md"]
    assert found.below(["extra"]) == {}
    (error,) = found.unopened
    problem = unopened(error, root)
    assert (problem.check, problem.path) == (checks.FILE_OUTSIDE, name)
