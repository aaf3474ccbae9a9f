"""Old addresses that are wrong: in use, had by two, or leading to where nothing is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple
from urllib.parse import unquote

from plugins.core import checks
from plugins.core.checks import Check
from plugins.core.errors import AddressError
from plugins.core.problems import Problem
from plugins.core.text.addresses import page_at, read_old_address
from plugins.core.text.decoding import normalise
from plugins.engine.checks.dead_links import files_at
from plugins.engine.checks.plan import folders_above
from plugins.engine.plan.catalogue import ALIAS, KINDS, Catalogue
from plugins.engine.plan.invalidate import Work
from plugins.engine.plan.redirects import is_redirect
from plugins.engine.project.project import Project
from plugins.engine.scan.changes import Changes
from plugins.engine.store.database import State, load_body
from plugins.engine.store.rows import SEEN, Moved, Publication, Row

_UNSEEN: tuple[Publication, ...] = ("draft", "scheduled")


class _Old(NamedTuple):
    """An old address; ``path`` is the file that has it, ``number`` the article, if it is one's,
    else ``line`` is known."""

    key: str
    name: str
    path: str
    number: int | None = None
    line: int | None = None


class OldAddresses:
    """The old addresses that there are once a build's changes are in the state, all or those with
    some ``keys``; ``file`` is the newsroom's own list of them."""

    def __init__(
        self, catalogue: Catalogue, state: State, file: str, keys: set[str] | None = None
    ) -> None:
        self._catalogue = catalogue
        self._state = state
        moved = catalogue.moved
        aliases = [state.aliases()] if keys is None else map(state.aliases, sorted(keys))
        found = [_Old(one.key, one.name, one.path, one.id) for some in aliases for one in some]
        # One that is taken when the time comes would stop a build nobody watches.
        found += [
            _Old(key, name, row.path, row.id)
            for row in state.rows(states=["scheduled"])
            for kind, key, name in row.lists
            if kind == ALIAS
        ]
        found += [_Old(key, one.name, file, line=one.line) for key, one in moved.items()]
        self._all = sorted(
            (one for one in found if keys is None or one.key in keys),
            key=attrgetter("key", "path"),
        )

    def __bool__(self) -> bool:
        return bool(self._all)

    def shared(self) -> Iterator[Problem]:
        """Yield a problem for each that stands in two places."""
        for _, same in groupby(self._all, attrgetter("key")):
            first, *others = same
            for other in others:
                yield self._problem(
                    checks.OLD_ADDRESS_TWICE,
                    other,
                    f"địa chỉ cũ “{other.name}” đã ghi ở {normalise(first.path)}",
                    "Giữ chỗ đúng, xóa ở chỗ kia.",
                )

    def in_use(self, files: Iterable[str]) -> Iterator[Problem]:
        """Yield a problem for each at which one of the site's ``files`` stands, or could not stand
        any more. On Windows and macOS letter case tells no files apart, for nginx no addresses."""
        pages = {one: _page_of(one) for one in self._all}
        taken = {path.casefold() for path in files}
        standing = taken | {page for page in pages.values() if page}
        # Folders are rarely called as pages are.
        folders = {
            folder
            for path in standing
            if "." in path.rpartition("/")[0]
            for folder in folders_above(path)
        }
        for one, page in pages.items():
            asked = page or one.name.partition("?")[0][1:].casefold()
            is_taken = asked in taken and (page is not None or "?" not in one.name)
            if is_taken or (
                page and (page in folders or not standing.isdisjoint(folders_above(page)))
            ):
                yield self._problem(
                    checks.OLD_ADDRESS_IN_USE,
                    one,
                    f"địa chỉ cũ “{one.name}” là địa chỉ của một trang, tệp hoặc thư mục đang có",
                    "Trang đang có vẫn cần thì xóa địa chỉ cũ này; không thì đổi địa chỉ của trang "
                    "ấy.",
                )

    def astray(self, is_there: Callable[[str], bool]) -> Iterator[Problem]:
        """Yield a problem for each that the newsroom's list leads to where no page is, or to
        another old address; ``is_there`` says whether something is at an address of the site."""
        former = {
            f"/{term.former_url}"
            for kind in KINDS
            for term in self._catalogue.terms[kind].values()
            if term.former
        }
        keys = former | {one.key for one in self._all}
        for one in self._all:
            moved = self._catalogue.moved.get(one.key)
            if one.number is not None or moved is None or moved.kind == "away":
                continue
            if moved.kind == "article":
                row = self._catalogue.row_at(moved.target)
                is_known = row is not None
            else:
                target = moved.target.partition("#")[0]
                if _key(target) in keys:
                    yield self._chain(one, moved)
                    continue
                path = unquote(target.partition("?")[0])
                if is_there(path):
                    continue
                row = next(iter(self._state.rows(url=path[1:], states=_UNSEEN)), None)
                is_known = row is not None
            if row is not None and row.state not in SEEN:
                yield self._unpublished(one, row)
            elif not is_known:
                yield self._missing(one, moved)

    def _chain(self, one: _Old, moved: Moved) -> Problem:
        itself = _key(moved.target.partition("#")[0]) == one.key
        what = "chính nó" if itself else f"“{unquote(moved.target)}”, lại là một địa chỉ cũ"
        return self._problem(
            checks.REDIRECT_CHAIN,
            one,
            f"địa chỉ cũ “{one.name}” dẫn tới {what}",
            "Ghi thẳng địa chỉ cuối cùng, nơi có trang.",
        )

    def _unpublished(self, one: _Old, row: Row) -> Problem:
        return self._problem(
            checks.TARGET_UNPUBLISHED,
            one,
            f"địa chỉ cũ “{one.name}” dẫn tới bài chưa đăng: {normalise(row.path)}",
            "Sẽ dẫn được khi bài lên trang; nếu bài không đăng nữa thì xóa dòng này.",
        )

    def _missing(self, one: _Old, moved: Moved) -> Problem:
        if moved.kind == "article":
            return self._problem(
                checks.TARGET_MISSING,
                one,
                f"không có bài “{moved.target}”, nơi địa chỉ cũ “{one.name}” dẫn tới",
                "Ghi đường dẫn của tệp bài tính từ thư mục nội dung, hoặc địa chỉ của bài trên bản "
                "tin.",
            )
        return self._problem(
            checks.TARGET_MISSING,
            one,
            f"địa chỉ mới “{unquote(moved.target)}” không dẫn tới trang nào của bản tin",
            "Mở trang cần dẫn tới rồi chép lại địa chỉ, hoặc xóa dòng này.",
        )

    def _problem(self, check: Check, one: _Old, message: str, fix: str) -> Problem:
        line = one.line
        if one.number is not None:
            aliases = load_body(self._state.body(one.number)).aliases
            line = next((line for address, line in aliases if address.key == one.key), None)
        return Problem(check, normalise(one.path), line, message, fix)


