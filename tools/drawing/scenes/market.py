"""The highland market: the whole square, brocade, fruit and greens, a stall with a steaming pot."""

from __future__ import annotations

from random import Random

from tools.drawing import wardrobe
from tools.drawing.canvas import Canvas
from tools.drawing.colour import fade, rgb
from tools.drawing.festive import pennants
from tools.drawing.hills import ranges
from tools.drawing.people import person
from tools.drawing.poses import HOLD, STAND, WALK
from tools.drawing.shape import blob
from tools.drawing.sky import COLD, MORNING, Light, clouds, mist, sky
from tools.drawing.things import WOOD, awning, basket, covered_table, produce, steam

STRIPES = (
    ("#d9463f", "#f6ecd9"),
    ("#2f7fa8", "#f3f1e6"),
    ("#e0a12f", "#fbf3dc"),
    ("#2f8f74", "#eef3e6"),
)
FRUIT = (
    ("#f08a24", "#f3a53a"),
    ("#d83a3f", "#b82f3c"),
    ("#6fae4a", "#8fc25a"),
    ("#8b4a9a", "#a35fae"),
    ("#f2c53d", "#e8b02c"),
    ("#f4f1e6", "#dfe6c9"),
)


def _crowd(c: Canvas, rng: Random, y: float, tall: float, count: int) -> None:
    for i in range(count):
        x = c.width * (i + rng.uniform(0.2, 0.8)) / count
        look = wardrobe.pick(rng, wardrobe.VILLAGERS)
        size = tall * rng.uniform(0.93, 1.05)
        person(
            c,
            x,
            y + rng.uniform(-10, 10),
            size,
            look,
            rng.choice((STAND, WALK, HOLD)),
            back=rng.random() < 0.3,
            mirror=rng.random() < 0.5,
        )
        if rng.random() < 0.35:
            basket(c, x + tall * 0.19, y + 6, tall * 0.2)


def square(c: Canvas, rng: Random, *, light: Light = MORNING) -> None:
    """The market square from a little above: rows of awnings, a crowd, hills behind."""
    h, w = c.height, c.width
    sky(c, light, horizon=0.5)
    clouds(c, rng, light, 3, lowest=0.16)
    ranges(c, rng, light, count=5, top=0.22, bottom=0.4)
    mist(c, rng, h * 0.42, h * 0.03, rgb(light.haze), alpha=0.7)
    c.box(0, h * 0.43, w, h * 0.57, fade("#d6c3a1", "#b59a74"))
    for i in range(6):
        x = w * (0.0 + 0.175 * i)
        awning(c, x, h * 0.36, w * 0.15, h * 0.06, STRIPES[i % 4])
        c.box(x, h * 0.42, 5, h * 0.09, WOOD)
        c.box(x + w * 0.148, h * 0.42, 5, h * 0.09, WOOD)
    _crowd(c, rng, h * 0.56, 175, 17)
    pennants(c, (0, h * 0.27), (w, h * 0.27), 34, 24, ("#d8323c", "#f0b93a", "#2f8fb0", "#3f9a6a"))
    for i in range(4):
        x = w * (-0.04 + 0.29 * i)
        c.box(x + 8, h * 0.54, 8, h * 0.2, WOOD)
        c.box(x + w * 0.24 - 8, h * 0.54, 8, h * 0.2, WOOD)
        person(
            c, x + w * 0.08, h * 0.75, 230, wardrobe.pick(rng, wardrobe.HMONG), HOLD, shadow=False
        )
        person(
            c,
            x + w * 0.17,
            h * 0.75,
            230,
            wardrobe.pick(rng, wardrobe.VILLAGERS),
            HOLD,
            shadow=False,
        )
        covered_table(c, x + w * 0.02, h * 0.655, w * 0.2, h * 0.1, rgb(STRIPES[(i + 2) % 4][0]))
        for k in range(4):
            produce(c, rng, x + w * (0.045 + 0.05 * k), h * 0.65, 32, FRUIT[(i + k) % 6])
        awning(c, x, h * 0.475, w * 0.24, h * 0.07, STRIPES[(i + 1) % 4])
    _crowd(c, rng, h * 0.9, 285, 9)
    _crowd(c, rng, h * 1.08, 350, 6)


