"""A build as somebody runs it: what went wrong is said in words, what was done in one line."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from plugins.engine.build import Extra, Outcome, build
from plugins.engine.errors import BuildFailed
from plugins.engine.project.project import Project
from plugins.engine.publish.guard import guard_output
from plugins.engine.publish.journal import is_begun
from plugins.engine.scan.background import BackgroundScan
from plugins.engine.scan.clock import build_time
from plugins.engine.terminal.report import report, say
from plugins.photos.inspect.failure import PhotoError


def run(
    project: Project,
    write: Callable[[str], None],
    *,
    clean: bool = False,
    verbose: bool = False,
    extra: Extra | None = None,
    background: BackgroundScan | None = None,
) -> None:
    """Build ``project`` and ``write`` what was done; see :func:`plugins.engine.build.build`.

    Raises :class:`BuildFailed` when that can't be done.
    """
    started = time.perf_counter()
    outcome = attempt(project, clean=clean, extra=extra, background=background)
    say(outcome, time.perf_counter() - started, write, verbose=verbose)


def attempt(
    project: Project,
    *,
    clean: bool = False,
    extra: Extra | None = None,
    background: BackgroundScan | None = None,
) -> Outcome:
    """Build ``project``. Raises :class:`BuildFailed`, which says why that can't be done.

    What is wrong with the theme is reported as what is wrong with articles is.
    """
    guard_output(project)
    try:
        return build(project, build_time(), clean=clean, extra=extra, background=background)
    except PhotoError as error:
        check, message, fix = error.problem
        raise BuildFailed(f"{message} [{check.code}]. {fix}") from error
    except ChildProcessError as error:
        raise BuildFailed(
            "Việc dựng trang bị dừng giữa chừng, có thể vì máy hết bộ nhớ. Đóng bớt chương trình "
            "rồi dựng lại; trang đang có được giữ nguyên."
        ) from error
    except Exception as error:
        from plugins.engine.checks.theme import theme_problems  # slow to import, and rarely needed

        report(theme_problems(error, project.theme_folders))
        if isinstance(error, OSError):
            raise BuildFailed(_of_files(error, project)) from error
        raise


def _of_files(error: OSError, project: Project) -> str:
    """Return what to say of a file that could not be read or written."""
    file = Path(error.filename or project.output)
    if any(file.absolute().is_relative_to(folder) for folder in project.theme_folders):
        return (
            f"Không đọc được tệp của giao diện ({error.strerror}: {file}). Chép lại tệp ấy từ bản "
            "gốc, hoặc báo người phụ trách kỹ thuật; trang đang có được giữ nguyên."
        )
    left = "trang đang có được giữ nguyên"
    if is_begun(project.output):
        left = "một số trang đã là bản mới, số còn lại vẫn là bản cũ; lần dựng sau làm nốt"
    return (
        f"Không ghi được trang ({error.strerror}: {file}). Kiểm tra quyền ghi và chỗ trống của "
        f"thư mục ấy; {left}."
    )
