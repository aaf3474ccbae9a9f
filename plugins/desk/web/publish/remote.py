"""The repository that all share: publications are sent there, and what others sent is taken from
there into the content folder, where nobody here changed the same."""

from __future__ import annotations

import stat
import time
from collections.abc import Iterator
from pathlib import PurePosixPath

from dulwich import porcelain
from dulwich.diff_tree import TreeChange, tree_changes
from dulwich.graph import find_merge_base
from dulwich.objects import Commit, ObjectID
from dulwich.refs import Ref

from plugins.core.files import public_files, write_whole
from plugins.desk.web.publish.repository import DESK, Repository, writing
from plugins.desk.web.source.merging import lines_merged

_ATTEMPTS = 3
_SHOWN = 6  # names of files in a message


class _RefusedError(Exception):
    """What was fetched cannot be joined; says why in Vietnamese."""


class Remote:
    """One remote of a content folder's repository, by its name in git's settings."""

    def __init__(self, repository: Repository, name: str) -> None:
        self._repository = repository
        self._name = name

    def send(self) -> str:
        """Send the commits; return what is wrong, in Vietnamese, "" if nothing is."""
        said = ""
        for attempt in range(_ATTEMPTS):
            time.sleep(attempt * 5)
            try:
                # By itself: a network that hangs must keep nobody from a commit.
                porcelain.push(self._repository.path, self._name, self._branch())
            except porcelain.DivergedBranches:
                return "Kho chung có bài mới của người khác: máy đang lấy về rồi gửi lại."
            except Exception as error:  # noqa: BLE001 - a network, a password, a program: anything
                said = f"Chưa gửi được lên kho chung ({error}). Bài đã lên trang; máy sẽ gửi lại."
            else:
                return ""
        return said

    def fetch(self) -> str:
        """Look at what others sent; return what is wrong, in Vietnamese, "" if nothing is."""
        try:
            porcelain.fetch(self._repository.path, self._name, quiet=True)
        except Exception as error:  # noqa: BLE001 - as above
            return f"Chưa xem được kho chung ({error}). Máy sẽ thử lại."
        return ""

    def join(self) -> str:
        """Bring what was fetched into the content folder and the history: all of it, or nothing.
        Return what is in the way, in Vietnamese, "" if nothing is.

        Raises ``OSError`` where files cannot be written; what is there then is brought to its end
        the next time.
        """
        with self._repository.lock:
            try:
                self._join()
            except _RefusedError as error:
                return f"{error} Người quen git ghép tay (git pull) rồi mở lại tòa soạn."
        return ""

    def _join(self) -> None:
        repo, store = self._repository.repo, self._repository.repo.object_store
        fetched = Ref(b"refs/remotes/%s/%s" % (self._name.encode(), self._branch()))
        theirs = repo.refs[fetched] if fetched in repo.refs else None  # noqa: SIM401 - it has no get
        head = self._repository.head()
        if theirs is None or head is None:
            return
        bases = find_merge_base(repo, [head.id, theirs])
        if theirs in bases:
            return
        if not bases:
            raise _RefusedError("Kho chung và máy này không có chung gốc.")
        base, other = self._commit(bases[0]), self._commit(theirs)
        changes = tree_changes(store, base.tree, other.tree)
        wanted = dict(self._wanted(changes, head, base, other))
        with public_files():
            for name, data in wanted.items():
                path = self._repository.root / name.decode()
                if data is None:
                    path.unlink(missing_ok=True)
                else:
                    path.parent.mkdir(parents=True, exist_ok=True)
                    write_whole(path, data)
        if head.id in bases:
            with writing():
                repo.refs.set_if_equals(Ref(b"HEAD"), head.id, theirs)
            self._repository.stage(wanted)
        else:
            message = f"Ghép bài từ kho chung {self._name}"
            self._repository.commit_files(wanted, message, DESK, also=[theirs])

    def _wanted(
        self, changes: Iterator[TreeChange], head: Commit, base: Commit, other: Commit
    ) -> Iterator[tuple[bytes, bytes | None]]:
        """Yield the names of files to write with what they are to be, ``None`` if they are to go.
        Raises :class:`_RefusedError`."""
        repository, conflicts = self._repository, list[str]()
        for change in changes:
            entry = change.new if change.new is not None and change.new.path else change.old
            if entry is None or entry.path is None or entry.mode is None:
                continue
            name = entry.path
            self._must_be_ours(name, entry.mode)
            was, mine, theirs = (repository.content_in(one, name) for one in (base, head, other))
            is_simple = mine in (was, theirs)
            wanted = theirs if is_simple else _merged(was, mine, theirs)
            path = repository.root / name.decode()
            now = path.read_bytes() if path.is_file() else None
            if (wanted is None and not is_simple) or now not in (mine, wanted):
                conflicts.append(name.decode())
            elif wanted != mine:
                yield name, wanted
        if conflicts:
            shown = ", ".join(conflicts[:_SHOWN]) + ("…" if len(conflicts) > _SHOWN else "")
            raise _RefusedError(f"Kho chung và máy này cùng sửa một chỗ: {shown}.")

    def _must_be_ours(self, name: bytes, mode: int) -> None:
        try:
            path = PurePosixPath(name.decode())
        except UnicodeDecodeError:
            raise _RefusedError("Kho chung có tên tệp không đọc được.") from None
        is_safe = not any(part in ("..", ".git") or "\\" in part for part in path.parts)
        inside = (self._repository.root / path).is_relative_to(self._repository.content)
        if not (is_safe and inside and stat.S_ISREG(mode)):
            raise _RefusedError(f"Kho chung có thay đổi ngoài thư mục bài viết: {path}.")

    def _branch(self) -> bytes:
        return bytes(porcelain.active_branch(self._repository.repo))

    def _commit(self, number: ObjectID) -> Commit:
        found = self._repository.repo[number]
        if not isinstance(found, Commit):
            raise _RefusedError("Kho chung trỏ tới thứ không phải một lần ghi.")
        return found


def _merged(was: bytes | None, mine: bytes | None, theirs: bytes | None) -> bytes | None:
    """Return a file with what both changed, ``None`` where that cannot be."""
    if was is None or mine is None or theirs is None or b"\0" in was + mine + theirs:
        return None
    lines = lines_merged(*(one.splitlines(keepends=True) for one in (was, mine, theirs)))
    return None if lines is None else b"".join(lines)
