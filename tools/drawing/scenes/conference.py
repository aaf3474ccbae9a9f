"""Meetings in a hall: the stage from the back row, a speaker, a signing, an award."""

from __future__ import annotations

from random import Random

from tools.drawing import wardrobe
from tools.drawing.canvas import Canvas
from tools.drawing.colour import Colour, darker, fade, lighter, rgb
from tools.drawing.festive import GOLD, RED, banner, bouquet, flag
from tools.drawing.people import person
from tools.drawing.poses import HOLD, SPEAK, Look
from tools.drawing.shape import star
from tools.drawing.things import chair_back, covered_table

GUESTS = (*wardrobe.SUITS, *wardrobe.SUITS, *wardrobe.AO_DAI)


def _curtain(c: Canvas, bottom: float, colour: Colour) -> None:
    c.box(0, 0, c.width, bottom, fade(darker(colour, 0.35), colour, darker(colour, 0.25)))
    folds = 26
    for i in range(folds):
        x = c.width * (i + 0.5) / folds
        each = c.width / folds
        c.box(
            x - each * 0.5,
            0,
            each,
            bottom,
            fade(darker(colour, 0.4), lighter(colour, 0.06), darker(colour, 0.4), across=True),
            alpha=0.55,
        )
    c.box(0, 0, c.width, bottom * 0.08, fade(darker(colour, 0.5), darker(colour, 0.2)))


def stage(c: Canvas, rng: Random, floor: float, curtain: str, board: str) -> None:
    """Draw a curtain, banner, flags and flowers, and the boards from ``floor`` down."""
    _curtain(c, floor, rgb(curtain))
    w = c.width
    banner(c, w * 0.29, floor * 0.16, w * 0.42, floor * 0.36, rgb(board))
    for side, x in ((-1, w * 0.13), (1, w * 0.81)):
        flag(c, x, floor * 1.0, floor * 0.78, width=w * 0.085)
        c.ellipse(x, floor, w * 0.02, 6, rgb("#8c8f98"))
        bouquet(c, rng, x + side * w * 0.05, floor, 30)
    c.box(0, floor, w, c.height - floor, fade("#7c3f36", "#5b3034"))
    c.box(0, floor - 3, w, 12, rgb("#d6a562"))


def hall(
    c: Canvas,
    rng: Random,
    *,
    curtain: str = "#a3262f",
    board: str = "#b3202a",
    seats: str = "#9c2f38",
) -> None:
    """The whole hall from behind the audience, somebody at the lectern."""
    floor = c.height * 0.46
    stage(c, rng, floor, curtain, board)
    w = c.width
    for i in range(5):
        x = w * (0.39 + 0.055 * i)
        person(c, x, floor + 62, 190, wardrobe.pick(rng, GUESTS), HOLD, shadow=False, seated=True)
    covered_table(c, w * 0.36, floor - 40, w * 0.28, 74, rgb("#efe9de"), trim=RED)
    for i in range(5):
        c.box(w * (0.383 + 0.055 * i), floor - 52, 26, 12, rgb("#fdfdfb"))
        c.box(w * (0.403 + 0.055 * i), floor - 62, 9, 22, rgb("#a9d3e6"), alpha=0.9)
    bouquet(c, rng, w * 0.5, floor + 36, 40)
    person(c, w * 0.235, floor + 62, 215, wardrobe.pick(rng, GUESTS), SPEAK, shadow=False)
    c.polygon(
        [
            (w * 0.205, floor - 36),
            (w * 0.268, floor - 36),
            (w * 0.26, floor + 60),
            (w * 0.213, floor + 60),
        ],
        fade("#b98046", "#7d522e"),
    )
    c.polygon(star(w * 0.2365, floor + 10, 17), GOLD)
    c.stroke([(w * 0.243, floor - 36), (w * 0.238, floor - 66)], 4, rgb("#30343c"))
    glow(c, w * 0.5, floor * 0.4)
    _audience(c, rng, floor + 90, rgb(seats))


def glow(c: Canvas, x: float, y: float) -> None:
    """Lay the warm light of lamps about (x, y)."""
    c.ellipse(x, y, c.width * 0.34, c.height * 0.22, rgb("#ffe9bd"), alpha=0.16, blur=70)


