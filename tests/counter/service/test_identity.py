from __future__ import annotations

import pytest

from plugins.counter.service.identity import DAY, Salts, identify, place

AGENT = b"Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
SALTS = (b"s" * 32, b"")


def _salts() -> Salts:
    return Salts(lambda period: b"salt of %d" % period)


def test_one_browser_at_one_address_is_one_visitor() -> None:
    assert identify("192.0.2.7", AGENT, SALTS) == identify("192.0.2.7", AGENT, SALTS)


@pytest.mark.parametrize(
    ("address", "agent"), [("192.0.2.8", AGENT), ("192.0.2.7", b"Another"), ("2001:db8::7", AGENT)]
)
def test_another_address_or_browser_is_another_visitor(address: str, agent: bytes) -> None:
    assert identify(address, agent, SALTS).key != identify("192.0.2.7", AGENT, SALTS).key


def test_an_ipv6_subscriber_is_the_first_64_bits() -> None:
    assert place("2001:db8:1:2::3") == place("2001:db8:1:2:ffff::9")
    assert place("2001:db8:1:2::3")[0] != place("2001:db8:1:3::3")[0]


def test_an_ipv4_address_in_ipv6_clothes_is_the_same() -> None:
    assert place("::ffff:192.0.2.7") == place("192.0.2.7")


def test_neighbours_share_a_network() -> None:
    assert place("192.0.2.7")[1] == place("192.0.2.200")[1] != place("192.0.3.7")[1]
    assert place("2001:db8:1:2::3")[1] == place("2001:db8:1:ff::3")[1]
    ours, theirs = (identify(f"192.0.{n}.7", AGENT, SALTS).network for n in (2, 3))
    assert ours == identify("192.0.2.9", AGENT, SALTS).network != theirs


@pytest.mark.parametrize("text", ["", "unknown", "192.0.2", "192.0.2.7:80", "fe80::1%eth0"])
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        identify(text, AGENT, SALTS)


def test_the_salt_changes_after_a_day_and_the_one_before_is_known_for_half_an_hour() -> None:
    salts = _salts()
    assert salts.pair(DAY) == (b"salt of 1", b"")
    assert salts.pair(2 * DAY - 1) == (b"salt of 1", b"")
    assert salts.pair(2 * DAY) == (b"salt of 2", b"salt of 1")
    assert salts.pair(2 * DAY + 1799) == (b"salt of 2", b"salt of 1")
    assert salts.pair(2 * DAY + 1800) == (b"salt of 2", b"")
    assert salts.known() == {2: b"salt of 2"}, "nobody can ask what an old hash was"


def test_a_salt_is_forgotten_though_nobody_came_for_days() -> None:
    salts = _salts()
    salts.pair(DAY)
    assert salts.pair(9 * DAY) == (b"salt of 9", b"")
    assert salts.known() == {9: b"salt of 9"}


def test_a_visitor_is_recognised_under_the_former_salt() -> None:
    before = identify("192.0.2.7", AGENT, (b"old", b""))
    after = identify("192.0.2.7", AGENT, (b"new", b"old"))
    assert after.former == before.key != after.key
