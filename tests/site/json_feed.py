"""What version 1.1 of JSON Feed asks for (jsonfeed.org/version/1.1), as tables: its authors have no
schema of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

Check = Callable[[Any], Iterator[str]]

# RFC 3339, section 5.6, which is stricter than what ISO 8601 allows.
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")  # RFC 5646
_TYPE = re.compile(r"[a-z]+/[a-z0-9.+-]+")
_EXTENSION = re.compile(r"_[A-Za-z][^.]*")


def faults(feed: Any) -> list[str]:
    """Return what is wrong with a feed, each with its place in it."""
    found = list(_object(_FEED, ("version", "title", "items"))(feed))
    items = feed.get("items", []) if isinstance(feed, dict) else []
    names = [item.get("id") for item in items if isinstance(item, dict)]
    if len(set(map(str, names))) < len(names):
        found.append(".items: two of one id")
    return found


def _is(holds: Callable[[Any], Any], what: str) -> Check:
    def check(value: Any) -> Iterator[str]:
        if not holds(value):
            yield f": {value!r} is not {what}"

    return check


def _like(pattern: re.Pattern[str], what: str) -> Check:
    return _is(lambda value: isinstance(value, str) and pattern.fullmatch(value), what)


def _is_address(value: Any) -> bool:
    return isinstance(value, str) and all(urlsplit(value)[:2]) and not re.search(r"\s", value)


def _is_moment(value: Any) -> bool:
    return isinstance(value, str) and bool(
        _MOMENT.fullmatch(value) and datetime.fromisoformat(value)
    )


def _list(of: Check) -> Check:
    def check(value: Any) -> Iterator[str]:
        if not isinstance(value, list):
            yield ": is no array"
            return
        for number, each in enumerate(value):
            yield from (f"[{number}]{fault}" for fault in of(each))

    return check


def _object(
    keys: dict[str, Check], required: tuple[str, ...] = (), one_of: tuple[str, ...] = ()
) -> Check:
    def check(value: Any) -> Iterator[str]:
        if not isinstance(value, dict):
            yield ": is no object"
            return
        yield from (f".{key}: is missing" for key in required if key not in value)
        if one_of and not any(key in value for key in one_of):
            yield f": has none of {', '.join(one_of)}"
        for key, told in value.items():
            if key in keys:
                yield from (f".{key}{fault}" for fault in keys[key](told))
            elif not (_EXTENSION.fullmatch(key) and isinstance(told, dict)):
                yield f".{key}: is neither known nor an extension"

    return check


_text = _is(lambda value: isinstance(value, str) and value.strip(), "text")
_any_text = _is(lambda value: isinstance(value, str), "text")
_address = _is(_is_address, "an address")
_moment = _is(_is_moment, "a moment with its zone")
_number = _is(lambda value: type(value) in (int, float) and value >= 0, "a number")
_language = _like(_LANGUAGE, "a language")
_authors = _list(
    _object({"name": _text, "url": _address, "avatar": _address}, one_of=("name", "url", "avatar"))
)
_ATTACHMENT: dict[str, Check] = {
    "url": _address,
    "mime_type": _like(_TYPE, "a type of files"),
    "title": _text,
    "size_in_bytes": _number,
    "duration_in_seconds": _number,
}
_ITEM: dict[str, Check] = {
    "id": _text,
    "url": _address,
    "external_url": _address,
    "title": _text,
    "content_html": _any_text,
    "content_text": _any_text,
    "summary": _text,
    "image": _address,
    "banner_image": _address,
    "date_published": _moment,
    "date_modified": _moment,
    "authors": _authors,
    "tags": _list(_text),
    "language": _language,
    "attachments": _list(_object(_ATTACHMENT, ("url", "mime_type"))),
}
_FEED: dict[str, Check] = {
    "version": _is(lambda value: value == "https://jsonfeed.org/version/1.1", "version 1.1"),
    "title": _text,
    "home_page_url": _address,
    "feed_url": _address,
    "description": _text,
    "user_comment": _text,
    "next_url": _address,
    "icon": _address,
    "favicon": _address,
    "authors": _authors,
    "language": _language,
    "expired": _is(lambda value: isinstance(value, bool), "true or false"),
    "hubs": _list(_object({"type": _text, "url": _address}, ("type", "url"))),
    "items": _list(_object(_ITEM, ("id",), one_of=("content_html", "content_text"))),
}
