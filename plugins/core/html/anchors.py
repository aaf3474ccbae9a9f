"""Ids in an article's HTML: apart from the page's own, and each of them once.

The page around an article has ids too (``noi-dung``, ``viewer``), and two elements must not
share one (HTML, 3.2.6). So every id of an article begins with ``bai-``, as no id of the page
does; those of python-markdown's footnotes (``fn:1``, ``fnref:1``) cannot collide.
"""

from __future__ import annotations

from urllib.parse import unquote

from plugins.core.html.tags import Token, attributes, set_attributes, tokens
from plugins.core.text.expressions import expression

PREFIX = "bai-"
_FOOTNOTE = expression(r"fn(?:ref\d*)?:.*")
# Attributes whose value is a list of ids (HTML, 4.9.11; WAI-ARIA 1.2, 6.2.4).
_REFERRING = (
    "headers", "aria-activedescendant", "aria-controls", "aria-describedby", "aria-details",
    "aria-errormessage", "aria-flowto", "aria-labelledby", "aria-owns",
)  # fmt: skip


def own_id(name: str) -> str:
    """Return an id, or the fragment of a link to it, as an article's page has it."""
    if not name or name.startswith(PREFIX) or _FOOTNOTE.fullmatch(name):
        return name
    return f"{PREFIX}{name}"


def separate_ids(source: str) -> tuple[str, list[str]]:
    """Return HTML with its ids prefixed, and the ids that came again, which are taken out.

    Links and attributes that refer to an id of this HTML follow it; a link to another
    (``#noi-dung``, of the page) stays.
    """
    if ' id="' not in source:
        return source, []
    pieces = list(tokens(source))
    known = {name for piece in pieces if (name := _values(piece).get("id"))}
    used: set[str] = set()
    repeated: list[str] = []
    written: list[str] = []
    for piece in pieces:
        values = _values(piece)
        changed: dict[str, str | None] = {
            name: " ".join(own_id(each) if each in known else each for each in values[name].split())
            for name in _REFERRING
            if name in values
        }
        href = values.get("href", "")
        if href.startswith("#") and unquote(href[1:]) in known:
            changed["href"] = f"#{own_id(href[1:])}"
        if name := values.get("id"):
            new = own_id(name)
            changed["id"] = None if new in used else new
            repeated += [name] if new in used else []
            used.add(new)
        opening = piece.opening or piece.raw
        raw = piece.raw
        written.append(set_attributes(opening, changed) + raw[len(opening) :] if changed else raw)
    return "".join(written), repeated


def _values(piece: Token) -> dict[str, str]:
    """Return the attributes of a tag by name; of one that stands twice, the first."""
    if piece.kind not in ("start", "code"):
        return {}
    return {each.name: each.value for each in reversed(attributes(piece.opening or piece.raw))}
