"""Photos to test with: four corners of four colours, in any format and position."""

from __future__ import annotations

import io
import random
from pathlib import Path
from typing import Any

from PIL import Image

from plugins.photos.config import PhotoSettings
from plugins.photos.encode.encoder import encode
from plugins.photos.inspect.facts import inspect
from plugins.photos.inspect.heic import enable_heic
from plugins.photos.model import Facts
from plugins.photos.plan.derivatives import Derivative, plan

CORNERS = ((220, 40, 40), (40, 160, 60), (40, 70, 200), (230, 210, 60))
"""Red, green, blue and yellow: upper left, upper right, lower left, lower right."""


def corners(width: int = 800, height: int = 600) -> Image.Image:
    """Return the picture as a reader is to see it."""
    image = Image.new("RGB", (width, height))
    half = (width // 2, height // 2)
    for index, colour in enumerate(CORNERS):
        place = (half[0] * (index % 2), half[1] * (index // 2))
        image.paste(colour, (*place, width, height))
    image.paste(CORNERS[2], (0, half[1], half[0], height))
    return image


def detailed(width: int = 4000, height: int = 3000) -> Image.Image:
    """Return a picture that is hard to compress: detail of every size, as in foliage."""
    dice = random.Random(7)
    picture: Image.Image | None = None
    for octave in (8, 32, 128, 512, 2048):
        size = (octave, octave * 3 // 4)
        noise = Image.frombytes("RGB", size, dice.randbytes(3 * size[0] * size[1]))
        layer = noise.resize((width, height), Image.Resampling.BICUBIC)
        picture = layer if picture is None else Image.blend(picture, layer, 0.36)
    assert picture is not None
    return picture


def save(path: Path, image: Image.Image | None = None, **options: Any) -> Path:
    """Write ``image`` (else :func:`corners`) to ``path``, whose name says the format."""
    enable_heic()
    (image or corners()).save(path, **options)
    return path


def facts_of(path: Path) -> Facts:
    """Return what planning needs of a sound photo."""
    facts = inspect(path)
    assert isinstance(facts, Facts), facts
    return facts


def all_of(path: Path, settings: PhotoSettings | None = None) -> dict[Derivative, bytes]:
    """Return everything that is made of a lead photo, encoded."""
    settings, facts = settings or PhotoSettings(), facts_of(path)
    made = plan(path.name, facts, settings, lead=True)
    done = {each.derivative: each.content for each in encode(path, facts, made, settings)}
    assert list(done) == list(made)
    return done


def opened(content: bytes) -> Image.Image:
    """Return an encoded picture, readable."""
    return Image.open(io.BytesIO(content))


def four_colours(image: Image.Image) -> tuple[tuple[int, ...], ...]:
    """Return the colours in the middle of each quarter."""
    rgb = image.convert("RGB")
    across, down = rgb.width // 4, rgb.height // 4
    places = ((across, down), (3 * across, down), (across, 3 * down), (3 * across, 3 * down))
    return tuple(tuple(rgb.getpixel(place)) for place in places)  # type: ignore[arg-type] # three numbers, of RGB


def near(
    found: tuple[tuple[int, ...], ...],
    wanted: tuple[tuple[int, ...], ...] = CORNERS,
    within: int = 12,
) -> bool:
    """Say whether all colours are alike, but for what lossy encoding does."""
    return all(
        abs(a - b) <= within
        for one, other in zip(found, wanted, strict=True)
        for a, b in zip(one, other, strict=True)
    )
