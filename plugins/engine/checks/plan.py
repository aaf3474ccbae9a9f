"""What can be wrong with pages only when all of them are known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from plugins.core import checks
from plugins.core.problems import Problem
from plugins.core.text.decoding import normalise

_MEDIA = ("anh", "tep")  # folders of photos and attachments


def shared_addresses(claims: Iterable[tuple[str, str]]) -> list[Problem]:
    """Report pages with one address, such as a static page that is called "luu-tru".

    A claim is a file of the output folder and the source file of the article or static page
    that it is for, empty for other pages. Addresses that differ only in letter case are
    one on Windows and macOS.
    """
    problems = []
    taken: dict[str, tuple[str, str]] = {}
    for claim in sorted(claims, key=lambda claim: claim[1]):
        other = taken.setdefault(claim[0].casefold(), claim)
        if other is claim:
            continue
        name, group = normalise(claim[1] or claim[0]), normalise(other[1])
        if name == group:
            problems.append(_twice(name))
            continue
        group = f"bài {group}" if group else "trang khác"
        problems.append(
            Problem(
                checks.ADDRESS_TAKEN,
                name,
                None,
                f"địa chỉ /{claim[0].removesuffix('index.html')} đã có {group} dùng",
                "Đổi tiêu đề, hoặc thêm dòng “Slug: ten-khac” để trang này có địa chỉ riêng; "
                "nếu là một bài chép hai lần thì xóa bớt một tệp.",
            )
        )
    return problems


def _twice(name: str) -> Problem:
    """Two files whose names no file manager shows as different, as when a copy came from macOS."""
    return Problem(
        checks.FILE_NAME_TWICE,
        name,
        None,
        "có hai tệp cùng tên này, chỉ khác ở cách lưu dấu tiếng Việt hoặc ở ký tự ẩn",
        "Mở cả hai xem tệp nào đúng, rồi xóa tệp kia.",
    )


def in_anothers_place(
    paths: Iterable[str], pages: Iterable[str], is_shown: Callable[[str], bool]
) -> list[Problem]:
    """Report static files, and those of other plugins, that would take the place of a file of
    ours, or of a folder that one stands in, or would have to stand in one.

    Ours are ``pages``, and the photos and attachments for which ``is_shown`` holds.
    """
    files = {path.casefold() for path in pages}
    folders = {*_MEDIA, *(folder for path in files for folder in folders_above(path))}
    return [
        Problem(
            checks.ADDRESS_TAKEN_BY_FILE,
            normalise(path),
            None,
            f"tệp tĩnh này chiếm địa chỉ /{path.removesuffix('index.html')}, nơi bản tin đã có "
            "trang, ảnh hoặc thư mục",
            "Đổi tên tệp ấy; nó nằm trong một thư mục tệp tĩnh (STATIC_PATHS), thường là “extra”.",
        )
        for path in paths
        if path.casefold() in folders
        or any(
            place.casefold() in files or is_shown(place) for place in (path, *folders_above(path))
        )
    ]


def folders_above(path: str) -> Iterator[str]:
    """Yield the folders that a file of the output folder is in, the outermost first."""
    end = path.find("/")
    while end >= 0:
        yield path[:end]
        end = path.find("/", end + 1)
