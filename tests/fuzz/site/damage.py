"""What happens to what builds have written: the output folder, the state, the caches."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from plugins.engine.publish.output import LOCK, RECORD, recorded
from tests.fuzz.site.edit import Action, pick
from tests.fuzz.site.site import Site


def files_of(output: Path) -> list[str]:
    """Return the files of an output folder that a reader may ask for, sorted."""
    return sorted(
        path.relative_to(output).as_posix()
        for path in _published(output, "**/*")
        if path.is_file() and path.name not in (RECORD, LOCK)
    )


def _published(output: Path, pattern: str) -> list[Path]:
    """Return what matches in an output folder, but for what a killed build left unfinished."""
    return sorted(
        path
        for path in output.glob(pattern)
        if not path.relative_to(output).parts[0].startswith(".build-")
    )


# The output folder


def _lose(site: Site, a: int, _: int) -> None:
    if names := files_of(site.output):
        _unlink(site, [pick(names, a * 17)])


def _lose_several(site: Site, a: int, b: int) -> None:
    _unlink(site, files_of(site.output)[a :: b + 2])


def _unlink(site: Site, names: list[str]) -> None:
    for name in names:
        (site.output / name).unlink()
    site.folders |= {name.rpartition("/")[0] for name in site.foreign & set(names)}
    site.foreign -= set(names)


def _overwrite(site: Site, a: int, b: int) -> None:
    """Write into a file as other programs do: a new file in the place of the old one."""
    if names := files_of(site.output):
        path = site.output / pick(names, a * 13 + b)
        data = path.read_bytes()
        path.unlink()
        path.write_bytes(data[::-1] if b % 2 else data + b"x")


def _overwrite_in_place(site: Site, a: int, b: int) -> None:
    """Write into a page itself, a second later. Photos share their file with the cache."""
    if names := [name for name in files_of(site.output) if not name.startswith("anh/")]:
        _write_into(site.output / pick(names, a * 13 + b), b)


def _overwrite_attachment(site: Site, a: int, b: int) -> None:
    if names := [name for name in files_of(site.output) if name.startswith("tep/")]:
        _write_into(site.output / pick(names, a), b)


def _write_into(path: Path, b: int) -> None:
    data = path.read_bytes()
    path.write_bytes(data[::-1] if b % 2 else data + b"x")
    later = time.time_ns() + 10**9
    os.utime(path, ns=(later, later))


def _lose_all(site: Site, _: int, __: int) -> None:
    shutil.rmtree(site.output, ignore_errors=True)
    site.foreign.clear()


def _lose_folder(site: Site, a: int, _: int) -> None:
    folders = [path for path in _published(site.output, "**/*") if path.is_dir()]
    if folders:
        folder = pick(folders, a * 7)
        shutil.rmtree(folder)
        site.foreign = {name for name in site.foreign if (site.output / name).exists()}


def _backup(site: Site, a: int, _: int) -> None:
    """Put the whole folder aside, or put back what was put aside before, with its times."""
    aside = site.folder / "bản sao"
    # One whose record was damaged cannot tell pages of ours from somebody else's files.
    is_there = a % 2 and site.output.is_dir()
    if is_there and site.foreign.issuperset(set(files_of(site.output)) - recorded(site.output)):
        shutil.rmtree(aside, ignore_errors=True)
        shutil.copytree(site.output, aside / "trang")
        (aside / "lạ").write_text("\n".join(site.foreign), encoding="utf-8")
    elif aside.exists():
        shutil.rmtree(site.output, ignore_errors=True)
        shutil.copytree(aside / "trang", site.output)
        foreign = (aside / "lạ").read_text(encoding="utf-8").split("\n")
        site.foreign = {name for name in foreign if (site.output / name).is_file()}


def _foreign(site: Site, a: int, b: int) -> None:
    folders = ("", "2024/", "2024/01/", "anh/", "của tôi/", "chuyen-muc/kinh-te/", "theme/")
    name = f"{pick(folders, a)}ghi chú {b % 4}.txt"
    path = site.output / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("của người khác", encoding="utf-8")
    site.foreign.add(name)


def _folder_for_page(site: Site, a: int, _: int) -> None:
    """A folder of empty folders where a page stands."""
    if names := [name for name in files_of(site.output) if not name.startswith(("anh/", "tep/"))]:
        path = site.output / pick(names, a * 11)
        path.unlink()
        (path / "trống").mkdir(parents=True)
        site.folders.add(f"{path.relative_to(site.output).as_posix()}/trống")


def _page_for_folder(site: Site, a: int, _: int) -> None:
    """A file where a folder of ours stands."""
    folders = [path for path in _published(site.output, "*/*") if path.is_dir()]
    if folders:
        folder = pick(folders, a)
        shutil.rmtree(folder)
        site.foreign = {name for name in site.foreign if (site.output / name).exists()}
        folder.write_text("tệp lạ", encoding="utf-8")
        site.foreign.add(folder.relative_to(site.output).as_posix())


def _record(site: Site, a: int, b: int) -> None:
    record = site.output / RECORD
    # Where the state was given up and no build has succeeded since, nothing else knows the pages.
    if record.exists() and any(map(_knows_pages, _states(site))):
        data = record.read_bytes()
        record.write_bytes((b"", data[: len(data) // 2], data + b"../x\nx\n", b"\xff")[b % 4])
        if a % 4 == 0:
            record.unlink()


# The state


def _states(site: Site) -> Sequence[Path]:
    return sorted((site.folder / "cache" / "build").glob("*.sqlite"))


def _knows_pages(state: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"{state.as_uri()}?mode=ro&immutable=1", uri=True)) as db:
            return db.execute("SELECT 1 FROM pages").fetchone() is not None
    except sqlite3.DatabaseError:
        return False


def _lose_state(site: Site, _: int, __: int) -> None:
    for state in _states(site):
        state.unlink()


def _shorten_state(site: Site, a: int, b: int) -> None:
    for state in _states(site):
        os.truncate(state, state.stat().st_size * (a * 16 + b) // 256)


def _replace_state(site: Site, a: int, _: int) -> None:
    for state in _states(site):
        state.write_bytes(pick((b"", b"not a state", bytes(range(256)) * 20, b"x" * 100_000), a))


def _flip_state(site: Site, a: int, b: int) -> None:
    for state in _states(site):
        data = bytearray(state.read_bytes())
        if data:
            at = (a * 7919 + b * 104_729 + a * b * 31) * 131 % len(data)
            data[at] ^= 1 << (a + b) % 8
            state.write_bytes(data)


def _lose_cache(site: Site, _: int, __: int) -> None:
    shutil.rmtree(site.folder / "cache", ignore_errors=True)


DAMAGE: dict[str, Action] = {
    "lose": _lose,
    "lose several": _lose_several,
    "lose folder": _lose_folder,
    "lose all": _lose_all,
    "backup": _backup,
    "overwrite": _overwrite,
    "overwrite in place": _overwrite_in_place,
    "overwrite attachment": _overwrite_attachment,
    "foreign": _foreign,
    "folder for page": _folder_for_page,
    "page for folder": _page_for_folder,
    "record": _record,
    "lose state": _lose_state,
    "shorten state": _shorten_state,
    "replace state": _replace_state,
    "flip state": _flip_state,
    "lose cache": _lose_cache,
}
"""What is done to what builds have written."""
STATE = frozenset(name for name in DAMAGE if name.endswith(" state")) | {"lose cache"}
"""The damages after which nothing is known of the last build."""