def target_files(catalogue: Catalogue) -> set[str]:
    """Return the files that answer where the newsroom's list leads to addresses of the site."""
    return {
        file
        for one in catalogue.moved.values()
        if one.kind == "page"
        for file in files_at(unquote(_path_of(one.target)))
    }


def keys_near(paths: Iterable[str]) -> set[str] | None:
    """Return the keys of the old addresses at which one of the output folder's files ``paths``
    stands, or a folder that it is in; ``None`` if that may be any, because a page's file may have
    the name of a folder with old addresses in it."""
    keys = set()
    for path in map(str.casefold, paths):
        if path.endswith(".html") and path.rpartition("/")[2] != "index.html":
            return None
        keys.add(f"/{path.removesuffix('index.html')}")
        keys.update(f"/{folder}{end}" for folder in folders_above(path) for end in ("", "/"))
    return keys


def _page_of(one: _Old) -> str | None:
    """Return the file of the page that leads on from an old address, in lower case."""
    url = page_at(one.name)
    if url is None:
        return None
    return (url if url and not url.endswith("/") else f"{url}index.html").casefold()


def _path_of(target: str) -> str:
    return target.partition("#")[0].partition("?")[0]


def _key(address: str) -> str:
    """Return the key of an address as an old one's, if it could be one."""
    try:
        return read_old_address(address).key
    except AddressError:
        return ""


class OldAddressCheck:
    """Looks at the old addresses of a build that is about to change pages, as far as they may be
    wrong now and were not before."""

    def __init__(
        self, project: Project, catalogue: Catalogue, state: State, work: Work, changes: Changes
    ) -> None:
        self._file = project.build.redirects
        self._catalogue = catalogue
        self._state = state
        self._work = work
        self._changes = changes
        self._touched = changes.old_addresses

    def places(
        self,
        others: Callable[[], Iterable[str]] | None,
        root_files: Callable[[], Iterable[str]],
        *,
        thorough: bool,
    ) -> Iterator[Problem]:
        """Yield what is wrong with where old addresses are.

        ``others`` returns the files that others than this package add, if they are made anew in
        this build, ``root_files`` those at the site's root that are no pages; ``thorough`` says
        that any of these may be new.
        """
        claimed = [path for path, group in self._work.claims if not is_redirect(group)]
        if not (thorough or self._touched or claimed):
            return
        keys = None if thorough or self._touched else keys_near(claimed)
        old = OldAddresses(self._catalogue, self._state, self._file, keys)
        if not old:
            return
        if keys is not None:
            yield from old.in_use(claimed)
            return
        yield from old.shared()
        kept = self._state.groups().items() - self._work.released
        pages = {path for path, group in kept if not (is_redirect(group) or group in _APART)}
        waiting = {f"{row.url}index.html" for row in self._state.rows(states=["scheduled"])}
        made = self._state.pages_of("extra") if others is None else others()
        yield from old.in_use({*pages, *claimed, *waiting, *made, *root_files()})

    def targets(
        self,
        is_there: Callable[[str], bool],
        root_files: Callable[[], Iterable[str]],
        *,
        thorough: bool,
    ) -> list[Problem] | None:
        """Return what is wrong with where old addresses lead, or nothing if that is what it was.
        ``is_there`` says whether something is at an address of the site."""
        if not (thorough or self._touched):
            moved = {path for path, _ in self._work.claims} | self._work.gone
            moved.update(files_at(url)[-1] for url in self._changes.left)
            if not moved or moved.isdisjoint(target_files(self._catalogue)):
                return None
        if not self._catalogue.moved:
            return []
        ours = {f"/{path}" for path in root_files()}
        old = OldAddresses(self._catalogue, self._state, self._file)
        return list(old.astray(lambda path: path in ours or is_there(path)))


_APART = ("asset", "extra")  # told as they are about to be, for a first build has none yet
