"""Whether a build takes from readers what nobody meant to withdraw.

A clock that was set back makes articles of yesterday wait for their time; a folder that was not
copied whole makes theirs go. To withdraw a few articles is daily work, and passes.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from plugins.core import checks
from plugins.core.dates.date import format_full
from plugins.core.problems import Problem
from plugins.engine.render.environment import vi_number
from plugins.engine.scan.changes import Changes
from plugins.engine.store.database import State
from plugins.engine.store.rows import SEEN

ALLOW_WITHDRAWAL = "ALLOW_WITHDRAWAL"
"""The environment's word (``make publish ALLOW_WITHDRAWAL=1``), as an option
``--allow-withdrawal``, that these pages are meant to go."""
_SMALL = 20  # pages: two articles with all the lists on which only they stand
_PART = 10  # of all pages, one of so many
_SHOWN = 3
_AGAIN = "đúng là muốn gỡ thì chạy lại với --allow-withdrawal (make publish ALLOW_WITHDRAWAL=1)."


def withdrawn(
    gone: Iterable[str],
    standing: Iterable[str],
    output: Path,
    state: State,
    changes: Changes,
    now: datetime,
) -> Iterator[Problem]:
    """Yield what would be withdrawn by accident. ``gone`` are the files that are about to be
    deleted from ``output``, ``standing`` all that are there."""
    pages = {path for path in gone if path.endswith(".html") and (output / path).is_file()}
    if not pages or os.environ.get(ALLOW_WITHDRAWAL):
        return
    if early := sorted(pages.intersection(_scheduled(state, changes))):
        yield Problem(
            checks.PAGES_WITHDRAWN,
            "bản tin",
            None,
            f"{vi_number(len(early))} bài đang có trên trang sẽ biến mất, vì ngày đăng còn ở phía "
            f"trước giờ của máy này ({format_full(now)}): {_addresses(early)}",
            f"Xem lại ngày giờ của máy, và dòng “Date” của bài; {_AGAIN}",
        )
    elif len(pages) >= _SMALL:
        total = sum(path.endswith(".html") for path in standing)
        if len(pages) * _PART > total:
            yield Problem(
                checks.PAGES_WITHDRAWN,
                "bản tin",
                None,
                f"{vi_number(len(pages))} trong {vi_number(total)} trang đang có sẽ bị gỡ: "
                f"{_addresses(sorted(pages))}",
                "Xem thư mục nội dung có đủ bài không, thiết lập và ngày giờ của máy có đúng "
                f"không; {_AGAIN}",
            )


def _scheduled(state: State, changes: Changes) -> set[str]:
    """Return where articles that wait for their time have their pages, or had them until now."""
    rows = state.rows(states=["scheduled"])
    waiting = {row.id for row in rows}
    rows += [row for row in changes.reindexed if row.id in waiting and row.state in SEEN]
    return {f"{row.url}index.html" for row in rows}


def _addresses(pages: Sequence[str]) -> str:
    named = ", ".join(f"/{path.removesuffix('index.html')}" for path in pages[:_SHOWN])
    return f"{named}…" if len(pages) > _SHOWN else named
