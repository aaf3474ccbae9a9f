"""Addresses that an editor writes down: those at which something once stood, above all.

``/tin-tuc/123.html``, ``/index.php?id=5`` and ``cu/duong-dan/`` are paths below the site's root,
percent-encoded or not. Encoded is what browsers encode (WHATWG URL, 1.3): a server compares what
it is asked for letter by letter.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple
from urllib.parse import quote, unquote, urlsplit

from plugins.core.errors import AddressError
from plugins.core.text.expressions import expression

_LONGEST_NAME = 255  # bytes: file systems stop there
_LONGEST = 1000  # bytes of an address; nginx has to be told how long the longest is
_IN_PATH = "/!$&'()*+,;=:@[]|~"
_IN_QUERY = "%/?:@!$&()*+,;=[]|^`{}~"
_SCHEME = expression(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_HOST = expression(r"[^/?]*\.[^/?]*/")
# "gia-vang-12.5" has none: what stands behind the dot has a letter in it.
_SUFFIX = expression(r"\.(?=\w*[A-Za-z])[A-Za-z0-9]{1,5}$")
_HTML = (".html", ".htm", ".shtml")
_INDEX = "index.html"


class OldAddress(NamedTuple):
    """``name`` is the decoded path with a slash before it, and the query if there is one.
    ``key`` is the same for all that are one address: in another letter case, which nginx, Windows
    and macOS do not tell apart, or with "index.html" behind it."""

    key: str
    name: str


def own_hosts(site_url: str) -> frozenset[str]:
    """Return the names of the host of ``site_url``, with and without ``www.``."""
    host = (urlsplit(site_url).hostname or "").removeprefix("www.")
    return frozenset((host, f"www.{host}")) if host else frozenset()


def read_old_address(text: str) -> OldAddress:
    """Return the old address that an editor wrote. Raises :class:`AddressError`."""
    text = text.strip()
    check_letters(text)
    if _SCHEME.match(text):
        raise AddressError(
            "có tên miền hoặc “//” ở đầu", "Chỉ ghi phần sau tên miền, ví dụ “/tin-tuc/123.html”."
        )
    if not text.startswith("/") and _HOST.match(text):
        raise AddressError(
            "không rõ phần đầu là tên miền hay thư mục",
            "Nếu là tên miền thì bỏ đi; nếu là thư mục thì thêm “/” ở đầu.",
        )
    if "#" in text:
        raise AddressError(
            "có dấu #, mà phần sau dấu ấy trình duyệt không gửi đi", "Bỏ dấu # và phần sau nó."
        )
    path, mark, query = text.partition("?")
    name = read_path(path)
    if mark:
        name = f"{name}?{encode_query(query)}"
    elif not name.endswith("/") and not _SUFFIX.search(name):
        name += "/"
    if len(quote(name)) > _LONGEST:
        raise AddressError("quá dài", "Chép lại địa chỉ từ trình duyệt.")
    key = name.casefold()
    return OldAddress(key.removesuffix(_INDEX) if key.endswith(f"/{_INDEX}") else key, name)


def check_letters(text: str) -> None:
    """Raise :class:`AddressError` for an address with letters that none has."""
    if not text:
        raise AddressError("để trống", "Ghi địa chỉ, ví dụ “/tin-tuc/123.html”, hoặc bỏ chỗ này.")
    if "\ufffd" in text or not text.isprintable():
        raise AddressError(
            "có ký tự ẩn hoặc ký tự không đọc được", "Xóa đi, chép lại địa chỉ từ trình duyệt."
        )
    if " " in text:
        raise AddressError(
            "có dấu cách",
            "Dấu cách trong địa chỉ thì viết %20; nhiều địa chỉ ở “Aliases” thì tách bằng dấu "
            "phẩy.",
        )
    if "\\" in text:
        raise AddressError("có dấu \\", "Trong địa chỉ chỉ dùng dấu /.")


def read_path(path: str) -> str:
    """Return a path below the site's root, decoded, with a slash before it. Raises
    :class:`AddressError` for one that leads elsewhere or that no server has."""
    name = unicodedata.normalize("NFC", unquote(path))
    if "\ufffd" in name or not name.isprintable() or any(sign in name for sign in '?#\\<>"'):
        raise AddressError(
            "có dấu hay mã % không dùng được trong đường dẫn", "Chép lại địa chỉ từ trình duyệt."
        )
    name = name if name.startswith("/") else f"/{name}"
    parts = name[1:].split("/")
    if "" in parts[:-1]:
        raise AddressError("có hai dấu / liền nhau", "Chỉ để một dấu /.")
    if any(part.startswith(".") for part in parts):
        raise AddressError(
            "có phần mở đầu bằng dấu chấm, là tên của tệp ẩn hoặc thư mục bên trên",
            "Bỏ phần ấy, hoặc chép lại địa chỉ từ trình duyệt.",
        )
    if max(len(part.encode()) for part in parts) > _LONGEST_NAME:
        raise AddressError("có phần quá dài", "Chép lại địa chỉ từ trình duyệt.")
    return name


def page_at(name: str) -> str | None:
    """Return the address of the page that a static host shows for an old address, relative to the
    site's root; ``None`` if it cannot show one there. What stands behind a question mark it does
    not look at, and a page under another suffix than those of HTML it does not call one."""
    if "?" in name:
        return None
    path = name[1:]
    if path == _INDEX or path.endswith(f"/{_INDEX}"):
        return path.removesuffix(_INDEX)
    return path if not path or path.lower().endswith(("/", *_HTML)) else None


def requests_for(name: str) -> tuple[str, ...]:
    """Return what browsers ask for when they are led to an old address, encoded: a folder's page
    is asked for with and without the slash."""
    path, mark, query = name.partition("?")
    if mark:
        return (f"{encode_path(path)}?{query}",)
    forms = [name]
    if name.endswith(f"/{_INDEX}"):
        forms.append(name.removesuffix(_INDEX))
    if forms[-1].endswith("/") and len(forms[-1]) > 1:
        forms.append(forms[-1][:-1])
    return tuple(map(encode_path, forms))


def encode_path(path: str) -> str:
    """Return a decoded path as browsers send it."""
    return quote(path, safe=_IN_PATH)


def encode_query(query: str) -> str:
    """Return a query as browsers send it; what is encoded already stays so."""
    return quote(query, safe=_IN_QUERY)
