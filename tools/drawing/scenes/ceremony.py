"""Ceremonies on a stage: a signing, an award."""

from __future__ import annotations

from random import Random

from tools.drawing import wardrobe
from tools.drawing.canvas import Canvas
from tools.drawing.colour import darker, fade, mix, rgb
from tools.drawing.festive import GOLD, RED, bouquet
from tools.drawing.people import person
from tools.drawing.poses import HOLD
from tools.drawing.scenes.conference import GUESTS, glow, stage
from tools.drawing.shape import star
from tools.drawing.things import covered_table


def signing(c: Canvas, rng: Random) -> None:
    """A row of people who sign at a long table, others behind them who watch."""
    floor = c.height * 0.72
    stage(c, rng, floor, "#8f2533", "#b3202a")
    w = c.width
    for i in range(9):
        person(
            c, w * (0.1 + 0.1 * i), floor + 30, 400, wardrobe.pick(rng, GUESTS), HOLD, shadow=False
        )
    for i in range(7):
        person(
            c,
            w * (0.14 + 0.12 * i),
            floor + 210,
            500,
            wardrobe.pick(rng, GUESTS),
            HOLD,
            shadow=False,
        )
    covered_table(c, w * 0.06, floor - 36, w * 0.88, 250, rgb("#b6323b"), trim=GOLD)
    for i in range(7):
        x = w * (0.14 + 0.12 * i)
        c.polygon(
            [(x - 52, floor - 20), (x + 42, floor - 20), (x + 54, floor - 6), (x - 62, floor - 6)],
            rgb("#fdfcf6"),
        )
        c.stroke([(x + 8, floor - 12), (x + 34, floor - 44)], 5, rgb("#20365f"))
    bouquet(c, rng, w * 0.5, c.height - 40, 84)
    bouquet(c, rng, w * 0.24, c.height - 24, 62)
    bouquet(c, rng, w * 0.76, c.height - 24, 62)


def awards(
    c: Canvas, rng: Random, *, count: int = 8, curtain: str = "#a3262f", board: str = "#b3202a"
) -> None:
    """People in a row on the stage, with certificates and flowers in their hands."""
    floor = c.height * 0.8
    stage(c, rng, floor, curtain, board)
    w = c.width
    glow(c, w * 0.5, c.height * 0.5)
    gap = w * 0.84 / count
    for i in range(count):
        x = w * 0.08 + gap * (i + 0.5)
        look = wardrobe.pick(rng, GUESTS if rng.random() < 0.72 else wardrobe.VILLAGERS)
        figure = person(c, x, floor + 76 + (i % 2) * 16, 480 + rng.uniform(-18, 18), look, HOLD)
        y = (figure.left_hand[1] + figure.right_hand[1]) / 2
        if i % 3 == 2:
            c.polygon(
                [(x - 26, y - 6), (x + 26, y - 6), (x + 4, y + 66), (x - 4, y + 66)],
                fade("#f6e6ee", "#dba9bd"),
            )
            bouquet(c, rng, x, y + 4, 38)
        else:
            c.box(x - 52, y - 38, 104, 76, rgb("#c43138"), radius=4)
            c.box(x - 45, y - 31, 90, 62, fade("#fffaf0", "#f1e2bd"))
            c.polygon(star(x, y - 12, 11), RED)
            for k in range(2):
                c.box(x - 28 + k * 8, y + 5 + k * 10, 56 - k * 16, 4, mix(GOLD, RED, 0.4))
    c.box(0, c.height - 46, w, 50, fade(darker(rgb("#5b3034"), 0.3), darker(rgb("#5b3034"), 0.6)))
