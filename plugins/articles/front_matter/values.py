"""The value of one front-matter key: free text as it stands, everything else as YAML.

Editors write titles such as ``Lào Cai: 28 điển hình`` and ``Giải #1`` without quotes.
YAML refuses the first and silently cuts the second, so a plain value of a key that holds
free text is taken to the end of its line; quotes, lists, folded text (``>``, ``|``) and
every other form are YAML's (1.2, sections 7 and 8).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from plugins.articles.errors import FieldValueError
from plugins.articles.front_matter.keys import KEYS
from plugins.core.text.decoding import FORBIDDEN
from plugins.core.text.expressions import expression

if TYPE_CHECKING:
    pass

_LISTS = {key for key, declared in KEYS.items() if declared.kind == "list"}
_MAY_BE_LIST = _LISTS | {key for key, declared in KEYS.items() if declared.kind == "texts"}
_FREE_TEXT = _MAY_BE_LIST | {key for key, declared in KEYS.items() if declared.kind == "text"}

# One line between quotes, without an escape, is what stands there (YAML 1.2, 7.3.1); the
# library takes 0.1 ms to say so.
_QUOTED = expression(r'"(?P<said>[^"\\]*)"')
_HASHTAG_ITEM = expression(r"\s*-\s*#")
_BEFORE_HASHTAG = expression(r"\s+(?=#\w)")
_NAME = expression(r'(?:"[^"]*"|“[^”]*”|[^,;])+')
_YAML = expression(r"[\"'\[{]|[|>][-+]?\d?[-+]?\s*$")


def read_value(key: str, text: str, more: list[str], *, yaml_head: bool) -> Any:
    """Return the value of ``key``: text, a list, or what YAML makes of it.

    ``text`` stands beside the key, ``more`` are the lines below that belong to it. Outside
    a head between ``---`` lines, quotes and brackets of free text are the text's own.
    Raises :class:`FieldValueError`.
    """
    written = [line for line in more if line.strip()]
    if key in _LISTS:
        _check_brackets(key, " ".join([text, *map(str.strip, written)]).strip())
        if not text and any(_HASHTAG_ITEM.match(line) for line in written):
            return _items(written)  # what begins with "#" is nothing to YAML
    plain = not _YAML.match(text) or not (yaml_head or key in _MAY_BE_LIST)
    if text and plain and (key in _FREE_TEXT or not written):
        whole = " ".join([text, *(line.strip() for line in written)])
        if key not in _FREE_TEXT:
            whole = re.split(r"\s#", whole, maxsplit=1)[0].strip()
        return split_names(whole) if key == "Tags" else whole
    if not text and not written:
        return ""
    import yaml  # most heads need none of it

    try:
        loaded = _load(key, text, more)
    except (yaml.YAMLError, RecursionError) as error:
        return _not_yaml(key, text, written, error)
    _check_characters(key, loaded)
    if isinstance(loaded, str):
        loaded = loaded.strip()
        return split_names(loaded) if key == "Tags" else loaded
    if key in _FREE_TEXT - _MAY_BE_LIST and not written:
        return text  # a title such as “[Video]” is text, whatever YAML makes of it
    return loaded


def _load(key: str, text: str, more: list[str]) -> Any:
    """Return what YAML makes of a value. Raises ``yaml.YAMLError``."""
    if text.isprintable() and not more and (quoted := _QUOTED.fullmatch(text)):
        return quoted["said"]
    import yaml

    source = "\n".join([f"{key}: {text}", *more])
    if "&" in source and any(
        getattr(event, "anchor", None) for event in yaml.parse(source, Loader=yaml.BaseLoader)
    ):
        # Names for parts of a value, to have them again: one line can so make gigabytes.
        raise FieldValueError(
            0,
            f"giá trị của “{key}” có dấu & mở đầu một chữ",
            "Đặt cả tên ấy trong dấu nháy kép; tên nào cần lặp lại thì viết đủ.",
        )
    return yaml.load(source, Loader=yaml.BaseLoader)[key]  # noqa: S506 - makes text only


def _not_yaml(key: str, text: str, written: list[str], error: Exception) -> Any:
    """A value that only looks like YAML (``[Video] Lễ hội``) is plain text after all."""
    opens_only = text[:1] in ('"', "'") and text.count(text[0]) == 1
    if key in _FREE_TEXT and not written and not opens_only:
        in_brackets = text.startswith("[") and text.endswith("]")
        return split_names(text[1:-1] if in_brackets else text) if key == "Tags" else text
    if not text:
        return _items(written)
    mark = getattr(error, "problem_mark", None)
    raise FieldValueError(
        mark.line if mark else 0,
        f"giá trị của “{key}” không đọc được (dấu nháy hoặc ngoặc chưa đóng?)",
        "Đóng đủ dấu nháy và ngoặc, hoặc bỏ chúng đi và viết cả giá trị trên một dòng.",
    ) from None


def _check_characters(key: str, loaded: Any) -> None:
    """Raise for what an escape made that no page can hold (``"\\u0007"``)."""
    if isinstance(loaded, str):
        if found := FORBIDDEN.search(loaded):
            raise FieldValueError(
                0,
                f"giá trị của “{key}” có ký tự không hiện được (mã {ord(found[0]):04X})",
                "Xóa dấu \\ và mã của ký tự ấy, gõ lại chữ bình thường.",
            )
        return
    for each in (*loaded, *loaded.values()) if isinstance(loaded, dict) else loaded:
        _check_characters(key, each)


def _check_brackets(key: str, text: str) -> None:
    """Raise for a list of which one bracket is missing: it would be part of a name."""
    opened, closed = text.count("["), text.count("]")
    if opened == closed or not (text.startswith("[") or text.endswith("]")):
        return
    missing, other = ("]", "[") if opened > closed else ("[", "]")
    where = "cuối" if missing == "]" else "đầu"
    names = text.strip("[] ") or "tên này, tên kia"
    raise FieldValueError(
        0,
        f"danh sách ở “{key}” có dấu {other} mà thiếu dấu {missing}: “{text}”",
        f"Thêm dấu {missing} vào {where} danh sách, hoặc bỏ ngoặc: “{key}: {names}”.",
    )


def _items(written: list[str]) -> list[str]:
    return [re.sub(r"^\s*-\s*", "", line).strip() for line in written]


def split_names(text: str) -> list[str]:
    """Split ``Bắc Hà, Si Ma Cai; du lịch`` into names; a comma between quotes is a name's own."""
    text = " ".join(text.split())
    if any(quote in text for quote in '"“#'):
        parts = [part for one in _NAME.findall(text) for part in _BEFORE_HASHTAG.split(one)]
    else:
        parts = re.split(r"[,;]", text)
    return [name for part in parts if (name := part.strip())]
