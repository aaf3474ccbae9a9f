"""Which requests the preview answers: those that name this machine, and that are rightly written.

A page of the Internet may have its own name lead to this machine once it is open ("DNS rebinding"),
and then reads what it likes as if that were its own. Only the name is not ours in such a request:
so a server that holds drafts has to look at it.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Sequence
from http import HTTPStatus
from urllib.parse import unquote_to_bytes

_HERE = ("127.0.0.1", "localhost", "::1")
_EVERYWHERE = ("", "0.0.0.0", "::")  # noqa: S104 - asked for, not listened on
_HOST = re.compile(r"(?:\[([0-9A-Fa-f:.]+)\]|([^\[\]:/?#@\s]+))(?::[0-9]{0,5})?")
_TARGET = re.compile(r"/(?!/)(?:[!$&-~]|%[0-9A-Fa-f]{2})*")  # origin-form (RFC 9112, 3.2.1)
_CONTROLS = re.compile(r"[\0-\x1f\x7f]")
_SAID = {
    HTTPStatus.BAD_REQUEST: "Yêu cầu viết sai",
    HTTPStatus.METHOD_NOT_ALLOWED: "Trang xem thử chỉ để đọc",
    HTTPStatus.MISDIRECTED_REQUEST: "Trang xem thử không mở dưới tên này",
}
_PAGE = """<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>{said}</title>
<body>
<h1>{said}</h1>
<p>Hãy mở địa chỉ mà cửa sổ lệnh đã in ra, như http://127.0.0.1:8000/.</p>
</body>
</html>
"""


class Names:
    """The names under which a server answers that was told to listen at ``bind``."""

    def __init__(self, bind: str) -> None:
        self._anywhere = bind in _EVERYWHERE
        own = socket.gethostname().lower()
        self._names = {*_HERE, *([own, f"{own}.local"] if self._anywhere else [bind.lower()])}

    def __contains__(self, host: str) -> bool:
        """Tell whether the value of a field Host, with any port, is one of them. Where other
        machines may look, every IP address is: no name of somebody else's is spelt like one.
        """
        found = _HOST.fullmatch(host)
        if found is None:
            return False
        name = (found[1] or found[2]).lower().removesuffix(".")
        return name in self._names or (self._anywhere and _is_address(name))


def refusal(words: Sequence[str], hosts: Sequence[str], names: Names) -> HTTPStatus | None:
    """Return why a request is not answered, if it is not: ``words`` are those of its first line,
    ``hosts`` the values of its fields Host."""
    if len(words) != 3 or len(hosts) != 1 or not _is_target(words[1]):
        return HTTPStatus.BAD_REQUEST
    if hosts[0].strip() not in names:
        return HTTPStatus.MISDIRECTED_REQUEST
    return None if words[0] in ("GET", "HEAD") else HTTPStatus.METHOD_NOT_ALLOWED


def page(status: HTTPStatus) -> bytes:
    """Return what a browser shows instead."""
    return _PAGE.format(said=_SAID.get(status, "Không trả lời được yêu cầu này")).encode()


def _is_target(target: str) -> bool:
    if not _TARGET.fullmatch(target):
        return False
    try:
        path = unquote_to_bytes(target.partition("?")[0]).decode()
    except UnicodeDecodeError:
        return False
    return not _CONTROLS.search(path)


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
