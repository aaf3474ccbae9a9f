from __future__ import annotations

import io
import stat
import struct
import unicodedata
import zipfile
from pathlib import Path

import pytest

from plugins.core import checks
from plugins.core.checks import Check
from plugins.desk.errors import RefusedError
from plugins.desk.files import unpacking
from plugins.desk.files.unpacking import is_archive, unpack

UTF_8 = 0x800


def archive(path: Path, *entries: tuple[str | bytes, bytes], flags: int = 0) -> Path:
    """Write an archive whose names are stored as these bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in entries:
            file.writestr(_Entry(name, flags), content)
    return path


class _Entry(zipfile.ZipInfo):
    """An entry with a name in any encoding, which ``zipfile`` would not write."""

    def __init__(self, name: str | bytes, flags: int) -> None:
        self._name = name if isinstance(name, bytes) else name.encode()
        super().__init__(self._name.decode("latin-1"))
        self.compress_type = zipfile.ZIP_DEFLATED
        self._flags = flags | (UTF_8 if isinstance(name, str) else 0)

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802 - zipfile's name for it
        return self._name, self.flag_bits & ~UTF_8 | self._flags


def unpacked(path: Path) -> dict[str, bytes]:
    """Return the files of an archive, by their paths."""
    folder = path.with_suffix(".out")
    folder.mkdir()
    unpack(path, folder)
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def refusal(path: Path) -> Check:
    """Return why an archive is refused; nothing stands outside the folder then."""
    folder = path.parent / "inside" / "out"
    folder.mkdir(parents=True)
    with pytest.raises(RefusedError) as caught:
        unpack(path, folder)
    assert sorted(each.name for each in path.parent.iterdir()) == ["bai.zip", "inside"]
    assert [each.name for each in folder.parent.iterdir()] == ["out"]
    return caught.value.check


@pytest.mark.parametrize(
    ("stored", "seen"),
    [
        ("ảnh/chợ phiên.jpg", "ảnh/chợ phiên.jpg"),
        (unicodedata.normalize("NFD", "chợ phiên.jpg"), "chợ phiên.jpg"),
        ("chợ phiên.jpg".encode(), "chợ phiên.jpg"),
        (unicodedata.normalize("NFD", "chợ phiên.jpg").encode(), "chợ phiên.jpg"),
        ("bài gửi.docx".encode("cp1258", "ignore"), "bài gi.docx"),
        ("bài.docx".encode("cp437"), "bài.docx"),
        (b"anh\\1.jpg", "anh/1.jpg"),
        ("./anh//1.jpg", "anh/1.jpg"),
        ('h\x01oi: "1".jpg', "h_oi_ _1_.jpg"),
        ("a" * 300 + ".jpg", "a" * 96 + ".jpg"),
    ],
)
def test_a_name_is_what_its_sender_saw(stored: str | bytes, seen: str, tmp_path: Path) -> None:
    assert unpacked(archive(tmp_path / "bai.zip", (stored, b"1"))) == {seen: b"1"}


@pytest.mark.parametrize(
    "name", ["../x.txt", "a/../../x.txt", "/x.txt", "\\x.txt", "C:\\x.txt", "..\\x.txt", ".."]
)
def test_no_file_is_written_outside(name: str, tmp_path: Path) -> None:
    assert refusal(archive(tmp_path / "bai.zip", (name, b"1"))) is checks.IMPORT_UNSAFE


def test_two_files_of_one_name_are_both_kept(tmp_path: Path) -> None:
    made = archive(tmp_path / "bai.zip", ("a.jpg", b"1"), (".//a.jpg", b"2"), ("./a.jpg", b"3"))
    assert unpacked(made) == {"a.jpg": b"1", "a (2).jpg": b"2", "a (3).jpg": b"3"}


def test_a_file_where_a_folder_should_be_is_told(tmp_path: Path) -> None:
    assert refusal(archive(tmp_path / "bai.zip", ("a", b"1"), ("a/b", b"2"))) is (
        checks.IMPORT_BROKEN
    )


def test_what_unpacks_to_too_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpacking, "MOST_BYTES", 1_500_000)
    zeros = bytes(1_000_000)
    assert refusal(archive(tmp_path / "bai.zip", ("a", zeros), ("b", zeros))) is (
        checks.IMPORT_TOO_LARGE
    )


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "MOST_PARTS", 2)
    many = [(str(number), b"") for number in range(3)]
    assert refusal(archive(tmp_path / "bai.zip", *many)) is checks.IMPORT_TOO_LARGE


def test_a_password_is_told(tmp_path: Path) -> None:
    assert refusal(archive(tmp_path / "bai.zip", ("a.txt", b"1"), flags=1)) is checks.IMPORT_LOCKED


@pytest.mark.parametrize("damage", ["cut off", "another byte", "no archive"])
def test_a_damaged_archive_is_told(damage: str, tmp_path: Path) -> None:
    made = archive(tmp_path / "bai.zip", ("a.txt", bytes(range(256))))
    content = made.read_bytes()
    inside = struct.unpack("<H", content[26:28])[0] + 60
    made.write_bytes(
        {
            "cut off": content[:-30],
            "another byte": content[:inside] + b"\xff\xff" + content[inside + 2 :],
            "no archive": b"Rar!",
        }[damage]
    )
    assert refusal(made) is checks.IMPORT_BROKEN


def test_a_link_is_left_out_and_named(tmp_path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        link = zipfile.ZipInfo("mật.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        file.writestr(link, "/etc/passwd")
    path, folder = tmp_path / "bai.zip", tmp_path / "out"
    path.write_bytes(made.getvalue())
    folder.mkdir()
    assert unpack(path, folder) == ["mật.txt"]
    assert list(folder.iterdir()) == []


def test_a_word_file_by_an_archives_name_is_no_archive(tmp_path: Path) -> None:
    assert is_archive(archive(tmp_path / "bai.zip", ("a.txt", b"1")))
    assert not is_archive(archive(tmp_path / "word.zip", ("[Content_Types].xml", b"1")))
    assert not is_archive(archive(tmp_path / "bai.docx", ("a.txt", b"1")))
