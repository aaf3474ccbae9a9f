"""Pictures that weigh as photographs do: the sample bulletin's drawings weigh a third of that.

There are no photographs that may be given away with the project, so these are made: of objects
(many polygons, from large to small, with sharp edges), of texture (noise at all scales, the finer
the weaker, as in nature), and of a sensor's grain, smeared by a camera's own processing. A third of
a picture is calm and the rest is busy, as with sky over a crowd.

What is calibrated is what a codec makes of them: JPEG of quality 75, 1200 pixels wide, shall take
1.5 to 2.2 bits a pixel, as photographs of telephones do on news sites. :func:`bits_per_pixel`
measures it in each audit. Only Pillow is used.
"""

from __future__ import annotations

import io
import random
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter

TARGET = (1.5, 2.2)
"""Bits a pixel (JPEG, quality 75, 1200 pixels wide) between which the median lies."""

_COARSEST = 256  # pixels: the largest of the textures' scales
_CONTRAST = 52  # standard deviation of the coarsest texture, before it is mixed in
_GRAIN = 7


def photograph(seed: int, size: tuple[int, int]) -> Image.Image:
    """Return a picture of a size (width, height); the same seed gives the same scene."""
    chance = random.Random(seed)
    scene = _objects(chance, size)
    texture = _texture(size)
    busy = Image.composite(ImageChops.overlay(scene, texture), scene, _busy(chance, size))
    grain = Image.merge("RGB", [Image.effect_noise(size, _GRAIN) for _ in range(3)])
    return ImageChops.add(busy, grain, offset=-128).filter(ImageFilter.GaussianBlur(0.6))


def bits_per_pixel(path: Path) -> float:
    """Return what JPEG of quality 75 takes of a picture, 1200 pixels wide."""
    with Image.open(path) as image:
        image.thumbnail((1200, 1200), Image.Resampling.LANCZOS)
        target = io.BytesIO()
        image.convert("RGB").save(target, "JPEG", quality=75)
        return target.tell() * 8 / (image.width * image.height)


def _objects(chance: random.Random, size: tuple[int, int]) -> Image.Image:
    width, height = size
    sky = Image.linear_gradient("L").resize(size)
    scene = Image.merge("RGB", [sky.point(lambda v, k=k: 205 - v // k) for k in (3, 4, 5)])
    draw = ImageDraw.Draw(scene)
    for number in range(700):
        reach = width / (3 + number / 6)
        x = chance.uniform(0, width)
        y = height * (1 - chance.random() ** 1.6)
        corners = [
            (x + chance.uniform(-reach, reach), y + chance.uniform(-reach, reach) / 2)
            for _ in range(chance.randint(3, 6))
        ]
        light = chance.randint(20, 230)
        draw.polygon(corners, tuple(max(0, light + chance.randint(-35, 35)) for _ in range(3)))
    return scene


def _texture(size: tuple[int, int]) -> Image.Image:
    texture = Image.new("L", size, 128)
    scale, contrast = _COARSEST, float(_CONTRAST)
    while scale >= 1:
        small = (max(2, size[0] // scale), max(2, size[1] // scale))
        noise = Image.effect_noise(small, contrast).resize(size, Image.Resampling.BICUBIC)
        texture = ImageChops.add(texture, noise, offset=-128)
        scale, contrast = scale // 2, contrast * 0.86
    return texture.convert("RGB")


def _busy(chance: random.Random, size: tuple[int, int]) -> Image.Image:
    """Where there is texture: below a soft line across the picture."""
    width, height = size
    mask = Image.new("L", size)
    line = [(0, height * chance.uniform(0.2, 0.5)), (width, height * chance.uniform(0.2, 0.5))]
    ImageDraw.Draw(mask).polygon([*line, (width, height), (0, height)], 255)
    return mask.filter(ImageFilter.GaussianBlur(height / 30))
