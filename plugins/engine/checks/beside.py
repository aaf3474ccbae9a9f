"""Files beside articles: each is used, or told.

What lies in the folder of an ``index.md``, or of the only article there, is that article's, with
the folders below that hold no article; what lies in a folder of several articles may be used by
any of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Literal, NamedTuple

from plugins.core import checks
from plugins.core.problems import Problem
from plugins.core.text.decoding import normalise
from plugins.engine.project.project import Project
from plugins.engine.scan.changes import Changes
from plugins.engine.scan.content_folder import MARKDOWN, is_misnamed, lies_below
from plugins.engine.scan.scan import Scan
from plugins.engine.store.database import State, load_article
from plugins.photos.plan.locate import same_name

_MOST = 10  # names in one warning
# Windows' own, which nobody sees there; hidden files are not listed at all.
_SYSTEM = ("thumbs.db", "ehthumbs.db", "desktop.ini")
# What Windows, macOS and cloud folders call a copy, in the first group what it is one of. A
# number alone may as well be a sequel's.
_COPY = re.compile(
    r"(?:copy of|bản sao của|ban sao cua) (.+)"
    r"|(.+?)[\s_-]*(?:copy|bản sao|ban sao|sao chép)(?:\s*\(?\d+\)?)?",
    re.IGNORECASE,
)
_MAYBE_COPY = re.compile(r"copy|sao|[\d)]\.\w+$", re.IGNORECASE)
_NUMBERED = re.compile(r"(.+?)(?:\s*\(\d+\)|\s+\d+)")


Topic = tuple[
    Literal["copies", "files", "introductions", "banners", "links", "names", "redirects", "static"],
    str,
]
"""What a folder is looked at for: articles that are copies, or files that nobody uses. One topic
are the static pages that introduce a term, one their banners, another is where the newsroom's list
of old addresses leads (plugins/engine/checks/redirects.py); of names of terms each that have the
same letters are one (plugins/engine/checks/terms/names_alike.py), and the links of each article
(plugins/engine/checks/dead_links.py)."""


class Home(NamedTuple):
    """A folder of articles: its path, and the one article it belongs to, if it is one's own."""

    folder: str
    group: str | None


