"""Links to addresses of this site at which there is no page."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from urllib.parse import urlsplit

from plugins.core import checks
from plugins.core.problems import Problem
from plugins.core.text.decoding import normalise
from plugins.engine.plan.catalogue import Catalogue
from plugins.engine.plan.invalidate import Work
from plugins.engine.project.project import Project
from plugins.engine.store.database import State, load_body
from plugins.engine.store.rows import SEEN

Links = Sequence[tuple[str, int | None]]
"""What an article links to, with the lines: source paths, and addresses with a slash before."""

# Names in them hold digits of what is in the file: nobody types one.
_MADE = ("anh/", "tep/", "theme/")


class DeadLinks:
    """Finds links that lead to no file of the output folder, as a build is about to leave it.

    ``others`` returns the files that others than this package add, if they are made anew in this
    build; it is only called if a link depends on it. ``left`` are addresses at which an
    article was, be it a draft: a link to a draft is not dead as long as there is one.
    """

    def __init__(
        self,
        project: Project,
        catalogue: Catalogue,
        state: State,
        work: Work,
        others: Callable[[], Collection[str]] | None,
        left: Iterable[str],
    ) -> None:
        login = urlsplit(project.site.login_url).path
        served = (path.strip("/") for path in (*project.build.served_by_others, login))
        self._not_ours = (*_MADE, *(f"{path}/" for path in served if path))
        self._catalogue = catalogue
        self._state = state
        self._work = work
        self._others = others
        self._gone = set(work.gone)
        self._left = {files_at(url)[-1] for url in left}

    def find(self, read: Iterable[tuple[str, Links]]) -> Iterator[Problem]:
        """Yield a problem for each dead link of the articles that were ``read``, and of those
        that link to a page that goes."""
        linking = dict(read)
        for path, linked in self._losing():
            linking.setdefault(path, linked)
        for path, linked in linking.items():
            for target, line in linked:
                if target.startswith("/") and not self.is_there(target):
                    yield self._problem(path, target, line)

    def _losing(self) -> Iterator[tuple[str, Links]]:
        """Yield the articles, read or not, that link to a file that goes, or to where an article
        was."""
        if self._others is not None:
            before = self._state.pages_of("extra").keys()
            if self._linking_to(before):
                self._gone |= before - set(self._others())
        for number in sorted(self._linking_to(self._gone | self._left)):
            (row,) = self._state.rows(id=number)
            yield row.path, load_body(self._state.body(number)).linked

    def _linking_to(self, files: Iterable[str]) -> set[int]:
        return self._state.linking_to(address for file in files for address in _addresses(file))

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
            return to_unpublished(path, row.path, line)
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


def to_unpublished(path: str, target: str, line: int | None) -> Problem:
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
