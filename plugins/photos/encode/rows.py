"""A decoded picture's rows, taken out a few at a time.

Decoders hold the whole picture once already. What is made of it is small, so a second
whole copy is avoided where the decoder lets us: that is what keeps 50 megapixels of HEIC
below 400 MiB.
"""

from __future__ import annotations

from typing import BinaryIO, Protocol

import pillow_heif
from PIL import Image


class Rows(Protocol):
    """A picture of ``size`` (width, height in pixels, as stored)."""

    size: tuple[int, int]

    def take(self, top: int, bottom: int) -> Image.Image:
        """Return the rows from ``top`` up to, not including, ``bottom``; not to be changed."""

    def free(self) -> None:
        """Give the memory back; no row can be taken any more."""


def rows_of(image: Image.Image, file: BinaryIO) -> Rows:
    """Decode ``image``, which was opened from ``file``; raises what its decoder raises."""
    return _Heif(file) if image.format == "HEIF" else _Loaded(image)


class _Loaded:
    """What Pillow has decoded into an image of its own."""

    def __init__(self, image: Image.Image) -> None:
        image.load()
        self.size = image.size
        self._image = image

    def take(self, top: int, bottom: int) -> Image.Image:
        width, height = self.size
        whole = (top, bottom) == (0, height)
        return self._image if whole else self._image.crop((0, top, width, bottom))

    def free(self) -> None:
        self._image.close()


class _Heif:
    """What libheif has decoded, left where it is: Pillow's copy would be 4 bytes a pixel."""

    def __init__(self, file: BinaryIO) -> None:
        frame = pillow_heif.open_heif(file, convert_hdr_to_8bit=True)
        self._data: memoryview = frame.data
        self.size: tuple[int, int] = frame.size
        self._mode: str = frame.mode
        self._stride: int = frame.stride

    def take(self, top: int, bottom: int) -> Image.Image:
        part = self._data[top * self._stride : bottom * self._stride]
        size = (self.size[0], bottom - top)
        return Image.frombytes(self._mode, size, part, "raw", self._mode, self._stride)

    def free(self) -> None:
        self._data = memoryview(b"")
