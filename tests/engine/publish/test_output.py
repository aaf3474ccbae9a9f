from __future__ import annotations

import errno
import os
import threading
from pathlib import Path

import pytest

from plugins.engine.publish.output import (
    LOCK,
    RECORD,
    all_files,
    check,
    delete,
    move,
    record,
    record_signature,
    recorded,
    rewrite_record,
    staging_folder,
)
from plugins.engine.scan.scan import changed_files


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


def publish(output: Path, files: dict[str, str]) -> int:
    """Publish a whole site, as a build does; return how many files it deleted."""
    with staging_folder(output) as staged:
        write(staged, files)
        ours = recorded(output)
        check(files, output, lambda: ours)
        record(output, sorted(files.keys() - ours))
        move(files, staged, output)
        gone = ours - files.keys()
        deleted = delete(gone, output)
        record(output, (), sorted(gone))
    return deleted


def break_off(output: Path) -> None:
    with staging_folder(output) as staged:
        write(staged, {"index.html": "dở dang"})
        raise RuntimeError


def site(output: Path) -> dict[str, str]:
    return {
        path.relative_to(output).as_posix(): path.read_text()
        for path in sorted(output.rglob("*"))
        if path.is_file() and path.name not in (RECORD, LOCK)
    }


def test_the_new_site_replaces_the_old_one(tmp_path: Path) -> None:
    publish(tmp_path, {"index.html": "cũ", "a/index.html": "a"})
    assert publish(tmp_path, {"index.html": "mới", "b/index.html": "b"}) == 1
    assert site(tmp_path) == {"index.html": "mới", "b/index.html": "b"}
    assert not (tmp_path / "a").exists()


def test_a_failure_leaves_the_last_good_output_and_nothing_else(tmp_path: Path) -> None:
    publish(tmp_path, {"index.html": "tốt"})
    with pytest.raises(RuntimeError):
        break_off(tmp_path)
    assert site(tmp_path) == {"index.html": "tốt"}
    assert {path.name for path in tmp_path.iterdir()} == {"index.html", RECORD, LOCK}


def test_files_that_no_build_wrote_are_left_alone(tmp_path: Path) -> None:
    write(tmp_path, {"của-tôi.txt": "giữ"})
    publish(tmp_path, {"index.html": "1"})
    publish(tmp_path, {"index.html": "2"})
    assert site(tmp_path)["của-tôi.txt"] == "giữ"


def test_a_page_may_become_a_folder_and_a_folder_a_page(tmp_path: Path) -> None:
    publish(tmp_path, {"a": "trang", "b/c/d.html": "sâu"})
    publish(tmp_path, {"a/index.html": "thư mục", "b": "trang"})
    assert site(tmp_path) == {"a/index.html": "thư mục", "b": "trang"}


def test_what_a_killed_build_left_is_swept(tmp_path: Path) -> None:
    write(tmp_path, {".build-chết/x.html": "x", ".build-file": "không phải thư mục"})
    publish(tmp_path, {"index.html": "1"})
    assert set(site(tmp_path)) == {"index.html", ".build-file"}


def test_photos_and_scripts_are_moved_before_the_pages_that_name_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = []
    replace = Path.replace

    def watched(self: Path, target: Path) -> Path:
        moved.append(target.relative_to(tmp_path / "out").as_posix())
        return replace(self, target)

    files = ("a.html", "tep/z.pdf", "rss.xml", "b/index.html", "theme/site.js")
    write(tmp_path / "staged", dict.fromkeys(files, "x"))
    monkeypatch.setattr(Path, "replace", watched)
    move(files, tmp_path / "staged", tmp_path / "out")
    in_order = list(dict.fromkeys(moved))
    assert in_order == ["rss.xml", "tep/z.pdf", "theme/site.js", "a.html", "b"]


def test_a_folder_that_is_not_there_yet_is_moved_whole(tmp_path: Path) -> None:
    staged, output = tmp_path / "staged", tmp_path / "out"
    files = ("2023/12/a/index.html", "2024/01/b/index.html", "2024/01/c/index.html", "x.html")
    write(staged, dict.fromkeys(files, "mới"))
    write(output, {"2023/12/a/index.html": "cũ", "2023/ghi.txt": "của người khác"})
    move(files, staged, output)
    assert {path: (output / path).read_text(encoding="utf-8") for path in files} == dict.fromkeys(
        files, "mới"
    )
    assert (output / "2023/ghi.txt").is_file()


