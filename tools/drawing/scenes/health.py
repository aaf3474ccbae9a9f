"""Health: the commune clinic, a consultation, giving blood, a vaccination."""

from __future__ import annotations

from random import Random

from tools.drawing import wardrobe
from tools.drawing.buildings import school
from tools.drawing.canvas import Canvas
from tools.drawing.colour import darker, fade, rgb
from tools.drawing.festive import bouquet
from tools.drawing.hills import ranges
from tools.drawing.people import person
from tools.drawing.plants import bush, tree
from tools.drawing.poses import GIVE, HOLD, STAND, TAKE, WALK
from tools.drawing.sky import MORNING, clouds, mist, sky
from tools.drawing.things import covered_table

CROSS = rgb("#d9343f")


def cross(c: Canvas, x: float, y: float, size: float) -> None:
    """Draw a red cross on a white disc about (x, y)."""
    c.ellipse(x, y, size, size, rgb("#ffffff"))
    c.box(x - size * 0.2, y - size * 0.62, size * 0.4, size * 1.24, CROSS)
    c.box(x - size * 0.62, y - size * 0.2, size * 1.24, size * 0.4, CROSS)


def clinic(c: Canvas, rng: Random) -> None:
    """The clinic from its garden, patients at the door, a nurse who meets them."""
    h, w = c.height, c.width
    sky(c, MORNING)
    clouds(c, rng, MORNING, 4, lowest=0.22)
    ranges(c, rng, MORNING, count=5, top=0.28, bottom=0.5)
    mist(c, rng, h * 0.52, h * 0.03, rgb(MORNING.haze), alpha=0.7)
    school(c, w * 0.12, h * 0.7, w * 0.76, h * 0.3, wall="#f3ead2")
    c.box(w * 0.42, h * 0.4, w * 0.16, h * 0.3, fade("#ffffff", "#e6ecec"))
    c.polygon([(w * 0.4, h * 0.41), (w * 0.5, h * 0.31), (w * 0.6, h * 0.41)], rgb("#3f8a9a"))
    cross(c, w * 0.5, h * 0.455, 36)
    c.box(w * 0.455, h * 0.54, w * 0.09, h * 0.17, fade("#bfe0ea", "#7fa9bd"))
    c.box(w * 0.498, h * 0.54, 6, h * 0.17, rgb("#f8f8f4"))
    c.box(0, h * 0.7, w, h * 0.3, fade("#9fc27a", "#6d9a56"))
    c.polygon(
        [(w * 0.44, h * 0.7), (w * 0.56, h * 0.7), (w * 0.72, h), (w * 0.28, h)],
        fade("#e3dbc9", "#cbbd9f"),
    )
    for i in range(13):
        for side in (-1, 1):
            t = i / 12
            bush(
                c,
                rng,
                w * 0.5 + side * (w * 0.075 + w * 0.16 * t),
                h * (0.71 + 0.3 * t),
                40 + 46 * t,
                rgb("#4f9a55"),
            )
    tree(c, rng, w * 0.06, h * 0.74, 330, rgb("#5a9a50"))
    tree(c, rng, w * 0.95, h * 0.74, 300, rgb("#4f8f4e"))
    person(c, w * 0.53, h * 0.78, 235, wardrobe.DOCTORS[2], HOLD)
    person(c, w * 0.47, h * 0.8, 240, wardrobe.TAY[0], WALK)
    person(c, w * 0.46, h * 0.94, 300, wardrobe.HMONG[1], WALK)
    person(c, w * 0.53, h * 0.95, 210, wardrobe.PUPILS[5], WALK)


