"""What makes a place festive: flags, strings of pennants, banners, flowers."""

from __future__ import annotations

import math
from random import Random

from tools.drawing.canvas import Canvas
from tools.drawing.colour import Colour, darker, fade, lighter, rgb
from tools.drawing.shape import Point, star

RED = rgb("#c8232c")


GOLD = rgb("#f7d154")


def flag(c: Canvas, x: float, y: float, height: float, *, width: float = 0.0) -> None:
    """Draw a red flag with a gold star on a pole whose foot is at (x, y)."""
    wide = width or height * 0.42
    tall = wide * 0.66
    c.stroke([(x, y), (x, y - height)], max(3.0, height * 0.018), rgb("#b9bec6"))
    c.ellipse(x, y - height, height * 0.016 + 2, height * 0.016 + 2, GOLD)
    top = y - height * 0.985
    wave = [math.sin(i / 12 * math.tau) * tall * 0.07 for i in range(13)]
    upper = [(x + wide * i / 12, top + wave[i]) for i in range(13)]
    lower = [(px, py + tall) for px, py in reversed(upper)]
    c.polygon([*upper, *lower], fade(RED, lighter(RED, 0.12), darker(RED, 0.12), RED, across=True))
    c.polygon(star(x + wide * 0.5, top + tall * 0.52, tall * 0.3), GOLD)


def pennants(
    c: Canvas, start: Point, end: Point, count: int, size: float, colours: tuple[str, ...]
) -> None:
    """Hang a sagging string of little triangular flags from ``start`` to ``end``."""
    (x0, y0), (x1, y1) = start, end
    sag = abs(x1 - x0) * 0.06
    line = [
        (x0 + (x1 - x0) * t / 40, y0 + (y1 - y0) * t / 40 + sag * math.sin(math.pi * t / 40))
        for t in range(41)
    ]
    c.stroke(line, 2, rgb("#e9e4d8"))
    for i in range(count):
        x, y = line[int((i + 0.5) * 40 / count)]
        c.polygon(
            [(x - size / 2, y), (x + size / 2, y), (x, y + size)], rgb(colours[i % len(colours)])
        )


def banner(c: Canvas, x: float, y: float, width: float, height: float, colour: Colour) -> None:
    """Draw a stretched banner with a star and bars where lettering would be."""
    c.box(x + 3, y + 5, width, height, (20, 20, 30), alpha=0.25, blur=5)
    c.box(x, y, width, height, fade(lighter(colour, 0.08), darker(colour, 0.08)))
    edge = max(2.0, height * 0.03)
    c.box(x + edge * 2, y + edge * 2, width - edge * 4, edge, GOLD)
    c.box(x + edge * 2, y + height - edge * 3, width - edge * 4, edge, GOLD)
    c.polygon(star(x + width * 0.1, y + height * 0.5, min(height * 0.24, width * 0.06)), GOLD)
    for row, (left, span) in enumerate(((0.2, 0.66), (0.28, 0.5))):
        c.box(
            x + width * left,
            y + height * (0.34 + 0.24 * row),
            width * span,
            height * 0.1,
            GOLD if row else rgb("#fff6da"),
            radius=height * 0.05,
        )


def bouquet(c: Canvas, rng: Random, x: float, y: float, size: float) -> None:
    """Draw a low arrangement of flowers whose foot is at (x, y)."""
    for _ in range(9):
        angle, reach = rng.uniform(math.pi, math.tau), rng.uniform(0.3, 1.0) * size
        c.ellipse(
            x + math.cos(angle) * reach,
            y + math.sin(angle) * reach * 0.6,
            size * 0.3,
            size * 0.12,
            rgb("#4f8f54"),
        )
    for _ in range(16):
        angle, reach = rng.uniform(math.pi, math.tau), rng.uniform(0.0, 0.9) * size
        colour = rgb(rng.choice(("#f2c53d", "#e8556d", "#f7f1e6", "#ee8f3c", "#d76aa5")))
        px, py = x + math.cos(angle) * reach, y + math.sin(angle) * reach * 0.62
        c.ellipse(px, py, size * 0.15, size * 0.14, colour)
        c.ellipse(px, py, size * 0.06, size * 0.05, lighter(colour, 0.5))