def test_of_a_folder_with_other_files_no_page_is_there_before_them(tmp_path: Path) -> None:
    staged, output = tmp_path / "staged", tmp_path / "out"
    files = ("tin/index.html", "tin/trang-2/index.html", "tin/rss.xml")
    write(staged, dict.fromkeys(files, "x"))
    move(files, staged, output)
    assert all((output / path).is_file() for path in files)


# What may stand in the way


def test_a_strangers_folder_where_a_page_has_to_stand_stops_the_build_before_it_begins(
    tmp_path: Path,
) -> None:
    publish(tmp_path, {"index.html": "cũ"})
    write(tmp_path, {"rss.xml/của-tôi.txt": "giữ"})
    with pytest.raises(FileExistsError) as error:
        publish(tmp_path, {"index.html": "mới", "rss.xml": "tin"})
    assert str(error.value.filename).endswith("của-tôi.txt")
    assert site(tmp_path) == {"index.html": "cũ", "rss.xml/của-tôi.txt": "giữ"}


def test_a_folder_that_holds_only_our_pages_is_in_nobodys_way(tmp_path: Path) -> None:
    write(tmp_path, {"a/b.html": "x"})
    check(["a"], tmp_path, lambda: {"a/b.html"})
    with pytest.raises(FileExistsError):
        check(["a"], tmp_path, set)


def test_a_link_that_leads_nowhere_is_in_nobodys_way(tmp_path: Path) -> None:
    publish(tmp_path, {"index.html": "cũ"})
    (tmp_path / "the").symlink_to("không-có")
    publish(tmp_path, {"index.html": "mới", "the/sau/index.html": "thẻ"})
    assert site(tmp_path) == {"index.html": "mới", "the/sau/index.html": "thẻ"}


def test_a_folder_without_permission_stops_the_build_before_it_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"a/index.html": "x", "b/index.html": "x"})
    access = os.access
    # Root may write everywhere: let it be told otherwise.
    monkeypatch.setattr(
        os, "access", lambda path, mode: Path(path).name != "b" and access(path, mode)
    )
    check(["a/index.html", "neu/sau/index.html"], tmp_path, tuple)
    with pytest.raises(PermissionError) as error:
        check(["a/index.html", "b/c/index.html"], tmp_path, tuple)
    assert (error.value.errno, error.value.filename) == (errno.EACCES, str(tmp_path / "b"))


def test_an_output_folder_that_is_a_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "out").touch()
    with pytest.raises(OSError, match="out"), staging_folder(tmp_path / "out"):
        pass


# The record


def test_the_record_knows_what_came_and_what_went(tmp_path: Path) -> None:
    record(tmp_path, ["a", "b c/đ.html"])
    record(tmp_path, ["e"], ["a"])
    assert recorded(tmp_path) == {"b c/đ.html", "e"}
    record(tmp_path, ["a"])
    assert recorded(tmp_path) == {"b c/đ.html", "e", "a"}


def test_what_came_again_is_ours_and_what_never_came_may_go(tmp_path: Path) -> None:
    record(tmp_path, ["a"], ["a", "chưa có"])
    assert recorded(tmp_path) == set()


def test_nothing_to_note_leaves_the_record_as_it_is(tmp_path: Path) -> None:
    record(tmp_path, [])
    assert not (tmp_path / RECORD).exists()
    assert (recorded(tmp_path), record_signature(tmp_path)) == (set(), None)


def test_a_record_of_another_build_is_told_by_its_length_or_its_time(tmp_path: Path) -> None:
    record(tmp_path, ["a"])
    signature = record_signature(tmp_path)
    assert record_signature(tmp_path) == signature
    os.utime(tmp_path / RECORD, (1, 1))
    older = record_signature(tmp_path)
    record(tmp_path, (), ["a"])
    os.utime(tmp_path / RECORD, (1, 1))
    assert len({signature, older, record_signature(tmp_path)}) == 3


