"""Say what an editor has to mend, all of it, in one list."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from plugins.build.environment import vi_number
from plugins.problems import Problem
from plugins.settings import SettingsError

if TYPE_CHECKING:
    from plugins.build.build import Outcome


class BuildFailed(Exception):  # noqa: N818 - an outcome, not a fault of the program
    """The site was not built; the message says why, in Vietnamese. Exit status 1.

    ``problems`` are the mistakes of editors that stopped it.
    """

    exitcode = 1

    def __init__(self, message: str, problems: Iterable[Problem] = ()) -> None:
        super().__init__(message)
        self.problems = tuple(problems)


def report(problems: Iterable[Problem]) -> None:
    """Print problems to standard error, by file and line, each once.

    Raises :class:`BuildFailed` if any of them is an error.
    """
    ordered = sorted(set(problems), key=Problem.sort_key)
    for problem in ordered:
        sys.stderr.write(f"{problem}\n")
    errors = [problem for problem in ordered if problem.level == "error"]
    if errors:
        sys.stderr.flush()
        raise BuildFailed(
            f"Bản tin chưa được dựng: {len(errors)} lỗi cần sửa (xem từng lỗi ở trên). "
            "Trang đang có được giữ nguyên.",
            errors,
        )


def say(
    outcome: Outcome, seconds: float, write: Callable[[str], None], *, verbose: bool = False
) -> None:
    """Say in one line what a build did; if ``verbose``, why each page was written again."""
    if outcome.anew:
        write(f"Dựng lại từ đầu: {outcome.anew}.")
    if verbose:
        for path, reason in sorted(outcome.reasons.items()):
            write(f"  {path}: {reason}")
    photos = f", {vi_number(outcome.photos)} tệp ảnh mới" if outcome.photos else ""
    took = f"{seconds:.2f}".replace(".", ",")
    write(
        f"{vi_number(outcome.changed)} bài đổi → {vi_number(outcome.written)} trang viết lại, "
        f"{vi_number(outcome.kept)} giữ nguyên, {vi_number(outcome.deleted)} xóa{photos}, "
        f"{took} giây."
    )
    waiting = [(outcome.drafts, "bản nháp"), (outcome.scheduled, "bài hẹn giờ")]
    if notes := [f"{number} {what}" for number, what in waiting if number]:
        write(f"Chưa đăng: {', '.join(notes)}.")
    if outcome.warnings:
        write(
            f"Còn {vi_number(outcome.warnings)} cảnh báo ở những bài không đổi; "
            "xem tất cả bằng: make html PELICANOPTS=--ignore-cache"
        )


# What Pelican says of its command line before any of our code is asked; what stands behind it
# goes into the braces.
_OF_PELICAN = {
    "You need to specify a path containing the content": (
        "Không có thư mục nội dung như đã ghi. Kiểm tra đường dẫn sau lệnh pelican, hoặc PATH "
        "trong tệp thiết lập."
    ),
    "Could not find the theme ": (
        "Không có giao diện ở “{}”. Kiểm tra đường dẫn sau -t, hoặc THEME trong tệp thiết lập."
    ),
}


def hide_traceback(record: logging.LogRecord) -> bool:
    """Logging filter: a failed build explains itself, and so do wrong settings."""
    error = record.exc_info[1] if record.exc_info else None
    said = str(error)
    known = isinstance(error, (BuildFailed, SettingsError))
    for theirs, ours in _OF_PELICAN.items():
        if isinstance(error, ValueError) and said.startswith(theirs):
            known, said = True, ours.format(said.removeprefix(theirs))
    if known:
        record.msg, record.args, record.exc_info = "%s", (said,), None
    return True
