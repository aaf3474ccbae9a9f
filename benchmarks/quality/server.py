"""Serve a built site as it is served on the web: compressed, with the headers of the build."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NoReturn
from urllib.parse import unquote, urlsplit

from plugins.metadata.headers.types import TYPES
from tests.browser.web import COUNTED, running
from tests.metadata.headers.reading import told_by_hosts

LEVEL = 6
"""Of gzip, as the include for nginx says."""
_TEXTS = ("html", "xml", "txt", "js", "json", "webmanifest", "svg")
_COUNTER = "tk/v1/"


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that goes away; all else is a fault of ours."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type] # as it came


@contextmanager
def serve(site: Path) -> Iterator[str]:
    """Serve ``site`` on a free port while the context lasts; gives "http://127.0.0.1:PORT"."""
    told = told_by_hosts((site / "_headers").read_text(encoding="utf-8"))

    @cache
    def file(name: str) -> tuple[bytes, list[tuple[str, str]]] | None:
        path = site / name
        if path.is_dir():
            path = path / "index.html"
        if not path.is_file():
            return None
        data, suffix = path.read_bytes(), path.suffix.removeprefix(".")
        headers = [*told(path.relative_to(site).as_posix())]
        headers.append(("Content-Type", TYPES.get(suffix, "application/octet-stream")))
        if suffix in _TEXTS:
            data = gzip.compress(data, compresslevel=LEVEL, mtime=0)
            headers.append(("Content-Encoding", "gzip"))
        return data, headers

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            name = unquote(urlsplit(self.path).path).removeprefix("/")
            if name.startswith(_COUNTER):
                self._answer(HTTPStatus.OK, b"", [("Content-Type", "image/gif")])
            elif (found := file(name)) is not None:
                self._answer(HTTPStatus.OK, *found)
            else:
                self._answer(HTTPStatus.NOT_FOUND, *(file("404.html") or _broken()))

        do_HEAD = do_GET  # noqa: N815 - the name that the library looks for

        def do_POST(self) -> None:
            self._answer(HTTPStatus.OK, COUNTED, [("Content-Type", "application/json")])

        def _answer(self, status: int, data: bytes, headers: list[tuple[str, str]]) -> None:
            self.send_response(status)
            for name, value in headers:
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its parent's name
            """Say nothing."""

    with running(_Server(("127.0.0.1", 0), Handler)) as root:
        yield root


def _broken() -> NoReturn:
    raise RuntimeError("the site has no 404.html")
