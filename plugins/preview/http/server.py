"""The web server: a plain one for a built site, and one that tells browsers what is new."""

from __future__ import annotations

import os
import socketserver
import sys
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from plugins.preview.http import admission, overlay
from plugins.preview.http.site import HTML, Answer, content_type, file_at
from plugins.preview.live import LiveSite

_PULSE = 10.0  # seconds between signs of life: a browser that left is noticed so
_IDLE = 60.0  # seconds for which one may be silent


class Server(ThreadingHTTPServer):
    """Answers with what ``answer`` returns for the target of a request; with a ``live`` site,
    pages learn of their changes. Only under names of ``host`` and of this machine itself, and only
    to read. Raises ``OSError`` if the address is taken."""

    daemon_threads = True
    # The address of a server that has just ended is free. On Windows two could share one.
    allow_reuse_address = os.name == "posix"

    def __init__(
        self,
        host: str,
        port: int,
        answer: Callable[[str], Answer],
        live: LiveSite | None = None,
    ) -> None:
        self.answer = answer
        self.live = live
        self.names = admission.Names(host)
        super().__init__((host, port), _Handler)

    def server_bind(self) -> None:
        """Listen, without asking a name server who we are: that can take seconds."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = self.server_address[:2]  # type: ignore[assignment] # of IPv4 and IPv6 alike

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of browsers that leave before they are answered."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    default_request_version = "HTTP/1.1"  # of the answer to what says none
    timeout = _IDLE
    server: Server
    raw_requestline: bytes

    def parse_request(self) -> bool:
        """Read a request's head; answer here what is none of ours, whatever its method."""
        if len(self.raw_requestline.split()) == 2:  # HTTP/0.9, which has no head
            self.requestline, self.request_version, self.command = "", "HTTP/1.1", ""
            self.send_error(HTTPStatus.BAD_REQUEST)
            return False
        if not super().parse_request():
            return False
        hosts = self.headers.get_all("Host", [])
        refused = admission.refusal(self.requestline.split(), hosts, self.server.names)
        if refused is not None:
            self.send_error(refused)
            return False
        if "Content-Length" in self.headers or "Transfer-Encoding" in self.headers:
            self.close_connection = True  # nobody reads it, and it is not the next request
        return True

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Refuse in Vietnamese, and end the connection."""
        self.close_connection = True
        status = HTTPStatus(code)
        body = admission.page(status)
        self.send_response(status)
        if status == HTTPStatus.METHOD_NOT_ALLOWED:
            self.send_header("Allow", "GET, HEAD")
        self.send_header("Connection", "close")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Type", HTML)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def do_GET(self) -> None:
        """Answer with a page, a file, or news."""
        address = urlsplit(self.path)
        live = self.server.live
        if live is None:
            self._send(self.server.answer(self.path))
        elif address.path == f"{overlay.PREFIX}events":
            query = parse_qs(address.query)
            self._tell(live, query.get("page", ["/"])[0], query.get("version", [""])[0])
        elif (name := address.path.removeprefix(overlay.PREFIX)) in overlay.SCRIPTS:
            self._send(Answer(HTTPStatus.OK, content_type(name), overlay.script(name)))
        elif address.path == f"{overlay.PREFIX}preview.css":
            style = overlay.stylesheet(live.theme)
            self._send(Answer(HTTPStatus.OK, content_type("a.css"), style))
        else:
            self._send(overlay.with_script(self.server.answer(self.path)))

    def do_HEAD(self) -> None:
        """Answer without a body."""
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its parent's name
        """Say nothing: the terminal is for what editors have to know."""

    def _send(self, answer: Answer) -> None:
        tag = f'"{answer.version}"'
        status = answer.status
        if status == HTTPStatus.OK and self.headers.get("If-None-Match") == tag:
            status = HTTPStatus.NOT_MODIFIED
        self.send_response(status)
        self.send_header("Cache-Control", "no-cache")
        self.send_header("ETag", tag)
        if answer.location:
            self.send_header("Location", answer.location)
        if status != HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Type", answer.type)
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if self.command != "HEAD" and status != HTTPStatus.NOT_MODIFIED:
            self.wfile.write(answer.body)

    def _tell(self, live: LiveSite, page: str, version: str) -> None:
        """Send server-sent events (HTML, 9.2): "problems" whenever they or the warnings are
        others, and "reload" once ``page`` is no longer in its ``version``."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(b"retry: 500\n\n")
        told: tuple[Any, ...] | None = None
        count = -1
        while not live.closed:
            news = (live.problems, live.warned)
            if news != told:
                event = overlay.problems_event(*news, file_at(page), live.content)
                self._event("problems", event)
                told = news
            if self.server.answer(page).version != version:
                self._event("reload", "")
                return
            before, count = count, live.wait(count, _PULSE)
            if before == count:
                self.wfile.write(b":\n\n")

    def _event(self, name: str, data: str) -> None:
        self.wfile.write(f"event: {name}\ndata: {data}\n\n".encode())
