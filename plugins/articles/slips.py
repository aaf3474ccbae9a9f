"""Addresses of links that were mistyped, and what they have to be.

Only slips that can mean one thing: ``htp:/x.vn``, ``banbientap@laocai.gov.vn`` without its
``mailto:``, a file of the editor's own computer.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from plugins.core import checks
from plugins.core.checks import Check
from plugins.core.text.expressions import expression
from plugins.figures.media.kinds import is_media_name
from plugins.photos.inspect.formats import is_photo_name

_WEB = expression(
    r"(?P<scheme>[htps]{3,7})(?P<colon>\s*[:;]*\s*)(?P<slashes>[/\\]*)(?P<rest>[^\s/\\:;]\S*)",
    re.IGNORECASE,
)
_RIGHT = expression(r"https?://[a-z0-9]")
_WITH_SCHEME = expression(r"https?://\S", re.IGNORECASE)
_MAIL = expression(
    r"(?P<scheme>(?:(?:e-?)?mail(?:to?)?|mai?l?to|mialto)\s*[:;]\s*/*\s*)?"
    r"(?P<mail>[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,})(?P<more>\?\S*)?",
    re.IGNORECASE,
)
_PHONE = expression(r"(?P<phone>\+?\(?\d[\d .()-]{6,}\d)", re.IGNORECASE)
_LOCAL = expression(r"file:|[a-z]:[\\/]|\\\\", re.IGNORECASE)
# To a browser, a backslash is a slash, and behind two a host begins (WHATWG URL, 4.4).
_TWO_SLASHES = expression(r"/[/\\]+(?P<rest>[^/\\].*)")
_SCHEME = expression(r"[a-z][a-z0-9+-]*:(?!\d)", re.IGNORECASE)
_KNOWN = ("http:", "https:", "mailto:", "tel:")


class Slip(NamedTuple):
    """What is wrong with a link's address and how to mend it, in Vietnamese; ``address`` is
    what it has to be, empty if nobody can tell."""

    check: Check
    address: str
    message: str
    fix: str


def find_slip(href: str) -> Slip | None:
    """Return what is mistyped in an address that leads to no file, or ``None``."""
    if _RIGHT.match(href) and href.count(":") == 1 and "\\" not in href:
        return None  # as most are: 1 µs instead of 6
    if address := _mail(href):
        return _mended(href, address, f"“{href}” là địa chỉ thư, thiếu “mailto:” ở đầu")
    if address := _web(href):
        return _mended(href, address, f"địa chỉ liên kết “{href}” viết sai")
    if _LOCAL.match(href):
        return Slip(
            checks.LINK_TO_OWN_COMPUTER,
            "",
            f"liên kết dẫn tới tệp trong máy của người viết, đã bỏ: “{href[:80]}”",
            "Chép tệp ấy đặt cạnh bài viết rồi ghi tên tệp làm địa chỉ.",
        )
    if slashes := _TWO_SLASHES.fullmatch(href):
        rest = slashes["rest"].replace("\\", "/")
        is_host = "." in rest.partition("/")[0]
        if is_host and href == f"//{rest}":
            return None  # as pages of other sites have it
        address = f"https://{rest}" if is_host else f"/{rest}"
        return _mended(href, address, f"địa chỉ liên kết “{href}” viết sai")
    scheme = _SCHEME.match(href)
    if scheme and scheme[0].lower() not in _KNOWN:
        return Slip(
            checks.LINK_UNUSABLE,
            "",
            f"địa chỉ liên kết không dùng được, đã bỏ: “{href[:80]}”",
            "Địa chỉ phải bắt đầu bằng https://, mailto: (thư) hoặc tel: (điện thoại).",
        )
    return None


def find_phone(href: str) -> Slip | None:
    """Return that a number of a telephone lacks its ``tel:``, if an address is one."""
    match = _PHONE.fullmatch(href)
    digits = re.sub(r"[^\d+]", "", match["phone"]) if match else ""
    if not 8 <= len(digits) <= 15:
        return None
    return _mended(href, f"tel:{digits}", f"“{href}” là số điện thoại, thiếu “tel:” ở đầu")


def _mended(href: str, address: str, message: str) -> Slip:
    fix = f"Sửa “{href}” thành “{address}”."
    return Slip(checks.LINK_MENDED, address, f"{message}, đã sửa", fix)


def _mail(href: str) -> str | None:
    match = _MAIL.fullmatch(href)
    if match is None or (match["scheme"] or "").lower() == "mailto:":
        return None
    if is_photo_name(href) or is_media_name(href):
        return None
    return f"mailto:{match['mail']}{match['more'] or ''}"


def _web(href: str) -> str | None:
    match = _WEB.fullmatch(href)
    if match is None:
        return None
    scheme, rest = match["scheme"].lower(), match["rest"]
    between = match["colon"] + match["slashes"]
    if _WITH_SCHEME.match(rest):
        return rest
    is_right = scheme in ("http", "https")
    if is_right and between == "://":
        return None
    if not match["colon"].strip() and not (is_right and len(match["slashes"]) > 1):
        return None
    host = re.split(r"[/\\?#]", rest, maxsplit=1)[0]
    if not {"t", "p"} <= set(scheme) or "." not in host:
        return None
    return f"{'https' if 's' in scheme else 'http'}://{rest.replace(chr(92), '/')}"
