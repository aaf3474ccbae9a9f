"""Values as bytes that tell when they were damaged, for the state and between processes."""

from __future__ import annotations

import marshal
import pickle
import zlib
from typing import Any

from plugins.engine.errors import StateError


def pack(value: Any) -> bytes:
    """Return ``value`` as bytes that tell when they were damaged."""
    return _sealed(pickle.dumps(value, pickle.HIGHEST_PROTOCOL))


def unpack(data: bytes | bytearray) -> Any:
    """Return the value that :func:`pack` got. Raises :class:`StateError`."""
    sound = _checked(data)
    try:
        return pickle.loads(sound)  # noqa: S301 - written by this program for itself
    except Exception as error:
        # Not for this program: a class that has gone may raise anything.
        raise StateError("dữ liệu dựng lần trước là của phiên bản khác") from error


def pack_plain(value: Any) -> bytes:
    """Do as :func:`pack` does at half its cost, for values of Python's own types."""
    return _sealed(marshal.dumps(value))


def unpack_plain(data: bytes) -> Any:
    """Return the value that :func:`pack_plain` got. Raises :class:`StateError`."""
    return marshal.loads(_checked(data))  # noqa: S302 - written by this program for itself


def _sealed(data: bytes) -> bytes:
    return zlib.crc32(data).to_bytes(4, "big") + data


def _checked(data: bytes | bytearray) -> bytes | bytearray:
    sound = data[4:]
    if zlib.crc32(sound) != int.from_bytes(data[:4], "big"):
        raise StateError("dữ liệu dựng lần trước bị hỏng")
    return sound
