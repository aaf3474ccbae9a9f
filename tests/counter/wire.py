"""A connection to a service on which a test can say anything."""

from __future__ import annotations

import json
import socket
from typing import Any, NamedTuple

from tests.counter.service.test_bots import BROWSERS

BROWSER = BROWSERS[0].decode()


class Reply(NamedTuple):
    """An answer: status, headers by lower-case name, body."""

    status: int
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        """Return what the body says."""
        return json.loads(self.body)


def request(
    path: str = "/tk/v1/visit", method: str = "POST", body: str = "", **headers: str
) -> bytes:
    """Return a request of a reader; ``x_forwarded_for="192.0.2.7"`` adds or replaces a header."""
    fields = {"Host": "bantin.example", "User-Agent": BROWSER, "Content-Length": str(len(body))}
    fields |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"{name}: {value}\r\n" for name, value in fields.items()]
    return f"{method} {path} HTTP/1.1\r\n{''.join(lines)}\r\n{body}".encode()


class Wire:
    """A connection that stays open over several requests."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=10)
        self._file = self._socket.makefile("rb")

    def send(self, data: bytes) -> None:
        """Send bytes as they are."""
        self._socket.sendall(data)

    def reply(self) -> Reply:
        """Read the next answer."""
        first = self._file.readline()
        assert first, "the connection was closed"
        headers = {}
        while (line := self._file.readline()) != b"\r\n":
            name, _, value = line.decode().partition(":")
            headers[name.lower()] = value.strip()
        length = int(headers.get("content-length", 0))
        return Reply(int(first.split()[1]), headers, self._file.read(length))

    def ask(self, data: bytes) -> Reply:
        """Send a request and read its answer."""
        self.send(data)
        return self.reply()

    def is_closed(self) -> bool:
        """Tell whether the service closed the connection and sent nothing more."""
        return self._file.read(1) == b""

    def close(self) -> None:
        """Hang up."""
        self._file.close()
        self._socket.close()
