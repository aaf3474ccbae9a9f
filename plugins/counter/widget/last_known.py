"""The last known numbers, for pages that cannot ask: without scripts, or with the service down.

A file with the service's own answer (``GET /tk/v1/stats``), which the build bakes into pages.
"""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

from plugins.counter.clock import TIME_ZONE
from plugins.counter.stats import VERSION, Stats, Totals


class UnknownError(Exception):
    """There are no numbers to be had there; says why in Vietnamese. Raised where an answer or a
    file is read; a build does without, and a command that was to get them says it and ends."""


def parse(body: bytes) -> Stats:
    """Return the numbers of an answer; raises :class:`UnknownError` for anything else."""
    try:
        found = json.loads(body)
        numbers = [found[name] for name in ("online", "today", "week", "total")]
        online, today, week, total = numbers
        moment = datetime.fromisoformat(found["as_of"]).astimezone(TIME_ZONE)
        right = found["v"] == VERSION and all(type(number) is int for number in numbers)
        right = right and online >= 0 and 0 <= today <= week <= total
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UnknownError(f"không phải số liệu của bộ đếm: {error}") from error
    if not right:
        raise UnknownError("số liệu của bộ đếm không hợp lệ")
    return Stats(online, Totals(today, week, total), moment)


def read_known(path: Path) -> Stats | None:
    """Return the numbers in the file, ``None`` where there is none yet.

    Raises :class:`UnknownError` for a file that holds something else.
    """
    try:
        return parse(path.read_bytes())
    except FileNotFoundError:
        return None
