"""A shorter text in which the same is wrong."""

from __future__ import annotations

import re
import time
from collections.abc import Callable


def shortest(text: str, fails: Callable[[str], bool], patience: float) -> str:
    """Return a text with fewer lines, words and letters that still ``fails``, the best found
    within ``patience`` seconds."""
    end = time.monotonic() + patience
    for pattern in (r"[^\n]*\n*", r"[^ \n]+[ \n]*|[ \n]+", r"(?s)."):
        text = _without_parts(text, pattern, fails, end)
    return text


def _without_parts(text: str, pattern: str, fails: Callable[[str], bool], end: float) -> str:
    """Drop parts of the text, at first many neighbours at once, at last one by one."""
    parts = re.findall(pattern, text)
    size = max(len(parts) // 2, 1)
    while parts and time.monotonic() < end:
        at, dropped = 0, False
        while at < len(parts) and time.monotonic() < end:
            rest = parts[:at] + parts[at + size :]
            if fails("".join(rest)):
                parts, dropped = rest, True
            else:
                at += size
        if size == 1 and not dropped:
            break
        size = max(size // 2, 1)
    return "".join(parts)