class Beside:
    """What lies beside articles, as the state has it once the changes are in it."""

    def __init__(self, project: Project, state: State, seen: Scan) -> None:
        self._project = project
        self._state = state
        self._seen = seen
        self._names: dict[str, tuple[str, ...]] = {}

    def tells(self, path: str) -> bool:
        """Say whether a file of :attr:`Scan.unread` is told elsewhere: as one beside an article, in
        the folder of an ``index.md``, unless its very name says that it is an article."""
        if path == self._project.build.redirects:
            return True  # it is read, and told where that is done
        home = self._home(_folder(path))
        has_owner = home is not None and home.group is not None and _is_index(home.group)
        return has_owner and not is_misnamed(path)

    def problems(self, changes: Changes, *, complete: bool) -> dict[Topic, list[Problem]]:
        """Return what is wrong by topic, for all topics of which that may be another now.

        Which files are used is only known if the reading of articles was ``complete``.
        """
        folders = self._seen.folders
        listed = {folder for folder, names in folders.items() if names is not None}
        read = {_folder(said.path) for said in changes.read.values()}
        found: dict[Topic, list[Problem]] = {}
        for folder in folders.keys() | read:
            found["copies", folder] = list(self._copies(folder))
        if not complete:
            return found
        found |= {("files", folder): [] for folder in folders}
        # A folder that has an article now was part of another's, or is now that it has none.
        near = listed | {_folder(path) for path in (*changes.used, *folders)}
        homes = {home for folder in near if (home := self._home(folder))}
        homes |= {home for folder in read if (home := self._home(folder)) and home.group}
        for home in homes:
            found["files", home.folder] = [problem] if (problem := self._stray(home)) else []
        return found

    def _stray(self, home: Home) -> Problem | None:
        used = self._state.used_below(home.folder)
        left = sorted(set(self._files(home)) - used - self._told_elsewhere)
        if not left:
            return None
        start = len(home.folder) + 1 if home.folder else 0
        names = ", ".join(f"“{normalise(path[start:])}”" for path in left[:_MOST])
        more = f" và {len(left) - _MOST} tệp nữa" if len(left) > _MOST else ""
        count = f"{len(left)} " if len(left) > 1 else ""
        where = "trong bài" if home.group else "trong bài nào ở thư mục này"
        return Problem(
            checks.FILE_UNUSED,
            normalise(home.group or home.folder),
            None,
            f"{count}tệp này chưa dùng {where}: {names}{more}",
            "Ghi tên tệp trên một dòng riêng ở chỗ cần trong bài, hoặc đưa tệp ra khỏi thư mục.",
        )

    @cached_property
    def _told_elsewhere(self) -> frozenset[str]:
        """The files that are published as they are, or told as copy that is not read."""
        unread = (path for path in self._seen.unread if not self.tells(path))
        return frozenset((*self._seen.static, *unread, self._project.build.redirects))

    def _files(self, home: Home) -> Iterator[str]:
        """Yield the files of a home that are no articles."""
        pending = [home.folder]
        while pending:
            folder = pending.pop()
            prefix = f"{folder}/" if folder else ""
            for name in self._in(folder):
                if not name.endswith("/"):
                    if not _is_article(name) and name.lower() not in _SYSTEM:
                        yield prefix + name
                elif home.group is not None and self._is_part(prefix + name[:-1]):
                    pending.append(prefix + name[:-1])

    def _is_part(self, folder: str) -> bool:
        """Say whether a folder below an article's own belongs to that."""
        return self._may_hold(folder) and not any(map(_is_article, self._in(folder)))

    def _home(self, folder: str) -> Home | None:
        """Return the folder of articles that a folder is, or is part of."""
        if not self._may_hold(folder):
            return None
        if group := self._owner(folder):
            return Home(folder, group)
        if any(map(_is_article, self._in(folder))):
            return Home(folder, None)
        above = folder
        while above:
            above = _folder(above)
            if any(map(_is_article, self._in(above))):
                group = self._owner(above)
                return Home(above, group) if group else None
        return None

    def _owner(self, folder: str) -> str | None:
        """Return the article that a folder belongs to, if it belongs to one."""
        articles = [name for name in self._in(folder) if _is_article(name)]
        index = [name for name in articles if _is_index(name)]
        if not folder or not (len(articles) == 1 or len(index) == 1):
            return None
        return f"{folder}/{(index or articles)[0]}"

    def _may_hold(self, folder: str) -> bool:
        project = self._project
        others = (*project.not_articles, *project.page_folders, *project.static_folders)
        images = (project.photos.images_dir,)
        return lies_below(folder, project.article_folders) and not lies_below(
            folder, (*others, *images)
        )

    def _in(self, folder: str) -> tuple[str, ...]:
        if folder not in self._names:
            self._names[folder] = self._state.names_in(folder)
        return self._names[folder]

    def _copies(self, folder: str) -> Iterator[Problem]:
        articles = [name for name in self._in(folder) if _is_article(name)]
        like = [name for name in articles if _MAYBE_COPY.search(name)]
        if not like or len(articles) == 1:
            return
        by_stem = {same_name(_stem(name)): name for name in articles}
        prefix = f"{folder}/" if folder else ""
        for name in like:
            for pattern in (_COPY, _NUMBERED):
                match = pattern.fullmatch(_stem(name))
                of = next(filter(None, match.groups())) if match else ""
                original = by_stem.get(same_name(of.rstrip(" -_")), name)
                if original != name:
                    sure = pattern is _COPY or _is_index(original)
                    yield from self._copy(prefix + name, prefix + original, sure=sure)
                    break

    def _copy(self, path: str, original: str, *, sure: bool) -> Iterator[Problem]:
        names = f"“{_name(path)}”", f"“{_name(original)}”"
        if (text := self._text(path)) and text == self._text(original):
            yield Problem(
                checks.ARTICLE_TWICE,
                normalise(path),
                None,
                f"hai bài giống nhau: {names[0]} chép y nguyên {names[1]}",
                "Xóa một trong hai tệp; bản sao để dành thì đưa ra khỏi thư mục nội dung.",
            )
        elif sure or self._title(path) == self._title(original):
            yield Problem(
                checks.ARTICLE_COPIED,
                normalise(path),
                None,
                f"{names[0]} trông như bản sao của {names[1]}, mà cả hai đều là bài",
                "Nếu là bản sao thì xóa hoặc đưa ra khỏi thư mục nội dung; nếu là hai bài thì đổi "
                "tên tệp.",
            )

    def _text(self, path: str) -> bytes:
        """Return a file's words; nothing if it can't be read, which is told elsewhere."""
        try:
            return b" ".join((self._project.content / path).read_bytes().split())
        except OSError:
            return b""

    def _title(self, path: str) -> str:
        for row in self._state.rows(path=path):
            for _, listing in self._state.listings([row.id]):
                return same_name(load_article(listing).title)
        return path


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _name(path: str) -> str:
    return normalise(path.rpartition("/")[2])


def _stem(name: str) -> str:
    return normalise(name.rpartition(".")[0])


def _is_article(name: str) -> bool:
    return name.lower().endswith(MARKDOWN)


def _is_index(path: str) -> bool:
    return path.rpartition("/")[2].lower().rpartition(".")[0] == "index"