def consultation(c: Canvas, rng: Random) -> None:
    """A doctor at an ultrasound screen, a mother and child beside the couch."""
    h, w = c.height, c.width
    c.backdrop(fade("#d6ebea", "#b6d6d4"))
    c.box(w * 0.06, h * 0.1, w * 0.26, h * 0.36, fade("#e9f6fa", "#cfe8dc"), radius=6)
    c.box(w * 0.186, h * 0.1, 8, h * 0.36, rgb("#ffffff"))
    c.box(w * 0.055, h * 0.455, w * 0.27, 16, rgb("#ffffff"))
    bouquet(c, rng, w * 0.12, h * 0.455, 44)
    c.box(w * 0.7, h * 0.12, w * 0.22, h * 0.26, rgb("#ffffff"), radius=8)
    for k, tone in enumerate(("#6fb7c4", "#e58aa0", "#f0b43a", "#6fae7a")):
        c.box(w * 0.72, h * (0.15 + 0.055 * k), w * (0.18 - 0.03 * k), 20, rgb(tone), radius=10)
    cross(c, w * 0.5, h * 0.18, 46)
    c.box(0, h * 0.74, w, h * 0.26, fade("#9fbfb8", "#7fa39c"))
    person(c, w * 0.77, h * 0.92, 620, wardrobe.HMONG[0], HOLD)
    person(c, w * 0.9, h * 0.94, 420, wardrobe.PUPILS[3], STAND)
    person(c, w * 0.3, h * 0.94, 660, wardrobe.DOCTORS[1], GIVE)
    c.box(w * 0.4, h * 0.66, w * 0.3, h * 0.07, rgb("#ffffff"), radius=16)
    c.box(w * 0.4, h * 0.70, w * 0.3, h * 0.12, fade("#4f9aa6", "#3a7f8c"), radius=8)
    for x in (0.42, 0.67):
        c.box(w * x, h * 0.81, 18, h * 0.14, rgb("#8a98a0"))
    c.stroke([(w * 0.5, h * 0.66), (w * 0.5, h * 0.55)], 20, rgb("#c3ccd2"))
    c.box(w * 0.41, h * 0.33, w * 0.19, h * 0.235, fade("#f4f7f8", "#cfd8dc"), radius=14)
    c.box(w * 0.422, h * 0.35, w * 0.166, h * 0.195, rgb("#15252e"), radius=6)
    fan = [
        (w * 0.505, h * 0.365),
        (w * 0.455, h * 0.5),
        (w * 0.48, h * 0.525),
        (w * 0.505, h * 0.53),
        (w * 0.53, h * 0.525),
        (w * 0.555, h * 0.5),
    ]
    c.polygon(fan, fade("#2f4a58", "#9fc3cf"))
    c.ellipse(w * 0.505, h * 0.475, 34, 22, rgb("#1a2c36"))
    c.ellipse(w * 0.512, h * 0.478, 17, 12, rgb("#cfe6ee"))


def vaccination(c: Canvas, rng: Random) -> None:
    """A nurse and an old woman at a table in the village house, a cold box between them."""
    h, w = c.height, c.width
    c.backdrop(fade("#e3cda3", "#c9a873"))
    for i in range(15):
        c.box(w * i / 14, 0, 5, h * 0.7, darker(rgb("#c9a873"), 0.3), alpha=0.5)
    c.box(w * 0.08, h * 0.1, w * 0.24, h * 0.34, fade("#dff0f2", "#9fc7a8"))
    c.box(w * 0.195, h * 0.1, 10, h * 0.34, rgb("#8a5a36"))
    c.box(w * 0.66, h * 0.12, w * 0.24, h * 0.3, rgb("#ffffff"), radius=6)
    cross(c, w * 0.78, h * 0.27, 70)
    c.box(0, h * 0.7, w, h * 0.3, fade("#a9794a", "#75502f"))
    person(c, w * 0.34, h * 0.98, 690, wardrobe.DOCTORS[2], GIVE)
    person(c, w * 0.62, h * 1.0, 660, wardrobe.TAY[0], TAKE)
    person(c, w * 0.86, h * 0.96, 560, wardrobe.HMONG[3], HOLD)
    person(c, w * 0.1, h * 0.95, 540, wardrobe.DAO[1], HOLD)
    covered_table(c, w * 0.36, h * 0.78, w * 0.26, h * 0.24, rgb("#ffffff"), trim=rgb("#6fb7c4"))
    c.box(w * 0.43, h * 0.68, w * 0.11, h * 0.11, fade("#4f9ad0", "#2f73ad"), radius=8)
    c.box(w * 0.43, h * 0.67, w * 0.11, 22, rgb("#eef4f8"), radius=6)
    cross(c, w * 0.485, h * 0.74, 24)
