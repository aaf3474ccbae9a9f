"""What stopped a build, as problems that an editor or a theme's author can mend."""

from __future__ import annotations

import re
import sys
import tomllib
import traceback
from collections.abc import Sequence
from pathlib import Path

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from plugins.core import checks
from plugins.core.errors import SettingsError
from plugins.core.problems import Problem, ProblemError
from plugins.core.settings_file import settings_problem
from plugins.engine.errors import BuildFailed, NotUnicodeError

_MEND = "Sửa tệp ấy, lưu lại, rồi dựng lại trang (bản xem thử thì tự dựng lại)."
_NEEDS = ("strings.toml", "static/css/order.txt")  # which no theme made for Pelican has
_LINE = re.compile(r" \(at line (\d+), column \d+\)$")


def check_theme(theme: Path) -> None:
    """Raise :class:`SettingsError` for a theme of another kind: one made for Pelican."""
    if theme.is_dir() and not any((theme / name).exists() for name in _NEEDS):
        raise SettingsError(
            "THEME",
            f"= {theme.name!r} là giao diện làm cho Pelican, không phải cho bản tin này",
            "Giao diện ở đây cần strings.toml (mọi chữ trên trang), static/css/order.txt (các tệp "
            "kiểu trình bày) và các mẫu trong templates/: chép thư mục theme của bản tin rồi sửa; "
            "xem docs/from-pelican.md.",
        )


def theme_problems(error: Exception, folders: Sequence[Path]) -> list[Problem]:
    """Return what ``error`` says is wrong with the theme; nothing if it is no fault of the theme.

    ``folders`` are as for :func:`problems_of`.
    """
    known = (TemplateError, tomllib.TOMLDecodeError, NotUnicodeError, ProblemError)
    if isinstance(error, known) or _is_raised_in(error, folders):
        return problems_of(error, folders)
    return []


def problems_of(error: Exception, folders: Sequence[Path] = ()) -> list[Problem]:
    """Return what ``error`` says is wrong; the absolute ``folders``, that of the theme first, tell
    templates from files of the program."""
    theme = folders[0].name if folders else "theme"
    if isinstance(error, ProblemError):
        return error.problems
    if isinstance(error, BuildFailed):
        told = list(error.problems)
        return told or [Problem(checks.BUILD_STOPPED, "bản tin", None, str(error), "")]
    if isinstance(error, TemplateSyntaxError):
        name = _in_theme(Path(error.filename or error.name or "mẫu giao diện"), folders)
        message = f"mẫu giao diện sai: {error.message}"
        return [Problem(checks.TEMPLATE_WRONG, name, error.lineno, message, _MEND)]
    if isinstance(error, TemplateNotFound):
        place = _place(error, folders) or (f"{theme}/templates", None)
        message = f"không có mẫu giao diện “{error.name}”"
        return [Problem(checks.TEMPLATE_MISSING, *place, message, _MEND)]
    if isinstance(error, NotUnicodeError):
        name, fix = _in_theme(Path(error.file), folders), f"Lưu lại theo UTF-8. {_MEND}"
        message = "tệp không phải chữ Unicode (UTF-8)"
        return [Problem(checks.FILE_NOT_UNICODE, name, error.line, message, fix)]
    if isinstance(error, tomllib.TOMLDecodeError):
        at = _LINE.search(str(error))
        message = f"tệp sai cú pháp TOML: {_LINE.sub('', str(error))}"
        name, line = f"{theme}/strings.toml", int(at[1]) if at else None
        return [Problem(checks.STRINGS_WRONG, name, line, message, _MEND)]
    if isinstance(error, SettingsError):
        return [settings_problem(error, sys.argv[1:])]
    return [_fault(error, folders)]


def _fault(error: Exception, folders: Sequence[Path]) -> Problem:
    name, line = _place(error, folders) or _end(error)
    is_theme = isinstance(error, TemplateError) or _is_raised_in(error, folders)
    check = checks.TEMPLATE_WRONG if is_theme else checks.PROGRAM_FAULT
    what = "mẫu giao diện sai" if is_theme else "chương trình gặp sự cố"
    fix = "Sửa mẫu ấy rồi dựng lại, hoặc gửi cả dòng báo lỗi cho người phụ trách kỹ thuật."
    return Problem(check, name, line, f"{what} ({type(error).__name__}: {error})", fix)


def _is_raised_in(error: Exception, folders: Sequence[Path]) -> bool:
    """Whether a template raised ``error``, or something that it called: a filter, say, with a
    value that is not for it."""
    return not isinstance(error, OSError) and _place(error, folders) is not None


def _place(error: Exception, folders: Sequence[Path]) -> tuple[str, int | None] | None:
    """Return the last place in the theme that an error passed."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if _is_theme(Path(frame.filename), folders):
            return _in_theme(Path(frame.filename), folders), frame.lineno
    return None


def _end(error: Exception) -> tuple[str, int | None]:
    """Return where an error was raised."""
    frames = traceback.extract_tb(error.__traceback__)
    if not frames:
        return "chương trình", None
    return Path(frames[-1].filename).name, frames[-1].lineno


def _is_theme(file: Path, folders: Sequence[Path]) -> bool:
    return any(file.absolute().is_relative_to(folder) for folder in folders)


def _in_theme(file: Path, folders: Sequence[Path]) -> str:
    """Return a file's path as the theme's author knows it."""
    for folder in folders:
        if file.absolute().is_relative_to(folder):
            return file.absolute().relative_to(folder.parent).as_posix()
    return file.as_posix()
