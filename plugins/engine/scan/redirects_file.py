"""The newsroom's own list of old addresses and of where each leads now: a CSV file.

A line is an old address and a new one, between them a semicolon (as Excel writes it here) or a
comma. The new one is a path of the site, an article's source path, or an absolute address.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from urllib.parse import SplitResult, quote, urlsplit

from plugins.core import checks
from plugins.core.checks import Check
from plugins.core.errors import AddressError, EncodingError
from plugins.core.problems import Problem
from plugins.core.text.addresses import (
    check_letters,
    encode_path,
    own_hosts,
    read_old_address,
    read_path,
)
from plugins.core.text.decoding import decode, normalise
from plugins.core.text.expressions import expression
from plugins.engine.plan.catalogue import ALIAS, MOVED
from plugins.engine.project.config import BuildSettings
from plugins.engine.project.project import Project
from plugins.engine.scan.changes import Changes
from plugins.engine.scan.content_folder import MARKDOWN
from plugins.engine.scan.scan import Scan
from plugins.engine.store.database import State
from plugins.engine.store.rows import Moved

_SCHEME = expression(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_KEPT = "%/?:@!$&()*+,;=~"  # what is encoded already stays so; all else that RFC 3986 allows
_LONGEST = 2000  # letters of a new address: nginx takes no line of more than 4096
_HOST = expression(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*(?::\d{1,5})?")


def take_redirects(
    project: Project, state: State, seen: Scan, changes: Changes, *, fresh: bool
) -> Iterator[Problem]:
    """Bring the state up to the file, once it is up to the articles, and note among ``changes``
    each old address that leads elsewhere now. Yield what is wrong in the file. ``fresh`` says that
    nothing was known before."""
    name = project.build.redirects
    is_other = fresh or name in seen.changed or name in seen.gone
    if not (is_other or changes.reindexed):
        return
    moved: dict[str, Moved] = state.fact(MOVED) or {}
    if is_other:
        now, problems = _read(project)
        yield from problems
        for key in moved.keys() | now.keys():
            old, new = moved.get(key), now.get(key)
            if old is None or new is None or old._replace(line=0) != new._replace(line=0):
                changes.lists.add((ALIAS, key))
        if now != moved:
            state.remember(MOVED, now)
        moved = now
    articles = {normalise(row.path) for row in changes.reindexed}
    changes.lists |= {
        (ALIAS, key)
        for key, one in moved.items()
        if one.kind == "article" and one.target in articles
    }


def _read(project: Project) -> tuple[dict[str, Moved], list[Problem]]:
    name = project.build.redirects
    if not name:
        return {}, []
    try:
        data = (project.content / name).read_bytes()
    except FileNotFoundError:
        if name == BuildSettings.redirects:
            return {}, []
        return {}, [_missing(name)]
    except OSError as error:
        return {}, [
            Problem(
                checks.FILE_UNREADABLE,
                name,
                None,
                f"không mở được tệp ({error.strerror})",
                "Kiểm tra quyền đọc tệp và ổ đĩa.",
            )
        ]
    return parse_redirects(data, name, project.site.url)


def _missing(name: str) -> Problem:
    return Problem(
        checks.FILE_MISSING,
        name,
        None,
        "không có tệp chuyển hướng này trong thư mục nội dung",
        "Chép tệp vào, hoặc sửa BUILD['redirects'] trong pelicanconf.py.",
    )


def parse_redirects(
    data: bytes, name: str, site_url: str
) -> tuple[dict[str, Moved], list[Problem]]:
    """Return by :class:`~plugins.core.text.addresses.OldAddress` key what the file ``name`` says,
    and what is wrong there. ``site_url`` is the site's own address: what begins with it is a path
    of the site."""
    found: dict[str, Moved] = {}
    problems: list[Problem] = []
    try:
        lines = decode(data).split("\n")
    except EncodingError as error:
        fix = "Mở tệp, chọn Save As (Lưu thành), chọn CSV UTF-8 rồi lưu lại."
        message = "tệp không phải chữ Unicode (UTF-8)"
        return found, [Problem(checks.FILE_NOT_UNICODE, name, error.line, message, fix)]
    numbered = [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    # No heading has a slash in it, and each line of addresses has.
    if numbered and "/" not in numbered[0][1]:
        del numbered[0]
    semicolons = bool(numbered) and ";" in numbered[0][1]
    for number, line in numbered:

        def report(check: Check, message: str, fix: str, number: int = number) -> None:
            problems.append(Problem(check, name, number, message, fix))

        columns = next(csv.reader([line], delimiter=";" if semicolons else ","))
        columns = [column.strip() for column in columns]
        if len(columns) < 2 or any(columns[2:]):
            report(
                checks.REDIRECT_UNREADABLE,
                f"dòng này phải có hai cột, địa chỉ cũ và địa chỉ mới: “{line.strip()[:80]}”",
                "Giữa hai địa chỉ là một dấu chấm phẩy; địa chỉ có dấu chấm phẩy hay dấu phẩy thì "
                "đặt trong dấu nháy kép.",
            )
            continue
        _take(columns, number, found, report, site_url)
    return found, problems


def _take(
    columns: list[str],
    number: int,
    found: dict[str, Moved],
    report: Callable[[Check, str, str], None],
    site_url: str,
) -> None:
    """Put one line's addresses among those ``found``, or report why not."""
    old, new = columns[:2]
    address = target = None
    try:
        address = read_old_address(old)
    except AddressError as error:
        report(checks.OLD_ADDRESS_UNUSABLE, f"địa chỉ cũ “{old[:80]}” {error.message}", error.fix)
    try:
        target = _read_target(new, site_url)
    except AddressError as error:
        report(checks.TARGET_UNUSABLE, f"địa chỉ mới “{new[:80]}” {error.message}", error.fix)
    if address is None or target is None:
        return
    if other := found.get(address.key):
        report(
            checks.OLD_ADDRESS_TWICE,
            f"địa chỉ cũ “{address.name}” đã ghi ở dòng {other.line}",
            "Giữ dòng đúng và xóa dòng kia.",
        )
        return
    found[address.key] = target._replace(name=address.name, line=number)


