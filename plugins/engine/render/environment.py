"""Jinja's environment: where templates are looked for, their filters, and the theme's words."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, MutableMapping
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, UndefinedError
from jinja2.environment import Template, TemplateModule
from jinja2.runtime import Context

from plugins.core.dates.date import format_day, format_full, format_iso, format_short, format_timed
from plugins.engine.errors import NotUnicodeError
from plugins.engine.render.theme_file import read_text
from plugins.metadata.sharing import zalo_link
from plugins.metadata.structured.pages import homepage
from plugins.metadata.structured.script import json_ld
from plugins.search.layout import told_to_script


def vi_number(number: int) -> str:
    """Return a whole number as Vietnamese prints it: ``1.234.567``."""
    return f"{number:,}".replace(",", ".")


FILTERS: dict[str, Callable[..., str | None]] = {
    "date": format_day,
    "date_full": format_full,
    "date_short": format_short,
    "date_timed": format_timed,
    "homepage": homepage,
    "iso": format_iso,
    "json_ld": json_ld,
    "search_layout": told_to_script,
    "vi_number": vi_number,
    "zalo_link": zalo_link,
}


class Words(dict[str, Any]):
    """A table of words. ``t.article.related`` finds them as attributes, which Jinja tries first:
    a page has fifty of them."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        super().__init__(
            (name, Words(each) if isinstance(each, dict) else each) for name, each in table.items()
        )
        self.__dict__ = self

    def __missing__(self, name: str) -> Any:
        """Say what a theme of another version lacks, also where no template asks for it."""
        raise UndefinedError(f"strings.toml không có “{name}”")


def load_strings(theme: Path) -> Words:
    """Return the words of a theme (``strings.toml``). Raises ``tomllib.TOMLDecodeError``."""
    return Words(tomllib.loads(read_text(theme / "strings.toml")))


class _Loader(FileSystemLoader):
    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """Return what is in a template. Raises :class:`NotUnicodeError`, where Jinja does not
        say which file it is."""
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError as error:
            files = (Path(folder) / template for folder in self.searchpath)
            raise NotUnicodeError.of(next(filter(Path.is_file, files)), error) from None


class _Template(Template):
    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        # All templates of a build have the same globals. Jinja compares them for each import,
        # which takes longer than a component.
        return super()._get_default_module()


class _Environment(Environment):
    template_class = _Template

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the globals of a template, which are the environment's: Jinja would put a map in
        front of them that takes long to copy, and each page copies them."""
        return super().make_globals(d) if d else self.globals


def environment(theme: Path, settings: Mapping[str, Any], compiled: BytecodeCache) -> Environment:
    """Return Jinja's environment for a theme's templates.

    From Pelican's ``settings`` come JINJA_ENVIRONMENT, JINJA_FILTERS, JINJA_GLOBALS,
    JINJA_TESTS and THEME_TEMPLATES_OVERRIDES. ``compiled`` keeps compiled templates.
    """
    folders = [*settings.get("THEME_TEMPLATES_OVERRIDES", ()), theme / "templates"]
    options = {"cache_size": -1} | settings.get("JINJA_ENVIRONMENT", {})
    made = _Environment(
        loader=_Loader(folders), auto_reload=False, bytecode_cache=compiled, **options
    )
    made.filters |= FILTERS | dict(settings.get("JINJA_FILTERS", {}))
    made.globals |= dict(settings.get("JINJA_GLOBALS", {}))
    made.tests |= dict(settings.get("JINJA_TESTS", {}))
    return made
