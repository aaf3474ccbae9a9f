"""The files in ``deploy/``, held against what the service reads."""

from __future__ import annotations

import re
from typing import Any

from plugins.counter.service.config import from_environment
from plugins.counter.service.http.proxies import Proxies
from plugins.counter.service.http.visit_policy import VisitPolicy
from plugins.counter.service.identity import Salts
from plugins.counter.service.visitors.visits import Hit
from tests.conftest import ROOT
from tests.counter.service.test_bots import BROWSERS
from tests.fuzz.counter.world import SimulatedClock

UNIT = (ROOT / "deploy" / "visitor-counter.service").read_text(encoding="utf-8")
NGINX = (ROOT / "deploy" / "nginx-counter.conf").read_text(encoding="utf-8")
LOCATION = NGINX[NGINX.index("location /tk/ {") : NGINX.index("\n}")]
HANDED_ON = {
    name.lower(): value for name, value in re.findall(r"proxy_set_header ([\w-]+) (\S+);", LOCATION)
}


class Asked(dict[Any, Any]):
    """A mapping that remembers what it was asked for."""

    def __init__(self, *known: object) -> None:
        super().__init__(*known)
        self.names: set[Any] = set()

    def get(self, name: object, default: object = None) -> Any:
        self.names.add(name)
        return super().get(name, default)


def test_the_unit_sets_only_variables_that_the_service_reads() -> None:
    variables = dict(re.findall(r"^Environment=(COUNTER_\w+)=(.*)$", UNIT, re.MULTILINE))
    asked = Asked(variables)
    settings = from_environment(asked)
    assert variables.keys() <= asked.names
    assert settings.trusted_proxies == ("127.0.0.1",), "nginx, which says who asks"
    assert settings.state.startswith("/run/"), "in memory, not on a disk"


def test_nginx_hands_on_every_header_that_decides_whether_a_visit_counts() -> None:
    policy = VisitPolicy(
        Proxies(("127.0.0.1",)), frozenset(), Salts(lambda _: b"salt"), SimulatedClock()
    )
    names = set[bytes]()
    for referrer in ({b"referer": b"https://bantin.example/"}, {}):
        headers = Asked({b"host": b"bantin.example", b"user-agent": BROWSERS[0]} | referrer)
        headers[b"x-forwarded-for"] = b"192.0.2.1"
        assert isinstance(policy.judge("127.0.0.1", headers), Hit)
        names |= headers.names
    old_firefox = {"x-moz"}
    assert {name.decode() for name in names} - old_firefox <= HANDED_ON.keys()
    assert "proxy_pass_request_headers off;" in LOCATION


def test_nginx_says_who_asks_whatever_the_browser_says() -> None:
    assert HANDED_ON["x-forwarded-for"] == "$remote_addr"


def test_nginx_keeps_no_address_even_while_the_counter_is_down() -> None:
    assert "access_log off;" in LOCATION
    assert "error_log /dev/null;" in LOCATION
