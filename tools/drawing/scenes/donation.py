"""A day of giving blood: the chairs, the queue."""

from __future__ import annotations

import math
from random import Random

from tools.drawing import wardrobe
from tools.drawing.canvas import Canvas
from tools.drawing.colour import darker, fade, lighter, rgb
from tools.drawing.people import person
from tools.drawing.poses import GIVE, HOLD, SIT, STAND, TAKE
from tools.drawing.scenes.health import CROSS
from tools.drawing.things import covered_table


def blood_drive(c: Canvas, rng: Random) -> None:
    """A hall with reclining chairs, donors, nurses and volunteers in blue."""
    h, w = c.height, c.width
    c.backdrop(fade("#f7ede6", "#ecd9cd"))
    c.box(0, h * 0.08, w, h * 0.17, fade("#d9404a", "#b52a36"))
    for k in range(2):
        c.box(
            w * (0.27 + 0.06 * k),
            h * (0.12 + 0.052 * k),
            w * (0.46 - 0.12 * k),
            24,
            rgb("#fff3e6"),
            radius=12,
        )
    _drop(c, w * 0.15, h * 0.165, 62, "#ffffff")
    _drop(c, w * 0.85, h * 0.165, 62, "#ffffff")
    c.box(0, h * 0.6, w, h * 0.4, fade("#d6bda6", "#b2957b"))
    for i in range(8):
        look = wardrobe.pick(rng, (*wardrobe.SUITS, *wardrobe.VOLUNTEERS, *wardrobe.VILLAGERS))
        person(c, w * (0.06 + 0.125 * i), h * 0.66, 290, look, rng.choice((STAND, HOLD)))
    for i in range(3):
        x, y = w * (0.2 + 0.31 * i), h * 0.93
        _donor(c, rng, x, y, i)
        person(c, x - 168, y + 12, 470, wardrobe.DOCTORS[i], GIVE)
    person(c, w * 0.965, h * 0.97, 480, wardrobe.VOLUNTEERS[0], HOLD)


def _drop(c: Canvas, x: float, y: float, size: float, colour: str) -> None:
    for scale, tone in ((1.0, rgb(colour)), (0.45, CROSS)):
        r, cy = size * 0.52 * scale, y + size * 0.22
        round_part = [
            (x + r * math.cos(a), cy + r * math.sin(a))
            for a in (-0.5 + (math.pi + 1.0) * k / 24 for k in range(25))
        ]
        c.polygon([(x, cy - r * 2.3), *round_part], tone)


def _donor(c: Canvas, rng: Random, x: float, y: float, turn: int) -> None:
    seat = rgb("#3f8a9a")
    c.ellipse(x + 30, y + 10, 190, 20, (40, 20, 20), alpha=0.3, blur=8)
    c.box(x - 60, y - 40, 16, 50, rgb("#8a98a0"))
    c.box(x + 110, y - 40, 16, 50, rgb("#8a98a0"))
    c.box(x + 56, y - 260, 70, 200, fade(lighter(seat, 0.2), seat), radius=26)
    look = wardrobe.pick(rng, (wardrobe.SUITS[3], wardrobe.VILLAGERS[8], wardrobe.SUITS[1]))
    person(c, x + 34, y + 62, 470, look, SIT, shadow=False)
    c.box(x - 80, y - 146, 220, 40, fade(lighter(seat, 0.1), darker(seat, 0.15)), radius=16)
    c.stroke([(x - 92, y - 360), (x - 92, y - 60)], 7, rgb("#9aa6ae"))
    c.box(x - 116, y - 356, 48, 66, fade("#f3c6ca", "#c8323c"), radius=10)
    c.stroke([(x - 92, y - 290), (x - 84, y - 230), (x - 30, y - 196), (x - 4, y - 190)], 4, CROSS)


def waiting(c: Canvas, rng: Random) -> None:
    """Donors who wait their turn, a nurse who measures the blood pressure at a table."""
    h, w = c.height, c.width
    c.backdrop(fade("#f3efe4", "#e2d8c6"))
    for i in range(3):
        x = w * (0.05 + 0.33 * i)
        c.box(x, h * 0.1, w * 0.22, h * 0.34, fade("#cfe6ea", "#e9f2e6"), radius=6)
        c.box(x + w * 0.107, h * 0.1, 8, h * 0.34, rgb("#ffffff"))
        c.box(x - 8, h * 0.44, w * 0.22 + 16, 14, rgb("#c9bfa9"))
    c.box(0, h * 0.62, w, h * 0.38, fade("#c9b79c", "#a8926f"))
    for i in range(9):
        look = wardrobe.pick(rng, (*wardrobe.SUITS, *wardrobe.VILLAGERS, *wardrobe.AO_DAI))
        person(
            c,
            w * (0.44 + 0.068 * i),
            h * (0.86 + 0.008 * (i % 3)),
            430,
            look,
            rng.choice((STAND, HOLD)),
        )
    person(c, w * 0.12, h * 0.98, 560, wardrobe.DOCTORS[0], GIVE, shadow=False)
    person(c, w * 0.33, h * 1.0, 540, wardrobe.DAO[0], TAKE, shadow=False)
    covered_table(c, w * 0.06, h * 0.79, w * 0.34, h * 0.24, rgb("#ffffff"), trim=CROSS)
    c.box(w * 0.2, h * 0.725, 96, 74, fade("#f4f7f8", "#cfd8dc"), radius=8)
    c.box(w * 0.2 + 14, h * 0.74, 68, 34, rgb("#8fc5a8"), radius=4)
    c.stroke([(w * 0.26, h * 0.77), (w * 0.29, h * 0.74), (w * 0.3, h * 0.7)], 6, rgb("#3a4a5a"))
    for k in range(4):
        c.box(w * 0.1 + k * 5, h * 0.77 - k * 5, 84, 22, rgb("#ffffff"), radius=3)
        c.box(w * 0.1 + k * 5, h * 0.79 - k * 5, 84, 2, rgb("#d9d2c4"))
