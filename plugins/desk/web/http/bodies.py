"""What comes with a request, within bounds."""

from __future__ import annotations

from pathlib import Path
from tempfile import NamedTemporaryFile

from starlette.requests import Request


class TooLargeError(Exception):
    """More came than is taken."""


async def body_of(request: Request, most: int) -> bytes:
    """Return what came, at most so many bytes. Raises :class:`TooLargeError`."""
    parts, length = [], 0
    async for part in request.stream():
        length += len(part)
        if length > most:
            raise TooLargeError
        parts.append(part)
    return b"".join(parts)


async def file_of(request: Request, folder: Path, most: int) -> Path:
    """Write what came to a new file in a folder, at most so many bytes; return the file. Raises
    :class:`TooLargeError` and ``OSError``, with no file left."""
    folder.mkdir(parents=True, exist_ok=True)
    length = 0
    with NamedTemporaryFile(dir=folder, prefix=".", delete=False) as file:
        path = Path(file.name)
        try:
            async for part in request.stream():
                length += len(part)
                if length > most:
                    raise TooLargeError
                file.write(part)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
    return path
