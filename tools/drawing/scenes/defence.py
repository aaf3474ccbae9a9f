"""Defence and security: a border patrol, recruits, an identity-card desk."""

from __future__ import annotations

from random import Random

from tools.drawing import wardrobe
from tools.drawing.canvas import Canvas
from tools.drawing.colour import darker, fade, lighter, rgb
from tools.drawing.festive import GOLD, RED, banner, bouquet, flag
from tools.drawing.hills import ranges, slope
from tools.drawing.people import person
from tools.drawing.plants import bush, grove
from tools.drawing.poses import HOLD, STAND, WALK, Look
from tools.drawing.shape import ridge
from tools.drawing.sky import COLD, MORNING, Light, mist, sky


def patrol(c: Canvas, rng: Random, *, light: Light = MORNING) -> None:
    """Border guards and a militiaman on a path to the boundary stone."""
    h, w = c.height, c.width
    sky(c, light)
    ranges(c, rng, light, count=6, top=0.24, bottom=0.58, rough=0.53)
    mist(c, rng, h * 0.58, h * 0.05, rgb(light.haze), alpha=0.85)
    front = ridge(rng, w, h * 0.72, h * 0.04, waves=1.4, octaves=3)
    slope(c, front, rgb("#7fa35c"), shade=0.35)
    grove(c, rng, 0, w * 0.24, h * 0.73, 150, rgb("#4a7a62"))
    path = [(-20, h * 0.93), (w * 0.3, h * 0.87), (w * 0.6, h * 0.89), (w * 0.83, h * 0.85)]
    c.stroke(path, 96, rgb("#c9b183"), end_width=44)
    _stone(c, w * 0.85, h * 0.86)
    looks = (wardrobe.SOLDIER, wardrobe.SOLDIER, wardrobe.MILITIA, wardrobe.SOLDIER)
    for i, look in enumerate(looks):
        x, y = w * (0.64 - 0.155 * i), h * (0.915 + 0.012 * i)
        person(c, x, y, 390 - 4 * i, look, WALK)
        c.box(x - 62, y - 285, 40, 112, fade("#5f6b40", "#454f30"), radius=14)
        c.stroke([(x - 30, y - 270), (x + 16, y - 180)], 6, rgb("#3a4230"))
    for _ in range(34):
        x, y = rng.uniform(0, w), rng.uniform(0.94, 1.02) * h
        bush(c, rng, x, y, rng.uniform(40, 80), rgb("#6f9a4f"))
    for _ in range(14):
        x = rng.uniform(0.3, 1.0) * w
        bush(c, rng, x, front[int(x / 6)][1] + 26, rng.uniform(26, 50), rgb("#6f9a55"))


def _stone(c: Canvas, x: float, y: float) -> None:
    """A granite boundary stone with a red plate, no lettering that can be read."""
    c.ellipse(x, y + 6, 110, 20, (20, 26, 20), alpha=0.35, blur=8)
    c.polygon(
        [(x - 84, y), (x - 62, y - 34), (x + 62, y - 34), (x + 84, y)], fade("#c9ccc8", "#8f9490")
    )
    c.polygon(
        [(x - 50, y - 34), (x - 42, y - 250), (x, y - 282), (x + 42, y - 250), (x + 50, y - 34)],
        fade("#e6e8e4", "#cdd1cd", "#a3a8a4", across=True),
    )
    c.box(x - 28, y - 236, 56, 62, RED, radius=5)
    c.ellipse(x, y - 205, 18, 18, GOLD)
    for k in range(3):
        c.box(x - 26 + k * 5, y - 150 + k * 26, 52 - k * 10, 11, rgb("#c8323c"), radius=5)


