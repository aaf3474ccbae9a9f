from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from plugins.desk.web.accounts.users import Users
from plugins.desk.web.store.backup import RestoreError, back_up, restore
from plugins.desk.web.store.database import Database
from plugins.desk.web.store.drafts import Drafts, Form

PASSWORD = "một câu thật dễ nhớ"  # noqa: S105 - of a test's account


def test_what_was_backed_up_is_there_again_elsewhere(tmp_path: Path) -> None:
    database = Database(tmp_path / "desk" / "desk.sqlite3")
    Users(database).add("lan", "Lan", "editor", PASSWORD)
    drafts = Drafts(database)
    draft = drafts.begin(1, Form({"Title": "một"}, []))
    photo = tmp_path / "desk" / "photos" / draft.id / "a.jpg"
    photo.parent.mkdir(parents=True)
    photo.write_bytes(b"x")
    file = tmp_path / "desk.zip"
    back_up(database, file)
    drafts.save(draft.id, 1, "a", 1, Form({"Title": "sau khi sao lưu"}, []))
    assert file.stat().st_mode & 0o077 == 0
    restore(file, tmp_path / "new")
    again = Database(tmp_path / "new" / "desk.sqlite3")
    assert Users(again).check("lan", PASSWORD)
    assert Drafts(again).draft(draft.id).form.fields == {"Title": "một"}
    assert (tmp_path / "new" / "photos" / draft.id / "a.jpg").read_bytes() == b"x"


def test_a_backup_never_writes_over_a_desk(tmp_path: Path) -> None:
    database = Database(tmp_path / "desk" / "desk.sqlite3")
    back_up(database, tmp_path / "desk.zip")
    with pytest.raises(RestoreError, match="đang có dữ liệu"):
        restore(tmp_path / "desk.zip", tmp_path / "desk")


@pytest.mark.parametrize("name", ["../evil", "photos/../../evil", "photos/x", "other"])
def test_a_file_that_would_come_to_lie_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    file = tmp_path / "desk.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("desk.sqlite3", b"x")
        archive.writestr(name, b"x")
    with pytest.raises(RestoreError):
        restore(file, tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_what_is_no_backup_is_refused(tmp_path: Path) -> None:
    (tmp_path / "desk.zip").write_bytes(b"PK")
    with pytest.raises(RestoreError):
        restore(tmp_path / "desk.zip", tmp_path / "new")
