"""Two people's changes to one file: joined where they do not touch each other."""

from __future__ import annotations

from merge3 import Merge3

from plugins.desk.web.source.forms import body_of
from plugins.desk.web.source.head import SHOWN, as_text
from plugins.desk.web.source.text import SourceText
from plugins.desk.web.store.drafts import Form


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
    was, mine, now = (text.split("\n") for text in (before.body, body_of(form), other.body))
    body: list[str] = []
    for kind, *groups in Merge3(was, mine, now).merge_groups():
        if kind == "conflict":
            return None
        body += groups[0]
    return other.edited(fields, "\n".join(body))
