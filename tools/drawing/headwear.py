"""What figures wear on their heads."""

from __future__ import annotations

import math

from tools.drawing.canvas import Canvas
from tools.drawing.colour import darker, fade, lighter, rgb
from tools.drawing.poses import Look


def _scarf(c: Canvas, x: float, y: float, size: float, look: Look) -> None:
    """A wound cloth, as Hmong and Dao women wear it."""
    colour = rgb(look.headwear_colour)
    c.ellipse(
        x,
        y - size * 0.66,
        size * 1.16,
        size * 0.56,
        fade(lighter(colour, 0.2), darker(colour, 0.1)),
    )
    for k in (-0.5, 0.0, 0.5):
        c.stroke(
            [
                (x - size * (1.02 - abs(k) * 0.2), y - size * (0.66 + k * 0.5)),
                (x, y - size * (0.5 + k * 0.6)),
                (x + size * (1.02 - abs(k) * 0.2), y - size * (0.66 + k * 0.5)),
            ],
            size * 0.07,
            rgb(look.trim) if look.trim else lighter(colour, 0.4),
        )


def _cap(c: Canvas, x: float, y: float, size: float, look: Look) -> None:
    """A peaked cap, as of soldiers and policemen."""
    colour = rgb(look.headwear_colour)
    c.curve(
        [
            (x - size * 1.1, y - size * 0.72),
            (x - size * 0.5, y - size * 1.3),
            (x + size * 0.5, y - size * 1.3),
            (x + size * 1.1, y - size * 0.72),
            (x, y - size * 0.5),
        ],
        fade(lighter(colour, 0.12), colour),
    )
    c.box(
        x - size * 0.95,
        y - size * 0.72,
        size * 1.9,
        size * 0.26,
        darker(colour, 0.3),
        radius=size * 0.1,
    )
    c.ellipse(x, y - size * 0.4, size * 0.8, size * 0.17, darker(colour, 0.6))
    c.ellipse(x, y - size * 0.84, size * 0.13, size * 0.13, rgb("#f3c546"))


def _helmet(c: Canvas, x: float, y: float, size: float, look: Look) -> None:
    """A builder's helmet."""
    colour = rgb(look.headwear_colour)
    arc = [math.pi + math.pi * k / 14 for k in range(15)]
    c.polygon(
        [(x + size * 1.06 * math.cos(a), y - size * 0.35 + size * 1.02 * math.sin(a)) for a in arc],
        fade(lighter(colour, 0.3), colour),
    )
    c.box(
        x - size * 1.22,
        y - size * 0.46,
        size * 2.44,
        size * 0.2,
        darker(colour, 0.15),
        radius=size * 0.1,
    )


def _cone(c: Canvas, x: float, y: float, size: float, look: Look) -> None:
    """A conical palm-leaf hat (nón)."""
    straw = rgb("#ecd9a4")
    c.polygon(
        [
            (x - size * 1.75, y - size * 0.2),
            (x, y - size * 1.55),
            (x + size * 1.75, y - size * 0.2),
            (x, y - size * 0.02),
        ],
        fade(lighter(straw, 0.3), straw, darker(straw, 0.22), across=True),
    )


def _beanie(c: Canvas, x: float, y: float, size: float, look: Look) -> None:
    """A knitted winter cap with its bobble."""
    colour = rgb(look.headwear_colour)
    arc = [math.pi + math.pi * k / 14 for k in range(15)]
    c.ellipse(x, y - size * 1.42, size * 0.24, size * 0.24, lighter(colour, 0.45))
    c.polygon(
        [(x + size * 1.04 * math.cos(a), y - size * 0.3 + size * 1.06 * math.sin(a)) for a in arc],
        fade(lighter(colour, 0.15), colour),
    )
    c.box(
        x - size * 1.08,
        y - size * 0.52,
        size * 2.16,
        size * 0.36,
        lighter(colour, 0.35),
        radius=size * 0.14,
    )


def _bun(c: Canvas, x: float, y: float, size: float, look: Look) -> None:
    """Hair tied up behind."""
    c.ellipse(x, y - size * 1.12, size * 0.4, size * 0.34, lighter(rgb(look.hair), 0.08))


WEAR = {
    "scarf": _scarf,
    "cap": _cap,
    "helmet": _helmet,
    "cone": _cone,
    "beanie": _beanie,
    "bun": _bun,
}
