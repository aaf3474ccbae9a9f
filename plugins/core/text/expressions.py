"""Regular expressions that are compiled when they are first asked for.

An edited article is built in a quarter of a second, and to compile the three hundred expressions
of all that may stand in one took a fifth of that. Most articles need a few dozen.
"""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("finditer", "findall", "fullmatch", "match", "search", "split", "sub", "subn")


def expression(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return what ``re.compile`` would, but for the time it takes and for an error in ``text``,
    which is raised by its first use."""
    return cast(re.Pattern[str], _Pattern(text, flags))


class _Pattern:
    def __init__(self, text: str, flags: int) -> None:
        self._text = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._text, self._flags)
        # From now on as fast as the expression itself.
        vars(self).update({each: getattr(compiled, each) for each in _METHODS})
        return getattr(compiled, name)
