"""Text files of the theme."""

from __future__ import annotations

from pathlib import Path


class NotUnicodeError(ValueError):
    """A file of the theme that is not UTF-8; ``line`` is where it stops being so (from 1)."""

    def __init__(self, file: str, line: int) -> None:
        super().__init__(file, line)
        self.file = file
        self.line = line

    @classmethod
    def of(cls, file: Path, error: UnicodeDecodeError) -> NotUnicodeError:
        """Return what ``error``, which names no file, means when ``file`` was read."""
        return cls(str(file), error.object[: error.start].count(b"\n") + 1)


def read_text(file: Path) -> str:
    """Return what is in a file. Raises ``OSError`` and :class:`NotUnicodeError`."""
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise NotUnicodeError.of(file, error) from None
