"""Say what an editor has to mend, all of it, in one list."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterable

from plugins.problems import Problem
from plugins.settings import SettingsError


class BuildFailed(Exception):  # noqa: N818 - an outcome, not a fault of the program
    """The site was not built; the message says why, in Vietnamese. Exit status 1."""

    exitcode = 1


def report(problems: Iterable[Problem]) -> None:
    """Print problems to standard error, by file and line, each once.

    Raises :class:`BuildFailed` if any of them is an error.
    """
    ordered = sorted(set(problems), key=Problem.sort_key)
    for problem in ordered:
        sys.stderr.write(f"{problem}\n")
    errors = sum(problem.level == "error" for problem in ordered)
    if errors:
        sys.stderr.flush()
        raise BuildFailed(
            f"Bản tin chưa được dựng: {errors} lỗi cần sửa (xem từng lỗi ở trên). "
            "Trang đang có được giữ nguyên."
        )


def hide_traceback(record: logging.LogRecord) -> bool:
    """Logging filter: a failed build explains itself, and so do wrong settings."""
    if record.exc_info and isinstance(record.exc_info[1], (BuildFailed, SettingsError)):
        record.msg, record.args, record.exc_info = "%s", (record.exc_info[1],), None
    return True
