"""Two people's changes to one file: joined where they do not touch each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from merge3 import Merge3

from plugins.desk.web.source.forms import body_of
from plugins.desk.web.source.head import SHOWN, as_text
from plugins.desk.web.source.text import SourceText
from plugins.desk.web.store.drafts import Form

Line = TypeVar("Line", str, bytes)


def merged(base: bytes, form: Form, theirs: bytes) -> bytes | None:
    """Return a file with what a ``form`` that was made of ``base`` changed, and what somebody else
    changed who made ``theirs`` of it; ``None`` where both changed the same.

    Raises :class:`~plugins.desk.web.source.text.FieldRefusedError`.
    """
    before, other = SourceText(base), SourceText(theirs)
    fields: dict[str, str] = {}
    for key in SHOWN:
        old, new = before.fields.get(key, ""), other.fields.get(key, "")
        wanted = as_text(form.fields.get(key, ""))
        if wanted not in (old, new) and new != old:
            return None
        fields[key] = new if wanted == old else wanted
    texts = (text.split("\n") for text in (before.body, body_of(form), other.body))
    body = lines_merged(*texts)
    return None if body is None else other.edited(fields, "\n".join(body))


def lines_merged(
    was: Sequence[Line], mine: Sequence[Line], theirs: Sequence[Line]
) -> list[Line] | None:
    """Return the lines of a text with what two people changed in it, ``None`` where both changed
    the same."""
    groups = list(Merge3(list(was), list(mine), list(theirs)).merge_groups())
    if any(kind == "conflict" for kind, *_ in groups):
        return None
    return [line for _, lines, *_ in groups for line in lines]
