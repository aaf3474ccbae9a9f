"""Films, sounds and documents for tests: as little of each as passes for one."""

from __future__ import annotations

_BEGINNINGS = {
    "pdf": b"%PDF-1.7\n",
    "mp4": b"\0\0\0\x18ftypmp42",
    "mov": b"\0\0\0\x14ftypqt  ",
    "mp3": b"ID3\x04",
}
_ZIPPED = b"PK\x03\x04"


def media_file(name: str, more: bytes = b"", size: int = 0) -> bytes:
    """Return a file that begins as one of this name does (one of Office's, if nothing else is
    known), goes on with ``more`` and has at least so many bytes."""
    beginning = _BEGINNINGS.get(name.rpartition(".")[2].lower(), _ZIPPED)
    return (beginning + more).ljust(size, b"x")
