"""Roads and the border: lorries on a pass, the gate, villagers who lay concrete."""

from __future__ import annotations

from random import Random

from tools.drawing import wardrobe
from tools.drawing.buildings import cottage, lorry
from tools.drawing.canvas import Canvas
from tools.drawing.colour import fade, rgb
from tools.drawing.hills import ranges, slope
from tools.drawing.people import person
from tools.drawing.plants import bush, grove, tree
from tools.drawing.poses import GIVE, HOLD, PULL, TAKE
from tools.drawing.shape import ridge, smooth
from tools.drawing.sky import COLD, MORNING, Light, clouds, mist, sky

LOADS = ("#c9584a", "#2f7fa8", "#e0a12f", "#3f8f74", "#e6e3da", "#7d5aa6")
CABS = ("#e2574c", "#f3f1ea", "#2f6fb0", "#f0b43a")
ASPHALT = rgb("#5a6069")


def lorries_on_the_pass(c: Canvas, rng: Random, *, light: Light = MORNING) -> None:
    """Container lorries on a road that climbs between green mountains."""
    h, w = c.height, c.width
    sky(c, light)
    clouds(c, rng, light, 4, lowest=0.22)
    ranges(c, rng, light, count=6, top=0.26, bottom=0.58, rough=0.52)
    mist(c, rng, h * 0.56, h * 0.04, rgb(light.haze), alpha=0.75)
    slope(c, ridge(rng, w, h * 0.62, h * 0.04, waves=2, octaves=3), rgb("#5f9a5c"), shade=0.2)
    grove(c, rng, 0, w, h * 0.65, 100, rgb("#3f7a5f"))
    far = smooth(
        [(-20, h * 0.66), (w * 0.3, h * 0.7), (w * 0.62, h * 0.665), (w + 20, h * 0.71)],
        closed=False,
    )
    c.polygon([*far, *[(x, y + 44) for x, y in reversed(far)]], ASPHALT)
    c.stroke([(x, y + 3) for x, y in far], 4, rgb("#e9ecee"))
    for i, (x, y) in enumerate(((0.01, 0.697), (0.17, 0.707), (0.81, 0.703))):
        lorry(c, w * x, h * y, 210, cab=CABS[i], load=LOADS[i + 2])
    slope(c, ridge(rng, w, h * 0.79, h * 0.015, waves=2, octaves=2), rgb("#6fa858"), shade=0.3)
    for _ in range(22):
        bush(
            c,
            rng,
            rng.uniform(0, w),
            h * rng.uniform(0.77, 0.8),
            rng.uniform(26, 50),
            rgb("#4f9a50"),
        )
    c.box(0, h * 0.82, w, h * 0.18, fade("#6a7079", "#4b5059"))
    c.box(0, h * 0.82, w, 8, rgb("#eef0f0"))
    for i in range(9):
        c.box(w * (0.02 + 0.12 * i), h * 0.925, w * 0.06, 12, rgb("#f3e9c4"))
    lorry(c, w * 0.25, h * 0.915, 760, cab=rng.choice(CABS), load=rng.choice(LOADS))


def village_road(c: Canvas, rng: Random, *, light: Light = COLD) -> None:
    """Villagers who spread concrete on the lane to their hamlet."""
    h, w = c.height, c.width
    sky(c, light)
    ranges(c, rng, light, count=5, top=0.28, bottom=0.52)
    mist(c, rng, h * 0.54, h * 0.04, rgb(light.haze), alpha=0.85)
    slope(c, ridge(rng, w, h * 0.6, h * 0.03, waves=2, octaves=2), rgb("#8fae6c"), shade=0.3)
    cottage(c, w * 0.16, h * 0.66, 240)
    cottage(c, w * 0.84, h * 0.65, 200)
    grove(c, rng, w * 0.26, w * 0.42, h * 0.62, 110, rgb("#3f7a5f"))
    tree(c, rng, w * 0.95, h * 0.7, 200, rgb("#5a9a50"))
    c.polygon(
        [(w * 0.47, h * 0.6), (w * 0.53, h * 0.6), (w * 0.96, h * 1.01), (w * 0.04, h * 1.01)],
        fade("#c9cdd0", "#e0e2e2"),
    )
    c.polygon(
        [
            (w * 0.412, h * 0.655),
            (w * 0.588, h * 0.655),
            (w * 0.65, h * 0.72),
            (w * 0.35, h * 0.72),
        ],
        fade("#9aa0a4", "#b4b9bb"),
    )
    for side in (-1, 1):
        c.stroke(
            [(w * (0.5 + side * 0.032), h * 0.6), (w * (0.5 + side * 0.475), h * 1.01)],
            5,
            rgb("#a8764a"),
            end_width=24,
        )
    c.curve(
        [
            (w * 0.4, h * 0.80),
            (w * 0.5, h * 0.745),
            (w * 0.6, h * 0.80),
            (w * 0.56, h * 0.825),
            (w * 0.43, h * 0.825),
        ],
        fade("#b3b8ba", "#8d9396"),
    )
    crew = (
        (0.3, 0.82, wardrobe.HMONG[1], PULL, False),
        (0.4, 0.74, wardrobe.TAY[0], GIVE, False),
        (0.62, 0.75, wardrobe.WORKER, TAKE, False),
        (0.72, 0.84, wardrobe.DAO[0], PULL, True),
        (0.5, 0.9, wardrobe.VILLAGERS[8], HOLD, False),
    )
    for x, y, look, pose, mirror in crew:
        tall = 300 * (y / 0.8) ** 1.6
        figure = person(c, w * x, h * y + tall * 0.12, tall, look, pose, mirror=mirror)
        hx, hy = figure.right_hand
        way = -1 if hx < w * x else 1
        foot = (hx + way * tall * 0.2, h * y + tall * 0.1)
        c.stroke([(hx - way * tall * 0.12, hy - tall * 0.18), foot], 9, rgb("#a8764a"))
        c.box(foot[0] - 24, foot[1] - 20, 48, 34, fade("#8a929a", "#5b626a"), radius=8)
        c.ellipse(hx, hy, tall * 0.026, tall * 0.026, rgb(look.skin))
    _mixer(c, w * 0.13, h * 0.93)
    for i in range(5):
        c.box(
            w * 0.83 + (i % 3) * 74,
            h * 0.93 - (i // 3) * 36,
            84,
            38,
            fade("#d9d2c0", "#b5ab93"),
            radius=14,
        )


def _mixer(c: Canvas, x: float, y: float) -> None:
    c.stroke([(x - 70, y), (x - 20, y - 110)], 13, rgb("#3a3f4a"))
    c.stroke([(x + 70, y), (x + 20, y - 110)], 13, rgb("#3a3f4a"))
    c.curve(
        [
            (x - 84, y - 150),
            (x - 30, y - 226),
            (x + 52, y - 230),
            (x + 92, y - 150),
            (x + 42, y - 78),
            (x - 44, y - 80),
        ],
        fade("#f2a23a", "#cf7a24"),
    )
    c.ellipse(x + 16, y - 226, 42, 15, rgb("#6b4a2e"))
    for side in (-1, 1):
        c.ellipse(x + side * 70, y, 27, 27, rgb("#23262d"))
        c.ellipse(x + side * 70, y, 11, 11, rgb("#b9bec6"))
