"""The value of one front-matter key: free text as it stands, everything else as YAML.

Editors write titles such as ``Lào Cai: 28 điển hình`` and ``Giải #1`` without quotes.
YAML refuses the first and silently cuts the second, so a plain value of a key that holds
free text is taken to the end of its line; quotes, lists, folded text (``>``, ``|``) and
every other form are YAML's (1.2, sections 7 and 8).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import yaml

_LISTS = {"Tags", "Authors"}
_MAY_BE_LIST = _LISTS | {"Correction", "Source"}
_FREE_TEXT = _MAY_BE_LIST | {"Title", "Category", "Summary", "Source_author", "Lead_photo"}

# One line between quotes, without an escape, is what stands there (YAML 1.2, 7.3.1); the
# library takes 0.1 ms to say so.
_QUOTED = re.compile(r'"(?P<said>[^"\\]*)"')
_YAML = re.compile(r"[\"'\[{]|[|>][-+]?\d?[-+]?\s*$")


class FieldValueError(ValueError):
    """A value that is no YAML; ``line`` counts from the key's own line, which is 0."""

    def __init__(self, line: int) -> None:
        super().__init__(f"not YAML at line {line}")
        self.line = line


def read_value(key: str, text: str, more: list[str], *, yaml_head: bool) -> Any:
    """Return the value of ``key``: text, a list, or what YAML makes of it.

    ``text`` stands beside the key, ``more`` are the lines below that belong to it. Outside
    a head between ``---`` lines, quotes and brackets of free text are the text's own.
    Raises :class:`FieldValueError`.
    """
    written = [line for line in more if line.strip()]
    plain = not _YAML.match(text) or not (yaml_head or key in _MAY_BE_LIST)
    if text and plain and (key in _FREE_TEXT or not written):
        whole = " ".join([text, *(line.strip() for line in written)])
        if key not in _FREE_TEXT:
            whole = re.split(r"\s#", whole, maxsplit=1)[0].strip()
        return split_names(whole) if key in _LISTS else whole
    if not text and not written:
        return ""
    import yaml  # most heads need none of it

    try:
        loaded = _load(key, text, more)
    except yaml.YAMLError as error:
        return _not_yaml(key, text, written, error)
    if isinstance(loaded, str):
        loaded = loaded.strip()
        return split_names(loaded) if key in _LISTS else loaded
    if key in _FREE_TEXT - _MAY_BE_LIST and not written:
        return text  # a title such as “[Video]” is text, whatever YAML makes of it
    return loaded


def _load(key: str, text: str, more: list[str]) -> Any:
    """Return what YAML makes of a value. Raises ``yaml.YAMLError``."""
    if text.isprintable() and not more and (quoted := _QUOTED.fullmatch(text)):
        return quoted["said"]
    import yaml

    source = "\n".join([f"{key}: {text}", *more])
    return yaml.load(source, Loader=yaml.BaseLoader)[key]  # noqa: S506 - makes text only


def _not_yaml(key: str, text: str, written: list[str], error: yaml.YAMLError) -> Any:
    """A value that only looks like YAML (``[Video] Lễ hội``) is plain text after all."""
    opens_only = text[:1] in ('"', "'") and text.count(text[0]) == 1
    if key in _FREE_TEXT and not written and not opens_only:
        return text
    if not text:
        return [re.sub(r"^\s*-\s*", "", line).strip() for line in written]
    mark = getattr(error, "problem_mark", None)
    raise FieldValueError(mark.line if mark else 0) from None


def split_names(text: str) -> list[str]:
    """Split ``Bắc Hà, Si Ma Cai; du lịch`` into names."""
    return [name for part in re.split(r"[,;]", text) if (name := " ".join(part.split()))]
