from __future__ import annotations

import os
from pathlib import Path

import pytest

from plugins.photos.config import PhotoSettings
from plugins.photos.inspect.facts import _inspect, inspect
from plugins.photos.model import Facts, PhotoProblem
from plugins.photos.store import cache
from plugins.photos.store.index import PhotoIndex
from tests.photos.samples import corners, save

SETTINGS = PhotoSettings()


def old(path: Path, when: int = 1_600_000_000) -> Path:
    os.utime(path, (when, when))
    return path


def test_the_folder_depends_on_content_settings_and_encoders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = cache.folder(tmp_path, "ab" * 32, SETTINGS)
    assert here == cache.folder(tmp_path, "ab" * 32, PhotoSettings(max_pixels=5))
    assert here != cache.folder(tmp_path, "cd" * 32, SETTINGS)
    assert here != cache.folder(tmp_path, "ab" * 32, PhotoSettings(jpeg_quality=60))
    monkeypatch.setattr(cache, "encoders", lambda: "libwebp 9")
    assert here != cache.folder(tmp_path, "ab" * 32, SETTINGS)


def test_what_nothing_refers_to_is_swept_but_not_what_is_new(tmp_path: Path) -> None:
    used, unused, new = (cache.folder(tmp_path, d * 32, SETTINGS) for d in ("ab", "cd", "ef"))
    for place in (used, unused, new):
        cache.store(place, "a", b"x")
    cache.store(used, ".tmp-killed", b"half")
    old(used / ".tmp-killed")
    old(unused)
    assert cache.sweep(tmp_path, {used}) == 1
    assert used.is_dir()
    assert new.is_dir()
    assert not unused.exists()
    assert [path.name for path in used.iterdir()] == ["a"]


def test_a_cache_that_is_not_there_is_swept_without_complaint(tmp_path: Path) -> None:
    assert cache.sweep(tmp_path / "none", set()) == 0


def look(folder: Path, path: Path, *, trust_times: bool = True) -> Facts:
    index = PhotoIndex(folder, trust_times=trust_times)
    facts = index.facts(path)
    index.save()
    assert isinstance(facts, Facts)
    return facts


def test_an_unchanged_source_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = old(save(tmp_path / "a.jpg"))
    first = look(tmp_path / "c", path)
    monkeypatch.setattr("plugins.photos.inspect.facts.inspect", None)
    assert look(tmp_path / "c", path) == first


def test_a_changed_source_is_read_again(tmp_path: Path) -> None:
    path = old(save(tmp_path / "a.jpg"))
    first = look(tmp_path / "c", path)
    old(save(path, corners(640, 480)), 1_600_000_001)
    assert look(tmp_path / "c", path) != first


def test_without_trust_in_times_a_change_of_equal_size_and_time_is_seen(tmp_path: Path) -> None:
    path = old(save(tmp_path / "a.png", corners(64, 48)))
    first = look(tmp_path / "c", path)
    data = path.read_bytes()
    path.write_bytes(data[:-1] + b"\x83")
    old(path)
    _inspect.cache_clear()  # another run
    assert look(tmp_path / "c", path) == first
    assert look(tmp_path / "c", path, trust_times=False) != first


def test_a_source_that_is_replaced_while_it_is_read_is_not_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = old(save(tmp_path / "a.png", corners(64, 48)))
    first = path.read_bytes()

    def replaced(path: Path) -> Facts | PhotoProblem:
        return inspect(old(save(path, corners(48, 64)), 1_500_000_000))

    monkeypatch.setattr("plugins.photos.inspect.facts.inspect", replaced)
    look(tmp_path / "c", path)
    monkeypatch.undo()
    path.write_bytes(first)
    assert look(tmp_path / "c", old(path))[:2] == (64, 48)


def test_a_source_that_changed_less_than_two_seconds_before_it_was_read_is_not_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = old(save(tmp_path / "a.jpg"), 1_000_000_000)
    clock = iter((1_000_000_001 * 10**9, 1_000_000_009 * 10**9))  # it took eight seconds
    monkeypatch.setattr("time.time_ns", lambda: next(clock))
    look(tmp_path / "c", path)
    assert not (tmp_path / "c" / "index.json").exists()


def test_what_is_known_of_sources_that_a_run_did_not_ask_for_stays(tmp_path: Path) -> None:
    one, other = (old(save(tmp_path / name)) for name in ("a.jpg", "b.jpg"))
    look(tmp_path / "c", one)
    look(tmp_path / "c", other)
    assert "a.jpg" in (tmp_path / "c" / "index.json").read_text()
    PhotoIndex(tmp_path / "c").save([other])
    assert "a.jpg" not in (tmp_path / "c" / "index.json").read_text()


def test_a_source_that_has_just_changed_is_not_remembered(tmp_path: Path) -> None:
    look(tmp_path / "c", save(tmp_path / "a.jpg"))
    assert not (tmp_path / "c" / "index.json").exists()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"version": 0, "sources": {}}',
        '{"version": 2, "sources": {"a": [1, 2]}}',
        '{"version": 2, "sources": [1]}',
        '{"version": 2, "sources": {"a": [1, 2, 3, "4", "x"]}}',
    ],
)
def test_a_damaged_index_is_made_anew(tmp_path: Path, text: str) -> None:
    path = old(save(tmp_path / "a.jpg"))
    first = look(tmp_path / "c", path)
    (tmp_path / "c" / "index.json").write_text(text)
    assert look(tmp_path / "c", path) == first
    assert "a.jpg" in (tmp_path / "c" / "index.json").read_text()


def test_an_index_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "c").write_text("a file")
    assert look(tmp_path / "c", old(save(tmp_path / "a.jpg")))
