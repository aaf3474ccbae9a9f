from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from plugins.counter.stats import Totals
from plugins.counter.widget import fetch
from plugins.counter.widget.fetch import fetch_known
from plugins.counter.widget.last_known import UnknownError, read_known
from tests.fuzz.counter.service import Service


@contextmanager
def _server(text: bytes, pause: float = 0) -> Iterator[str]:
    """Say the text to whoever connects, a byte at a time; gives the address."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def talk() -> None:
            connection, _ = listening.accept()
            with connection, suppress(OSError):
                connection.recv(1000)
                for byte in text:
                    connection.sendall(bytes([byte]))
                    time.sleep(pause)

        threading.Thread(target=talk, daemon=True).start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"


def test_the_numbers_of_a_running_service_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "new" / "known.json"
    service = Service("--database", str(tmp_path / "counter.sqlite3"))
    fetched = fetch_known(f"{service.url}/tk/v1/stats", path)
    assert fetched.totals == Totals(0, 0, 0)
    assert read_known(path) == fetched
    for wrong in (f"{service.url}/tk/v1/p", "file:///etc/passwd"):
        with pytest.raises(UnknownError):
            fetch_known(wrong, path)
    service.kill()
    with pytest.raises(UnknownError, match="không hỏi được"):
        fetch_known(f"{service.url}/tk/v1/stats", path)
    assert read_known(path) == fetched, "what was known stays"
    assert [entry.name for entry in path.parent.iterdir()] == ["known.json"]


def test_a_service_that_drips_is_given_up_after_a_time_and_what_was_known_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch, "PATIENCE", 0.5)
    began = time.monotonic()
    with (
        _server(b"HTTP/1.1 200 OK\r\nX-Slow: " + b"x" * 1000, pause=0.05) as url,
        pytest.raises(UnknownError, match=r"quá 0\.5 giây"),
    ):
        fetch_known(url, tmp_path / "known.json")
    assert time.monotonic() - began < 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("text", [b"220 mail.example ESMTP\r\n", b"", b"HTTP/1.1 503 No\r\n\r\n"])
def test_what_answers_something_else_is_not_asked_in_vain(text: bytes, tmp_path: Path) -> None:
    with _server(text) as url, pytest.raises(UnknownError, match="không hỏi được"):
        fetch_known(url, tmp_path / "known.json")


def test_an_address_that_is_none_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnknownError, match="không hỏi được"):
        fetch_known("http://[bantin/", tmp_path / "known.json")
