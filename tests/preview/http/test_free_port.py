from __future__ import annotations

import socket

from plugins.preview.http.free_port import obstacle


def test_a_free_port_has_no_obstacle() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    assert obstacle("127.0.0.1", str(port)) is None


def test_a_port_in_use_is_named_with_the_next_one() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        found = obstacle("127.0.0.1", str(port))
    assert found is not None
    message, fix = found
    assert str(port) in message
    assert "PORT=" in fix


def test_what_is_no_port_is_said() -> None:
    for port in ("", "http", "0", "65536", "-1"):
        found = obstacle("127.0.0.1", port)
        assert found is not None
        assert "cổng phải là một số" in found[0]


def test_an_address_of_another_machine_is_said() -> None:
    # 192.0.2.0/24 is for documentation (RFC 5737): no machine has it.
    found = obstacle("192.0.2.1", "8000")
    assert found is not None
    assert "192.0.2.1" in found[0]
