from __future__ import annotations

import pytest

from plugins.counter.service.buckets import BURST
from plugins.counter.service.http.proxies import Proxies
from plugins.counter.service.http.visit_policy import Uncounted, VisitPolicy, together
from plugins.counter.service.identity import Salts
from plugins.counter.service.visitors.visits import Hit
from tests.counter.service.test_bots import BROWSERS, PROGRAMS
from tests.fuzz.counter.world import SimulatedClock

HEADERS = {
    b"host": b"bantin.example",
    b"user-agent": BROWSERS[0],
    b"origin": b"https://bantin.example",
}


def _reception(*origins: bytes) -> VisitPolicy:
    salts = Salts(lambda period: b"salt")
    return VisitPolicy(Proxies(()), frozenset(origins), salts, SimulatedClock())


def test_a_reader_of_our_own_page_counts() -> None:
    assert isinstance(_reception().judge("192.0.2.7", HEADERS), Hit)


@pytest.mark.parametrize(
    "changed",
    [
        {b"user-agent": PROGRAMS[0]},
        {b"user-agent": b""},
        {b"dnt": b"1"},
        {b"sec-gpc": b"1"},
        {b"sec-purpose": b"prefetch"},
        {b"sec-purpose": b"prefetch;prerender"},
        {b"purpose": b"prefetch"},
        {b"x-moz": b"prefetch"},
    ],
)
def test_programs_prefetches_and_who_wants_no_trace_only_read(changed: dict[bytes, bytes]) -> None:
    assert _reception().judge("192.0.2.7", HEADERS | changed) is Uncounted.READ


@pytest.mark.parametrize(
    "headers",
    [
        {b"origin": b"https://elsewhere.example"},
        {b"origin": b"https://bantin.example.elsewhere.example"},
        {b"origin": b"null"},
        {b"origin": b"https://bantin.example:8443"},
        {b"sec-fetch-site": b"cross-site"},
        {b"referer": b"https://elsewhere.example/https://bantin.example/"},
    ],
)
def test_a_foreign_page_is_refused(headers: dict[bytes, bytes]) -> None:
    own = {name: value for name, value in HEADERS.items() if name != b"origin"}
    assert _reception().judge("192.0.2.7", own | headers) is Uncounted.FOREIGN


@pytest.mark.parametrize(
    "headers",
    [{}, {b"sec-fetch-site": b"same-origin"}, {b"referer": b"https://bantin.example/a/b/"}],
)
def test_the_image_of_our_own_page_counts_without_an_origin(headers: dict[bytes, bytes]) -> None:
    own = {name: value for name, value in HEADERS.items() if name != b"origin"}
    assert isinstance(_reception().judge("192.0.2.7", own | headers), Hit)


def test_named_origins_are_the_only_ones() -> None:
    policy = _reception(b"https://www.bantin.example")
    assert policy.judge("192.0.2.7", HEADERS) is Uncounted.FOREIGN
    www = HEADERS | {b"origin": b"https://www.bantin.example"}
    assert isinstance(policy.judge("192.0.2.7", www), Hit)


def test_the_image_counts_on_a_named_page_of_another_site_and_on_no_other() -> None:
    policy = _reception(b"https://bantin.github.io")
    image = {b"host": b"counter.example", b"user-agent": BROWSERS[0]}
    image[b"sec-fetch-site"] = b"cross-site"
    ours, foreign = b"https://bantin.github.io/", b"https://elsewhere.example/"
    assert isinstance(policy.judge("192.0.2.7", image | {b"referer": ours}), Hit)
    assert policy.judge("192.0.2.7", image | {b"referer": foreign}) is Uncounted.FOREIGN
    assert policy.judge("192.0.2.7", image) is Uncounted.FOREIGN


def test_a_visitor_without_measure_is_told_so_and_the_neighbour_is_not() -> None:
    policy = _reception()
    heard = [policy.judge("192.0.2.7", HEADERS) for _ in range(BURST + 1)]
    assert heard[-1] is Uncounted.TOO_MANY
    assert Uncounted.TOO_MANY not in heard[:-1]
    assert isinstance(policy.judge("192.0.2.8", HEADERS), Hit)


def test_a_request_from_no_address_only_reads() -> None:
    assert _reception().judge("", HEADERS) is Uncounted.READ


def test_a_name_too_long_for_a_browser_is_read_only_as_far_as_browsers_go() -> None:
    policy = _reception()
    long = HEADERS | {b"user-agent": BROWSERS[0] + b" x" * 10_000}
    longer = HEADERS | {b"user-agent": BROWSERS[0] + b" x" * 20_000}
    assert policy.judge("192.0.2.7", long) == policy.judge("192.0.2.7", longer)


def test_lines_of_several_proxies_are_one_list() -> None:
    once = [(b"host", b"a"), (b"x-forwarded-for", b"1.2.3.4")]
    assert together(once) == dict(once)
    assert together([*once, (b"x-forwarded-for", b"10.0.0.1"), (b"host", b"b")]) == {
        b"host": b"b",
        b"x-forwarded-for": b"1.2.3.4,10.0.0.1",
    }
