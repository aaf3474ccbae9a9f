"""Work indoors and out: a warehouse, a factory, drying cinnamon, a shop counter."""

from __future__ import annotations

from random import Random

from tools.drawing import wardrobe
from tools.drawing.buildings import lorry, shed
from tools.drawing.canvas import Canvas
from tools.drawing.colour import darker, fade, lighter, rgb
from tools.drawing.hills import ranges, slope
from tools.drawing.people import person
from tools.drawing.plants import grove
from tools.drawing.poses import GIVE, HOLD, POINT, SIT, STAND, TAKE, WALK, Look
from tools.drawing.shape import ridge
from tools.drawing.sky import GOLDEN, NOON, clouds, mist, sky
from tools.drawing.things import WOOD, carton

APRON = Look("#2f8f74", "#2b3350", headwear="bun")


def warehouse(c: Canvas, rng: Random) -> None:
    """High shelves with cartons, a fork-lift, two people who count."""
    h, w = c.height, c.width
    c.backdrop(fade("#dfe6ea", "#c3ced6"))
    for i in range(7):
        c.box(w * (0.02 + 0.145 * i), 0, w * 0.1, 16, rgb("#fffbe8"))
        c.ellipse(w * (0.07 + 0.145 * i), 20, w * 0.07, 44, rgb("#fffbe8"), alpha=0.5, blur=26)
    c.box(0, h * 0.76, w, h * 0.24, fade("#a9b0b8", "#868e98"))
    for row in range(3):
        y = h * (0.28 + 0.21 * row)
        x = w * 0.02
        while x < w * 0.93:
            size = rng.uniform(86, 140)
            if rng.random() < 0.9:
                tone = rng.choice(("#c99b62", "#d7ad74", "#b98550", "#dcb982"))
                carton(c, x, y, size, rgb(tone))
                if rng.random() < 0.4:
                    carton(c, x + 8, y - size * 0.8, size * 0.66, rgb("#d7ad74"))
            x += size * 1.2
        c.box(0, y, w, 20, fade("#f08a3a", "#cf6a24"))
    for x in (0.0, 0.245, 0.495, 0.745, 0.985):
        c.box(w * x, h * 0.08, 22, h * 0.72, fade("#3f6fae", "#2b5286", across=True))
    person(c, w * 0.3, h * 0.95, 420, wardrobe.WORKER, POINT)
    figure = person(c, w * 0.46, h * 0.96, 420, APRON, HOLD)
    c.box(figure.left_hand[0] - 34, figure.left_hand[1] - 40, 66, 84, rgb("#fdfcf6"), radius=4)
    for k in range(4):
        c.box(figure.left_hand[0] - 24, figure.left_hand[1] - 26 + k * 17, 46, 5, rgb("#9aa6b4"))
    _forklift(c, w * 0.72, h * 0.95)
    for i in range(3):
        carton(c, w * 0.05 + i * 96, h * 0.97, 108)
    carton(c, w * 0.08, h * 0.97 - 88, 108)


def _forklift(c: Canvas, x: float, y: float) -> None:
    body = rgb("#f2b134")
    c.ellipse(x, y + 4, 250, 18, (20, 20, 30), alpha=0.35, blur=8)
    c.box(x - 30, y - 140, 190, 104, fade(lighter(body, 0.2), body), radius=18)
    for px in (x - 16, x + 128):
        c.box(px, y - 330, 13, 200, rgb("#3a3f4a"))
    c.box(x - 30, y - 342, 190, 18, rgb("#3a3f4a"), radius=6)
    person(c, x + 62, y + 36, 360, wardrobe.WORKER, SIT, shadow=False)
    c.box(x - 30, y - 138, 190, 100, fade(lighter(body, 0.2), body), radius=18)
    for px in (x + 4, x + 126):
        c.ellipse(px, y - 30, 36, 36, rgb("#23262d"))
        c.ellipse(px, y - 30, 15, 15, rgb("#b9bec6"))
    for px in (x - 66, x - 44):
        c.box(px, y - 400, 11, 400, rgb("#5b626a"))
    c.box(x - 240, y - 62, 200, 13, rgb("#3a3f4a"))
    c.box(x - 240, y - 78, 180, 16, WOOD)
    carton(c, x - 232, y - 78, 130)


