from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from plugins.core import checks
from plugins.desk import kinds
from plugins.desk.errors import RefusedError
from plugins.desk.kinds import read_file
from tests.desk.word_files import TITLE, p, word_file


@pytest.mark.parametrize("name", ["bai.pdf", "bai.zip", "bai"])
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


@pytest.mark.parametrize("kind", ["doc", "rtf", "odt"])
def test_old_kinds_go_through_libreoffice(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = word_file(tmp_path / "made.docx", TITLE + p("Chợ đông."))
    old = tmp_path / f"bai.{kind}"
    old.write_bytes(b"old")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RefusedError, match="cần LibreOffice"):
        read_file(old)
    office = tmp_path / "soffice"
    copy = shutil.which("cp", path="/bin:/usr/bin")
    office.write_text(f'#!/bin/sh\n{copy} "{made}" "$6/bai.docx"\n')
    office.chmod(0o755)
    assert read_file(old).shown.paragraphs == ["Chợ phiên cuối năm", "Chợ đông."]
