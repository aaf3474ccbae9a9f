"""An editor's window at the desk, as ``saving.js`` has it: what is typed stays in it until the
server has said that it has it, and a newer text of somebody else is looked at before it goes on."""

from __future__ import annotations

import http.client
import json
import socket
import time
from typing import Any
from urllib.parse import urlencode

_ANSWERS = 20.0  # seconds


class AwayError(Exception):
    """The server, or the network, is away: try again later."""


class Writer:
    """One window of one editor, in which one article is open. ``typed`` are all words ever typed
    in it, ``told`` counts the newer texts that it was shown."""

    def __init__(self, name: str, password: str, tab: str) -> None:
        self._name, self._password, self._tab = name, password, tab
        self._cookie = self._csrf = ""
        self.port = 0
        self.number = ""
        self.version = 1
        self.words: list[str] = []
        self.typed: list[str] = []
        self.told = 0
        self.saves = 0
        self._count = 0

    def open(self, number: str) -> None:
        """Open an article as the server has it."""
        said = self._ask("GET", f"/toa-soan/bai/{number}/ban-moi")
        self.number, self.version = number, said["version"]
        self.words = _words(said["form"])

    def new(self) -> str:
        """Begin an article; return its number."""
        answer, _ = self._request("POST", "/toa-soan/bai", {"csrf": self._csrf}, is_form=True)
        return (answer.getheader("location") or "").rpartition("/")[2]

    def type(self) -> None:
        """Type a word that nobody has ever typed."""
        self._count += 1
        word = f"{self._tab}-{self._count}"
        self.typed.append(word)
        self.words.append(word)

    def sign_in(self) -> None:
        """Begin a session. Raises :class:`AwayError`."""
        sent = {"name": self._name, "password": self._password}
        answer, said = self._request("POST", "/toa-soan/dang-nhap", sent, is_form=True)
        self._cookie = (answer.getheader("set-cookie") or "").partition(";")[0]
        self._csrf = json.loads(said)["csrf"]

    def save(self, *, cut: float | None = None) -> None:
        """Save what is in the window until the server has it, with what others wrote meanwhile;
        ``cut``: the network goes away so many seconds behind the question. Raises
        :class:`AwayError`."""
        while True:
            told = {"form": _form(self.words), "version": self.version, "tab": self._tab}
            said = self._ask("POST", f"/toa-soan/bai/{self.number}/luu", told, cut=cut)
            self.version = said["version"]
            if "newer" not in said:
                self.saves += 1
                return
            self.told += 1
            theirs = _words(said["newer"])
            self.words = [*theirs, *(word for word in self.words if word not in theirs)]

    def _ask(self, method: str, path: str, told: Any = None, *, cut: float | None = None) -> Any:
        for _ in range(3):
            answer, said = self._request(method, path, told, cut=cut)
            if answer.status == 401:
                self.sign_in()
                continue
            if answer.status != 200:
                raise AssertionError(f"{method} {path}: {answer.status} {said[:300]!r}")
            return json.loads(said)
        raise AwayError

    def _request(
        self,
        method: str,
        path: str,
        told: Any = None,
        *,
        is_form: bool = False,
        cut: float | None = None,
    ) -> tuple[http.client.HTTPResponse, bytes]:
        body = urlencode(told) if is_form else None if told is None else json.dumps(told)
        kind = "application/x-www-form-urlencoded" if is_form else "application/json"
        headers = {"Origin": f"http://127.0.0.1:{self.port}", "Content-Type": kind}
        headers |= {"Cookie": self._cookie, "Accept": "application/json"}
        headers |= {} if is_form else {"X-CSRF": self._csrf}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=_ANSWERS)
        try:
            connection.request(method, path, body, headers)
            if cut is not None:
                time.sleep(cut)
                connection.sock.shutdown(socket.SHUT_RDWR)
                raise AwayError
            answer = connection.getresponse()
            return answer, answer.read()
        except (OSError, http.client.HTTPException) as error:
            raise AwayError from error
        finally:
            connection.close()


def _form(words: list[str]) -> dict[str, Any]:
    block = {"gap": 0, "text": "\n".join(words), "photos": []}
    return {"fields": {"Title": "Bài"}, "blocks": [block]}


def _words(form: Any) -> list[str]:
    return [word for block in form["blocks"] for word in block["text"].split("\n") if word]
