"""Photos for the corpus: 1600×1067 JPEG of about 300 kB, no two alike."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

from benchmarks.photos.samples import photo

SIZE = (1600, 1067)
_DRAWN = 10
_QUALITY = 91


def names(count: int) -> list[str]:
    """Return the names of the pool's files."""
    return [f"anh-{number:04}.jpg" for number in range(count)]


def write(folder: Path, count: int) -> None:
    """Write ``count`` photos into ``folder``.

    Only ten are drawn, which takes half a second each. The others are these, shifted and
    in another light: for a decoder and an encoder as much work as a photo of its own, and
    for a cache that goes by content another one.
    """
    folder.mkdir(parents=True, exist_ok=True)
    drawn = [np.asarray(photo(number, SIZE), np.float32) for number in range(min(count, _DRAWN))]
    for number, name in enumerate(names(count)):
        shifted = np.roll(drawn[number % _DRAWN], (number * 37, number * 61), axis=(0, 1))
        light = 1 - 0.2 * (number * 7 % 11) / 11
        picture = Image.fromarray(np.clip(shifted * light, 0, 255).astype(np.uint8))
        picture.save(folder / name, quality=_QUALITY)
