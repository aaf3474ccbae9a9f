"""Turn a plugin's settings (one dict in ``pelicanconf.py``) into a frozen dataclass."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from typing import Any, TypeVar

from plugins.core.errors import SettingsError

T = TypeVar("T")

_KINDS = {
    bool: ("True hoặc False", "Viết True hoặc False, không có dấu nháy."),
    dict: ("một bảng", 'Viết trong ngoặc nhọn, ví dụ {"tên": "giá trị"}.'),
    int: ("một số nguyên", "Viết số không có dấu nháy, ví dụ 20."),
    str: ("một dòng chữ", 'Viết trong dấu nháy, ví dụ "chữ".'),
    tuple: ("một danh sách", 'Viết trong ngoặc vuông, ví dụ ["một", "hai"].'),
}
"""What a value has to be, and how it is written."""


def load_settings(cls: type[T], name: str, values: Any) -> T:
    """Return ``cls(**values)`` after checking every key and type.

    ``cls`` is a dataclass whose fields are plain types (``str``, ``int``, ``bool``),
    ``tuple[X, ...]`` or ``dict[K, V]`` of those, such a dataclass, or a union with
    ``None``; a list is taken where a tuple is asked for. ``name`` is what the dict is called in the
    settings file. Raises :class:`SettingsError` for an unknown or a missing key, or a wrong type.
    """
    if not isinstance(values, Mapping):
        raise _unlike(dict, name, values)
    hints = typing.get_type_hints(cls)
    fields = dataclasses.fields(cls)  # type: ignore[arg-type] # T is a dataclass, by contract
    known = [field.name for field in fields]
    checked: dict[str, Any] = {}
    for key, value in values.items():
        if key not in known:
            raise _unknown(name, key, known)
        checked[key] = check_type(value, hints[key], f"{name}[{key!r}]")
    for field in fields:
        is_needed = field.default is field.default_factory is dataclasses.MISSING
        if is_needed and field.name not in checked:
            raise SettingsError(
                f"{name}[{field.name!r}]", "chưa được ghi", f"Thêm {field.name!r} vào {name}."
            )
    return cls(**checked)


def check_least(settings: object, name: str, least: int, *fields: str) -> None:
    """Raise :class:`SettingsError` if one of these numbers in ``settings``, which the settings
    file calls ``name``, is below ``least``."""
    for field in fields:
        if (value := getattr(settings, field)) < least:
            raise SettingsError(
                f"{name}[{field!r}]",
                f"phải là một số từ {least} trở lên, không phải {value}",
                f"Ghi một số từ {least} trở lên.",
            )


def check_type(value: Any, hint: Any, place: str) -> Any:
    """Return ``value``, with tuples for lists, if it is what ``hint`` says; ``Any`` is anything.
    Raises :class:`SettingsError`, which names ``place``."""
    if hint is Any:
        return value
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        if value is None and type(None) in args:
            return None
        rest = [arg for arg in args if arg is not type(None)]
        return check_type(value, rest[0], place)
    if origin is tuple:
        if isinstance(value, (list, tuple)):
            return tuple(check_type(item, args[0], f"{place}[{i}]") for i, item in enumerate(value))
        raise _unlike(tuple, place, value)
    if origin is dict:
        if isinstance(value, Mapping):
            return {
                check_type(key, args[0], place): check_type(item, args[1], f"{place}[{key!r}]")
                for key, item in value.items()
            }
        raise _unlike(dict, place, value)
    if dataclasses.is_dataclass(hint):
        return load_settings(typing.cast(type, hint), place, value)
    # bool is a subclass of int: True must not pass for a number.
    if isinstance(value, hint) and not (hint is int and isinstance(value, bool)):
        return value
    raise _unlike(hint, place, value)


def _unknown(name: str, key: object, known: list[str]) -> SettingsError:
    import difflib  # slow, and needed only to help

    near = difflib.get_close_matches(str(key), known, n=1)
    fix = f"Có phải là {near[0]!r}?" if near else f"Chỉ dùng được: {', '.join(known)}."
    return SettingsError(f"{name}[{key!r}]", "không phải là tên một thiết lập", fix)


def _unlike(kind: type, place: str, value: object) -> SettingsError:
    what, fix = _KINDS[kind]
    return SettingsError(place, f"phải là {what}, không phải {value!r}", fix)
