"""Sky, sun, cloud and mist."""

from __future__ import annotations

import math
from dataclasses import dataclass
from random import Random

from tools.drawing.canvas import Canvas
from tools.drawing.colour import Colour, Gradient, fade, lighter, rgb


@dataclass(frozen=True)
class Light:
    """The light of an hour: the sky from top to horizon, the haze, the far and near hills."""

    sky: tuple[str, ...]
    haze: str
    far: str
    near: str
    sun: str

    @property
    def gradient(self) -> Gradient:
        """The sky's paint."""
        return fade(*self.sky)


DAWN = Light(("#8fb3cf", "#f3d9c0", "#ffe7c7"), "#fbe6d0", "#b6a9bb", "#3f5a5c", "#fff3d6")
MORNING = Light(("#6fb1d6", "#bfe0ea", "#f3f3e2"), "#e7f0ea", "#8fb7bf", "#2f6a55", "#fffbe8")
NOON = Light(("#4f9fd4", "#9fd0ea", "#dff0f2"), "#dcecea", "#7da9b5", "#3a7550", "#ffffff")
GOLDEN = Light(("#7c9fc0", "#f2c894", "#ffdf9e"), "#ffe3b4", "#b8909a", "#5a5146", "#fff0c0")
COLD = Light(("#8a9fb4", "#bccad3", "#e3e8e8"), "#e2e8ea", "#9dafbb", "#455f66", "#f6f8f4")
DUSK = Light(("#3d4a7a", "#a77a98", "#f4b48a"), "#e9b79d", "#7b6a94", "#2c3354", "#ffdfae")


def sky(c: Canvas, light: Light, *, horizon: float = 0.62) -> None:
    """Paint the sky down to ``horizon`` (a share of the height) and the haze under it."""
    c.backdrop(rgb(light.haze))
    c.box(0, 0, c.width, c.height * horizon, light.gradient)


def sun(c: Canvas, light: Light, x: float, y: float, radius: float) -> None:
    """Draw the sun and its glow."""
    colour = rgb(light.sun)
    c.ellipse(x, y, radius * 4.2, radius * 4.2, colour, alpha=0.28, blur=radius * 1.6)
    c.ellipse(x, y, radius * 2, radius * 2, colour, alpha=0.40, blur=radius * 0.7)
    c.ellipse(x, y, radius, radius, colour)


def cloud(
    c: Canvas, rng: Random, x: float, y: float, size: float, colour: Colour, *, alpha: float = 0.85
) -> None:
    """Draw a flat-bottomed cloud ``size`` wide, its base at ``y``."""
    puffs = rng.randint(4, 6)
    shapes = [
        [
            (x - size / 2, y),
            (x + size / 2, y),
            (x + size * 0.4, y - size * 0.08),
            (x - size * 0.4, y - size * 0.08),
        ]
    ]
    for i in range(puffs):
        share = (i + 0.5) / puffs
        bulk = size * 0.17 * (1.15 - abs(share - 0.5) * 1.5) * rng.uniform(0.75, 1.2)
        cx = x - size * 0.42 + size * 0.84 * share
        arc = (math.pi + math.pi * step / 16 for step in range(17))
        shapes.append([(cx + bulk * math.cos(a), y + bulk * 1.05 * math.sin(a)) for a in arc])
    c.union(shapes, fade(lighter(colour, 0.7), colour), alpha=alpha)


def clouds(c: Canvas, rng: Random, light: Light, count: int, *, lowest: float = 0.3) -> None:
    """Scatter clouds over the sky above ``lowest`` (a share of the height)."""
    for _ in range(count):
        size = rng.uniform(0.12, 0.28) * c.width
        cloud(
            c,
            rng,
            rng.uniform(0, c.width),
            rng.uniform(0.06, lowest) * c.height,
            size,
            lighter(rgb(light.haze), 0.45),
            alpha=0.7,
        )


def mist(
    c: Canvas,
    rng: Random,
    y: float,
    thickness: float,
    colour: Colour,
    *,
    alpha: float = 0.8,
    count: int = 5,
) -> None:
    """Lay a bank of mist across the picture about height ``y``."""
    for i in range(count):
        x = c.width * (i + rng.uniform(0.1, 0.9)) / count
        reach = c.width * rng.uniform(0.2, 0.34)
        thick = thickness * rng.uniform(0.6, 1.1)
        drop = rng.uniform(-0.4, 0.4) * thickness
        c.ellipse(x, y + drop, reach, thick, colour, alpha=alpha, blur=thick * 0.45)
