"""What Pelican's own settings have to be, as far as this bulletin reads them.

Pelican trusts most of them, and ends with a traceback; the dicts of plugins are checked as they
are loaded (:mod:`plugins.core.settings`).
"""

from __future__ import annotations

import traceback
from collections.abc import Collection, Iterable, Mapping, Sequence
from importlib.machinery import PathFinder
from importlib.util import find_spec
from typing import Any

from plugins.core.errors import SettingsError
from plugins.core.problems import Problem
from plugins.core.settings import check_type
from plugins.core.settings_file import settings_problem

_TEXTS = tuple[str, ...]
_MAYBE = str | None
_TYPES: dict[str, Any] = {
    "ARTICLES": dict[str, Any],
    "ARTICLE_EXCLUDES": _TEXTS,
    "ARTICLE_PATHS": _TEXTS,
    "ATTRIBUTION": dict[str, Any],
    "BUILD": dict[str, Any],
    "CATEGORY_FEED_ATOM": _MAYBE,
    "CATEGORY_FEED_JSON": _MAYBE,
    "CATEGORY_FEED_RSS": _MAYBE,
    "COUNTER": dict[str, Any],
    "DEFAULT_LANG": str,
    "DEFAULT_METADATA": dict[str, Any],
    "DELETE_OUTPUT_DIRECTORY": bool,
    "EXTRA_PATH_METADATA": dict[str, Any],
    "FEED_ALL_ATOM": _MAYBE,
    "FEED_ALL_JSON": _MAYBE,
    "FEED_ALL_RSS": _MAYBE,
    "FEED_DOMAIN": _MAYBE,
    "FIGURES": dict[str, Any],
    "FILENAME_METADATA": _MAYBE,
    "IGNORE_FILES": _TEXTS,
    "JINJA_ENVIRONMENT": dict[str, Any],
    "JINJA_FILTERS": dict[str, Any],
    "JINJA_GLOBALS": dict[str, Any],
    "JINJA_TESTS": dict[str, Any],
    "LOAD_CONTENT_CACHE": bool,
    "MARKDOWN": dict[str, Any],
    "OUTPUT_PATH": str,
    "OUTPUT_RETENTION": _TEXTS,
    "PAGE_EXCLUDES": _TEXTS,
    "PAGE_PATHS": _TEXTS,
    "PATH": str,
    "PATH_METADATA": _MAYBE,
    "PHOTOS": dict[str, Any],
    "PLUGINS": tuple[Any, ...] | None,
    "PLUGIN_PATHS": _TEXTS,
    "PROOFREADING": dict[str, Any],
    "RELATIVE_URLS": bool,
    "SITE": dict[str, Any],
    "SITENAME": str,
    "SITEURL": str,
    "STATIC_PATHS": _TEXTS,
    "TEMPLATE_PAGES": dict[Any, Any],
    "THEME": str,
    "THEME_TEMPLATES_OVERRIDES": _TEXTS,
}
OURS = (
    *("ARTICLES", "ATTRIBUTION", "BUILD", "COUNTER", "FIGURES", "PHOTOS", "PROOFREADING", "SITE"),
    *("CATEGORY_FEED_JSON", "FEED_ALL_JSON"),
)
"""Settings that Pelican does not know."""
_EXTENSIONS = (
    ("MARKDOWN", "extensions", tuple[Any, ...]),
    ("MARKDOWN", "extension_configs", dict[Any, Any]),
    ("JINJA_ENVIRONMENT", "extensions", tuple[Any, ...]),
)


def check_types(settings: Mapping[str, Any]) -> None:
    """Raise :class:`SettingsError` for a setting that is not what it has to be, or that names an
    extension which is not there."""
    from pelican.settings import DEFAULT_CONFIG  # slow to import

    usual = {
        name: tuple[Any, ...] if isinstance(default, list) else dict[Any, Any]
        for name, default in DEFAULT_CONFIG.items()
        if isinstance(default, (list, dict))
    }
    if isinstance(settings.get("LOCALE"), str):  # Pelican takes one name, too
        del usual["LOCALE"]
    for name, hint in (usual | _TYPES).items():
        if name in settings:
            check_type(settings[name], hint, name)
    for name, key, hint in _EXTENSIONS:
        extensions = settings.get(name, {}).get(key)
        for extension in check_type(extensions, hint | None, f"{name}[{key!r}]") or ():
            # By its short name, only python-markdown finds it; of Jinja's, the class stands behind.
            if isinstance(extension, str) and "." in extension:
                module = extension.partition(":")[0]
                _check_module(
                    module.rpartition(".")[0] if name.startswith("JINJA") else module,
                    f"{name}[{key!r}]",
                )


def settings_fault(error: BaseException, arguments: Sequence[str]) -> Problem:
    """Return what is wrong with the settings, for which the command with these ``arguments``
    stopped with ``error``; where Pelican stumbled over a value, which one."""
    for frame, _ in traceback.walk_tb(error.__traceback__):
        if frame.f_code.co_name == "read_settings":
            try:
                check_types(frame.f_locals.get("settings", {}))
            except SettingsError as wrong:
                return settings_problem(wrong, arguments)
    return settings_problem(error, arguments)


def check_plugins(names: Iterable[Any], known: Collection[str], folders: Sequence[str]) -> None:
    """Raise :class:`SettingsError` for a plugin that is not there, without which Pelican would
    build. ``known`` are those that Pelican finds by a short name, ``folders`` where others are."""
    for name in names:
        if not isinstance(name, str) or {name, f"pelican.plugins.{name}"} & set(known):
            continue
        if PathFinder.find_spec(name, list(folders)) is None:
            _check_module(name, "PLUGINS")


def _check_module(name: str, place: str) -> None:
    try:
        found = find_spec(name)
    except ImportError:
        found = None
    if found is None:
        raise SettingsError(
            place,
            f"có tên không tìm thấy: {name!r}",
            "Kiểm tra cách viết, hoặc cài gói mang tên ấy.",
        )
