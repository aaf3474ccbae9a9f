"""git underneath, without the program git: every publication is one commit in its editor's name."""

from __future__ import annotations

import errno
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dulwich.errors import CommitError, NotGitRepository
from dulwich.file import FileLocked
from dulwich.object_store import commit_tree_changes, tree_lookup_path
from dulwich.objects import Blob, Commit, ObjectID, Tree
from dulwich.repo import Repo

from plugins.core.dates.date import TIME_ZONE

DESK = "Tòa soạn <toa-soan@invalid>"
"""Who commits what no editor did by himself."""
_MODE = 0o100644


@dataclass(frozen=True)
class Change:
    """A commit that touched a file: its number, who made it, when (seconds since 1970), why."""

    id: str
    author: str
    at: float
    message: str


@contextmanager
def writing() -> Iterator[None]:
    """Have it be an ``OSError``, too, that a program of somebody else is writing there."""
    try:
        yield
    except (FileLocked, CommitError) as error:
        raise OSError(errno.EBUSY, "git đang được một chương trình khác dùng") from error


class Repository:
    """The git repository of a ``content`` folder, below its ``root``; begun there if it is in none.
    Any thread may use it; who uses ``repo`` itself holds the ``lock``."""

    def __init__(self, content: Path) -> None:
        self.content = content.resolve()
        self.lock = threading.RLock()
        try:
            self.repo = Repo.discover(str(self.content))
        except NotGitRepository:
            self.repo = Repo.init(str(self.content))
        self.path = str(self.repo.path)
        self.root = Path(self.path).resolve()

    def close(self) -> None:
        """Leave the files of git."""
        with self.lock:
            self.repo.close()

    def commit(self, paths: Iterable[str], message: str, author: str) -> str:
        """Commit what these files of the content folder are now, and nothing else that anybody
        changed; return the number of the commit, "" if nothing is new. ``author`` is
        ``Name <email>``.

        Raises ``OSError`` where git's files cannot be written.
        """
        files = {path: self.content / path for path in paths}
        contents = {
            self._name(path): file.read_bytes() if file.is_file() else None
            for path, file in files.items()
        }
        return self.commit_files(contents, message, author)

    def commit_files(
        self,
        contents: Mapping[bytes, bytes | None],
        message: str,
        author: str,
        also: Sequence[ObjectID] = (),
    ) -> str:
        """Commit files, by their names below the root, of which nothing stands for one that is no
        more; ``also`` are further commits that this one joins. Else as :meth:`commit`."""
        with self.lock:
            repo, store = self.repo, self.repo.object_store
            tree = self._tree(self.head())
            changes: list[tuple[bytes, int | None, ObjectID | None]] = []
            for name, data in contents.items():
                if data is None:
                    if self._blob(tree, name) is not None:
                        changes.append((name, None, None))
                    continue
                blob = Blob.from_string(data)
                if self._blob(tree, name) != blob.id:
                    store.add_object(blob)
                    changes.append((name, _MODE, blob.id))
            if not changes and not also:
                return ""
            new = commit_tree_changes(store, tree, changes)
            zone = int(datetime.now(TIME_ZONE).strftime("%z")[:3]) * 3600
            with writing():
                made = repo.get_worktree().commit(
                    message=message.encode(),
                    author=author.encode(),
                    committer=author.encode(),
                    commit_timezone=zone,
                    author_timezone=zone,
                    tree=new,
                    merge_heads=list(also),
                    no_verify=True,
                )
            self.stage(name for name, _, _ in changes)
            return made.decode()

    def stage(self, names: Iterable[bytes]) -> None:
        """Have who looks with git see no difference; if his program holds the index, he will
        later."""
        with suppress(OSError), writing():
            self.repo.get_worktree().stage(list(names))

    def history(self, path: str, most: int = 50) -> list[Change]:
        """Return the last commits that changed a file of the content folder, the newest first."""
        with self.lock:
            if self.head() is None:
                return []
            walker = self.repo.get_walker(paths=[self._name(path)], max_entries=most)
            commits = [entry.commit for entry in walker]
        return [
            Change(
                commit.id.decode(),
                commit.author.decode(errors="replace").partition(" <")[0],
                float(commit.commit_time),
                commit.message.decode(errors="replace").strip(),
            )
            for commit in commits
        ]

    def content_at(self, number: str, path: str) -> bytes | None:
        """Return what a file had in it in a commit; ``None`` if it was not there."""
        with self.lock, suppress(KeyError, ValueError, AssertionError):
            commit = self.repo[number.encode()]
            if isinstance(commit, Commit):
                return self.content_in(commit, self._name(path))
        return None

    def content_in(self, commit: Commit, name: bytes) -> bytes | None:
        """Return what a file, by its name below the root, has in it in a commit; ``None`` if it is
        not there."""
        blob = self._blob(self._tree(commit), name)
        found = None if blob is None else self.repo[blob]
        return found.data if isinstance(found, Blob) else None

    def head(self) -> Commit | None:
        """Return the newest commit, if there is one."""
        try:
            found = self.repo[self.repo.head()]
        except KeyError:
            return None
        return found if isinstance(found, Commit) else None

    def _name(self, path: str) -> bytes:
        return (self.content / path).relative_to(self.root).as_posix().encode()

    def _tree(self, commit: Commit | None) -> Tree:
        """Return the files of a commit; none of none."""
        store = self.repo.object_store
        tree = Tree() if commit is None else store[commit.tree]
        if commit is None:
            store.add_object(tree)
        if not isinstance(tree, Tree):
            raise OSError("git: no tree")
        return tree

    def _blob(self, tree: Tree, name: bytes) -> ObjectID | None:
        try:
            return tree_lookup_path(self.repo.object_store.__getitem__, tree.id, name)[1]
        except (KeyError, NotADirectoryError):
            return None