@pytest.mark.parametrize("name", ["-ghichu.txt", "a\u2028b.txt", "a\x85b", "a\rb", "-"])
def test_the_record_can_hold_whatever_static_files_are_called(tmp_path: Path, name: str) -> None:
    record(tmp_path, [name, "b"])
    assert recorded(tmp_path) == {name, "b"}
    rewrite_record(tmp_path, {name, "c"})
    assert recorded(tmp_path) == {name, "c"}
    record(tmp_path, (), [name])
    assert recorded(tmp_path) == {"c"}


def test_a_record_written_anew_is_short_and_says_the_same(tmp_path: Path) -> None:
    record(tmp_path, ["a", "b"], ["a"])
    rewrite_record(tmp_path, {"b", "c"})
    assert (tmp_path / RECORD).read_text() == "b\nc\n"
    assert {path.name for path in tmp_path.iterdir()} == {RECORD}


def test_a_record_that_is_no_text_is_none(tmp_path: Path) -> None:
    (tmp_path / RECORD).write_bytes(b"\xff\xfe\x00")
    assert recorded(tmp_path) == set()


# Deleting


def test_folders_left_empty_go_and_others_stay(tmp_path: Path) -> None:
    write(tmp_path, {"a/b/c.html": "x", "d/e.html": "x", "d/của-tôi.txt": "giữ"})
    assert delete(["a/b/c.html", "d/e.html", "mất.html"], tmp_path) == 2
    assert site(tmp_path) == {"d/của-tôi.txt": "giữ"}
    assert not (tmp_path / "a").exists()
    assert tmp_path.exists()


def test_the_output_folder_itself_stays_when_all_is_gone(tmp_path: Path) -> None:
    write(tmp_path, {"a.html": "x"})
    assert delete(["a.html"], tmp_path) == 1
    assert list(tmp_path.iterdir()) == []


def test_nothing_outside_the_output_is_deleted_whatever_the_record_says(tmp_path: Path) -> None:
    output = tmp_path / "out"
    write(tmp_path, {"ngoài.txt": "giữ", "out/a/b.html": "x"})
    outside = ["../ngoài.txt", "a/../../ngoài.txt", str(tmp_path / "ngoài.txt"), "..", "", "a"]
    assert delete(outside, output) == 0
    assert site(tmp_path) == {"ngoài.txt": "giữ", "out/a/b.html": "x"}


def test_of_a_link_the_link_goes_and_not_what_it_leads_to(tmp_path: Path) -> None:
    write(tmp_path, {"ngoài.txt": "giữ", "out/b.html": "x"})
    (tmp_path / "out" / "a.txt").symlink_to("../ngoài.txt")
    (tmp_path / "out" / "mất").symlink_to("không-có")
    assert delete(["a.txt", "mất"], tmp_path / "out") == 2
    assert site(tmp_path) == {"ngoài.txt": "giữ", "out/b.html": "x"}


# What is there


def test_a_file_that_is_gone_or_another_is_told_from_one_that_is_as_it_was(tmp_path: Path) -> None:
    write(tmp_path, {"như cũ": "a", "khác cỡ": "a", "khác giờ": "a", "thư mục/b": "x"})

    def signature(name: str) -> tuple[int, int]:
        state = (tmp_path / name).stat()
        return state.st_size, state.st_mtime_ns

    known = {name: signature(name) for name in ("như cũ", "khác cỡ", "khác giờ")}
    assert changed_files(tmp_path, known) == set()
    (tmp_path / "khác cỡ").write_text("ab")
    os.utime(tmp_path / "khác giờ", ns=(1, 1))
    known |= {"mất": (1, 1), "như cũ/không thể": (1, 1)}
    assert changed_files(tmp_path, known) == {"khác cỡ", "khác giờ", "mất", "như cũ/không thể"}


def test_all_files_are_those_that_are_not_the_builds_own_or_to_be_kept(tmp_path: Path) -> None:
    kept = {".git/HEAD": "x", "a/.git/x": "x", "CNAME": "x", "b/CNAME": "x"}
    write(tmp_path, {"index.html": "x", "a/lạc.html": "x"} | kept)
    with staging_folder(tmp_path) as staged:
        write(staged, {"mới.html": "x"})
        record(tmp_path, ["index.html"])
        assert all_files(tmp_path, staged, [".git", "CNAME"]) == {"index.html", "a/lạc.html"}
        assert all_files(tmp_path, staged, []) == {"index.html", "a/lạc.html", *kept}


# One at a time


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
