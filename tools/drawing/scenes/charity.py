"""Warm clothes for the highlands: the lorry, the line of hands, the children, the stove."""

from __future__ import annotations

import math
from random import Random

from tools.drawing import wardrobe
from tools.drawing.buildings import GLASS, school
from tools.drawing.canvas import Canvas
from tools.drawing.colour import darker, fade, lighter, rgb
from tools.drawing.hills import ranges, slope
from tools.drawing.people import person
from tools.drawing.plants import grove
from tools.drawing.poses import CHEER, GIVE, HOLD, STAND, TAKE, WALK
from tools.drawing.shape import ridge
from tools.drawing.sky import COLD, DAWN, MORNING, Light, mist, sky, sun
from tools.drawing.things import carton

JACKETS = ("#e2574c", "#2f7fc4", "#f0b43a", "#3f9a6a", "#8d5cab", "#e889a6")


def _hills(c: Canvas, rng: Random, light: Light, ground: str, top: float = 0.64) -> None:
    sky(c, light)
    ranges(c, rng, light, count=5, top=0.24, bottom=top - 0.1)
    mist(c, rng, c.height * (top - 0.07), c.height * 0.04, rgb(light.haze), alpha=0.85)
    slope(
        c,
        ridge(rng, c.width, c.height * top, c.height * 0.02, waves=2, octaves=2),
        rgb(ground),
        shade=0.3,
    )


