"""Which files may stand at the site's own address."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.core import checks
from plugins.core.article import Attachment
from plugins.figures.media import attaching, kinds
from plugins.figures.media.attaching import attach_file
from plugins.photos import PhotoProblem
from tests.media_files import media_file

PAGE = b"<!doctype html><script>alert(1)</script>"


def attach(folder: Path, name: str, content: bytes) -> Attachment | PhotoProblem:
    path = folder / name
    path.write_bytes(content)
    return attach_file(path, name)


def test_it_is_known_how_every_kind_of_file_begins_that_an_article_may_hold() -> None:
    named = {*kinds.VIDEOS, *kinds.SOUNDS, *kinds.UNPLAYABLE, *kinds.DOCUMENTS}
    assert attaching._CONTENT.keys() == named | {"txt", "ics", "vtt"}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"%PDF-1.4\n"),
        ("a.PDF", b"\xef\xbb\xbf\n%PDF-1.4\n"),
        ("a.docx", b"PK\x03\x04"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("a.doc", b"{\\rtf1"),
        ("a.csv", "họ tên,tuổi\n".encode()),
        ("a.csv", "họ tên,tuổi\n".encode("utf-16")),
        ("a.txt", b""),
        ("a.mp4", b"\0\0\0\x18ftypmp42"),
        ("a.webm", b"\x1a\x45\xdf\xa3"),
        ("a.mp3", b"\xff\xfb\x90"),
        ("a.7z", b"7z\xbc\xaf\x27\x1c"),
    ],
)
def test_what_readers_save_watch_or_hear_is_published(
    tmp_path: Path, name: str, content: bytes
) -> None:
    attachment = attach(tmp_path, name, content)
    assert isinstance(attachment, Attachment)
    assert attachment.source == tmp_path / name


@pytest.mark.parametrize(
    "name",
    [
        *("a.html", "a.htm", "a.xhtml", "a.shtml", "a.svg", "a.svgz", "a.xml", "a.xsl", "a.mht"),
        *("a.js", "a.mjs", "a.css", "a.wasm", "a.swf", "a.php", "a.phtml", "a.cgi", "a.jsp"),
        *("a.exe", "a.bat", "a.pdf.html", "a", "a.", ".htaccess", "a.pdf ", "a.json", "a.hta"),
    ],
)
@pytest.mark.parametrize("content", [b"x", PAGE, b"%PDF-1.7"])
def test_what_could_run_or_cannot_be_opened_is_refused(
    tmp_path: Path, name: str, content: bytes
) -> None:
    refusal = attach(tmp_path, name, content)
    assert isinstance(refusal, PhotoProblem)
    assert refusal.check == checks.FILE_REFUSED
    assert f"“{name}”" in refusal.message


@pytest.mark.parametrize("end", sorted(attaching._CONTENT))
@pytest.mark.parametrize(
    "content",
    [
        *(PAGE, b"\n\t <html>", b"\xef\xbb\xbf<svg xmlns=''>", b"<?xml version='1.0'?>", b"<?php"),
        "<html>".encode("utf-16"),
    ],
)
def test_a_page_under_another_name_is_refused(tmp_path: Path, end: str, content: bytes) -> None:
    refusal = attach(tmp_path, f"a.{end}", content)
    assert isinstance(refusal, PhotoProblem)
    assert refusal.check == checks.FILE_NOT_ITS_TYPE
    assert "trang web" in refusal.message


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("a.pdf", b"", "tệp rỗng"),
        ("a.pdf", media_file("a.docx"), "nội dung là DOCX"),
        ("a.docx", b"%PDF-1.7", "nội dung là PDF"),
        ("a.zip", b"MZ\x90\0", "loại khác"),
        ("a.mp4", b"\x1a\x45\xdf\xa3", "nội dung là WEBM"),
        ("a.csv", b"a\0b", "loại khác"),
        ("a.pdf", b"x" * 1025 + b"%PDF-", "loại khác"),
    ],
)
def test_what_is_not_what_its_name_says_is_refused(
    tmp_path: Path, name: str, content: bytes, what: str
) -> None:
    refusal = attach(tmp_path, name, content)
    assert isinstance(refusal, PhotoProblem)
    assert refusal.check == checks.FILE_NOT_ITS_TYPE
    assert what in refusal.message


def test_a_file_that_cannot_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "a.pdf"
    path.write_bytes(media_file("a.pdf"))
    monkeypatch.setattr(Path, "open", denied)
    refusal = attach_file(path, "A.pdf")
    assert isinstance(refusal, PhotoProblem)
    assert refusal.message == "không đọc được tệp “A.pdf” (Permission denied)"