def _read_target(text: str, site_url: str) -> Moved:
    """Return where a line leads, without its old address. Raises :class:`AddressError`."""
    moved = _moved_to(text, site_url)
    if len(moved.target) > _LONGEST:
        raise AddressError("quá dài", "Bỏ phần không cần, thường là sau dấu hỏi.")
    return moved


def _moved_to(text: str, site_url: str) -> Moved:
    check_letters(text)
    if text.lower().endswith(MARKDOWN) and not _SCHEME.match(text):
        return Moved("", "article", text.lstrip("/"), 0)
    if _SCHEME.match(text):
        parts = _absolute(text)
        root = urlsplit(site_url).path
        if parts.hostname not in own_hosts(site_url) or not f"{parts.path}/".startswith(f"{root}/"):
            # What is encoded there stays so: "%2F" is no slash to every server.
            host, path = f"{parts.scheme}://{parts.netloc}", quote(parts.path or "/", safe=_KEPT)
            return Moved("", "away", f"{host}{path}{_rest(text)}", 0)
        path = read_path(parts.path.removeprefix(root) or "/")
    else:
        path = read_path(text.partition("#")[0].partition("?")[0] or "/")
    return Moved("", "page", encode_path(path) + _rest(text), 0)


def _absolute(text: str) -> SplitResult:
    """Return an address of another site. Raises :class:`AddressError`."""
    fix = "Chép nguyên địa chỉ từ trình duyệt, bắt đầu bằng https://."
    try:
        parts = urlsplit(text)
        parts = parts._replace(netloc=parts.netloc.encode("idna").decode().lower())
    except ValueError:
        raise AddressError("không phải địa chỉ trang web", fix) from None
    if parts.scheme not in ("https", "http"):
        raise AddressError("phải bắt đầu bằng https://", fix)
    if not _HOST.fullmatch(parts.netloc):
        raise AddressError("không có tên miền dùng được", fix)
    return parts


def _rest(text: str) -> str:
    """Return the query and the fragment of an address, encoded, each with its sign."""
    before, sign, fragment = text.partition("#")
    _, mark, query = before.partition("?")
    return f"{mark}{quote(query, safe=_KEPT)}{sign}{quote(fragment, safe=_KEPT)}"
