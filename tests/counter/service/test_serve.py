"""How the process begins and ends."""

from __future__ import annotations

import json
import socket
import time
from pathlib import Path

import pytest

from plugins.counter.service.config import ServiceSettings
from plugins.counter.service.serve import _listening
from tests.counter.wire import Wire, request
from tests.fuzz.counter.service import Service


@pytest.mark.parametrize(
    ("host", "family"),
    [("127.0.0.1", socket.AF_INET), ("localhost", socket.AF_INET), ("::1", socket.AF_INET6)],
)
def test_an_ipv6_address_is_listened_on_as_one(
    monkeypatch: pytest.MonkeyPatch, host: str, family: socket.AddressFamily
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(
        socket, "create_server", lambda address, family, backlog: asked.append((address, family))
    )
    _listening(ServiceSettings(host=host, port=8801))
    assert asked == [((host, 8801), family)]


def test_the_end_of_the_service_answers_who_waits_and_carries_visitors_over(
    tmp_path: Path,
) -> None:
    state = Path("/dev/shm", f"{tmp_path.name}.json")  # noqa: S108 - a file of this test
    options = ("--database", str(tmp_path / "counter.sqlite3"), "--state", str(state))
    service = Service(*options)
    wires = [Wire(service.port) for _ in range(5)]
    for number, wire in enumerate(wires):
        assert wire.ask(request(x_forwarded_for=f"192.0.2.{number}")).status == 200
        wire.send(request(x_forwarded_for=f"192.0.2.{number + 100}"))
    time.sleep(0.05)
    assert service.stop() == ""
    assert [wire.reply().status for wire in wires] == [200] * 5
    assert "salts" in json.loads(state.read_text())

    service = Service(*options)
    again = Wire(service.port)
    reply = again.ask(request(x_forwarded_for="192.0.2.1"))
    assert (reply.json()["online"], reply.json()["total"]) == (10, 10)
    assert not state.exists()
    service.kill()
    for wire in (again, *wires):
        wire.close()