def recruits(c: Canvas, rng: Random, *, light: Light = COLD) -> None:
    """Young men in new uniforms in ranks, families with flowers, the flag."""
    h, w = c.height, c.width
    sky(c, light)
    ranges(c, rng, light, count=4, top=0.26, bottom=0.46)
    mist(c, rng, h * 0.48, h * 0.03, rgb(light.haze), alpha=0.7)
    c.box(0, h * 0.54, w, h * 0.46, fade("#cfc5b0", "#a99c82"))
    grove(c, rng, 0, w, h * 0.56, 110, rgb("#4a7a62"))
    c.box(w * 0.2, h * 0.34, w * 0.6, h * 0.26, fade("#8f2533", "#6f1c2a"))
    banner(c, w * 0.25, h * 0.36, w * 0.5, h * 0.1, rgb("#b3202a"))
    c.box(w * 0.17, h * 0.58, w * 0.66, h * 0.05, fade("#e3d9c3", "#b9ad93"))
    flag(c, w * 0.13, h * 0.62, h * 0.42, width=140)
    flag(c, w * 0.86, h * 0.62, h * 0.42, width=140)
    person(c, w * 0.5, h * 0.59, 190, wardrobe.SUITS[0], STAND, shadow=False)
    c.box(w * 0.5 - 32, h * 0.525, 64, 78, fade("#b98046", "#7d522e"), radius=4)
    plain = Look("#5b7a46", "#50703e", headwear="cap", headwear_colour="#5b7a46", shoes="#22241f")
    for row, (y, tall, count) in enumerate(((0.72, 210, 14), (0.8, 260, 12), (0.9, 330, 9))):
        for i in range(count):
            x = w * (0.5 + (i - (count - 1) / 2) * (0.058 + 0.017 * row))
            person(c, x, h * y, tall, plain, STAND, back=True)
    for x, look in (
        (0.06, wardrobe.HMONG[0]),
        (0.94, wardrobe.AO_DAI[0]),
        (0.15, wardrobe.DAO[0]),
        (0.86, wardrobe.TAY[0]),
    ):
        figure = person(c, w * x, h * 1.02, 440, look, HOLD)
        bouquet(c, rng, w * x, figure.left_hand[1], 36)


def card_desk(c: Canvas, rng: Random) -> None:
    """Police officers who take identity-card data in the evening in a village house."""
    h, w = c.height, c.width
    c.backdrop(fade("#5b4a44", "#8a6a4f"))
    c.ellipse(w * 0.5, h * 0.3, w * 0.5, h * 0.5, rgb("#ffdf9e"), alpha=0.55, blur=110)
    for i in range(15):
        c.box(w * i / 14, 0, 5, h * 0.7, darker(rgb("#8a6a4f"), 0.3), alpha=0.5)
    c.box(w * 0.05, h * 0.1, w * 0.2, h * 0.32, fade("#1f2a4a", "#3d4a7a"))
    c.ellipse(w * 0.19, h * 0.17, 26, 26, rgb("#fff3d6"))
    for _ in range(16):
        c.ellipse(
            rng.uniform(0.06, 0.24) * w, rng.uniform(0.12, 0.38) * h, 2.4, 2.4, rgb("#fff3d6")
        )
    c.box(w * 0.147, h * 0.1, 9, h * 0.32, rgb("#5f4229"))
    c.stroke([(w * 0.5, 0), (w * 0.5, h * 0.1)], 4, rgb("#3a2a22"))
    c.ellipse(w * 0.5, h * 0.12, 26, 30, rgb("#fff3c8"))
    c.box(w * 0.62, h * 0.14, w * 0.2, h * 0.3, fade("#8fc3ea", "#6fa8d8"))
    c.box(0, h * 0.7, w, h * 0.3, fade("#7d5a3a", "#543a26"))
    person(c, w * 0.72, h * 0.88, 520, wardrobe.HMONG[1], STAND)
    for i, look in enumerate((wardrobe.DAO[1], wardrobe.TAY[0], wardrobe.VILLAGERS[8])):
        person(c, w * (0.83 + 0.075 * i), h * (0.93 + 0.02 * i), 500, look, HOLD)
    person(c, w * 0.25, h * 1.0, 640, wardrobe.POLICE, HOLD, shadow=False)
    person(c, w * 0.47, h * 1.0, 640, wardrobe.POLICE, HOLD, shadow=False)
    c.box(w * 0.1, h * 0.74, w * 0.5, h * 0.28, fade("#b98a5a", "#7d5a3a"))
    c.box(w * 0.09, h * 0.73, w * 0.52, 22, rgb("#d6ac7c"))
    for x in (0.25, 0.47):
        c.polygon(
            [
                (w * x - 92, h * 0.735),
                (w * x - 76, h * 0.62),
                (w * x + 76, h * 0.62),
                (w * x + 92, h * 0.735),
            ],
            fade("#3a404c", "#22262e"),
        )
        c.ellipse(w * x, h * 0.68, 15, 15, lighter(rgb("#3a404c"), 0.4))
    c.stroke([(w * 0.6, h * 0.98), (w * 0.6, h * 0.6)], 7, rgb("#22262e"))
    c.box(w * 0.6 - 46, h * 0.54, 92, 60, rgb("#2c3038"), radius=10)
    c.ellipse(w * 0.6 + 4, h * 0.568, 23, 23, rgb("#6f97ab"))
