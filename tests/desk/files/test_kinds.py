from __future__ import annotations

from pathlib import Path

import pytest

from plugins.core import checks
from plugins.desk.errors import RefusedError
from plugins.desk.files import kinds, libreoffice
from plugins.desk.files.kinds import read_file
from tests.desk import office
from tests.desk.word_files import TITLE, p, word_file


@pytest.mark.parametrize("name", ["bai.pdf", "bai.rar", "bai"])
def test_other_kinds_are_refused_with_what_to_do(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"%PDF")
    with pytest.raises(RefusedError) as caught:
        read_file(tmp_path / name)
    assert caught.value.check is checks.IMPORT_KIND
    assert ".docx" in str(caught.value.problem(name))


def test_a_file_that_is_not_there_and_one_too_large_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(RefusedError, match="không có tệp này"):
        read_file(tmp_path / "bai.docx")
    monkeypatch.setattr(kinds, "MOST_BYTES", 3)
    (tmp_path / "bai.txt").write_bytes(b"Long")
    with pytest.raises(RefusedError) as caught:
        read_file(tmp_path / "bai.txt")
    assert caught.value.check is checks.IMPORT_TOO_LARGE


@pytest.mark.parametrize("kind", [".doc", ".dot", ".rtf", ".odt"])
def test_old_kinds_go_through_libreoffice(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = word_file(tmp_path / "made.docx", TITLE + p("Chợ đông."))
    old = office.old_file(tmp_path / f"bài gửi{kind}")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RefusedError, match="cần LibreOffice, máy này không có"):
        read_file(old)
    log = office.install(tmp_path / "bin", monkeypatch, "works", made)
    manuscript = read_file(old)
    assert manuscript.shown.paragraphs == ["Chợ phiên cuối năm", "Chợ đông."]
    assert manuscript.path == old
    assert log.read_text() == f"{'.doc' if kind == '.dot' else kind}\n"


@pytest.mark.parametrize(
    ("name", "kind"), [("bai.docx", ".doc"), ("bai.doc", ".rtf"), ("bai.docx", ".odt")]
)
def test_a_file_by_another_kinds_name_is_known_by_how_it_begins(
    name: str, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = word_file(tmp_path / "made.docx", TITLE + p("Chợ đông."))
    file = office.old_file(tmp_path / f"that{kind}").rename(tmp_path / name)
    log = office.install(tmp_path / "bin", monkeypatch, "works", made)
    read_file(file)
    assert log.read_text() == f"{kind}\n"


def test_new_word_files_and_pages_by_old_names_need_no_libreoffice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    word = word_file(tmp_path / "bai.doc", TITLE + p("Chợ đông."))
    page = tmp_path / "trang.doc"
    page.write_text("\n<html><body><p>Chợ đông.</p></body></html>", encoding="utf-8")
    text = tmp_path / "chu.doc"
    text.write_text("Chợ đông.", encoding="utf-8")
    assert read_file(word).shown.paragraphs == ["Chợ phiên cuối năm", "Chợ đông."]
    assert read_file(page).shown.paragraphs == ["Chợ đông."]
    assert read_file(text).shown.paragraphs == ["Chợ đông."]


@pytest.mark.parametrize(
    "start", ['<?xml version="1.0"?>\n<!DOCTYPE html>', "<!-- x -->", "<body>"]
)
def test_a_page_is_known_however_it_begins(start: str, tmp_path: Path) -> None:
    page = tmp_path / "trang.doc"
    page.write_text(f"{start}<p>Chợ đông.</p>", encoding="utf-8")
    assert read_file(page).shown.paragraphs == ["Chợ đông."]


@pytest.mark.parametrize(
    ("start", "said"),
    [
        ('MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n', "MHTML"),
        ('<?xml version="1.0"?>\n<w:wordDocument xmlns:w="x"><w:body/>', "dạng XML"),
        ('<?xml version="1.0"?>\n<pkg:package xmlns:pkg="x"/>', "dạng XML"),
    ],
)
def test_what_programs_call_a_word_file_and_is_none_is_refused_by_its_name(
    start: str, said: str, tmp_path: Path
) -> None:
    (tmp_path / "bai.doc").write_text(start, encoding="utf-8")
    with pytest.raises(RefusedError, match=said) as caught:
        read_file(tmp_path / "bai.doc")
    assert caught.value.check is checks.IMPORT_KIND


def test_noise_is_no_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = word_file(tmp_path / "made.docx", TITLE + p("Chợ đông."))
    office.install(tmp_path / "bin", monkeypatch, "works", made)
    file = tmp_path / "bai.doc"
    file.write_bytes(bytes(range(256)))
    with pytest.raises(RefusedError) as caught:
        read_file(file)
    assert caught.value.check is checks.IMPORT_BROKEN


def test_a_file_with_a_password_is_told_before_anything_reads_it(tmp_path: Path) -> None:
    new, old = tmp_path / "moi.docx", tmp_path / "cu.doc"
    new.write_bytes(office.OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"))
    old.write_bytes(
        office.OLE.ljust(512, b"\0") + b"\xec\xa5".ljust(11, b"\0") + b"\x01" + bytes(600)
    )
    for file in (new, old):
        with pytest.raises(RefusedError) as caught:
            read_file(file)
        assert caught.value.check is checks.IMPORT_LOCKED


def test_what_libreoffice_cannot_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.install(tmp_path / "bin", monkeypatch, "cannot read")
    with pytest.raises(RefusedError, match=r"LibreOffice không đọc được tệp \.doc"):
        read_file(office.old_file(tmp_path / "bai.doc"))


def test_a_libreoffice_that_hangs_is_ended_with_what_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = office.install(tmp_path / "bin", monkeypatch, "hangs")
    monkeypatch.setattr(libreoffice, "_LONGEST", 2)
    with pytest.raises(RefusedError) as caught:
        read_file(office.old_file(tmp_path / "bai.doc"))
    assert caught.value.check is checks.IMPORT_STOPPED
    assert office.ends(int(log.read_text()))
