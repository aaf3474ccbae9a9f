from __future__ import annotations

import threading
from pathlib import Path

import pytest
from plugins.build.staging import LOCK, RECORD, Published, commit, staging_folder


def publish(output: Path, files: dict[str, str], *, delete: bool = False) -> Published:
    with staging_folder(output) as staged:
        for name, text in files.items():
            (staged / name).parent.mkdir(parents=True, exist_ok=True)
            (staged / name).write_text(text)
        return commit(staged, output, delete=delete, keep=(".git",))


def break_off(output: Path) -> None:
    with staging_folder(output) as staged:
        (staged / "index.html").write_text("dở dang")
        raise RuntimeError


def site(output: Path) -> dict[str, str]:
    return {
        path.relative_to(output).as_posix(): path.read_text()
        for path in sorted(output.rglob("*"))
        if path.is_file() and path.name not in (RECORD, LOCK)
    }


def test_the_new_site_replaces_the_old_one(tmp_path: Path) -> None:
    publish(tmp_path, {"index.html": "cũ", "a/index.html": "a"})
    done = publish(tmp_path, {"index.html": "mới", "b/index.html": "b"})
    assert site(tmp_path) == {"index.html": "mới", "b/index.html": "b"}
    assert done == Published(files=2, written=2, deleted=1)
    assert not (tmp_path / "a").exists()


def test_a_file_that_did_not_change_keeps_its_time(tmp_path: Path) -> None:
    publish(tmp_path, {"index.html": "như cũ"})
    before = (tmp_path / "index.html").stat()
    done = publish(tmp_path, {"index.html": "như cũ"})
    after = (tmp_path / "index.html").stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)
    assert done.written == 0


def test_a_failure_leaves_the_last_good_output_and_nothing_else(tmp_path: Path) -> None:
    publish(tmp_path, {"index.html": "tốt"})
    with pytest.raises(RuntimeError):
        break_off(tmp_path)
    assert site(tmp_path) == {"index.html": "tốt"}


def test_files_that_no_build_wrote_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "của-tôi.txt").write_text("giữ")
    publish(tmp_path, {"index.html": "1"})
    publish(tmp_path, {"index.html": "2"})
    assert site(tmp_path)["của-tôi.txt"] == "giữ"


def test_production_leaves_nothing_but_the_site_and_what_is_to_be_kept(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "HEAD").write_text("x")
    (tmp_path / "lạc.html").write_text("x")
    publish(tmp_path, {"index.html": "1"}, delete=True)
    assert set(site(tmp_path)) == {"index.html", ".git/HEAD"}


def test_a_page_may_become_a_folder_and_a_folder_a_page(tmp_path: Path) -> None:
    publish(tmp_path, {"a": "trang", "b/c/d.html": "sâu"})
    publish(tmp_path, {"a/index.html": "thư mục", "b": "trang"})
    assert site(tmp_path) == {"a/index.html": "thư mục", "b": "trang"}


def test_what_a_killed_build_left_is_swept(tmp_path: Path) -> None:
    (tmp_path / ".build-chết").mkdir(parents=True)
    (tmp_path / ".build-chết" / "x.html").write_text("x")
    publish(tmp_path, {"index.html": "1"})
    assert set(site(tmp_path)) == {"index.html"}


def test_a_record_that_points_outside_deletes_nothing_there(tmp_path: Path) -> None:
    output = tmp_path / "out"
    publish(output, {"index.html": "1"})
    (tmp_path / "ngoài.txt").write_text("giữ")
    (output / ".published").write_text("../ngoài.txt\nindex.html\n")
    publish(output, {"index.html": "2"})
    assert (tmp_path / "ngoài.txt").read_text() == "giữ"


def test_a_strangers_folder_where_a_page_has_to_stand_stops_the_build_before_it_begins(
    tmp_path: Path,
) -> None:
    publish(tmp_path, {"index.html": "cũ"})
    (tmp_path / "rss.xml").mkdir()
    (tmp_path / "rss.xml" / "của-tôi.txt").write_text("giữ")
    with pytest.raises(FileExistsError) as error:
        publish(tmp_path, {"index.html": "mới", "rss.xml": "tin"})
    assert str(error.value.filename).endswith("của-tôi.txt")
    assert site(tmp_path) == {"index.html": "cũ", "rss.xml/của-tôi.txt": "giữ"}


def test_two_builds_into_one_folder_wait_for_each_other(tmp_path: Path) -> None:
    entered = threading.Event()

    def second() -> None:
        with staging_folder(tmp_path):
            entered.set()

    with staging_folder(tmp_path):
        other = threading.Thread(target=second)
        other.start()
        assert not entered.wait(0.3)
    other.join(30)
    assert entered.is_set()
