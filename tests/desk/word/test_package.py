from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from plugins.core import checks
from plugins.core.checks import Check
from plugins.desk.errors import RefusedError
from plugins.desk.word import package
from plugins.desk.word.document import read_word
from tests.desk.word_files import TITLE, p, photo, word_file


def refusal(path: Path) -> Check:
    with pytest.raises(RefusedError) as caught:
        read_word(path)
    return caught.value.check


def with_part(path: Path, name: str, content: bytes) -> Path:
    """Write a sound Word file with another content in one of its parts."""
    sound = word_file(path.with_name("sound.docx"), TITLE + p("Thân bài."))
    with zipfile.ZipFile(sound) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.namelist():
            new.writestr(each, content if each == name else old.read(each))
    return path


@pytest.mark.parametrize("content", [b"", b"Chao", b"PK\x03\x04 rest"])
def test_what_is_no_word_file_is_refused(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "bai.docx"
    file.write_bytes(content)
    assert refusal(file) is checks.IMPORT_BROKEN


def test_a_file_that_was_cut_off_is_refused(tmp_path: Path) -> None:
    file = word_file(tmp_path / "bai.docx", TITLE)
    file.write_bytes(file.read_bytes()[:-400])
    assert refusal(file) is checks.IMPORT_BROKEN


def test_xml_that_is_damaged_is_refused(tmp_path: Path) -> None:
    file = with_part(tmp_path / "bai.docx", "word/document.xml", b"<w:document>")
    assert refusal(file) is checks.IMPORT_BROKEN


@pytest.mark.parametrize(
    "declared",
    ['<!ENTITY x SYSTEM "file:///etc/hostname">', '<!ENTITY x "ha"><!ENTITY y "&x;&x;">'],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_never_looked_up(declared: str, encoding: str, tmp_path: Path) -> None:
    xml = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE d [{declared}]><d>&x;</d>'
    file = with_part(tmp_path / "bai.docx", "word/document.xml", xml.encode(encoding))
    assert refusal(file) is checks.IMPORT_UNSAFE


def test_a_part_that_unpacks_to_too_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "_MOST_XML", 1_000_000)
    bomb = b"<d>" + b"a" * 2_000_000 + b"</d>"
    assert refusal(with_part(tmp_path / "bai.docx", "word/document.xml", bomb)) is (
        checks.IMPORT_TOO_LARGE
    )


def test_a_file_of_too_many_parts_or_bytes_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = word_file(tmp_path / "bai.docx", TITLE)
    monkeypatch.setattr(package, "MOST_PARTS", 3)
    assert refusal(file) is checks.IMPORT_TOO_LARGE
    monkeypatch.setattr(package, "MOST_BYTES", 100)
    assert refusal(file) is checks.IMPORT_TOO_LARGE


def test_the_names_of_isos_strict_form_are_understood(tmp_path: Path) -> None:
    strict = (
        '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body><w:p>'
        "<w:r><w:t>Chợ phiên</w:t></w:r></w:p></w:body></w:document>"
    )
    file = with_part(tmp_path / "bai.docx", "word/document.xml", strict.encode())
    assert read_word(file).shown.paragraphs == ["Chợ phiên"]


@pytest.mark.parametrize("name", ["word/media/A.JPG", "word/media/%61.jpg", "word\\media\\a.jpg"])
def test_a_part_is_found_by_its_name_as_word_reads_it(name: str, tmp_path: Path) -> None:
    sound = word_file(tmp_path / "sound.docx", TITLE + p(photo()))
    file = tmp_path / "bai.docx"
    with zipfile.ZipFile(sound) as old, zipfile.ZipFile(file, "w") as new:
        for each in old.namelist():
            new.writestr(name if each == "word/media/a.jpg" else each, old.read(each))
    manuscript = read_word(file)
    assert [bool(manuscript.content(picture)) for picture in manuscript.pictures] == [True]
