"""git underneath, without the program git: every publication is one commit in its editor's name."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dulwich import porcelain
from dulwich.errors import NotGitRepository
from dulwich.object_store import commit_tree_changes, tree_lookup_path
from dulwich.objects import Blob, Commit, ObjectID, Tree
from dulwich.repo import Repo

from plugins.core.dates.date import TIME_ZONE

_MODE = 0o100644
_ATTEMPTS = 3


@dataclass(frozen=True)
class Change:
    """A commit that touched a file: its number, who made it, when (seconds since 1970), why."""

    id: str
    author: str
    at: float
    message: str


class Repository:
    """The git repository of a content folder; begun there if it is in none. Any thread may use
    it."""

    def __init__(self, content: Path) -> None:
        self._content = content.resolve()
        self._lock = threading.RLock()
        try:
            self._repo = Repo.discover(str(self._content))
        except NotGitRepository:
            self._repo = Repo.init(str(self._content))
        self._root = Path(self._repo.path).resolve()

    def commit(self, paths: Iterable[str], message: str, author: str) -> str:
        """Commit what these files of the content folder are now, and nothing else that anybody
        changed; return the number of the commit, "" if nothing is new. ``author`` is
        ``Name <email>``.

        Raises ``OSError`` where git's files cannot be written.
        """
        with self._lock:
            repo, store = self._repo, self._repo.object_store
            head = self._head()
            tree = self._tree(head)
            changes: list[tuple[bytes, int | None, ObjectID | None]] = []
            for path in dict.fromkeys(paths):
                name, file = self._name(path), self._content / path
                if not file.is_file():
                    if self._blob(tree, name) is not None:
                        changes.append((name, None, None))
                    continue
                blob = Blob.from_string(file.read_bytes())
                if self._blob(tree, name) != blob.id:
                    store.add_object(blob)
                    changes.append((name, _MODE, blob.id))
            if not changes:
                return ""
            new = commit_tree_changes(store, tree, changes)
            zone = int(datetime.now(TIME_ZONE).strftime("%z")[:3]) * 3600
            made = repo.get_worktree().commit(
                message=message.encode(),
                author=author.encode(),
                committer=author.encode(),
                commit_timezone=zone,
                author_timezone=zone,
                tree=new,
                no_verify=True,
            )
            # Who looks with git sees no difference; if his program holds the index, he will later.
            with suppress(OSError):
                repo.get_worktree().stage([name for name, _, _ in changes])
            return made.decode()

    def history(self, path: str, most: int = 50) -> list[Change]:
        """Return the last commits that changed a file of the content folder, the newest first."""
        with self._lock:
            if self._head() is None:
                return []
            walker = self._repo.get_walker(paths=[self._name(path)], max_entries=most)
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
        with self._lock, suppress(KeyError, ValueError, AssertionError):
            commit = self._repo[number.encode()]
            if isinstance(commit, Commit):
                blob = self._blob(self._tree(commit), self._name(path))
                found = None if blob is None else self._repo[blob]
                return found.data if isinstance(found, Blob) else None
        return None

    def push(self, remote: str) -> str:
        """Send the commits to a remote; return what is wrong, in Vietnamese, "" if nothing is."""
        said = ""
        for attempt in range(_ATTEMPTS):
            time.sleep(attempt * 5)
            try:
                with self._lock:
                    branch = porcelain.active_branch(self._repo)
                    porcelain.push(self._repo, remote, branch)
            except Exception as error:  # noqa: BLE001 - a network, a password, a program: anything
                said = f"Chưa gửi được lên kho chung ({error}). Bài đã lên trang; máy sẽ gửi lại."
            else:
                return ""
        return said

    def _head(self) -> Commit | None:
        try:
            found = self._repo[self._repo.head()]
        except KeyError:
            return None
        return found if isinstance(found, Commit) else None

    def _name(self, path: str) -> bytes:
        return (self._content / path).relative_to(self._root).as_posix().encode()

    def _tree(self, commit: Commit | None) -> Tree:
        """Return the files of a commit; none of none."""
        store = self._repo.object_store
        tree = Tree() if commit is None else store[commit.tree]
        if commit is None:
            store.add_object(tree)
        if not isinstance(tree, Tree):
            raise OSError("git: no tree")
        return tree

    def _blob(self, tree: Tree, name: bytes) -> ObjectID | None:
        try:
            return tree_lookup_path(self._repo.object_store.__getitem__, tree.id, name)[1]
        except (KeyError, NotADirectoryError):
            return None
