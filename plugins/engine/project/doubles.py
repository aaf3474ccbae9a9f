"""Pelican's settings that say what a setting of ours says, too: either may say it, not both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from plugins.articles.config import STATUSES
from plugins.core.errors import SettingsError
from plugins.core.settings import check_type
from plugins.core.terms import LISTS
from plugins.core.text.slugs import Substitutions


class _Double(NamedTuple):
    """``theirs`` means ``ours[key]``, of the type ``kind``; ``unsaid`` is what Pelican itself sets
    it to, or what stands for nothing."""

    theirs: str
    unsaid: Any
    ours: str
    key: str
    kind: type


_DOUBLES = (
    _Double("DEFAULT_CATEGORY", "misc", "ARTICLES", "default_category", str),
    _Double("AUTHOR", None, "ARTICLES", "default_byline", str),
    _Double("USE_FOLDER_AS_CATEGORY", False, "ARTICLES", "folder_is_category", bool),
    _Double("SLUGIFY_SOURCE", "title", "ARTICLES", "slug_source", str),
    _Double("DEFAULT_PAGINATION", False, "BUILD", "articles_per_page", int),
)
_PELICANS_ALONE = {
    "default_head": "DEFAULT_METADATA",
    "slug_substitutions": "SLUG_REGEX_SUBSTITUTIONS",
}
"""Settings of ours that are said by Pelican's alone."""
# Of one article alone, or of static pages and documents.
_OF_ONE = {"Title", "Date", "Modified", "Slug", "Aliases", "Lead_photo", "Correction"}


def with_doubles(settings: Mapping[str, Any], name: str) -> dict[str, Any]:
    """Return our dict ``name`` with what Pelican's settings say of it.

    Raises :class:`SettingsError` for a wrong type, and where the two do not agree.
    """
    ours: dict[str, Any] = dict(settings.get(name, {}))
    for double in _DOUBLES:
        value = settings.get(double.theirs, double.unsaid)
        if double.ours == name and value not in (double.unsaid, None, ""):
            _say(ours, double.theirs, check_type(value, double.kind, double.theirs), double)
    if name == "ARTICLES":
        for key, theirs in _PELICANS_ALONE.items():
            if key in ours:
                raise SettingsError(
                    f"ARTICLES[{key!r}]", "không phải là tên một thiết lập", f"Ghi vào {theirs}."
                )
        _take_metadata(ours, dict(settings.get("DEFAULT_METADATA", {})))
        if substitutions := dict(_substitutions(settings)):
            ours["slug_substitutions"] = substitutions
    return ours


def _substitutions(settings: Mapping[str, Any]) -> Iterator[tuple[str, Substitutions]]:
    """Yield what is substituted in slugs, by what has them. Pelican's own rules make a slug of a
    name, which ours does already. Raises :class:`SettingsError` for what is no such rule."""
    from pelican.settings import DEFAULT_CONFIG  # slow to import

    for kind in ("article", *LISTS):
        name = f"{kind.upper()}_REGEX_SUBSTITUTIONS"
        name = name if settings.get(name) else "SLUG_REGEX_SUBSTITUTIONS"
        rules = settings.get(name)
        if not rules or rules == DEFAULT_CONFIG.get(name):
            continue
        for number, rule in enumerate(check_type(rules, Substitutions, name)):
            try:
                pattern, replacement = rule
                re.sub(pattern, replacement, "", flags=re.IGNORECASE)
            except (ValueError, IndexError, re.error) as error:
                raise SettingsError(
                    f"{name}[{number}]",
                    f"= {rule!r} không dùng được ({error})",
                    r"Ghi một biểu thức chính quy và chữ thay cho nó, ví dụ (r'C\+\+', 'cpp').",
                ) from error
        yield kind, tuple(map(tuple, rules))


def _take_metadata(ours: dict[str, Any], said: Mapping[str, Any]) -> None:
    """Put into ``ours`` what DEFAULT_METADATA says."""
    for name, value in said.items():
        place = f"DEFAULT_METADATA[{name!r}]"
        key = _key(name, value, place)
        if meant := {"Category": _DOUBLES[0], "Authors": _DOUBLES[1]}.get(key):
            _say(ours, place, check_type(value, str, place), meant)
        else:
            values = list(value) if isinstance(value, tuple) else value
            ours["default_head"] = ours.get("default_head", {}) | {key: values}


def _say(ours: dict[str, Any], theirs: str, value: Any, double: _Double) -> None:
    if ours.setdefault(double.key, value) != value:
        place = f"{double.ours}[{double.key!r}]"
        raise SettingsError(
            theirs, f"= {value!r} nhưng {place} = {ours[double.key]!r}", "Xóa một trong hai."
        )


def _key(name: str, value: Any, place: str) -> str:
    """Return the key of an article's head that Pelican's ``name`` means."""
    from plugins.articles.front_matter.keys import KEYS, canonical_key  # slow, and rarely needed

    usable = [key for key, each in KEYS.items() if "article" in each.of and key not in _OF_ONE]
    key = canonical_key(name)
    if key not in usable:
        known = ", ".join(key.lower() for key in usable)
        raise SettingsError(place, "không dùng được", f"Chỉ dùng được: {known}.")
    for each in value if isinstance(value, (list, tuple)) else [value]:
        check_type(each, str, place)
    if key == "Status" and value not in STATUSES:
        raise SettingsError(
            place, f"không thể là {value!r}", f"Ghi một trong: {', '.join(STATUSES)}."
        )
    return key
