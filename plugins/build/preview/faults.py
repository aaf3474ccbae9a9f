"""What stopped a build, as problems that an editor or a theme's author can mend."""

from __future__ import annotations

import tomllib
import traceback
from pathlib import Path

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from plugins.build.report import BuildFailed
from plugins.problems import Problem
from plugins.settings import SettingsError

_SAVE = "Sửa rồi lưu lại; trang tự dựng lại."


def problems_of(error: Exception, theme: Path | None) -> list[Problem]:
    """Return what ``error`` says is wrong; the absolute folder ``theme`` tells its files from
    those of the program."""
    if isinstance(error, BuildFailed):
        return list(error.problems) or [Problem("bản tin", None, str(error), "")]
    if isinstance(error, TemplateSyntaxError):
        name = _in_theme(Path(error.filename or error.name or "mẫu giao diện"), theme)
        return [Problem(name, error.lineno, f"mẫu giao diện sai: {error.message}", _SAVE)]
    if isinstance(error, TemplateNotFound):
        return [Problem("theme/templates", None, f"không có mẫu giao diện “{error.name}”", _SAVE)]
    if isinstance(error, tomllib.TOMLDecodeError):
        return [Problem("theme/strings.toml", None, f"tệp sai cú pháp TOML: {error}", _SAVE)]
    if isinstance(error, SettingsError):
        return [Problem("thiết lập", None, str(error), _SAVE)]
    if isinstance(error, SyntaxError):
        name = Path(error.filename or "?").name
        return [Problem(name, error.lineno, f"mã Python sai cú pháp: {error.msg}", _SAVE)]
    name, line = _place(error, theme)
    what = "mẫu giao diện sai" if isinstance(error, TemplateError) else "chương trình gặp sự cố"
    message = f"{what} ({type(error).__name__}: {error})"
    fix = "Sửa mẫu ấy rồi lưu lại, hoặc gửi cả dòng báo lỗi cho người phụ trách kỹ thuật."
    return [Problem(name, line, message, fix)]


def _place(error: Exception, theme: Path | None) -> tuple[str, int | None]:
    """Return the last place in the theme that an error passed, or where it was raised."""
    frames = traceback.extract_tb(error.__traceback__)
    for frame in reversed(frames):
        file = Path(frame.filename)
        if theme is not None and file.is_relative_to(theme):
            return _in_theme(file, theme), frame.lineno
    if not frames:
        return "chương trình", None
    return Path(frames[-1].filename).name, frames[-1].lineno


def _in_theme(file: Path, theme: Path | None) -> str:
    """Return a file's path as the theme's author knows it."""
    known = theme is not None and file.is_relative_to(theme)
    return (file.relative_to(theme.parent) if theme and known else file).as_posix()
