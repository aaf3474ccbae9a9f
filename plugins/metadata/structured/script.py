"""JSON-LD as it stands in a page (W3C JSON-LD 1.1, 7; JSON: RFC 8259)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

# Nothing else ends a script, or begins a comment in it (HTML, 4.12.1.3). Letters stand as they
# are: the page says most of these texts once more, and is sent the smaller for it.
_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def json_ld(told: Mapping[str, Any]) -> Markup:
    """Return what is ``told`` as the content of a ``<script type="application/ld+json">``, names in
    the order that they have."""
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    return Markup(text)  # noqa: S704 - nothing in it is markup any more
