from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.counter.service.errors import UnsuitableError
from plugins.counter.service.identity import Salts
from plugins.counter.service.visitors.memory import MemoryVisitors
from plugins.counter.service.visitors.snapshot import SnapshotFile
from plugins.counter.service.visitors.visits import Hit, Limits

NOW = 5000


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
    salts.restore({0: b"the salt"})
    visitors.begin("1", [Hit(1, 0, 0)], NOW)
    SnapshotFile(path).save(visitors, salts, NOW)
    assert path.stat().st_mode & 0o777 == 0o600
    visitors, salts = _process()
    SnapshotFile(path).restore(visitors, salts, NOW + 10)
    assert visitors.begin("2", [Hit(1, 0, 0)], NOW + 10).begun == 0
    assert salts.pair(NOW + 10)[0] == b"the salt"
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
    ],
)
def test_what_is_not_whole_is_deleted_and_the_service_begins_anew(path: Path, text: str) -> None:
    path.write_bytes(text.encode("latin-1"))
    visitors, salts = _process()
    SnapshotFile(path).restore(visitors, salts, NOW)
    assert visitors.online(NOW) == 0
    assert salts.pair(NOW)[0] == b"another salt"
    assert not path.exists(), "salts are not left lying about"


def test_a_place_on_a_disk_is_refused() -> None:
    with pytest.raises(UnsuitableError, match="không nằm trong bộ nhớ"):
        SnapshotFile(Path(__file__).with_name("state.json"))
