"""What is told of Pelican's settings that do nothing here, and of names that are none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from plugins.core import checks
from plugins.core.errors import SettingsError
from plugins.core.problems import Problem
from plugins.core.settings_file import place_of
from plugins.engine.checks.setting_types import OURS
from plugins.engine.project.standings import STANDING_OF

_NEAR = 0.84  # difflib: SITNAME for SITENAME, but not AUTHORS_BIO for AUTHOR
_NAME = re.compile(r"\b[A-Z][A-Z0-9_]+\b")


class _Theme:
    """The names in capitals that templates use, looked for once somebody asks."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        overrides = settings.get("THEME_TEMPLATES_OVERRIDES", ())
        self._folders = [Path(settings["THEME"], "templates"), *map(Path, overrides)]

    @cached_property
    def names(self) -> set[str]:
        files = (file for folder in self._folders for file in folder.rglob("*.*") if file.is_file())
        return {name for file in files for name in _NAME.findall(file.read_text("utf-8", "ignore"))}


def told_settings(settings: Mapping[str, Any], arguments: list[str]) -> list[Problem]:
    """Return a warning for each of ``settings``, as Pelican read them for a command with these
    ``arguments``, that does nothing here or is a slip of the pen.

    Raises :class:`SettingsError` for one that is refused.
    """
    from pelican.settings import DEFAULT_CONFIG  # slow to import

    theme = _Theme(settings)
    found: list[Problem] = []
    for name, value in settings.items():
        standing = STANDING_OF.get(name)
        if standing is None:
            found += _misspelt(name, theme, arguments)
            continue
        if standing.kind == "honoured" or value == DEFAULT_CONFIG.get(name):
            continue
        if standing.off and not _asks_for_anything(value):
            continue
        if standing.kind == "refused":
            wrong, fix = "không dùng được ở bản tin này", f"{standing.vietnamese} Xóa {name}."
            raise SettingsError(name, wrong, fix)
        if standing.kind == "theme" and name in theme.names:
            continue
        path, line = place_of(name, arguments)
        fix = f"{standing.vietnamese} Xóa {name}."
        found.append(Problem(checks.SETTING_IDLE, path, line, f"{name} không có tác dụng", fix))
    return found


def _asks_for_anything(value: Any) -> bool:
    return any(value.values()) if isinstance(value, Mapping) else bool(value)


def _misspelt(name: str, theme: _Theme, arguments: list[str]) -> Iterator[Problem]:
    """Yield what is to be said of a name that is nobody's, if it is nearly a setting's. Other
    names are variables of the newsroom's own templates and plugins."""
    import difflib  # slow, and rarely needed

    if name in OURS:
        return
    near = difflib.get_close_matches(name, [*STANDING_OF, *OURS], n=1, cutoff=_NEAR)
    if not near or name in theme.names:
        return
    fix = f"Có phải là {near[0]}? Nếu không thì đổi tên nó."
    path, line = place_of(name, arguments)
    yield Problem(checks.SETTING_MISSPELT, path, line, f"không có thiết lập {name}", fix)
