from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from PIL import Image

from plugins.core import checks
from plugins.photos.config import PhotoSettings
from plugins.photos.encode import pool
from plugins.photos.encode.produce import Produced, Request, produce, verify
from plugins.photos.inspect.failure import PhotoError
from plugins.photos.model import Facts
from plugins.photos.plan.derivatives import plan
from plugins.photos.store import cache
from plugins.photos.store.publish import publish
from tests.photos.samples import corners, facts_of, save

SETTINGS = PhotoSettings()


def requests(folder: Path, count: int = 4) -> list[Request]:
    folder.mkdir(exist_ok=True)
    paths = [save(folder / f"{i}.jpg", corners(900 + i, 600)) for i in range(count)]
    return [Request(path, facts_of(path), lead=not i) for i, path in enumerate(paths)]


def contents(made: Produced) -> dict[str, str]:
    return {url: hashlib.sha256(path.read_bytes()).hexdigest() for url, path in made.files.items()}


def test_one_and_two_processes_and_any_order_give_equal_bytes(tmp_path: Path) -> None:
    asked = requests(tmp_path / "in")
    one = produce(asked, SETTINGS, tmp_path / "one", processes=1)
    two = produce(asked[::-1], SETTINGS, tmp_path / "two", processes=2)
    assert contents(one) == contents(two)
    assert list(one.files) == list(two.files)
    assert one.problems == two.problems == {}


def test_what_is_in_the_cache_is_not_made_again(tmp_path: Path) -> None:
    asked = requests(tmp_path / "in")
    first = produce(asked, SETTINGS, tmp_path / "c", processes=1)
    again = produce(asked, SETTINGS, tmp_path / "c", processes=1)
    assert first.encoded == len(first.files) > 0
    assert again.encoded == 0
    assert again.files == first.files


def test_a_thousand_unchanged_photos_are_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (one,) = requests(tmp_path / "in", 1)
    asked = []
    for i in range(1000):
        facts = Facts(900, 600, hashlib.sha256(str(i).encode()).hexdigest())
        asked.append(Request(tmp_path / f"{i}.jpg", facts))
        place = cache.folder(tmp_path / "c", facts.digest, SETTINGS)
        place.mkdir(parents=True)
        for each in plan("a.jpg", facts, SETTINGS):
            (place / cache.name(each)).write_bytes(b"x")
    assert not asked[0].source.exists()
    monkeypatch.setattr(pool, "run", None)
    made = produce(asked, SETTINGS, tmp_path / "c")
    assert (made.encoded, made.problems) == (0, {})
    assert len(made.files) == 1000 * len(plan("a.jpg", one.facts, SETTINGS))


def test_a_missing_or_empty_file_of_the_cache_is_made_again(tmp_path: Path) -> None:
    asked = requests(tmp_path / "in", 1)
    first = produce(asked, SETTINGS, tmp_path / "c")
    before = contents(first)
    files = list(first.files.values())
    files[0].unlink()
    files[1].write_bytes(b"")
    again = produce(asked, SETTINGS, tmp_path / "c")
    assert again.encoded == 2
    assert contents(again) == before


def test_one_content_under_two_names_is_encoded_once(tmp_path: Path) -> None:
    for name in ("a.jpg", "b.jpg"):
        save(tmp_path / name)
    asked = [Request(tmp_path / n, facts_of(tmp_path / n)) for n in ("a.jpg", "b.jpg")]
    made = produce(asked, SETTINGS, tmp_path / "c", processes=2)
    assert len(made.files) == 2 * made.encoded
    assert all(path.is_file() for path in made.files.values())


@pytest.mark.parametrize("processes", [1, 2])
def test_all_problems_are_reported_and_the_sound_photos_made(
    tmp_path: Path, processes: int
) -> None:
    asked = requests(tmp_path / "in")
    for broken in (asked[1], asked[2]):
        data = broken.source.read_bytes()[:3000]
        broken.source.write_bytes(data)
        facts = Facts(broken.facts.width, 600, hashlib.sha256(data).hexdigest())
        asked[asked.index(broken)] = Request(broken.source, facts)
    made = produce(asked, SETTINGS, tmp_path / "c", processes=processes)
    assert list(made.problems) == [asked[1].source, asked[2].source]
    assert {problem.check for problem in made.problems.values()} == {checks.PHOTO_BROKEN}
    assert made.files
    assert not list((tmp_path / "c").rglob(".tmp-*"))


def test_a_moving_gif_is_warned_of_in_every_run(tmp_path: Path) -> None:
    frames = [corners(400, 300), Image.new("RGB", (400, 300))]
    path = save(tmp_path / "a.gif", frames[0], save_all=True, append_images=frames[1:])
    for _ in range(2):
        made = produce([Request(path, facts_of(path))], SETTINGS, tmp_path / "c")
        assert "ảnh động" in made.warnings[path].message


def test_a_full_disk_or_a_folder_without_right_is_a_problem_of_the_machine(tmp_path: Path) -> None:
    asked = requests(tmp_path / "in", 1)
    (tmp_path / "c").write_text("not a folder")
    made = produce(asked, SETTINGS, tmp_path / "c")
    (problem,) = made.problems.values()
    assert problem.check == checks.PHOTO_UNWRITTEN
    assert "không ghi được ảnh" in problem.message


def test_a_full_disk_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(PhotoError, match="No space left"):
        cache.store(tmp_path / "c", "a", b"content")
    assert not list((tmp_path / "c").iterdir())


def test_publishing_links_once_and_leaves_what_is_there(tmp_path: Path) -> None:
    made = produce(requests(tmp_path / "in", 2), SETTINGS, tmp_path / "c")
    assert publish(made.files, tmp_path / "out") == len(made.files)
    assert publish(made.files, tmp_path / "out") == 0
    for url, path in made.files.items():
        assert (tmp_path / "out" / url).samefile(path)
        assert (tmp_path / "out" / url).stat().st_mode & 0o777 == 0o644


def test_publishing_copies_where_links_are_impossible(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(18, "Invalid cross-device link")

    made = produce(requests(tmp_path / "in", 1), SETTINGS, tmp_path / "c")
    monkeypatch.setattr(Path, "hardlink_to", refuse)
    assert publish(made.files, tmp_path / "out") == len(made.files)
    assert publish(made.files, tmp_path / "out") == 0
    (tmp_path / "out" / next(iter(made.files))).write_bytes(b"another")
    assert publish(made.files, tmp_path / "out") == 1


def test_a_sound_photo_is_decoded_once_and_nothing_is_made_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound, cut = save(tmp_path / "a.jpg"), save(tmp_path / "b.jpg", corners(900, 700))
    cut.write_bytes(cut.read_bytes()[:5000])
    wanted = [Request(path, facts_of(path)) for path in (sound, cut)]
    there = tmp_path / "cache"
    bad = verify(wanted, SETTINGS, there, processes=1)
    assert {path.name: problem.message for path, problem in bad.items()} == {
        "b.jpg": "tệp ảnh hỏng hoặc bị cắt cụt"
    }
    assert [path.name for path in there.rglob("*") if path.is_file()] == ["sound"]
    monkeypatch.setattr("plugins.photos.encode.encoder.decode", None)
    assert verify(wanted[:1], SETTINGS, there, processes=1) == {}
    monkeypatch.undo()
    assert produce(wanted[:1], SETTINGS, there, processes=1).encoded > 0
