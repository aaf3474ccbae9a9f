"""Where in the settings files something is wrong, and what: told as what is wrong with content is.

Of a file that does not run, Python's own error says the line. Of a wrong value, only its key is
known: it is looked for in the file that a command names (``-s``), and in ``pelicanconf.py`` beside.
"""

from __future__ import annotations

import os
import re
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import CodeType

from plugins.core import checks
from plugins.core.errors import SettingsError
from plugins.core.problems import Problem

DEFAULT = "pelicanconf.py"
"""The settings file of who names none."""
_OLD_COPY = "Sửa chỗ ấy, hoặc chép lại bản cũ của tệp; không rõ thì hỏi người phụ trách kỹ thuật."
_KEY = re.compile(r"(?P<name>\w+)(?:\['(?P<entry>\w+)'\])?")


def settings_file(arguments: Sequence[str]) -> Path:
    """Return the settings file that a command's ``arguments`` name (``-s``)."""
    for number, argument in enumerate(arguments):
        if argument in ("-s", "--settings") and number + 1 < len(arguments):
            return Path(arguments[number + 1])
        if argument.startswith("--settings="):
            return Path(argument.partition("=")[2])
    return Path(DEFAULT)


def is_of_settings(error: BaseException) -> bool:
    """Whether ``error`` came up while Pelican read the settings, or says itself that it is one of
    them."""
    return isinstance(error, SettingsError) or any(
        _is_pelicans(code, "get_instance") for code, _ in _frames(error)
    )


def settings_problem(error: BaseException, arguments: Sequence[str]) -> Problem:
    """Return what is wrong with the settings, for which the command with these ``arguments``
    stopped with ``error``."""
    file = settings_file(arguments)
    if isinstance(error, SettingsError):
        path, line = place_of(error.key, arguments)
        return Problem(checks.SETTINGS_WRONG, path, line, error.message, error.fix)
    if isinstance(error, OSError) and not file.is_file():
        return missing(file)
    if isinstance(error, SyntaxError) and _is_beside(error.filename, file):
        name = Path(error.filename or file).name
        if error.msg.startswith("(unicode error)"):
            message, fix = "tệp không phải chữ Unicode (UTF-8)", "Lưu lại theo UTF-8."
            return Problem(checks.FILE_NOT_UNICODE, name, _not_unicode(file), message, fix)
        message = f"mã Python sai cú pháp: {error.msg}"
        return Problem(checks.PYTHON_WRONG, name, error.lineno, message, _OLD_COPY)
    lines = [(code.co_filename, line) for code, line in _frames(error)]
    passed = [(name, line) for name, line in lines if _is_beside(name, file)]
    path, at = passed[-1] if passed else (str(file), None)
    what = f"thiết lập không dùng được ({type(error).__name__}: {error})"
    near = f"Có phải là {meant}? " if passed and (meant := _meant(error)) else ""
    return Problem(checks.SETTINGS_WRONG, Path(path).name, at, what, near + _OLD_COPY)


def missing(file: Path) -> Problem:
    """Return the problem of a settings file that is not there, or is none."""
    what = "là thư mục, không phải tệp thiết lập" if file.is_dir() else "không có tệp thiết lập này"
    fix = "Kiểm tra đường dẫn sau -s, hoặc chạy lệnh trong thư mục của bản tin."
    return Problem(checks.SETTINGS_WRONG, str(file), None, what, fix)


def _not_unicode(file: Path) -> int | None:
    """Return the line of a file at which it stops being UTF-8."""
    try:
        file.read_bytes().decode()
    except UnicodeDecodeError as error:
        return error.object.count(b"\n", 0, error.start) + 1
    return None


def _meant(error: BaseException) -> str:
    """Return which name of a settings file, or key of its dicts, was meant by one that is not
    there; ``""`` if none is near."""
    import difflib  # slow, and needed only to help

    *_, (frame, _) = traceback.walk_tb(error.__traceback__)
    names: list[str] = []
    if isinstance(error, NameError):
        names, wrong = list(frame.f_globals), str(error.name)
    elif isinstance(error, KeyError):
        dicts = (each for each in frame.f_globals.values() if isinstance(each, dict))
        names, wrong = [str(key) for each in dicts for key in each], str(error.args[0])
    near = difflib.get_close_matches(wrong, names, n=1) if names else []
    return "".join(near)


def place_of(key: str, arguments: Sequence[str]) -> tuple[str, int | None]:
    """Return the file that gives a setting its value for a command with these ``arguments``, and
    the line, if it can be told."""
    file = settings_file(arguments)
    parts = _KEY.match(key)
    name, entry = (parts["name"], parts["entry"]) if parts else (key, None)
    if any(argument.startswith(f"{name}=") for argument in arguments):
        return "tùy chọn -e", None
    found = [place for each in (file, file.with_name(DEFAULT)) for place in _lines(each, name)]
    of_entry = [
        (path, line + number)
        for path, line, text in found
        for number, said in enumerate(text.splitlines())
        if entry and re.search(rf"""["']{entry}["']""", said)
    ]
    if not found and name in os.environ:
        return "biến môi trường", None
    return (*of_entry, *((path, line) for path, line, _ in found), (file.name, None))[0]


def _lines(file: Path, name: str) -> Iterator[tuple[str, int, str]]:
    """Yield where a file sets ``name``, the last first: its name, the line, and what it says
    there."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return
    statement = re.compile(rf"^{name}\b[^=\n]*=.*\n?(?:(?![A-Za-z]).*\n?)*", re.MULTILINE)
    for found in reversed(list(statement.finditer(text))):
        yield file.name, text.count("\n", 0, found.start()) + 1, found[0]


def _is_beside(name: str | None, file: Path) -> bool:
    if not name or name.startswith("<"):  # of no file, or of Python's own
        return False
    return Path(name).absolute().parent == file.absolute().parent


def _frames(error: BaseException) -> Iterator[tuple[CodeType, int]]:
    for frame, line in traceback.walk_tb(error.__traceback__):
        yield frame.f_code, line


def _is_pelicans(code: CodeType, name: str) -> bool:
    return code.co_name == name and Path(code.co_filename).parts[-2:] == ("pelican", "__init__.py")
