from __future__ import annotations

import os
from pathlib import Path

import pytest

from plugins.photos.store import cache
from plugins.photos.store.inventory import FILE, Inventory


def settled(place: Path) -> None:
    os.utime(place, (1_600_000_000, 1_600_000_000))


def filled(root: Path, *names: str) -> Path:
    place = root / "ab" / ("ab" * 16)
    for name in names:
        cache.store(place, name, b"x")
    settled(place)
    return place


def look(root: Path, place: Path, *, trust_times: bool = True) -> set[str]:
    inventory = Inventory(root, trust_times=trust_times)
    there = set(inventory.present(place))
    inventory.save()
    return there


@pytest.fixture
def listings(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return a list that grows with every folder that is listed."""
    seen: list[Path] = []
    real = cache.present

    def present(place: Path) -> frozenset[str]:
        seen.append(place)
        return real(place)

    monkeypatch.setattr(cache, "present", present)
    return seen


def test_an_unchanged_folder_is_not_listed_again(tmp_path: Path, listings: list[Path]) -> None:
    place = filled(tmp_path, "a", "b")
    assert look(tmp_path, place) == look(tmp_path, place) == {"a", "b"}
    assert listings == [place]


def test_a_file_that_came_or_went_is_seen(tmp_path: Path) -> None:
    place = filled(tmp_path, "a", "b")
    look(tmp_path, place)
    cache.store(place, "c", b"x")
    assert look(tmp_path, place) == {"a", "b", "c"}
    settled(place)
    (place / "a").unlink()
    assert look(tmp_path, place) == {"b", "c"}


def test_a_folder_that_has_just_changed_is_not_remembered(
    tmp_path: Path, listings: list[Path]
) -> None:
    place = filled(tmp_path, "a")
    cache.store(place, "b", b"x")
    look(tmp_path, place)
    (place / "b").write_bytes(b"")  # as a power cut leaves it
    assert look(tmp_path, place) == {"a"}
    assert len(listings) == 2


def test_without_trust_in_times_every_folder_is_listed(
    tmp_path: Path, listings: list[Path]
) -> None:
    place = filled(tmp_path, "a")
    for _ in range(2):
        assert look(tmp_path, place, trust_times=False) == {"a"}
    assert len(listings) == 2


def test_what_is_not_asked_for_is_forgotten(tmp_path: Path) -> None:
    place = filled(tmp_path, "a")
    look(tmp_path, place)
    assert place.name in (tmp_path / FILE).read_text()
    look(tmp_path, tmp_path / "cd" / "none")
    assert place.name not in (tmp_path / FILE).read_text()


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert look(tmp_path, tmp_path / "ab" / "none") == set()
    assert not (tmp_path / FILE).exists()


@pytest.mark.parametrize(
    "text", ["", "[]", '{"version": 0, "folders": {}}', '{"version": 1, "folders": {"a": ["1"]}}']
)
def test_a_damaged_file_is_made_anew(tmp_path: Path, text: str) -> None:
    place = filled(tmp_path, "a")
    (tmp_path / FILE).write_text(text)
    assert look(tmp_path, place) == {"a"}
    assert place.name in (tmp_path / FILE).read_text()


def test_a_cache_that_cannot_be_written_is_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(30, "Read-only file system")

    place = filled(tmp_path, "a")
    monkeypatch.setattr(Path, "replace", refuse)
    assert look(tmp_path, place) == {"a"}
    assert not (tmp_path / FILE).exists()
