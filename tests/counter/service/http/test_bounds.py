"""A service that is asked wrongly, too much, too slowly or by too many, over real connections."""

from __future__ import annotations

import socket
import sys
import textwrap
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from plugins.counter.service.http.bounds import BODY, FIELDS, HEAD, LINE
from tests.counter.wire import Wire, request
from tests.fuzz.counter.service import ROOT, Service


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    started = Service("--database", str(tmp_path_factory.mktemp("books") / "counter.sqlite3"))
    yield started
    assert started.stop() == "", "nothing was complained of"


@contextmanager
def started_hasty(folder: Path) -> Iterator[Service]:
    """A service that waits for a second only, and takes ten connections."""
    script = folder / "python"
    command = f"""\
        #!{sys.executable}
        import sys
        from plugins.counter.service.http import bounds
        bounds.REQUEST_TIME, bounds.IDLE_TIME, bounds.CONNECTIONS = 1, 3, 10
        from plugins.counter.cli import main
        sys.exit(main(sys.argv[3:]))
        """
    script.write_text(textwrap.dedent(command), encoding="utf-8")
    script.chmod(0o755)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sys, "executable", str(script))
        patched.setenv("PYTHONPATH", str(ROOT))
        started = Service("--database", str(folder / "counter.sqlite3"))
    yield started
    assert started.stop() == "", "nothing was complained of"


@pytest.fixture(scope="module")
def hasty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """Such a service, for tests that leave it as many connections as it had."""
    with started_hasty(tmp_path_factory.mktemp("hasty")) as started:
        yield started


@pytest.fixture
def crowded(tmp_path: Path) -> Iterator[Service]:
    """Such a service, for a test that may leave it without any for a while."""
    with started_hasty(tmp_path) as started:
        yield started


def _status(service: Service, data: bytes) -> int:
    """Send bytes and return the status of the answer, 0 where the connection was ended before."""
    with socket.create_connection(("127.0.0.1", service.port), timeout=10) as connection:
        try:
            connection.sendall(data)
            told = connection.recv(4096)
        except ConnectionError:
            return 0
    return int(told.split()[1]) if told else 0


def _still_counts(service: Service) -> bool:
    with closing(Wire(service.port)) as wire:
        return wire.ask(request(x_forwarded_for="192.0.2.1")).status == 200


FIRST = b"POST /tk/v1/visit HTTP/1.1\r\nHost: x\r\n"


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (FIRST + b"X: " + b"a" * (LINE + 1) + b"\r\n\r\n", 431),
        (FIRST + b"X: " + b"a" * 1_000_000, 431),
        (FIRST + b"a" * 1_000_000, 431),
        (FIRST + b"X: y\r\n" * (FIELDS + 1) + b"\r\n", 431),
        (FIRST + (b"X: " + b"a" * 1000 + b"\r\n") * (HEAD // 1000 + 5), 431),
        (b"GET /" + b"a" * (LINE + 1) + b" HTTP/1.1\r\n\r\n", 414),
        (b"GET /" + b"a" * 1_000_000, 431),
        (b"G" * 1_000_000, 400),
        (b"\r\n" * 500_000, 431),
        (FIRST + b"Content-Length: 9999999\r\n\r\n" + b"a" * (BODY + 100_000), 413),
        (
            FIRST + b"Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\nX: " + b"a" * 2 * BODY,
            413,
        ),
        (FIRST + b"Transfer-Encoding: chunked\r\n\r\n1;" + b"a" * 2 * BODY, 413),
    ],
)
def test_what_is_too_long_is_refused(service: Service, data: bytes, status: int) -> None:
    found = _status(service, data)
    # The long way has the numbers ready before the body is too long.
    assert found in ((status, 0, 200) if status == 413 else (status, 0))
    assert _still_counts(service)


