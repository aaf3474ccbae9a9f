"""Templates and style sheets made once a process, for those who build many sites with one theme.

To compile the theme takes half the time of a small site's clean build. What Jinja makes of
a template follows from its text and name, and from the environment's options, filters and tests.
Where those are the project's own, which keep nothing in mind, the rest is the key here; a site with
filters of its own has its templates compiled as ever. The project's cache of compiled templates
(plugins/engine/render/bytecode_cache.py) is asked first all the same, and given what is made.

What a style sheet without its names is, follows from its text and that of the scripts alone.
"""

from __future__ import annotations

import inspect
from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from types import CodeType
from unittest.mock import patch

from jinja2 import Environment
from jinja2.filters import FILTERS as DEFAULT_FILTERS
from jinja2.tests import TESTS as DEFAULT_TESTS

from plugins.engine.render import assets
from plugins.engine.render.css_names import without_names
from plugins.engine.render.environment import FILTERS

_compile = Environment.compile
# What has no part in it, or is kept under another name.
_ELSE = {"self", "loader", "cache_size", "auto_reload", "bytecode_cache", "enable_async"}
_OPTIONS = sorted(inspect.signature(Environment.__init__).parameters.keys() - _ELSE)
_compiled: dict[Hashable, CodeType] = {}


@contextmanager
def compiled_once() -> Iterator[None]:
    """Have Jinja compile no template twice that is the same to it, and no style sheet shortened
    twice that is the same."""
    shortened_once = lru_cache(maxsize=16)(without_names)
    with (
        patch.object(Environment, "compile", _compile_once),
        patch.object(assets, "without_names", shortened_once),
    ):
        yield


def _compile_once(
    self: Environment, source: str, name: str | None = None, filename: str | None = None
) -> CodeType:
    if self.filters != DEFAULT_FILTERS | FILTERS or self.tests != DEFAULT_TESTS:
        return _compile(self, source, name, filename)
    options = (getattr(self, option) for option in _OPTIONS)
    known = tuple(tuple(each) if isinstance(each, dict) else each for each in options)
    key = (type(self), self.is_async, known, source, name)
    if key not in _compiled:
        _compiled[key] = _compile(self, source, name, filename)
    return _in_file(_compiled[key], filename or "<template>")


def _in_file(code: CodeType, filename: str) -> CodeType:
    """Return the same code as that of another file, which is what a traceback names."""
    parts = (
        _in_file(each, filename) if isinstance(each, CodeType) else each for each in code.co_consts
    )
    return code.replace(co_filename=filename, co_consts=tuple(parts))