def greens(
    c: Canvas, rng: Random, *, sellers: tuple[int, int, int] = (7, 1, 8), stripes: int = 3
) -> None:
    """Trays of fruit and greens from near; ``sellers`` are places in the villagers' wardrobe."""
    h, w = c.height, c.width
    c.backdrop(fade("#9fc3b4", "#d9e3c9"))
    for _ in range(14):
        x, y = rng.uniform(0, w), rng.uniform(0.05, 0.42) * h
        c.ellipse(
            x,
            y,
            rng.uniform(60, 150),
            rng.uniform(50, 120),
            rgb(rng.choice(("#d9463f", "#2f7fa8", "#e0a12f", "#2f8f74", "#8b4a9a"))),
            alpha=0.3,
            blur=34,
        )
    for x, seller in zip((0.22, 0.52, 0.8), sellers, strict=True):
        person(c, w * x, h * 0.98, 680, wardrobe.VILLAGERS[seller], HOLD, shadow=False)
    awning(c, -w * 0.03, -h * 0.02, w * 1.06, h * 0.13, STRIPES[stripes])
    c.box(0, h * 0.66, w, h * 0.34, fade("#a9794a", "#6b4a2e"))
    c.box(0, h * 0.65, w, 20, rgb("#c99a66"))
    for row in range(2):
        for i in range(6 - row):
            x = w * (i + 0.5) / (6 - row)
            produce(
                c,
                rng,
                x,
                h * (0.70 + 0.17 * row),
                118 + 32 * row,
                FRUIT[(i * 2 + row + stripes) % 6],
            )
    for i in range(8):
        x = w * (0.05 + 0.13 * i)
        for _ in range(5):
            leaf = blob(rng, x + rng.uniform(-34, 34), h * 0.985 + rng.uniform(-12, 8), 40, 20)
            c.polygon(leaf, rgb(rng.choice(("#3f8f4a", "#5aa84f", "#7fbf5a"))))


def hot_pot(c: Canvas, rng: Random, *, light: Light = COLD) -> None:
    """A food stall: a great pot on the fire, bowls on a low table, people who warm themselves."""
    h, w = c.height, c.width
    sky(c, light, horizon=0.5)
    ranges(c, rng, light, count=4, top=0.24, bottom=0.42)
    c.box(0, h * 0.46, w, h * 0.54, fade("#bca27f", "#8a6f52"))
    for x in (0.1, 0.89):
        c.box(w * x, h * 0.1, 16, h * 0.6, WOOD)
    _crowd(c, rng, h * 0.62, 210, 9)
    awning(c, w * 0.05, h * 0.08, w * 0.9, h * 0.12, STRIPES[2])
    person(c, w * 0.5, h * 0.86, 470, wardrobe.HMONG[3], HOLD)
    for x, look, turned in (
        (0.22, wardrobe.DAO[1], False),
        (0.33, wardrobe.TAY[0], False),
        (0.68, wardrobe.HMONG[2], True),
        (0.8, wardrobe.VILLAGERS[8], True),
    ):
        person(c, w * x, h * 0.98, 430, look, HOLD, mirror=turned)
    for i in range(9):
        x = w * 0.5 + (i - 4) * 27
        c.polygon(
            [(x - 20, h * 0.98), (x, h * (0.90 - 0.02 * (i % 3))), (x + 20, h * 0.98)],
            fade("#f6c443", "#e8612c"),
        )
    c.curve(
        [
            (w * 0.4, h * 0.78),
            (w * 0.6, h * 0.78),
            (w * 0.585, h * 0.9),
            (w * 0.5, h * 0.93),
            (w * 0.415, h * 0.9),
        ],
        fade("#4a4d55", "#23252b"),
    )
    c.ellipse(w * 0.5, h * 0.785, w * 0.108, h * 0.034, rgb("#5c6069"))
    c.ellipse(w * 0.5, h * 0.785, w * 0.097, h * 0.027, fade("#c9772f", "#8f4a22"))
    for _ in range(26):
        c.ellipse(
            w * 0.5 + rng.uniform(-130, 130) * 0.9,
            h * 0.785 + rng.uniform(-14, 14),
            9,
            5,
            rgb(rng.choice(("#e8b04f", "#5f9a3f", "#a85a2a"))),
        )
    for x in (0.46, 0.5, 0.55):
        steam(c, w * x, h * 0.76, 230)
    for x in (0.2, 0.26, 0.74, 0.8):
        c.box(w * x - 52, h * 0.935, 104, 70, fade("#a5703f", "#6f4728"), radius=6)
        c.ellipse(w * x, h * 0.93, 36, 13, rgb("#f7f3e8"))
        c.ellipse(w * x, h * 0.927, 29, 9, rgb("#d9843c"))
        steam(c, w * x, h * 0.915, 90)
