"""What comes with a request, within bounds."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

from starlette.requests import Request


class TooLargeError(Exception):
    """More came than is taken."""


class RefusedFileError(Exception):
    """A file that is not taken; says why in Vietnamese. ``status`` is that of the answer."""

    def __init__(self, said: str, status: int) -> None:
        super().__init__(said)
        self.status = status


async def body_of(request: Request, most: int) -> bytes:
    """Return what came, at most so many bytes. Raises :class:`TooLargeError`."""
    parts, length = [], 0
    async for part in request.stream():
        length += len(part)
        if length > most:
            raise TooLargeError
        parts.append(part)
    return b"".join(parts)


@asynccontextmanager
async def file_of(request: Request, folder: Path, megabytes: int) -> AsyncIterator[Path]:
    """Give what came as a new file in a folder, at most so many megabytes; afterwards it is no more
    there, unless it was moved. Raises :class:`RefusedFileError`."""
    path = None
    try:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=folder, prefix=".", delete=False) as file:
                path = Path(file.name)
                await _copy(request, file, megabytes * 1_000_000)
        except TooLargeError:
            raise RefusedFileError(f"Tệp nặng quá {megabytes} MB.", 413) from None
        except OSError as error:
            said = f"Máy chủ không ghi được tệp ({error.strerror})."
            raise RefusedFileError(said, 507) from error
        yield path
    finally:
        if path is not None:
            path.unlink(missing_ok=True)


async def _copy(request: Request, file: IO[bytes], most: int) -> None:
    length = 0
    async for part in request.stream():
        length += len(part)
        if length > most:
            raise TooLargeError
        file.write(part)
