"""A science fair: a rocket, a wind wheel, a little robot."""

from __future__ import annotations

from random import Random

from tools.drawing import wardrobe
from tools.drawing.canvas import Canvas
from tools.drawing.colour import fade, lighter, rgb
from tools.drawing.festive import pennants
from tools.drawing.people import person
from tools.drawing.poses import CHEER, HOLD, STAND
from tools.drawing.scenes.classroom import POSTERS
from tools.drawing.things import covered_table


def science_fair(c: Canvas, rng: Random) -> None:
    """Pupils behind their models: a rocket, a wind wheel, a little robot."""
    h, w = c.height, c.width
    c.backdrop(fade("#dcecf2", "#bcd8e4"))
    for i in range(5):
        colour = rgb(POSTERS[i])
        x = w * (0.03 + 0.195 * i)
        c.box(x, h * 0.16, w * 0.165, h * 0.3, lighter(colour, 0.15), radius=10)
        c.box(x + 18, h * 0.19, w * 0.165 - 36, h * 0.09, lighter(colour, 0.7), radius=6)
        for k in range(3):
            c.box(
                x + 18,
                h * (0.31 + 0.042 * k),
                (w * 0.165 - 36) * (0.95 - 0.2 * k),
                15,
                lighter(colour, 0.55),
                radius=7,
            )
    pennants(c, (0, h * 0.04), (w, h * 0.04), 26, 34, POSTERS)
    c.box(0, h * 0.72, w, h * 0.28, fade("#c9a878", "#a07f55"))
    for i in range(8):
        person(
            c,
            w * (0.07 + 0.123 * i),
            h * 0.85 + (i % 2) * 16,
            430 + (i % 3) * 18,
            wardrobe.pick(rng, wardrobe.PUPILS),
            (STAND, HOLD, CHEER)[i % 3],
            shadow=False,
        )
    covered_table(c, -20, h * 0.72, w + 40, h * 0.3, rgb("#3f6fae"), trim=rgb("#f0b43a"))
    rocket(c, w * 0.2, h * 0.73, 250)
    _wind_wheel(c, w * 0.5, h * 0.73, 230)
    _robot(c, w * 0.8, h * 0.73, 190)


def rocket(c: Canvas, x: float, y: float, size: float) -> None:
    """Draw a paper rocket that stands at (x, y)."""
    for side in (-1, 1):
        c.polygon(
            [
                (x + side * size * 0.12, y - size * 0.36),
                (x + side * size * 0.27, y - size * 0.02),
                (x + side * size * 0.1, y - size * 0.1),
            ],
            rgb("#d9463f"),
        )
    c.curve(
        [
            (x, y - size),
            (x + size * 0.17, y - size * 0.6),
            (x + size * 0.13, y - size * 0.08),
            (x - size * 0.13, y - size * 0.08),
            (x - size * 0.17, y - size * 0.6),
        ],
        fade("#ffffff", "#cdd6e0", across=True),
    )
    c.curve(
        [
            (x, y - size * 1.01),
            (x + size * 0.11, y - size * 0.78),
            (x, y - size * 0.74),
            (x - size * 0.11, y - size * 0.78),
        ],
        rgb("#e2574c"),
    )
    c.ellipse(x, y - size * 0.52, size * 0.075, size * 0.075, rgb("#2f5f8f"))
    c.ellipse(x, y - size * 0.52, size * 0.052, size * 0.052, rgb("#9fd0ea"))
    c.polygon(
        [
            (x - size * 0.08, y - size * 0.07),
            (x + size * 0.08, y - size * 0.07),
            (x, y + size * 0.04),
        ],
        rgb("#f0b43a"),
    )


def _wind_wheel(c: Canvas, x: float, y: float, size: float) -> None:
    from math import cos, sin, tau

    c.polygon(
        [(x - 8, y - size * 0.8), (x + 8, y - size * 0.8), (x + 26, y), (x - 26, y)], rgb("#e9ecf0")
    )
    for i in range(3):
        angle = tau * i / 3 - 0.5
        tip = (x + size * 0.52 * cos(angle), y - size * 0.8 + size * 0.52 * sin(angle))
        side = (x + size * 0.2 * cos(angle + 0.35), y - size * 0.8 + size * 0.2 * sin(angle + 0.35))
        c.polygon([(x, y - size * 0.8), side, tip], fade("#ffffff", "#c3ccd6"))
    c.ellipse(x, y - size * 0.8, 15, 15, rgb("#e2574c"))


def _robot(c: Canvas, x: float, y: float, size: float) -> None:
    body = rgb("#f0b43a")
    for side in (-1, 1):
        c.ellipse(x + side * size * 0.24, y - size * 0.1, size * 0.14, size * 0.14, rgb("#3a3f4a"))
        c.stroke(
            [(x + side * size * 0.3, y - size * 0.5), (x + side * size * 0.52, y - size * 0.72)],
            16,
            rgb("#8a929e"),
        )
    c.box(
        x - size * 0.32,
        y - size * 0.6,
        size * 0.64,
        size * 0.46,
        fade(lighter(body, 0.3), body),
        radius=16,
    )
    c.box(
        x - size * 0.22,
        y - size * 0.96,
        size * 0.44,
        size * 0.32,
        fade(lighter(body, 0.4), body),
        radius=14,
    )
    c.stroke([(x, y - size * 0.96), (x, y - size * 1.1)], 6, rgb("#8a929e"))
    c.ellipse(x, y - size * 1.12, 10, 10, rgb("#e2574c"))
    for side in (-1, 1):
        c.ellipse(x + side * size * 0.1, y - size * 0.82, 12, 12, rgb("#2b3350"))
        c.ellipse(x + side * size * 0.1 - 3, y - size * 0.83, 4, 4, rgb("#ffffff"))


def rocket_drawing(c: Canvas, rng: Random) -> None:
    """A rocket alone on a light ground, to stand within a line of text."""
    c.backdrop(fade("#dcecf2", "#f4f7ef"))
    unit = c.width / 16
    for _ in range(9):
        x, y = rng.uniform(0, c.width), rng.uniform(0, c.height)
        c.ellipse(x, y, unit * 0.24, unit * 0.24, rgb("#f0b43a"))
    for k in (-1, 0, 1):
        c.ellipse(c.width / 2 + k * unit * 3, c.height * 0.95, unit * 3, unit, rgb("#ffffff"))
    rocket(c, c.width / 2, c.height * 0.93, c.height * 0.84)
