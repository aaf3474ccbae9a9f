"""What this room raises; content that cannot be read is a ``ProblemError`` (problems.py)."""

from __future__ import annotations

from plugins.core.checks import Check

_DATE_FIX = (
    "Viết ngày/tháng/năm, ví dụ 11/01/2024 hoặc 11/01/2024 15:30 (cũng được: 2024-01-11 15:30)."
)


class SettingsError(ValueError):
    """A setting with an unknown name or a wrong value. ``key`` is as its file has it
    (``BUILD['cache_dir']``); ``wrong``, which goes on after the key, and ``fix`` are in
    Vietnamese. Raised where settings are read; each command says it and ends."""

    def __init__(self, key: str, wrong: str, fix: str) -> None:
        super().__init__(key, wrong, fix)
        self.key = key
        self.message = f"{key} {wrong}"
        self.fix = fix

    def __str__(self) -> str:
        return f"{self.message}. Cách sửa: {self.fix}"


class EncodingError(ValueError):
    """A file that is not Unicode text; ``line`` is where it stops being so (from 1). Raised when
    a file's bytes are decoded; who reads an article makes a problem of it."""

    def __init__(self, line: int) -> None:
        super().__init__(f"not Unicode text at line {line}")
        self.line = line


class DateError(ValueError):
    """A text that is no date: which ``check`` found that, and ``message`` and ``fix`` in
    Vietnamese. Raised when a date is parsed; who read it, in a head or a body, makes a problem of
    it, with its line."""

    def __init__(self, check: Check, message: str, fix: str = _DATE_FIX) -> None:
        super().__init__(message)
        self.check = check
        self.message = message
        self.fix = fix


class AddressError(ValueError):
    """A text that is no address, or none that can be used: ``message``, which goes on after the
    address, and ``fix``, in Vietnamese. Raised when it is read; who has its line makes a problem
    of it."""

    def __init__(self, message: str, fix: str) -> None:
        super().__init__(message)
        self.message = message
        self.fix = fix
