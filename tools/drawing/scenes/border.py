"""The border gate with its two queues of lorries."""

from __future__ import annotations

from random import Random

from tools.drawing import wardrobe
from tools.drawing.canvas import Canvas
from tools.drawing.colour import darker, fade, lighter, rgb
from tools.drawing.festive import GOLD, RED, flag
from tools.drawing.hills import ranges
from tools.drawing.people import person
from tools.drawing.plants import grove
from tools.drawing.poses import HOLD, STAND
from tools.drawing.scenes.road import CABS, LOADS
from tools.drawing.shape import star
from tools.drawing.sky import NOON, Light, clouds, sky


def border_gate(c: Canvas, rng: Random, *, light: Light = NOON) -> None:
    """The gate over the road: a broad roof on columns, the flag, lorries in two queues."""
    h, w = c.height, c.width
    sky(c, light)
    clouds(c, rng, light, 4, lowest=0.25)
    ranges(c, rng, light, count=4, top=0.36, bottom=0.52)
    c.box(0, h * 0.58, w, h * 0.42, fade("#8d939c", "#5b616b"))
    grove(c, rng, 0, w * 0.2, h * 0.6, 110, rgb("#4a8064"))
    grove(c, rng, w * 0.82, w, h * 0.6, 110, rgb("#4a8064"))
    for x in (0.17, 0.36, 0.6, 0.79):
        c.box(w * x, h * 0.32, w * 0.04, h * 0.36, fade("#f4efe2", "#cfc6b2", across=True))
        c.box(w * x - 8, h * 0.65, w * 0.04 + 16, h * 0.035, rgb("#b9ae98"))
    c.polygon(
        [(w * 0.1, h * 0.33), (w * 0.15, h * 0.22), (w * 0.85, h * 0.22), (w * 0.9, h * 0.33)],
        fade("#c9584a", "#9c3f38"),
    )
    c.polygon(
        [(w * 0.36, h * 0.22), (w * 0.42, h * 0.11), (w * 0.58, h * 0.11), (w * 0.64, h * 0.22)],
        fade("#d9685a", "#a8433b"),
    )
    c.box(w * 0.08, h * 0.325, w * 0.84, h * 0.045, fade("#f6f1e4", "#ded5c0"))
    c.box(w * 0.3, h * 0.24, w * 0.4, h * 0.065, RED, radius=4)
    c.polygon(star(w * 0.5, h * 0.166, 34), GOLD)
    for k in range(2):
        c.box(
            w * (0.36 + 0.04 * k),
            h * (0.253 + 0.026 * k),
            w * (0.28 - 0.08 * k),
            11,
            GOLD,
            radius=5,
        )
    flag(c, w * 0.5, h * 0.112, h * 0.1, width=78)
    for left, right in ((0.4, 0.6), (0.205, 0.36), (0.64, 0.79)):
        c.polygon(
            [
                (w * left, h * 0.6),
                (w * right, h * 0.6),
                (w * (right + (right - 0.5) * 0.9), h),
                (w * (left + (left - 0.5) * 0.9), h),
            ],
            rgb("#646a74"),
            alpha=0.6,
        )
    for i in range(7):
        t = (i / 6) ** 1.5
        c.box(w * 0.5 - 5 - 6 * t, h * (0.61 + 0.37 * t), 10 + 12 * t, 16 + 44 * t, rgb("#f3e9c4"))
    _lorry_front(c, w * 0.3, h * 0.80, 250, CABS[0], LOADS[1])
    _lorry_front(c, w * 0.43, h * 0.69, 130, CABS[1], LOADS[0])
    _lorry_front(c, w * 0.57, h * 0.69, 130, CABS[2], LOADS[3])
    _lorry_front(c, w * 0.7, h * 0.82, 270, CABS[3], LOADS[2])
    c.box(w * 0.465, h * 0.69, 12, h * 0.09, rgb("#d9343f"))
    for k in range(6):
        c.box(w * 0.47 + k * 34, h * 0.7, 34, 13, rgb("#ffffff" if k % 2 else "#d9343f"))
    person(c, w * 0.485, h * 0.94, 300, wardrobe.SOLDIER, STAND)
    person(c, w * 0.555, h * 0.95, 300, wardrobe.SUITS[2], HOLD)


def _lorry_front(c: Canvas, x: float, y: float, size: float, cab: str, load: str) -> None:
    """A lorry that comes towards the reader; (x, y) is the middle of its foot."""
    paint = rgb(cab)
    c.ellipse(x, y, size * 0.58, size * 0.07, (15, 18, 30), alpha=0.4, blur=6)
    c.box(
        x - size * 0.46,
        y - size * 1.3,
        size * 0.92,
        size * 1.14,
        fade(lighter(rgb(load), 0.15), rgb(load)),
        radius=6,
    )
    for side in (-1, 1):
        c.box(
            x + side * size * 0.33 - size * 0.1,
            y - size * 0.18,
            size * 0.2,
            size * 0.18,
            rgb("#23262d"),
            radius=5,
        )
    c.box(
        x - size * 0.42,
        y - size * 0.98,
        size * 0.84,
        size * 0.86,
        fade(lighter(paint, 0.22), darker(paint, 0.1)),
        radius=size * 0.06,
    )
    c.box(
        x - size * 0.36,
        y - size * 0.9,
        size * 0.72,
        size * 0.32,
        fade("#bfe0ea", "#6f97ab"),
        radius=size * 0.04,
    )
    c.box(x - size * 0.26, y - size * 0.5, size * 0.52, size * 0.16, darker(paint, 0.5), radius=5)
    for side in (-1, 1):
        c.box(
            x + side * size * 0.5 - size * 0.04,
            y - size * 0.86,
            size * 0.08,
            size * 0.24,
            rgb("#2c3038"),
            radius=4,
        )
        c.ellipse(
            x + side * size * 0.31, y - size * 0.24, size * 0.07, size * 0.055, rgb("#ffedb4")
        )
    c.box(x - size * 0.13, y - size * 0.25, size * 0.26, size * 0.08, rgb("#fdfcf6"), radius=3)