def factory(c: Canvas, rng: Random) -> None:
    """A processing plant among hills: halls with saw-tooth roofs, a lorry at the dock."""
    h, w = c.height, c.width
    sky(c, NOON)
    clouds(c, rng, NOON, 4, lowest=0.24)
    ranges(c, rng, NOON, count=5, top=0.3, bottom=0.54)
    mist(c, rng, h * 0.55, h * 0.03, rgb(NOON.haze), alpha=0.7)
    slope(c, ridge(rng, w, h * 0.6, h * 0.03, waves=2, octaves=2), rgb("#74a865"), shade=0.2)
    grove(c, rng, 0, w * 0.3, h * 0.63, 130, rgb("#3f7a5f"))
    grove(c, rng, w * 0.84, w, h * 0.63, 140, rgb("#3f7a5f"))
    c.box(w * 0.72, h * 0.26, 44, h * 0.4, fade("#e9e4da", "#bfb6a6", across=True))
    c.box(w * 0.72, h * 0.27, 44, 26, rgb("#d9463f"))
    shed(c, w * 0.22, h * 0.7, w * 0.36, h * 0.2)
    shed(c, w * 0.58, h * 0.7, w * 0.27, h * 0.15, wall="#d9d2c0")
    for i in range(3):
        c.box(w * (0.26 + 0.1 * i), h * 0.58, w * 0.065, h * 0.12, fade("#6f8494", "#56697a"))
        for k in range(5):
            c.box(w * (0.26 + 0.1 * i), h * (0.59 + 0.022 * k), w * 0.065, 3, rgb("#8fa3b2"))
    c.box(0, h * 0.7, w, h * 0.3, fade("#b9bdc0", "#8f959b"))
    c.box(0, h * 0.695, w, 10, rgb("#e9ecee"))
    lorry(c, w * 0.42, h * 0.84, 620, cab="#2f6fb0", load="#3f8f74")
    for i in range(5):
        person(
            c,
            w * (0.06 + 0.075 * i),
            h * (0.9 + 0.015 * (i % 2)),
            260,
            wardrobe.WORKER if i % 2 else APRON,
            (WALK, STAND, POINT)[i % 3],
        )
    for i in range(4):
        carton(c, w * 0.86 + (i % 2) * 92, h * 0.94 - (i // 2) * 84, 100)


def cinnamon(c: Canvas, rng: Random) -> None:
    """Cinnamon bark that dries in long rows on a yard, women who turn it."""
    h, w = c.height, c.width
    sky(c, GOLDEN)
    ranges(c, rng, GOLDEN, count=5, top=0.28, bottom=0.5)
    mist(c, rng, h * 0.52, h * 0.03, rgb(GOLDEN.haze), alpha=0.8)
    slope(c, ridge(rng, w, h * 0.57, h * 0.03, waves=2, octaves=2), rgb("#6f9a57"), shade=0.2)
    grove(c, rng, 0, w, h * 0.62, 120, rgb("#4f7a52"))
    c.box(0, h * 0.62, w, h * 0.38, fade("#d9cfbb", "#bcae93"))
    for row in range(7):
        t = row / 6
        y = h * (0.645 + 0.34 * t**1.5)
        length, thick = 26 + 60 * t, 9 + 22 * t
        x = -rng.uniform(0, length)
        while x < w:
            bark = rgb(rng.choice(("#a8612f", "#8f4f27", "#bd7440", "#c98450")))
            c.box(
                x,
                y,
                length,
                thick,
                fade(lighter(bark, 0.3), bark, darker(bark, 0.25)),
                radius=thick / 2,
            )
            c.ellipse(
                x + length - thick * 0.3,
                y + thick / 2,
                thick * 0.2,
                thick * 0.36,
                darker(bark, 0.5),
            )
            x += length * rng.uniform(1.04, 1.12)
    for x, y, tall, look in (
        (0.24, 0.8, 250, wardrobe.DAO[0]),
        (0.52, 0.88, 310, wardrobe.DAO[1]),
        (0.8, 0.82, 260, wardrobe.TAY[1]),
    ):
        figure = person(c, w * x, h * y, tall, look, GIVE if x < 0.7 else TAKE)
        hx, hy = figure.left_hand if x < 0.7 else figure.right_hand
        c.stroke(
            [(hx - 40, hy - 50), (hx + (90 if x < 0.7 else -90), h * y + 6)], 7, rgb("#8a5a36")
        )
