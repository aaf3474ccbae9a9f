"""Plum and peach in flower: a branch from near, an orchard, a road of trees."""

from __future__ import annotations

import math
from random import Random

from tools.drawing import wardrobe
from tools.drawing.buildings import cottage
from tools.drawing.canvas import Canvas
from tools.drawing.colour import Colour, fade, lighter, mix, rgb
from tools.drawing.hills import ranges, slope
from tools.drawing.people import person
from tools.drawing.plants import PEACH, PLUM, blossoming_tree, branch, flower
from tools.drawing.poses import HOLD, WALK
from tools.drawing.shape import Point, ridge
from tools.drawing.sky import COLD, DAWN, MORNING, Light, mist, sky


def twig(c: Canvas, rng: Random, *, colour: Colour = PEACH, light: Light = DAWN) -> None:
    """A flowering branch that leans into the picture, hills and a soft orchard behind."""
    h, w = c.height, c.width
    sky(c, light)
    ranges(c, rng, light, count=5, top=0.42, bottom=0.72)
    for _ in range(22):
        r = rng.uniform(0.03, 0.09) * h
        c.ellipse(
            rng.uniform(0, w),
            rng.uniform(0.6, 1.0) * h,
            r,
            r,
            lighter(colour, 0.2),
            alpha=rng.uniform(0.12, 0.34),
            blur=12,
        )
    twigs: list[Point] = []
    upright = h > w
    if upright:
        branch(c, rng, (w * 1.04, h * 0.98), -2.15, h * 0.72, 46, 2, twigs)
        branch(c, rng, (w * 1.04, h * 0.4), -2.75, h * 0.5, 26, 2, twigs)
    else:
        branch(c, rng, (-30, h * 0.86), -0.52, w * 0.72, 44, 2, twigs)
        branch(c, rng, (-30, h * 0.3), 0.1, w * 0.5, 26, 2, twigs)
    rng.shuffle(twigs)
    for x, y in twigs:
        for _ in range(rng.randint(1, 3)):
            place = (x + rng.uniform(-34, 34), y + rng.uniform(-34, 34))
            if rng.random() < 0.28:
                c.ellipse(*place, 11, 13, mix(colour, rgb("#c8365c"), 0.35))
                c.ellipse(place[0] - 3, place[1] - 4, 6, 7, lighter(colour, 0.35))
            else:
                flower(c, *place, rng.uniform(24, 44), colour, rng.uniform(0, math.tau))
        if rng.random() < 0.25:
            angle = rng.uniform(-2.6, -0.5)
            tip = (x + 46 * math.cos(angle), y + 46 * math.sin(angle))
            c.stroke([(x, y), tip], 13, rgb("#8fbf5a"), end_width=3)
    for _ in range(26):
        x, y = rng.uniform(0, w), rng.uniform(0.2, 1.0) * h
        c.ellipse(x, y, rng.uniform(5, 10), rng.uniform(3, 6), lighter(colour, 0.3), alpha=0.85)


def orchard(c: Canvas, rng: Random, *, colour: Colour = PLUM, light: Light = MORNING) -> None:
    """A valley of flowering trees, a house among them, visitors on the path."""
    h, w = c.height, c.width
    sky(c, light)
    ranges(c, rng, light, count=5, top=0.28, bottom=0.5)
    mist(c, rng, h * 0.53, h * 0.03, rgb(light.haze), alpha=0.8)
    slope(c, ridge(rng, w, h * 0.58, h * 0.03, waves=2, octaves=2), rgb("#86ad68"), shade=0.2)
    cottage(c, w * 0.63, h * 0.66, 210)
    for i in range(15):
        x = w * (i + rng.uniform(0.2, 0.8)) / 15
        if abs(x - w * 0.63) > 120:
            blossoming_tree(c, rng, x, h * rng.uniform(0.62, 0.66), rng.uniform(120, 160), colour)
    slope(c, ridge(rng, w, h * 0.72, h * 0.02, waves=2, octaves=2), rgb("#7fa85c"), shade=0.25)
    c.polygon(
        [(w * 0.5, h * 0.7), (w * 0.53, h * 0.7), (w * 0.72, h), (w * 0.38, h)],
        fade("#d9c39a", "#c2a273"),
    )
    for x, y, size in ((0.09, 0.8, 250), (0.25, 0.78, 220), (0.78, 0.79, 230), (0.94, 0.82, 270)):
        blossoming_tree(c, rng, w * x, h * y, size, colour)
    person(c, w * 0.53, h * 0.84, 210, wardrobe.pick(rng, wardrobe.HMONG), WALK)
    person(c, w * 0.49, h * 0.8, 170, wardrobe.pick(rng, wardrobe.AO_DAI), HOLD)
    person(c, w * 0.58, h * 0.92, 210, wardrobe.PUPILS[5], WALK, mirror=True)
    for x, y, size in ((0.0, 1.06, 480), (0.99, 1.08, 520)):
        blossoming_tree(c, rng, w * x, h * y, size, colour)
    for _ in range(46):
        x, y = rng.uniform(0, w), rng.uniform(0.4, 1.0) * h
        c.ellipse(x, y, rng.uniform(3, 7), rng.uniform(2, 5), lighter(colour, 0.4), alpha=0.9)


def courtyard(c: Canvas, rng: Random, *, light: Light = COLD) -> None:
    """An old peach tree before a rammed-earth house (upright or level picture)."""
    h, w = c.height, c.width
    sky(c, light)
    ranges(c, rng, light, count=4, top=0.3, bottom=0.5)
    mist(c, rng, h * 0.54, h * 0.04, rgb(light.haze), alpha=0.8)
    slope(c, ridge(rng, w, h * 0.62, h * 0.015, waves=2, octaves=2), rgb("#9aa677"), shade=0.3)
    cottage(c, w * 0.55, h * 0.74, min(w * 0.8, 760))
    c.box(0, h * 0.74, w, h * 0.26, fade("#c9ab7c", "#a1845a"))
    for i in range(15):
        c.ellipse(w * (i + 0.5) / 15, h * 0.755, w * 0.045, 22, fade("#b9b3a6", "#8c877d"))
    blossoming_tree(c, rng, w * 0.24, h * 0.86, min(h * 0.62, 760), PEACH)
    person(c, w * 0.62, h * 0.93, h * 0.27, wardrobe.HMONG[1], HOLD)
    person(c, w * 0.78, h * 0.95, h * 0.19, wardrobe.PUPILS[1], WALK, mirror=True)
    for _ in range(60):
        x, y = rng.uniform(0, w * 0.6), rng.uniform(0.8, 0.99) * h
        c.ellipse(x, y, rng.uniform(4, 8), rng.uniform(2, 4), lighter(PEACH, 0.25), alpha=0.9)
