"""python-markdown, made from its settings."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

from markdown import Extension, Markdown


def make_markdown(options: Mapping[str, Any]) -> Markdown:
    """Return python-markdown with ``options``, its arguments.

    It would look for each extension among the entry points of all installed packages first,
    which takes a tenth of a small build. A module's name is not found there.
    """
    configs = options.get("extension_configs", {})
    names = options.get("extensions", ())
    return Markdown(**{**options, "extensions": [_extension(name, configs) for name in names]})


def _extension(name: str | Extension, configs: Mapping[str, Any]) -> str | Extension:
    if not isinstance(name, str) or "." not in name or ":" in name:
        return name
    try:
        module = import_module(name)
    except ImportError:
        return name  # python-markdown says what is wrong
    made: Extension = module.makeExtension(**configs.get(name, {}))
    return made
