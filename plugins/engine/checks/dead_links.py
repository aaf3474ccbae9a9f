"""Links to addresses of this site at which there is no page, and to articles that are not out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from urllib.parse import urlsplit

from plugins.core import checks
from plugins.core.problems import Problem
from plugins.core.text.decoding import normalise
from plugins.engine.plan.catalogue import Catalogue
from plugins.engine.plan.invalidate import Work
from plugins.engine.project.project import Project
from plugins.engine.scan.changes import Changes
from plugins.engine.store.database import State, load_body
from plugins.engine.store.rows import SEEN

Links = Sequence[tuple[str, int | None]]
"""What an article links to, with the lines: source paths, and addresses with a slash before."""

# Names in them hold digits of what is in the file: nobody types one.
_MADE = ("anh/", "tep/", "theme/")


class DeadLinks:
    """Finds links that lead to no file of the output folder, as a build is about to leave it.

    ``others`` returns the files that others than this package add, if they are made anew in this
    build; it is only called if a link depends on it. ``relinked`` are the articles that link to the
    file of one that changed places.
    """

    def __init__(
        self,
        project: Project,
        catalogue: Catalogue,
        state: State,
        work: Work,
        others: Callable[[], Collection[str]] | None,
        changes: Changes,
        relinked: set[int],
    ) -> None:
        login = urlsplit(project.site.login_url).path
        served = (path.strip("/") for path in (*project.build.served_by_others, login))
        self._not_ours = (*_MADE, *(f"{path}/" for path in served if path))
        self._catalogue = catalogue
        self._state = state
        self._work = work
        self._others = others
        self._gone = set(work.gone)
        self._changes = changes
        self._relinked = relinked

    def find(self) -> dict[str, list[Problem]]:
        """Return what is wrong with the links of each article (source path) of which that may be
        another than it was."""
        if self._others is not None:
            before = self._state.pages_of("extra").keys()
            if self._linking_to(before):
                self._gone |= before - set(self._others())
        linking = {said.path: said.linked for said in self._changes.read.values()}
        linking |= dict.fromkeys((row.path for row in self._changes.gone), ())
        for number in sorted(self._unread()):
            (row,) = self._state.rows(id=number)
            linking[row.path] = load_body(self._state.body(number)).linked
        return {path: list(self._wrong(path, linked)) for path, linked in linking.items()}

    def _unread(self) -> set[int]:
        """Return the articles, of those that were not read, that came out or went, or link to a
        file or an article that came or went."""
        changes = self._changes
        if len(changes.read) == self._state.count():
            return set()
        # A draft has no file, but a link to one is told otherwise than one to nothing.
        urls = {row.url for row in changes.reindexed} | changes.left
        places = self._gone | {files_at(url)[-1] for url in urls}
        concerned = self._linking_to(places) | self._relinked
        concerned |= {row.id for row in changes.reindexed}
        return concerned - changes.read.keys() - {row.id for row in changes.gone}

    def _linking_to(self, files: Iterable[str]) -> set[int]:
        return self._state.linking_to(address for file in files for address in _addresses(file))

    def _wrong(self, path: str, linked: Links) -> Iterator[Problem]:
        if not linked:
            return
        # Who reads a draft's own page knows that it is one, and where it leads.
        is_seen = self._is_seen(path)
        for target, line in linked:
            if target.startswith("/"):
                if not self.is_there(target):
                    yield self._problem(path, target, line)
            elif is_seen and not self._is_seen(target):
                yield _to_unpublished(path, target, line)

    def _is_seen(self, path: str) -> bool:
        """Whether readers can open an article, or the list that it introduces."""
        is_nowhere = self._catalogue.introductions.get(path) == ""
        return not is_nowhere and bool(self._state.rows(path=path, states=SEEN))

    def is_there(self, target: str) -> bool:
        """Whether something is at an address, which begins with a slash."""
        files = files_at(target)
        if f"{files[0]}/".startswith(self._not_ours) or any(map(self._is_ours, files)):
            return True
        return self._others is not None and not set(self._others()).isdisjoint(files)

    def _is_ours(self, file: str) -> bool:
        if file in self._work.planned:
            return True
        return file not in self._gone and self._state.publishes(file)

    def _problem(self, path: str, target: str, line: int | None) -> Problem:
        url = files_at(target)[-1].removesuffix("index.html")
        for row in self._state.rows(url=url, states=["draft", "scheduled"]):
            return _to_unpublished(path, row.path, line)
        slug = url.strip("/").rpartition("/")[2]
        like = self._state.rows(slug=slug, states=SEEN)
        near = self._catalogue.address(like[0].id, like[0].url) if like else None
        hint = f"Có lẽ là /{near}. " if near else ""
        return Problem(
            checks.LINK_TO_NO_PAGE,
            normalise(path),
            line,
            f"liên kết “{target}” không dẫn tới trang nào của bản tin",
            f"{hint}Mở trang ấy trên bản tin rồi chép lại địa chỉ; nếu trang không còn thì bỏ "
            "liên kết.",
        )


def _to_unpublished(path: str, target: str, line: int | None) -> Problem:
    """Warn of a link to an article (source path) that is a draft or waits for its time."""
    return Problem(
        checks.LINK_TO_UNPUBLISHED,
        normalise(path),
        line,
        f"liên kết tới bài chưa đăng: {normalise(target)}",
        "Liên kết sẽ dùng được khi bài kia lên trang; nếu chưa cần thì bỏ liên kết.",
    )


def files_at(address: str) -> tuple[str, ...]:
    """Return the files of the output folder that answer to an address."""
    path = address.lstrip("/")
    if not path or path.endswith("/"):
        return (f"{path}index.html",)
    return path, f"{path}/index.html"


def _addresses(file: str) -> tuple[str, ...]:
    """Return the addresses that a file answers to."""
    if file != "index.html" and not file.endswith("/index.html"):
        return (f"/{file}",)
    folder = file.removesuffix("index.html")
    return f"/{file}", f"/{folder}", f"/{folder.rstrip('/')}"
