"""The block with the numbers that are known when pages are built."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from plugins.core import checks
from plugins.core.problems import Problem
from plugins.counter.stats import Stats
from plugins.counter.widget.block import CounterSettings, Widget, widget
from plugins.counter.widget.last_known import UnknownError, read_known


class Embedded(NamedTuple):
    """What goes into every page, ``None`` without a block, and what is wrong with the file."""

    widget: Widget | None
    problems: tuple[Problem, ...] = ()


def embed(settings: CounterSettings) -> Embedded:
    """Return the block with the numbers in the file ``settings.known``.

    A file that cannot be read is a warning, and nothing is known then: no article waits for
    a number of visitors.
    """
    if not settings.enabled or not settings.known:
        return Embedded(widget(settings, None))
    path = Path(settings.known)
    known: Stats | None = None
    problems: tuple[Problem, ...] = ()
    try:
        known = read_known(path)
    except UnknownError as error:
        problems = (_unusable(path, str(error)),)
    except OSError as error:
        problems = (_unusable(path, f"không đọc được tệp ({error.strerror})"),)
    return Embedded(widget(settings, known), problems)


def _unusable(path: Path, why: str) -> Problem:
    return Problem(
        checks.NUMBERS_UNUSABLE,
        path.name,
        None,
        f"{why}; trang dựng ra không có số liệu truy cập sẵn",
        "Xóa tệp này, hoặc lấy lại số liệu: python -m plugins.counter numbers --from …/tk/v1/stats",
    )
