"""What stands about in the pictures: flags, chairs, tables, baskets, boxes, awnings."""

from __future__ import annotations

import math
from random import Random

from tools.drawing.canvas import Canvas
from tools.drawing.colour import Colour, darker, fade, lighter, rgb

WOOD = rgb("#9a6a3f")


def chair_back(c: Canvas, x: float, y: float, size: float, colour: Colour) -> None:
    """Draw the padded back of a chair seen from behind, its lower edge at ``y``."""
    c.box(
        x - size * 0.5, y - size * 0.95, size, size * 1.1, darker(colour, 0.3), radius=size * 0.16
    )
    c.box(
        x - size * 0.42,
        y - size * 0.88,
        size * 0.84,
        size,
        fade(lighter(colour, 0.15), darker(colour, 0.15)),
        radius=size * 0.12,
    )


def covered_table(
    c: Canvas,
    x: float,
    y: float,
    width: float,
    height: float,
    cloth: Colour,
    *,
    trim: Colour | None = None,
) -> None:
    """Draw a table under a cloth that falls in folds; (x, y) is its top left corner."""
    c.ellipse(
        x + width / 2, y + height, width * 0.52, height * 0.07, (20, 20, 40), alpha=0.3, blur=8
    )
    c.box(x, y + height * 0.06, width, height * 0.94, fade(cloth, darker(cloth, 0.2)))
    folds = max(4, int(width / 42))
    for i in range(folds):
        fx = x + width * (i + 0.5) / folds
        c.polygon(
            [
                (fx, y + height * 0.1),
                (fx + width / folds * 0.22, y + height),
                (fx - width / folds * 0.22, y + height),
            ],
            darker(cloth, 0.25),
            alpha=0.6,
        )
    c.box(x - 6, y, width + 12, height * 0.12, lighter(cloth, 0.25), radius=4)
    if trim:
        c.box(x - 6, y + height * 0.12, width + 12, height * 0.06, trim)


def basket(c: Canvas, x: float, y: float, size: float) -> None:
    """Draw a woven back-basket (gùi) that stands at (x, y)."""
    straw = rgb("#c79a56")
    c.polygon(
        [
            (x - size * 0.5, y - size),
            (x + size * 0.5, y - size),
            (x + size * 0.34, y),
            (x - size * 0.34, y),
        ],
        fade(lighter(straw, 0.25), straw, darker(straw, 0.3), across=True),
    )
    for k in range(1, 6):
        half = size * (0.34 + 0.16 * k / 6)
        c.stroke(
            [(x - half, y - size * k / 6), (x + half, y - size * k / 6)],
            size * 0.03,
            darker(straw, 0.3),
        )
    c.ellipse(x, y - size, size * 0.52, size * 0.13, darker(straw, 0.25))
    c.ellipse(x, y - size, size * 0.44, size * 0.09, darker(straw, 0.6))


def produce(
    c: Canvas, rng: Random, x: float, y: float, size: float, colours: tuple[str, ...]
) -> None:
    """Heap round fruit or greens in a flat tray about (x, y)."""
    straw = rgb("#b98a4c")
    c.ellipse(x, y + size * 0.12, size * 1.06, size * 0.36, (20, 20, 30), alpha=0.25, blur=4)
    c.ellipse(x, y, size, size * 0.36, darker(straw, 0.3))
    c.ellipse(x, y - size * 0.05, size * 0.92, size * 0.3, straw)
    for row in range(4):
        for _ in range(9 - row * 2):
            colour = rgb(rng.choice(colours))
            px = x + rng.uniform(-0.75, 0.75) * size * (1 - row * 0.22)
            py = y - size * (0.02 + 0.13 * row) + rng.uniform(-0.04, 0.04) * size
            r = size * rng.uniform(0.12, 0.16)
            c.ellipse(px, py, r, r * 0.92, darker(colour, 0.2))
            c.ellipse(px - r * 0.15, py - r * 0.18, r * 0.74, r * 0.66, colour)


def carton(c: Canvas, x: float, y: float, size: float, colour: Colour | None = None) -> None:
    """Draw a cardboard box that stands on (x, y), its left lower corner."""
    board = colour or rgb("#c99b62")
    c.box(x, y - size * 0.8, size, size * 0.8, fade(lighter(board, 0.15), darker(board, 0.1)))
    c.polygon(
        [
            (x, y - size * 0.8),
            (x + size * 0.16, y - size * 0.94),
            (x + size * 1.16, y - size * 0.94),
            (x + size, y - size * 0.8),
        ],
        lighter(board, 0.35),
    )
    c.polygon(
        [
            (x + size, y - size * 0.8),
            (x + size * 1.16, y - size * 0.94),
            (x + size * 1.16, y - size * 0.14),
            (x + size, y),
        ],
        darker(board, 0.25),
    )
    c.box(x + size * 0.42, y - size * 0.8, size * 0.14, size * 0.8, lighter(board, 0.4), alpha=0.7)


def awning(
    c: Canvas, x: float, y: float, width: float, height: float, colours: tuple[str, str]
) -> None:
    """Draw a striped market awning with a scalloped edge; (x, y) is its top left corner."""
    stripes = max(6, int(width / 46) // 2 * 2)
    each = width / stripes
    spread = width * 0.05
    for i in range(stripes):
        colour = rgb(colours[i % 2])
        x0, x1 = x + each * i, x + each * (i + 1)
        low0, low1 = (
            (x0 - x - width / 2) / width * 2 * spread,
            (x1 - x - width / 2) / width * 2 * spread,
        )
        c.polygon(
            [(x0, y), (x1, y), (x1 + low1, y + height), (x0 + low0, y + height)],
            fade(lighter(colour, 0.15), darker(colour, 0.1)),
        )
        middle = (x0 + low0 + x1 + low1) / 2
        rim = [
            (middle + math.cos(a) * each * 0.55, y + height + math.sin(a) * each * 0.5)
            for a in (math.pi * k / 10 for k in range(11))
        ]
        c.polygon(rim, darker(colour, 0.12))


def steam(c: Canvas, x: float, y: float, height: float) -> None:
    """Draw a soft plume of steam or smoke that rises from (x, y) and spreads."""
    for i in range(9):
        t = i / 8
        drift = math.sin(t * 4.2) * height * 0.07 + t * height * 0.16
        r = height * (0.04 + 0.085 * t)
        c.ellipse(
            x + drift,
            y - height * t,
            r,
            r * 1.3,
            (255, 255, 255),
            alpha=0.34 - 0.25 * t,
            blur=max(2.0, r * 0.4),
        )
