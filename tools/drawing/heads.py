"""A figure's head: face, hair, and what it wears."""

from __future__ import annotations

import math

from tools.drawing.canvas import Canvas
from tools.drawing.colour import darker, fade, lighter, mix, rgb
from tools.drawing.headwear import WEAR
from tools.drawing.poses import Look
from tools.drawing.shape import Point

# A face smaller than this on the picture stays blank: two dots would look like dirt.
SMALLEST_FACE = 15.0


def long_hair(c: Canvas, centre: Point, size: float, look: Look) -> None:
    """Draw hair that falls to the shoulders: behind the body, or over it from behind."""
    x, y = centre
    hair = rgb(look.hair)
    c.curve(
        [
            (x - size * 1.02, y - size * 0.1),
            (x, y - size * 1.12),
            (x + size * 1.02, y - size * 0.1),
            (x + size * 1.08, y + size * 1.5),
            (x + size * 0.5, y + size * 1.85),
            (x - size * 0.5, y + size * 1.85),
            (x - size * 1.08, y + size * 1.5),
        ],
        fade(lighter(hair, 0.12), darker(hair, 0.1)),
    )


def head(c: Canvas, centre: Point, size: float, look: Look, *, back: bool) -> None:
    """Draw a head of radius ``size`` about ``centre``."""
    x, y = centre
    skin, hair = rgb(look.skin), rgb(look.hair)
    if back:
        c.ellipse(x, y, size * 0.94, size * 1.08, fade(lighter(hair, 0.14), hair))
        if look.long_hair:
            long_hair(c, centre, size, look)
        else:
            c.box(x - size * 0.42, y + size * 0.72, size * 0.84, size * 0.5, darker(skin, 0.1))
            c.ellipse(x, y + size * 0.35, size * 0.86, size * 0.66, hair)
    else:
        c.ellipse(x - size * 0.9, y + size * 0.12, size * 0.18, size * 0.24, darker(skin, 0.08))
        c.ellipse(x + size * 0.9, y + size * 0.12, size * 0.18, size * 0.24, darker(skin, 0.14))
        c.ellipse(x, y, size * 0.9, size * 1.06, fade(lighter(skin, 0.12), skin, across=True))
        if size >= SMALLEST_FACE:
            _face(c, x, y, size, look)
        _fringe(c, x, y, size, look)
    if look.headwear:
        WEAR[look.headwear](c, x, y, size, look)


def _face(c: Canvas, x: float, y: float, size: float, look: Look) -> None:
    ink = darker(rgb(look.skin), 0.75)
    for side in (-1, 1):
        ex = x + side * size * 0.36
        c.ellipse(ex, y + size * 0.14, size * 0.075, size * 0.095, ink)
        c.stroke(
            [(ex - size * 0.15, y - size * 0.1), (ex + size * 0.15, y - size * 0.12)],
            size * 0.055,
            darker(rgb(look.hair), 0.05),
        )
        c.ellipse(
            x + side * size * 0.5,
            y + size * 0.45,
            size * 0.17,
            size * 0.11,
            mix(rgb(look.skin), rgb("#e2574c"), 0.4),
            alpha=0.5,
            blur=size * 0.04,
        )
    smile = [
        (x + size * 0.27 * math.cos(a), y + size * 0.47 + size * 0.17 * math.sin(a))
        for a in (math.pi * k / 8 for k in range(1, 8))
    ]
    c.stroke(smile, size * 0.07, mix(ink, rgb("#b4392f"), 0.5))


def _fringe(c: Canvas, x: float, y: float, size: float, look: Look) -> None:
    arc = [math.pi + math.pi * k / 14 for k in range(15)]
    cap = [(x + size * 0.97 * math.cos(a), y - size * 0.06 + size * 1.1 * math.sin(a)) for a in arc]
    c.polygon(
        [
            *cap,
            (x + size * 0.6, y - size * 0.5),
            (x + size * 0.1, y - size * 0.42),
            (x - size * 0.5, y - size * 0.52),
        ],
        rgb(look.hair),
    )