def unloading(c: Canvas, rng: Random) -> None:
    """Volunteers who hand boxes down from a lorry."""
    h, w = c.height, c.width
    _hills(c, rng, COLD, "#a3a88a", 0.62)
    grove(c, rng, w * 0.5, w, h * 0.64, 150, rgb("#4a7a6c"))
    c.box(0, h * 0.74, w, h * 0.26, fade("#b9aa8c", "#93835f"))
    body = rgb("#2f7fa8")
    c.ellipse(w * 0.2, h * 0.89, w * 0.3, 22, (20, 20, 30), alpha=0.4, blur=10)
    c.box(-20, h * 0.3, w * 0.42, h * 0.5, fade(lighter(body, 0.15), darker(body, 0.15)), radius=8)
    c.box(w * 0.2, h * 0.34, w * 0.185, h * 0.44, fade("#2b3340", "#434c5a"))
    for i in range(6):
        carton(c, w * 0.215 + (i % 2) * 116, h * 0.775 - (i // 2) * 96, 112)
    for x in (0.03, 0.2, 0.3):
        c.ellipse(w * x, h * 0.84, 62, 62, rgb("#23262d"))
        c.ellipse(w * x, h * 0.84, 26, 26, rgb("#b9bec6"))
    c.box(-20, h * 0.78, w * 0.44, 20, rgb("#3a3f4a"))
    for i in range(5):
        x = w * (0.43 + 0.12 * i)
        look = wardrobe.VOLUNTEERS[i % 3] if i < 3 else wardrobe.pick(rng, wardrobe.VILLAGERS)
        figure = person(c, x, h * 0.93 + (i % 2) * 18, 430, look, GIVE if i % 2 == 0 else TAKE)
        if i % 2 == 0:
            carton(c, figure.right_hand[0] - 20, figure.right_hand[1] + 30, 84)
    for i in range(3):
        carton(c, w * 0.82 + i * 82, h * 0.99, 92)


def new_jackets(c: Canvas, rng: Random) -> None:
    """Children in a row who try on new jackets before the school."""
    h, w = c.height, c.width
    _hills(c, rng, COLD, "#a9b08c", 0.6)
    school(c, w * 0.1, h * 0.66, w * 0.8, h * 0.18, wall="#f0cf84", floors=1)
    c.box(0, h * 0.66, w, h * 0.34, fade("#d3c4a4", "#a99873"))
    for i in range(9):
        person(
            c,
            w * (0.07 + 0.108 * i),
            h * 0.8,
            260,
            wardrobe.pick(rng, wardrobe.PUPILS),
            (STAND, CHEER)[i % 2],
        )
    for i in range(6):
        look = wardrobe.PUPILS[i]
        figure = person(c, w * (0.12 + 0.15 * i), h * 0.97, 400, look, (CHEER, HOLD, STAND)[i % 3])
        x, y = figure.hip
        colour = rgb(JACKETS[(i + 2) % 6])
        if i % 3 == 1:
            c.curve(
                [
                    (x - 60, y - 110),
                    (x, y - 126),
                    (x + 60, y - 110),
                    (x + 68, y + 6),
                    (x, y + 18),
                    (x - 68, y + 6),
                ],
                fade(lighter(colour, 0.25), colour),
            )
            c.stroke([(x, y - 118), (x, y + 14)], 5, darker(colour, 0.4))


def long_walk(c: Canvas, rng: Random) -> None:
    """A file of people with sacks on their shoulders on a ridge path at dawn."""
    h, w = c.height, c.width
    _hills(c, rng, DAWN, "#8f9a6b", 0.7)
    sun(c, DAWN, w * 0.7, h * 0.2, h * 0.045)
    crest = [
        (x, h * 0.86 - h * 0.16 * math.sin(math.pi * 0.5 * x / w) + y)
        for x, y in ridge(rng, w, 0, h * 0.015, waves=3, octaves=3)
    ]
    c.below(crest, fade("#6b7350", "#434b38"))
    for i in range(8):
        x = w * (0.08 + 0.118 * i)
        y = crest[int(x / 6)][1] + 10
        look = (wardrobe.VOLUNTEERS[i % 3], wardrobe.pick(rng, wardrobe.VILLAGERS))[i % 2]
        person(c, x, y, 232, look, WALK, shadow=False)
        sack = rgb(("#e6dcc3", "#d9c9a3", "#c9d3da")[i % 3])
        c.curve(
            [
                (x - 66, y - 206),
                (x - 18, y - 214),
                (x - 12, y - 150),
                (x - 26, y - 112),
                (x - 74, y - 120),
            ],
            fade(lighter(sack, 0.3), darker(sack, 0.1)),
        )


def stove(c: Canvas, rng: Random) -> None:
    """The dormitory at dusk: a stove that glows, children round it with cups."""
    h, w = c.height, c.width
    c.backdrop(fade("#6b4a3f", "#9a6a4a"))
    c.ellipse(w * 0.5, h * 0.62, w * 0.45, h * 0.45, rgb("#ffb45a"), alpha=0.6, blur=120)
    for i in range(13):
        c.box(w * i / 12, 0, 5, h * 0.72, darker(rgb("#6b4a3f"), 0.4), alpha=0.5)
    c.box(w * 0.1, h * 0.12, w * 0.2, h * 0.28, fade("#2b3a5c", "#5b6f94"))
    c.box(w * 0.197, h * 0.12, 9, h * 0.28, rgb("#4a3226"))
    for k in range(2):
        c.box(w * 0.68, h * (0.14 + 0.22 * k), w * 0.28, 18, rgb("#c99a66"))
        for i in range(3):
            c.box(
                w * (0.69 + 0.09 * i),
                h * (0.05 + 0.22 * k),
                w * 0.075,
                h * 0.09,
                rgb(JACKETS[(i + k) % 6]),
                radius=14,
            )
    c.box(0, h * 0.72, w, h * 0.28, fade("#7d5538", "#513524"))
    for i in range(6):
        angle = math.pi * (0.06 + 0.88 * i / 5)
        x, y = w * 0.5 - w * 0.38 * math.cos(angle), h * (0.99 - 0.2 * math.sin(angle))
        person(c, x, y, 370, wardrobe.PUPILS[i % 6], HOLD)
    c.ellipse(w * 0.5, h * 0.95, 150, 20, (20, 10, 10), alpha=0.4, blur=8)
    c.box(w * 0.5 - 16, h * 0.0, 32, h * 0.72, fade("#4a4d55", "#33363d", across=True))
    c.box(w * 0.5 - 104, h * 0.7, 208, h * 0.23, fade("#4f535c", "#2b2e35"), radius=22)
    c.box(w * 0.5 - 66, h * 0.77, 132, h * 0.09, fade("#ffd76a", "#f0762c"), radius=16)
    for x in (-84, 68):
        c.box(w * 0.5 + x, h * 0.92, 18, 34, rgb("#23262d"))
    c.ellipse(w * 0.5, h * 0.695, 62, 16, rgb("#8a929a"))
    c.box(w * 0.5 - 56, h * 0.635, 112, 62, fade("#b9c3ca", "#8a949c"), radius=20)


def group(c: Canvas, rng: Random) -> None:
    """Everybody in one picture: volunteers, teachers, children in bright jackets."""
    h, w = c.height, c.width
    _hills(c, rng, MORNING, "#9fb27a", 0.58)
    c.box(w * 0.16, h * 0.4, w * 0.68, h * 0.24, fade("#f3e2bf", "#e0c58c"))
    c.polygon(
        [(w * 0.13, h * 0.41), (w * 0.2, h * 0.31), (w * 0.8, h * 0.31), (w * 0.87, h * 0.41)],
        fade("#c9584a", "#a8433b"),
    )
    for i in range(6):
        c.box(w * (0.2 + 0.105 * i), h * 0.46, w * 0.065, h * 0.1, GLASS)
    c.box(0, h * 0.64, w, h * 0.36, fade("#d3c4a4", "#a99873"))
    adults = (
        *wardrobe.VOLUNTEERS,
        wardrobe.AO_DAI[1],
        wardrobe.HMONG[0],
        wardrobe.VOLUNTEERS[1],
        wardrobe.AO_DAI[3],
        wardrobe.VOLUNTEERS[0],
        wardrobe.TAY[0],
    )
    for i, look in enumerate(adults):
        person(c, w * (0.1 + 0.1 * i), h * 0.82, 400, look, (HOLD, CHEER, STAND)[i % 3])
    for i in range(10):
        person(
            c, w * (0.07 + 0.095 * i), h * 0.95, 290, wardrobe.PUPILS[i % 6], (CHEER, HOLD)[i % 2]
        )
