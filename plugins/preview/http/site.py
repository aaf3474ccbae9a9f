"""What stands at an address of a built site, as any web server would find it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from plugins.metadata.headers.types import TYPES, UNKNOWN, WITH_CHARSET

Read = Callable[[str], bytes | None]
"""Returns the content of a file of the site (its path, "/" between parts), if there is one."""

HTML = "text/html; charset=utf-8"
_MISSING = """<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<title>Không tìm thấy trang</title>
<body>
<h1>Không tìm thấy trang</h1>
</body>
</html>
""".encode()


@dataclass(frozen=True)
class Answer:
    """An HTTP answer: its status, type and body; ``location`` is where to go instead."""

    status: HTTPStatus
    type: str
    body: bytes
    location: str = ""

    @property
    def version(self) -> str:
        """A text that differs whenever the body does."""
        return blake2b(self.body, digest_size=12).hexdigest()


def answer(target: str, read: Read) -> Answer:
    """Return the answer to a request for ``target`` (as it stands in the request).

    A folder's page is its index.html; an address that lacks a folder's slash leads to the
    one with it. What is not there is answered with the site's own 404.html.
    """
    name = file_at(target)
    if name is not None:
        body = read(name)
        if body is not None:
            return Answer(HTTPStatus.OK, content_type(name), body)
        if read(f"{name}/index.html") is not None:
            location = f"/{quote(name)}/"
            return Answer(HTTPStatus.MOVED_PERMANENTLY, HTML, b"", location)
    missing = read("404.html")
    return Answer(HTTPStatus.NOT_FOUND, HTML, _MISSING if missing is None else missing)


def file_at(target: str) -> str | None:
    """Return the file of a site that a request for ``target`` asks for; nothing if such a request
    can ask for none."""
    address = unquote(urlsplit(f"http://x/{target.lstrip('/')}").path, errors="replace")
    parts = [part for part in address.split("/") if part]
    if not all(map(_is_plain, parts)):
        return None
    return "/".join([*parts, *["index.html"] * address.endswith("/")])


def read_from(folder: Path) -> Read:
    """Return what reads the files below ``folder``."""

    def read(path: str) -> bytes | None:
        try:
            return (folder / path).read_bytes()
        except OSError:  # nothing there, or a folder
            return None

    return read


def content_type(path: str) -> str:
    """Return the value of Content-Type for a file, as every server of the site has it."""
    found = TYPES.get(path.rpartition(".")[2].lower(), UNKNOWN)
    return f"{found}; charset=utf-8" if found in WITH_CHARSET else found


def _is_plain(part: str) -> bool:
    """Whether a part of an address names a file of the site: none begins with a dot, and a
    way out of the folder is no name."""
    return not part.startswith(".") and not any(sign in part for sign in "\\:\0")
