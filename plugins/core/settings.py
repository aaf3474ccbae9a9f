"""Turn a plugin's settings (one dict in ``pelicanconf.py``) into a frozen dataclass."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from typing import Any, TypeVar

from plugins.core.errors import SettingsError

T = TypeVar("T")


def load_settings(cls: type[T], name: str, values: Mapping[str, Any]) -> T:
    """Return ``cls(**values)`` after checking every key and type.

    ``cls`` is a dataclass whose fields are plain types (``str``, ``int``, ``bool``),
    ``tuple[X, ...]`` or ``dict[K, V]`` of those, such a dataclass, or a union with
    ``None``; a list is taken where a tuple is asked for. ``name`` is what the dict is called in the
    settings file. Raises :class:`SettingsError` for an unknown key or a wrong type.
    """
    hints = typing.get_type_hints(cls)
    known = [field.name for field in dataclasses.fields(cls)]  # type: ignore[arg-type]
    checked: dict[str, Any] = {}
    for key, value in values.items():
        if key not in known:
            import difflib  # slow, and needed only to help

            near = difflib.get_close_matches(key, known, n=1)
            hint = f"; did you mean {near[0]!r}?" if near else f"; known keys: {', '.join(known)}"
            raise SettingsError(f"{name}[{key!r}] is not a known setting{hint}")
        checked[key] = _checked(value, hints[key], f"{name}[{key!r}]")
    return cls(**checked)


def check_least(settings: object, name: str, least: int, *fields: str) -> None:
    """Raise :class:`SettingsError` if one of these numbers in ``settings``, which the settings
    file calls ``name``, is below ``least``."""
    for field in fields:
        if (value := getattr(settings, field)) < least:
            raise SettingsError(
                f"{name}[{field!r}] phải là một số từ {least} trở lên, không phải {value}"
            )


def _checked(value: Any, hint: Any, place: str) -> Any:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        if value is None and type(None) in args:
            return None
        rest = [arg for arg in args if arg is not type(None)]
        return _checked(value, rest[0], place)
    if origin is tuple:
        if isinstance(value, (list, tuple)):
            return tuple(_checked(item, args[0], f"{place}[{i}]") for i, item in enumerate(value))
        raise SettingsError(f"{place} must be a list, not {value!r}")
    if origin is dict:
        if isinstance(value, Mapping):
            return {
                _checked(key, args[0], place): _checked(item, args[1], f"{place}[{key!r}]")
                for key, item in value.items()
            }
        raise SettingsError(f"{place} must be a dict, not {value!r}")
    if dataclasses.is_dataclass(hint) and isinstance(value, Mapping):
        return load_settings(typing.cast(type, hint), place, value)
    # bool is a subclass of int: True must not pass for a number.
    if isinstance(value, hint) and not (hint is int and isinstance(value, bool)):
        return value
    raise SettingsError(f"{place} must be of type {hint.__name__}, not {value!r}")
