"""Say what an editor has to mend, all of it, in one list."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from plugins.core.errors import SettingsError
from plugins.core.problems import Problem
from plugins.core.settings_file import is_of_settings
from plugins.engine.checks.setting_types import settings_fault
from plugins.engine.errors import BuildFailed
from plugins.engine.render.environment import vi_number

if TYPE_CHECKING:
    from plugins.engine.build import Outcome


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
    """Say what a build did, and what is not out yet; if ``verbose``, why each page was written
    again."""
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
    if notes := [f"{vi_number(number)} {what}" for number, what in waiting if number]:
        write(f"Chưa đăng: {', '.join(notes)}.")
    for line in outcome.pending:
        write(line)
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


def answer_for_pelican() -> None:
    """Have Pelican's log say what is ours to say in our words; more than once is as once."""
    logging.getLogger("pelican").addFilter(say_plainly)
    logging.getLogger("pelican.settings").addFilter(judge_settings)


def say_plainly(record: logging.LogRecord) -> bool:
    """Logging filter: a failed build explains itself, and so do wrong settings. What they say is
    printed as it is; Pelican's log would put its own file, line and level beside it."""
    given = (record.exc_info[1] if record.exc_info else None, *_arguments(record))
    for error in given:
        if isinstance(error, BaseException) and (said := _explained(error)) is not None:
            sys.stderr.write(f"{said}\n")
            return False
    return True


def judge_settings(record: logging.LogRecord) -> bool:
    """Logging filter: raise :class:`SettingsError` for a string where folders or plugins are to be
    listed. Pelican warns of it, and builds a site of what its own default lists. And keep back that
    times are UTC: without TIMEZONE, they are Vietnam's."""
    if str(record.msg).startswith("Detected misconfiguration with %s setting (must be a list)"):
        raise SettingsError(
            str(*_arguments(record)),
            "phải là một danh sách, không phải một dòng chữ",
            'Viết trong ngoặc vuông, ví dụ ["một", "hai"].',
        )
    return not str(record.msg).startswith("No timezone information specified")


def _arguments(record: logging.LogRecord) -> tuple[object, ...]:
    return record.args if isinstance(record.args, tuple) else ()


def _explained(error: BaseException) -> str | None:
    """Return what ``error`` says to who runs a build; nothing if it is a fault of the program."""
    said = str(error)
    if isinstance(error, BuildFailed):
        return said
    if isinstance(error, ValueError):
        for theirs, ours in _OF_PELICAN.items():
            if said.startswith(theirs):
                return ours.format(said.removeprefix(theirs))
    return str(settings_fault(error, sys.argv[1:])) if is_of_settings(error) else None
