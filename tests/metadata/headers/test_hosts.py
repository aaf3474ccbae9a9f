from __future__ import annotations

import pytest

from plugins.metadata.headers.hosts import host_headers
from plugins.metadata.headers.rules import CSP, rules
from tests.metadata.headers.reading import told_by_hosts
from tests.metadata.headers.test_rules import PATHS

TABLE = rules("default-src 'none'; frame-ancestors 'self'")
TOLD = told_by_hosts(host_headers(TABLE))


@pytest.mark.parametrize("path", PATHS)
def test_a_host_is_told_what_the_table_says(path: str) -> None:
    said = [pair for rule in TABLE if rule.holds(path) for pair in rule.headers.items()]
    assert TOLD(path) == said


def test_the_file_is_as_these_hosts_read_it() -> None:
    text = host_headers(TABLE)
    assert text.startswith(f"/*\n  {CSP}: default-src 'none'; frame-ancestors 'self'\n  X-")
    assert "\n\n/anh/*\n  Cache-Control: public, max-age=31536000, immutable\n" in text
    assert "\n\n/tep/*.html\n  Content-Security-Policy: " in text
