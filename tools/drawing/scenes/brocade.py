"""A stall hung with woven cloth."""

from __future__ import annotations

from random import Random

from tools.drawing import wardrobe
from tools.drawing.canvas import Canvas
from tools.drawing.colour import darker, fade, lighter, rgb
from tools.drawing.people import person
from tools.drawing.poses import GIVE, TAKE
from tools.drawing.scenes.market import STRIPES
from tools.drawing.things import WOOD, awning


def brocade(c: Canvas, rng: Random) -> None:
    """A stall hung with woven cloth; a seller and a girl who looks for a scarf."""
    h, w = c.height, c.width
    c.backdrop(fade("#6d4b3c", "#8f6549", "#5b4034"))
    for i in range(5):
        x = w * 0.015 + w * 0.199 * i
        _cloth(c, rng, x, h * 0.1, w * 0.174, h * rng.uniform(0.46, 0.56))
    c.box(0, h * 0.075, w, 16, fade(lighter(WOOD, 0.2), darker(WOOD, 0.2)))
    awning(c, -w * 0.03, -h * 0.06, w * 1.06, h * 0.11, STRIPES[0])
    seller = person(c, w * 0.36, h * 1.12, 760, wardrobe.HMONG[0], GIVE)
    buyer = person(c, w * 0.6, h * 1.14, 730, wardrobe.DAO[0], TAKE)
    x = (seller.right_hand[0] + buyer.left_hand[0]) / 2
    y = (seller.right_hand[1] + buyer.left_hand[1]) / 2
    _cloth(c, rng, x - 66, y - 24, 132, 200)
    c.box(0, h * 0.84, w, h * 0.16, fade("#8f2f4a", "#6b2340"))
    c.box(0, h * 0.835, w, 18, rgb("#e0a94a"))
    for i in range(11):
        left = w * 0.02 + w * 0.09 * i
        for k in range(3):
            colour = rgb(
                rng.choice(("#2c3f7a", "#d8437a", "#17786f", "#e0a12f", "#8b2f6a", "#d1493f"))
            )
            c.box(
                left,
                h * 0.83 - 26 * (k + 1),
                w * 0.08,
                25,
                fade(lighter(colour, 0.18), colour),
                radius=9,
            )
            c.box(left + w * 0.02, h * 0.83 - 26 * (k + 1), 7, 25, rgb("#f7e08a"))
            c.box(left + w * 0.05, h * 0.83 - 26 * (k + 1), 7, 25, rgb("#f4f0e6"))


def _cloth(c: Canvas, rng: Random, x: float, y: float, width: float, height: float) -> None:
    """A hanging cloth with woven bands of lozenges and zigzags."""
    base = rgb(rng.choice(("#24305e", "#7a1f3f", "#15564f", "#3a2a5c", "#1f2436")))
    c.box(x + 6, y + 6, width, height, (20, 14, 14), alpha=0.35, blur=6)
    c.box(x, y, width, height, fade(lighter(base, 0.1), base, lighter(base, 0.06), across=True))
    palette = ("#ef5f86", "#f3c63f", "#35a894", "#f4f0e6", "#e8743b", "#6fb3e0")
    top = y + 10
    while top < y + height - 80:
        colour, second = (rgb(name) for name in rng.sample(palette, 2))
        c.box(x, top, width, 8, colour)
        kind, cells = rng.randint(0, 2), max(2, int(width / 68))
        each = width / cells
        for i in range(cells):
            cx, cy = x + each * (i + 0.5), top + 45
            if kind == 0:
                for reach, tone in ((0.45, colour), (0.2, second)):
                    c.polygon(
                        [
                            (cx - each * reach, cy),
                            (cx, cy - each * reach),
                            (cx + each * reach, cy),
                            (cx, cy + each * reach),
                        ],
                        tone,
                    )
            elif kind == 1:
                c.box(cx - each * 0.32, cy - 22, each * 0.64, 44, second)
                c.box(cx - each * 0.13, cy - 22, each * 0.26, 44, colour)
        if kind == 2:
            zigzag = [
                (x + 12 + (width - 24) * k / (2 * cells), top + 63 - 36 * (k % 2))
                for k in range(2 * cells + 1)
            ]
            c.stroke(zigzag, 12, second)
        c.box(x, top + 84, width, 8, colour)
        top += 122
    for i in range(int(width / 18)):
        c.box(x + i * 18, y + height, 10, 22, rgb(palette[i % 6]))
