"""The fields of an article's head that the desk shows, as text in a form and as lines of a file."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from plugins.articles.front_matter.keys import KEYS
from plugins.core.document import Field

SHOWN = (
    "Title",
    "Summary",
    "Category",
    "Tags",
    "Authors",
    "Date",
    "Series",
    "Source",
    "Source_author",
    "Source_url",
    "Source_date",
    "Lead_photo",
    "Pin",
    "Pin_until",
    "Status",
    "Withdrawn",
)
"""The keys of the front matter that a form has, in its order. All others stay in the file as they
are."""

_SEPARATOR = re.compile(r"[,;\"“”#]")


def shown(fields: Mapping[str, Field]) -> dict[str, str]:
    """Return the text of each field that a form has and a head gives."""
    texts = ((key, as_text(fields[key].value)) for key in SHOWN if key in fields)
    return {key: text for key, text in texts if text}


def as_text(value: Any) -> str:
    """Return a value of the front matter as a form shows it: names between commas."""
    if isinstance(value, list):
        return ", ".join(_name(str(each)) for each in value)
    return " ".join(str(value).split())


def spelt(key: str, prefix: str, text: str, *, yaml_head: bool) -> list[str]:
    """Return the ways to write a field, the plainest first, as lines that begin with ``prefix``
    (``"Title: "``). Which of them says ``text`` in the end its reader knows."""
    plain = f"{prefix}{text}"
    quoted = f"{prefix}{json.dumps(text, ensure_ascii=False)}"
    if KEYS[key].kind in ("list", "texts") and yaml_head:
        return [plain, f"{prefix}[{quoted.removeprefix(prefix)}]", quoted]
    return [plain, quoted]


def _name(name: str) -> str:
    name = " ".join(name.split())
    return f'"{name}"' if _SEPARATOR.search(name) and '"' not in name else name
