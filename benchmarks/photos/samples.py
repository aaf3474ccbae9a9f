"""Photos made by arithmetic, with the statistics of real ones.

They are no photographs: there are none that may be given away with the project. What a
codec sees of a photograph is imitated: amplitudes that fall with the frequency (1/f), flat
and busy regions side by side, sharp edges of objects, and sensor noise that grows with the
light and is smeared by a camera's demosaicing and its own JPEG.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

Plane = NDArray[np.float32]
_Random = np.random.Generator


def texture(random: _Random, size: tuple[int, int], slope: float) -> Plane:
    """Return a random field of (width, height) with amplitudes like 1/f^slope, deviation 1."""
    width, height = size
    down = np.fft.fftfreq(height, 1 / height)[:, None].astype(np.float32)
    across = np.fft.rfftfreq(width, 1 / width)[None, :].astype(np.float32)
    radius = np.hypot(down, across)
    radius[0, 0] = 1
    noise = np.fft.rfft2(random.standard_normal((height, width), dtype=np.float32))
    noise = noise / radius**slope
    noise[0, 0] = 0
    field = np.fft.irfft2(noise, (height, width)).astype(np.float32)
    return np.asarray(field / field.std(), dtype=np.float32)


def _coloured(plane: Plane, tint: tuple[float, float, float]) -> Plane:
    return np.asarray(plane[..., None] * np.array(tint, np.float32), dtype=np.float32)


def mountains(random: _Random, size: tuple[int, int]) -> Plane:
    """A clear sky over ridges, the nearer the more wooded."""
    width, height = size
    rows = np.linspace(0, 1, height, dtype=np.float32)[:, None]
    picture = _coloured(
        210 - 60 * rows + 0 * np.zeros((height, width), np.float32), (0.8, 0.95, 1.1)
    )
    for index, tint in enumerate(((0.8, 0.95, 1.1), (0.7, 0.95, 0.9), (0.6, 0.9, 0.5))):
        ridge = texture(random, (width, 2), 1.6)[0] * 0.06 + 0.35 + 0.2 * index
        wood = 120 - 25 * index + texture(random, size, 1.5 - 0.2 * index) * (4 + 12 * index)
        picture = np.where((rows > ridge)[..., None], _coloured(wood, tint), picture)
    return picture


def foliage(random: _Random, size: tuple[int, int]) -> Plane:
    """Detail everywhere: leaves, terraces, a crowd from afar."""
    plane = 110 + 40 * texture(random, size, 1.25)
    return _coloured(plane, (0.8, 1.05, 0.6)) + 12 * texture(random, size, 1.4)[..., None]


def portrait(random: _Random, size: tuple[int, int]) -> Plane:
    """A face before a background out of focus: mostly smooth."""
    width, height = size
    picture = _coloured(120 + 35 * texture(random, size, 2.2), (0.7, 0.9, 0.8))
    face = Image.new("L", size, 0)
    box = (width * 0.32, height * 0.15, width * 0.68, height * 0.95)
    ImageDraw.Draw(face).ellipse(box, fill=255)
    mask = np.asarray(face.filter(ImageFilter.GaussianBlur(2)), np.float32)[..., None] / 255
    skin = _coloured(165 + 10 * texture(random, size, 1.7), (1.15, 0.92, 0.8))
    return np.asarray(picture * (1 - mask) + skin * mask, dtype=np.float32)


def meeting(random: _Random, size: tuple[int, int]) -> Plane:
    """A hall: tables, banners with letters, many straight edges, artificial light."""
    width, height = size
    image = Image.new("RGB", size, (150, 135, 110))
    draw = ImageDraw.Draw(image)
    unit = width // 60
    for _ in range(260):
        x, y = int(random.integers(0, width)), int(random.integers(0, height))
        w, h = (int(v) * unit for v in random.integers(1, 7, 2))
        colour = tuple(int(v) for v in random.integers(30, 230, 3))
        draw.rectangle((x, y, x + w, y + h), fill=colour)
        if w > 3 * unit:
            draw.text((x + 4, y + 4), "HỘI NGHỊ", fill=(250, 240, 90), font_size=unit)
    light = 14 * texture(random, size, 1.6)[..., None]
    return np.asarray(np.asarray(image, np.float32) + light, dtype=np.float32)


def evening(random: _Random, size: tuple[int, int]) -> Plane:
    """A stage at night: dark, with lamps, and a sensor at its limit."""
    width, height = size
    image = Image.new("RGB", size)
    draw = ImageDraw.Draw(image)
    for _ in range(60):
        x, y, r = (int(v) for v in random.integers((0, 0, 8), (width, height, width // 25)))
        draw.ellipse((x - r, y - r, x + r, y + r), fill=tuple(random.integers(60, 255, 3).tolist()))
    lamps = np.asarray(image.filter(ImageFilter.GaussianBlur(width / 400)), np.float32)
    grain = random.normal(0, 7, (height, width, 3)).astype(np.float32)
    return lamps + 28 + 10 * texture(random, size, 1.5)[..., None] + grain


KINDS: tuple[Callable[[_Random, tuple[int, int]], Plane], ...] = (
    mountains,
    foliage,
    portrait,
    meeting,
    evening,
)


def photo(number: int, size: tuple[int, int] = (4000, 3000)) -> Image.Image:
    """Return the test photo of that number: the same one on every machine with this numpy."""
    random = np.random.default_rng(number)
    picture = np.clip(KINDS[number % len(KINDS)](random, size), 0, 255)
    # Shot noise of a small sensor, smeared as demosaicing does it.
    noise = random.standard_normal(picture.shape, dtype=np.float32) * (0.25 * np.sqrt(picture) + 1)
    array = np.clip(picture + noise, 0, 255).astype(np.uint8)
    return Image.fromarray(array).filter(ImageFilter.GaussianBlur(0.7))


def write(folder: Path, count: int, size: tuple[int, int] = (4000, 3000)) -> list[Path]:
    """Write ``count`` test photos as a camera does (JPEG, quality 93) where they are missing."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{n:03}-{KINDS[n % len(KINDS)].__name__}.jpg" for n in range(count)]
    for number, path in enumerate(paths):
        if not path.exists():
            photo(number, size).save(path, quality=93, subsampling=0)
    return paths


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]), (int(sys.argv[3]), int(sys.argv[4])))
