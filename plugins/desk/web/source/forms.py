"""A form of the screen, as a browser sends it, and the file that it makes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from plugins.articles.source_file import MOST_BYTES
from plugins.desk.web.source.blocks import Block, Card, ShownFigure, joined, split
from plugins.desk.web.source.head import SHOWN
from plugins.desk.web.source.text import SourceText
from plugins.desk.web.store.drafts import Form

_MOST_BLOCKS = 5000
_MOST_GAP = 50
_NAME = re.compile(r"[^\x00-\x1f]{1,255}")


class MalformedFormError(ValueError):
    """What a browser sent is no form of this screen."""


class TooLongFormError(MalformedFormError):
    """A form holds more than an article may."""


def form_from(sent: Any) -> Form:
    """Return the form that a browser sent. Raises :class:`MalformedFormError`."""
    try:
        fields = {key: _text(sent["fields"][key]) for key in SHOWN if sent["fields"].get(key)}
        blocks = [_block(each) for each in sent["blocks"][: _MOST_BLOCKS + 1]]
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise MalformedFormError(str(error)) from error
    form = Form(fields, blocks)
    if len(blocks) > _MOST_BLOCKS or len(form.packed()) > MOST_BYTES:
        raise TooLongFormError
    return form


def form_of(source: SourceText, figures: tuple[ShownFigure, ...]) -> Form:
    """Return the form of a file in which the reader found these figures."""
    blocks = split(source.body, source.body_line, figures)
    return Form(dict(source.fields), [_as_json(block) for block in blocks])


def content_of(base: bytes, form: Form, **fields: str) -> bytes:
    """Return what a form makes of a file that has ``base`` in it; ``fields`` are said besides.

    Raises :class:`~plugins.desk.web.source.text.FieldRefusedError`.
    """
    return SourceText(base).edited(form.fields | fields, body_of(form))


def body_of(form: Form) -> str:
    """Return the text below the head."""
    return joined(_blocks(form))


def place_in(form: Form, content: bytes, line: int | None) -> dict[str, Any]:
    """Return where on the screen a line of the file is that a form made: which field, or which
    block and the line in it; nothing if it is nowhere."""
    if line is None:
        return {}
    source = SourceText(content)
    if line < source.body_line:
        shown = [(f.line, key) for key, f in source.head.fields.items() if key in SHOWN]
        above = [key for at, key in sorted(shown) if at <= line]
        return {"field": above[-1]} if above else {}
    at = source.body_line
    blocks = _blocks(form)
    for number, block in enumerate(blocks):
        end = (
            at
            + joined(blocks[: number + 1]).count("\n")
            - (joined(blocks[:number]).count("\n") if number else 0)
        )
        if line <= end:
            rows = end - at if number == 0 else end - at - block.gap
            return {"block": number, "row": max(0, min(rows, line - (end - rows)))}
        at = end
    return {}


def photo_names(form: Form) -> list[str]:
    """Return the names of the photos on the cards, in order."""
    return [photo.name for block in _blocks(form) for photo in block.photos]


def _blocks(form: Form) -> list[Block]:
    return [
        Block(**{**each, "photos": tuple(Card(**photo) for photo in each["photos"])})
        for each in form.blocks
    ]


def _as_json(block: Block) -> dict[str, Any]:
    photos = [{"name": photo.name, "alt": photo.alt} for photo in block.photos]
    return {
        "gap": block.gap,
        "text": block.text,
        "photos": photos,
        "caption": block.caption,
        "credit": block.credit,
        "source": block.source,
    }


def _block(sent: Mapping[str, Any]) -> dict[str, Any]:
    photos = [{"name": _text(p["name"]), "alt": _text(p.get("alt", ""))} for p in sent["photos"]]
    if any(not _NAME.fullmatch(photo["name"]) for photo in photos):
        raise ValueError("name")
    texts = {key: _text(sent.get(key, "")) for key in ("text", "caption", "credit", "source")}
    gap = min(max(int(sent.get("gap", 1)), 0), _MOST_GAP)
    return {"gap": gap, "photos": photos} | texts


def _text(sent: Any) -> str:
    """Return letters as they came; half of a letter, which JavaScript may send and no file can
    hold, as the sign for what cannot be read."""
    return str(sent).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
