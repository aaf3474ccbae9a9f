from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from plugins.counter.service.errors import UnsuitableError
from plugins.counter.service.identity import Salts
from plugins.counter.service.visitors import snapshot
from plugins.counter.service.visitors.memory import MemoryVisitors
from plugins.counter.service.visitors.snapshot import SnapshotFile
from plugins.counter.service.visitors.visits import Hit, Limits

NOW = 5000
SALT = b"a salt of as many bytes as it has"[:32]


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    """A place in memory."""
    place = Path("/dev/shm", f"{tmp_path.name}-state.json")  # noqa: S108 - a file of this test
    yield place
    place.unlink(missing_ok=True)


def _process() -> tuple[MemoryVisitors, Salts]:
    return MemoryVisitors(Limits(), NOW), Salts(lambda period: b"another salt")


def test_the_next_process_takes_up_visitors_and_salts_and_the_file_is_gone(path: Path) -> None:
    visitors, salts = _process()
    salts.restore({0: SALT})
    visitors.begin("1", [Hit(1, 0, 0)], NOW)
    SnapshotFile(path).save(visitors, salts, NOW)
    assert path.stat().st_mode & 0o777 == 0o600
    visitors, salts = _process()
    SnapshotFile(path).restore(visitors, salts, NOW + 10)
    assert visitors.begin("2", [Hit(1, 0, 0)], NOW + 10).begun == 0
    assert salts.pair(NOW + 10)[0] == SALT
    assert not path.exists()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\xff",
        '{"salts": {"0": "ab',
        "null",
        "[]",
        '{"live": {}}',
        '{"salts": [], "live": {}}',
        '{"salts": {"0": "no hexadecimal"}, "live": {}}',
        '{"salts": {"0": "ab"}, "live": {"1": null}}',
        '{"salts": {"0": "ab"}, "live": {}}',
        '{"salts": {"0": 7}, "live": {}}',
        '{"salts": {"NaN": ""}, "live": {}}',
        '{"salts": {}, "live": {"1": NaN}}',
        '{"salts": {}, "live": {"1": Infinity}}',
        '{"salts": {}, "live": {"1": 1e999}}',
        '{"salts": {}, "live": {"1": 5001}}',
        '{"salts": {}, "live": {"0": 5000}}',
        '{"salts": {}, "live": {"-1": 5000}}',
        '{"salts": {}, "live": {"18446744073709551616": 5000}}',
        '{"salts": {}, "live": {"1": [5000]}}',
        '{"salts": {}, "live": {"1": ' + "9" * 5000 + "}}",
        "[" * 100_000,
        "\0" * 1000,
    ],
)
def test_what_is_not_whole_is_deleted_and_the_service_begins_anew(path: Path, text: str) -> None:
    path.write_bytes(text.encode("latin-1"))
    path.chmod(0o600)
    visitors, salts = _process()
    SnapshotFile(path).restore(visitors, salts, NOW)
    assert visitors.online(NOW) == 0
    assert salts.pair(NOW)[0] == b"another salt"
    assert not path.exists(), "salts are not left lying about"


def _readable(path: Path) -> None:
    path.chmod(0o640)


def _writable(path: Path) -> None:
    path.chmod(0o602)


def _foreign(path: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can give a file away")
    os.chown(path, 12345, 12345)


def _linked(path: Path) -> None:
    path.rename(path.with_suffix(".real"))
    path.symlink_to(path.with_suffix(".real"))


def _piped(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_readable, "quyền 640 cho người khác"),
        (_writable, "quyền 602 cho người khác"),
        (_foreign, "người dùng khác"),
        (_linked, "là liên kết"),
        (_piped, "không phải tệp thường"),
    ],
)
def test_what_others_may_have_read_or_written_is_not_taken_and_the_log_says_so(
    path: Path, caplog: pytest.LogCaptureFixture, spoil: Callable[[Path], None], said: str
) -> None:
    visitors, salts = _process()
    salts.restore({0: SALT})
    visitors.begin("1", [Hit(1, 0, 0)], NOW)
    SnapshotFile(path).save(visitors, salts, NOW)
    spoil(path)
    visitors, salts = _process()
    SnapshotFile(path).restore(visitors, salts, NOW)
    path.with_suffix(".real").unlink(missing_ok=True)
    assert visitors.online(NOW) == 0
    assert salts.pair(NOW)[0] != SALT
    assert not path.exists()
    assert said in caplog.text
    assert str(path) in caplog.text


def test_a_file_without_measure_is_not_read(
    path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(snapshot, "_LONGEST", 10)
    path.write_bytes(b"x" * 11)
    path.chmod(0o600)
    SnapshotFile(path).restore(*_process(), NOW)
    assert "dài 11 byte" in caplog.text


def test_what_cannot_be_deleted_is_refused(path: Path) -> None:
    path.mkdir()
    with pytest.raises(UnsuitableError, match="xóa nó đi"):
        SnapshotFile(path).restore(*_process(), NOW)
    path.rmdir()


def test_a_file_that_somebody_put_there_meanwhile_is_not_written_into(path: Path) -> None:
    real = path.with_suffix(".real")
    real.write_text("")
    path.symlink_to(real)
    SnapshotFile(path).save(*_process(), NOW)
    assert (real.read_text(), path.is_symlink()) == ("", False)
    assert path.stat().st_mode & 0o777 == 0o600
    real.unlink()


def test_visitors_and_salts_of_long_ago_are_left_out(path: Path) -> None:
    visitors, salts = _process()
    salts.restore({0: SALT})
    visitors.begin("1", [Hit(1, 0, 0)], NOW)
    SnapshotFile(path).save(visitors, salts, NOW)
    later = NOW + 3 * 24 * 60 * 60
    visitors, salts = MemoryVisitors(Limits(), later), Salts(lambda period: b"another salt")
    SnapshotFile(path).restore(visitors, salts, later)
    assert (visitors.online(later), salts.known()) == (0, {})


def test_a_place_on_a_disk_is_refused() -> None:
    with pytest.raises(UnsuitableError, match="không nằm trong bộ nhớ"):
        SnapshotFile(Path(__file__).with_name("state.json"))