def _audience(c: Canvas, rng: Random, top: float, seats: Colour) -> None:
    """Rows of guests from behind, larger as they come nearer, an aisle in the middle."""
    w, y, size = c.width, top, 46.0
    c.polygon(
        [(w * 0.47, top - 40), (w * 0.53, top - 40), (w * 0.66, c.height), (w * 0.34, c.height)],
        fade("#b8323a", "#7f1f2b"),
    )
    row = 0
    while y - size < c.height:
        aisle = w * (0.042 + 0.03 * row)
        gap = size * 1.34
        for side in (-1, 1):
            x = w / 2 + side * (aisle + gap * 0.5)
            while -size < x < w + size:
                if rng.random() < 0.93:
                    look = wardrobe.pick(rng, GUESTS)
                    person(
                        c,
                        x + rng.uniform(-3, 3),
                        y + size * 3.1,
                        size * 4.4,
                        look,
                        back=True,
                        shadow=False,
                        seated=True,
                    )
                chair_back(c, x, y + size * 0.95, size * 1.12, seats)
                x += side * gap
        c.box(0, y + size * 0.95, w / 2 - aisle, size * 0.12, darker(seats, 0.55), alpha=0.5)
        c.box(w / 2 + aisle, y + size * 0.95, w, size * 0.12, darker(seats, 0.55), alpha=0.5)
        y += size * 1.3
        size *= 1.34
        row += 1


def speaker(c: Canvas, rng: Random, *, look: Look | None = None, wall: str = "#c9b48e") -> None:
    """Somebody who stands up among seated delegates and speaks into a microphone."""
    w, h = c.width, c.height
    c.backdrop(fade(lighter(rgb(wall), 0.35), rgb(wall)))
    for i in range(4):
        x = w * (0.04 + 0.26 * i)
        c.box(x, 0, w * 0.16, h * 0.5, fade("#e9f3f4", "#cfe0e0"))
        c.box(x + w * 0.078, 0, 6, h * 0.5, rgb("#f8f5ec"))
        c.polygon(
            [(x - 26, 0), (x + w * 0.05, 0), (x + w * 0.01, h * 0.53), (x - 26, h * 0.53)],
            fade("#b5473f", "#8f3434", across=True),
        )
        c.polygon(
            [
                (x + w * 0.11, 0),
                (x + w * 0.16 + 26, 0),
                (x + w * 0.16 + 26, h * 0.53),
                (x + w * 0.15, h * 0.53),
            ],
            fade("#8f3434", "#b5473f", across=True),
        )
    c.box(0, h * 0.58, w, h * 0.42, fade(darker(rgb(wall), 0.15), darker(rgb(wall), 0.4)))
    for row, (y, tall) in enumerate(((h * 0.86, 440.0), (h * 1.05, 560.0))):
        count = 7 - row
        for i in range(count):
            x = w * (i + 0.5 + 0.25 * row) / count
            if abs(x - w * 0.5) > w * 0.09 or row == 0:
                person(c, x, y + tall * 0.22, tall, wardrobe.pick(rng, GUESTS), HOLD, shadow=False)
        if row == 0:
            _desk(c, y - tall * 0.27, h)
    figure = person(
        c, w * 0.5, h * 1.18, 920, look or wardrobe.pick(rng, GUESTS), SPEAK, shadow=False
    )
    mx, my = figure.right_hand
    c.stroke([(mx, my + 14), (mx - 8, my - 46)], 15, rgb("#2c3038"))
    c.ellipse(mx - 10, my - 56, 17, 21, fade("#5a6069", "#2c3038"))
    _desk(c, h * 0.86, h)
    for x in (0.12, 0.3, 0.7, 0.88):
        c.box(w * x, h * 0.835, 92, 26, rgb("#fdfcf8"), radius=3)
        c.box(w * x + 110, h * 0.79, 22, 66, rgb("#a7d1e4"), radius=8)


def _desk(c: Canvas, y: float, bottom: float) -> None:
    c.box(0, y, c.width, bottom - y + 4, fade("#a5703f", "#6f4728"))
    c.box(0, y, c.width, 20, rgb("#d09a62"))
