"""A fair stand with bottles of oil or jars of honey."""

from __future__ import annotations

from random import Random

from tools.drawing import wardrobe
from tools.drawing.canvas import Canvas
from tools.drawing.colour import darker, fade, lighter, rgb
from tools.drawing.people import person
from tools.drawing.poses import GIVE, HOLD
from tools.drawing.things import WOOD, covered_table


def counter(c: Canvas, rng: Random, *, goods: str = "bottles") -> None:
    """A fair stand with bottles of oil or jars of honey, the seller and two buyers."""
    h, w = c.height, c.width
    c.backdrop(fade("#e6f0e4", "#cfe0cb"))
    c.box(w * 0.06, h * 0.06, w * 0.88, h * 0.13, fade("#2f8f74", "#237260"), radius=10)
    c.box(w * 0.24, h * 0.095, w * 0.52, 26, rgb("#f3f7ea"), radius=13)
    c.box(w * 0.32, h * 0.137, w * 0.36, 18, rgb("#f0c23e"), radius=9)
    for row in range(2):
        y = h * (0.36 + 0.19 * row)
        for i in range(17):
            _bottle(c, w * (0.09 + 0.051 * i), y, 108, goods, (i + row) % 4)
        c.box(w * 0.05, y, w * 0.9, 17, fade(lighter(WOOD, 0.25), WOOD))
    c.box(0, h * 0.72, w, h * 0.28, fade("#b9c9b0", "#93a88a"))
    person(c, w * 0.5, h * 0.98, 640, wardrobe.HMONG[1], GIVE, shadow=False)
    covered_table(c, w * 0.14, h * 0.78, w * 0.72, h * 0.25, rgb("#f4efe2"), trim=rgb("#2f8f74"))
    for i in range(10):
        if abs(i - 4.6) > 1:
            _bottle(c, w * (0.19 + 0.069 * i), h * 0.785, 130, goods, i % 4)
    person(c, w * 0.12, h * 1.12, 690, wardrobe.AO_DAI[3], HOLD, back=True, shadow=False)
    person(c, w * 0.87, h * 1.14, 700, wardrobe.SUITS[3], HOLD, back=True, shadow=False)


def _bottle(c: Canvas, x: float, y: float, size: float, goods: str, kind: int) -> None:
    liquid = rgb({"bottles": "#8fd0a0", "honey": "#e8a02c"}[goods])
    if goods == "bottles":
        c.box(
            x - size * 0.16,
            y - size * 0.72,
            size * 0.32,
            size * 0.72,
            fade(lighter(liquid, 0.5), liquid, darker(liquid, 0.15), across=True),
            radius=size * 0.07,
        )
        c.box(x - size * 0.07, y - size * 0.86, size * 0.14, size * 0.16, lighter(liquid, 0.3))
        c.box(x - size * 0.09, y - size, size * 0.18, size * 0.16, rgb("#2b4a3f"), radius=4)
    else:
        c.box(
            x - size * 0.22,
            y - size * 0.6,
            size * 0.44,
            size * 0.6,
            fade(lighter(liquid, 0.45), liquid, darker(liquid, 0.2), across=True),
            radius=size * 0.09,
        )
        c.box(x - size * 0.2, y - size * 0.72, size * 0.4, size * 0.14, rgb("#8f5a2c"), radius=5)
    label = rgb(("#fdfbf2", "#f6ead0", "#e6f3e6", "#fdfbf2")[kind])
    c.box(x - size * 0.15, y - size * 0.46, size * 0.3, size * 0.27, label, radius=3)
    c.ellipse(
        x,
        y - size * 0.36,
        size * 0.07,
        size * 0.055,
        rgb(("#2f8f74", "#e2574c", "#f0b43a", "#5b7fc4")[kind]),
    )
    c.box(x - size * 0.1, y - size * 0.27, size * 0.2, size * 0.03, rgb("#9aa68f"))