@pytest.mark.parametrize(
    "data",
    [
        b"GET http://[ HTTP/1.1\r\n\r\n",
        b"GET * HTTP/1.1\r\n\r\n",
        b"CONNECT x:80 HTTP/1.1\r\n\r\n",
        b"GET /\xff HTTP/1.1\r\n\r\n",
        b"GET /\x00 HTTP/1.1\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00",
        b"GET / HTTP/1.1\r\nX\r\n\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ],
)
def test_what_is_wrongly_written_is_400_or_404(service: Service, data: bytes) -> None:
    assert _status(service, data) in (400, 404)
    assert _still_counts(service)


def test_a_head_of_usual_length_is_read_in_many_pieces(service: Service) -> None:
    wire = Wire(service.port)
    text = request(x_forwarded_for="192.0.2.9", x=("a" * 7000), y=("b" * 7000))
    for start in range(0, len(text), 500):
        wire.send(text[start : start + 500])
    assert wire.reply().status == 200
    wire.close()


def _ends_after(connection: socket.socket, drop: bytes) -> float:
    """Send a byte every tenth of a second; return after how many seconds the service hung up."""
    began = time.monotonic()
    connection.settimeout(0.1)
    while time.monotonic() - began < 15:
        try:
            if drop:
                connection.send(drop)
            if connection.recv(4096) == b"":
                return time.monotonic() - began
        except TimeoutError:
            continue
        except ConnectionError:
            return time.monotonic() - began
    raise AssertionError("it waits for ever")


SLOW = [
    (b"", b""),
    (b"", b"\r\n"),
    (b"P", b""),
    (FIRST, b"X"),
    (FIRST + b"X: ", b"a"),
    (FIRST + b"Content-Length: 1000\r\n\r\n", b"a"),
    (FIRST + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"),
]


@pytest.fixture(scope="module")
def slow_ends(hasty: Service) -> list[float]:
    """After how many seconds each of :data:`SLOW` was hung up on; all of them send at once."""

    def end_of(sent: tuple[bytes, bytes]) -> float:
        begun, drop = sent
        with socket.create_connection(("127.0.0.1", hasty.port)) as slow:
            slow.sendall(begun)
            return _ends_after(slow, drop)

    with ThreadPoolExecutor(len(SLOW)) as pool:
        return list(pool.map(end_of, SLOW))


@pytest.mark.parametrize("sent", SLOW)
def test_who_sends_drop_by_drop_is_hung_up_on(
    hasty: Service, slow_ends: list[float], sent: tuple[bytes, bytes]
) -> None:
    assert 0.8 < slow_ends[SLOW.index(sent)] < 8
    assert _still_counts(hasty)


@pytest.mark.parametrize("drop", [b"", b"\r\n"])
def test_who_asks_no_more_is_hung_up_on(hasty: Service, drop: bytes) -> None:
    with socket.create_connection(("127.0.0.1", hasty.port)) as idle:
        idle.sendall(request(x_forwarded_for="192.0.2.2"))
        assert idle.recv(4096).startswith(b"HTTP/1.1 200")
        assert _ends_after(idle, drop) < 8


def test_who_takes_no_answer_is_hung_up_on(crowded: Service) -> None:
    deaf = [socket.socket() for _ in range(10)]
    for one in deaf:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        one.connect(("127.0.0.1", crowded.port))
        one.sendall(request("/tk/chart", "GET") * 200)
    end = time.monotonic() + 20
    while time.monotonic() < end:
        time.sleep(0.2)
        with suppress(AssertionError, OSError):  # as long as there is no room
            if _still_counts(crowded):
                break
    else:
        raise AssertionError("it waits for ever")
    for one in deaf:
        one.close()


def test_what_is_asked_all_at_once_is_bounded(crowded: Service) -> None:
    with socket.create_connection(("127.0.0.1", crowded.port)) as eager:
        eager.settimeout(5)
        asked = request("/tk/chart", "GET") * 100_000  # more than all buffers hold
        with pytest.raises(ConnectionError):
            eager.sendall(asked)
    assert _still_counts(crowded)


def test_more_connections_than_there_may_be_are_hung_up_on_and_others_go_on(
    crowded: Service,
) -> None:
    wires = [Wire(crowded.port) for _ in range(10)]
    for number, wire in enumerate(wires):
        assert wire.ask(request(x_forwarded_for=f"192.0.2.{number}")).status == 200
    with socket.create_connection(("127.0.0.1", crowded.port)) as late:
        assert _ends_after(late, b"") < 0.9
    assert wires[0].ask(request(x_forwarded_for="192.0.2.0")).status == 200
    for wire in wires:
        wire.close()
    time.sleep(0.1)
    assert _still_counts(crowded)
