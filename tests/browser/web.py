"""Serve a built site as a web server does, under an address of this machine."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

Told = Callable[[str], Iterable[tuple[str, str]]]
"""Returns the headers that a file (its path, relative to the site's root) is sent with."""

SLOW = "X-Test-Slow"
"""The header of a request that is answered late if it is for a font or a fetched fragment."""
DELAY = 0.4
"""Seconds: more than a font with ``font-display: optional`` is given, and than a first paint."""
COUNTED = (
    b'{"v":1,"online":8,"today":41023,"week":99999,"total":1000041023,'
    b'"as_of":"2024-02-01T07:00:00+07:00"}'
)
"""What the visitor counter's service would answer: numbers wider than those of the build."""


class _Site(SimpleHTTPRequestHandler):
    def __init__(self, *args: Any, told: Told, **options: Any) -> None:
        self._told = told
        super().__init__(*args, **options)

    def end_headers(self) -> None:
        """Add the headers of the file that was asked for."""
        path = unquote(urlsplit(self.path).path).removeprefix("/")
        for name, value in self._told(path):
            self.send_header(name, value)
        super().end_headers()

    def do_GET(self) -> None:
        """Answer with the file, late where the request asks for it."""
        if SLOW in self.headers and self.path.endswith((".woff2", "/tin-moi.html")):
            time.sleep(DELAY)
        super().do_GET()

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Say nothing of a browser that leaves before it has all."""
        with suppress(ConnectionError):
            super().copyfile(source, outputfile)

    def do_POST(self) -> None:
        """Answer as the visitor counter's service does, late where the request asks for it."""
        if self.path != "/tk/v1/visit":
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        if SLOW in self.headers:
            time.sleep(DELAY)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(COUNTED)))
        self.end_headers()
        self.wfile.write(COUNTED)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a wrong address with the site's own page, as GitHub Pages and nginx do."""
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its parent's name
        """Say nothing: pytest's output is for tests."""


@contextmanager
def serve(site: Path, told: Told = lambda path: ()) -> Iterator[str]:
    """Serve ``site`` on a free port while the context lasts, with no headers but those that are
    ``told``; gives "http://127.0.0.1:PORT"."""

    def handler(*args: Any) -> _Site:
        return _Site(*args, directory=str(site), told=told)

    with running(ThreadingHTTPServer(("127.0.0.1", 0), handler)) as root:
        yield root


@contextmanager
def running(server: ThreadingHTTPServer) -> Iterator[str]:
    """Have ``server`` answer while the context lasts; gives "http://127.0.0.1:PORT"."""
    with server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()
