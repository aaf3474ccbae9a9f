"""Fields and hamlets on the slopes: terraces, tea, a village in the cold."""

from __future__ import annotations

from random import Random

from tools.drawing import wardrobe
from tools.drawing.buildings import cottage, stilt_house
from tools.drawing.canvas import Canvas
from tools.drawing.colour import darker, fade, lighter, mix, rgb
from tools.drawing.hills import ranges, slope, terraced_hill, terraced_slope
from tools.drawing.people import person
from tools.drawing.plants import bush, grove, tea_rows, tree
from tools.drawing.poses import HOLD, WALK
from tools.drawing.shape import ridge
from tools.drawing.sky import COLD, DAWN, MORNING, Light, clouds, mist, sky, sun
from tools.drawing.things import basket, steam

GOLD_FIELDS = tuple(map(rgb, ("#c8b45a", "#a9b65c", "#7fa257", "#d9c46a", "#94ad58")))
WATER_FIELDS = tuple(map(rgb, ("#a9c3c9", "#c9d3cb", "#8fa98f", "#b9cfd6", "#93a88a")))
WINTER_FIELDS = tuple(map(rgb, ("#a58e68", "#8f8763", "#b59f78", "#7f8560", "#9c8a6b")))


def terraces(
    c: Canvas, rng: Random, *, light: Light = DAWN, fields: str = "gold", hill: bool = True
) -> None:
    """Terraces that wind down a hillside, mist in the valley, ranges behind."""
    colours = {"gold": GOLD_FIELDS, "water": WATER_FIELDS, "winter": WINTER_FIELDS}[fields]
    haze = rgb(light.haze)
    h = c.height
    sky(c, light)
    sun(c, light, c.width * 0.72, h * 0.22, h * 0.042)
    ranges(c, rng, light, count=5, top=0.3, bottom=0.57)
    mist(c, rng, h * 0.6, h * 0.04, haze, alpha=0.85)
    terraced_slope(c, rng, top=h * 0.64, steps=30, colours=colours, tilt=130)
    for _ in range(7):
        x = rng.uniform(0.3, 0.97) * c.width
        y = h * (0.7 + 0.08 * x / c.width) + rng.uniform(0, 60)
        tree(c, rng, x, y, rng.uniform(50, 80), mix(rgb(light.near), rgb("#5f8f4e"), 0.6))
    mist(c, rng, h * 0.645, h * 0.022, haze, alpha=0.5)
    stilt_house(c, c.width * 0.82, h * 0.79, 130)
    stilt_house(c, c.width * 0.90, h * 0.82, 105)
    if hill:
        top = terraced_hill(
            c, rng, c.width * 0.13, h * 0.99, c.width * 0.36, steps=13, rise=23, colours=colours
        )
        tree(c, rng, c.width * 0.12, top + 34, 116, rgb("#6f9a4f"))


def tea(c: Canvas, rng: Random, *, light: Light = MORNING, pickers: int = 4) -> None:
    """Tea hedges on round hills, and women who pick."""
    h, w = c.height, c.width
    sky(c, light)
    clouds(c, rng, light, 3, lowest=0.24)
    ranges(c, rng, light, count=4, top=0.34, bottom=0.55)
    mist(c, rng, h * 0.56, h * 0.03, rgb(light.haze), alpha=0.7)
    back = ridge(rng, w, h * 0.6, h * 0.05, waves=1.7, octaves=2)
    tea_rows(c, back, rgb("#5da058"), rows=12, spacing=14, growth=1.06)
    for i in range(7):
        x = w * (0.05 + 0.15 * i)
        tree(c, rng, x, h * 0.62 + rng.uniform(-14, 22), rng.uniform(80, 120), rgb("#3f7f4c"))
    front = ridge(rng, w, h * 0.76, h * 0.08, waves=1.2, octaves=2)
    tea_rows(c, front, rgb("#4f9a4a"), rows=14, spacing=30)
    for i in range(pickers):
        x = w * (0.14 + 0.74 * (i + rng.uniform(-0.12, 0.12)) / max(pickers - 1, 1))
        y = front[min(int(x / 6), len(front) - 1)][1] + 70 + (i % 2) * 105
        tall = 190 + (i % 2) * 46
        person(c, x, y + tall * 0.2, tall, wardrobe.pick(rng, wardrobe.HMONG), HOLD, shadow=False)
        basket(c, x + tall * 0.17, y - tall * 0.06, tall * 0.26)
        for k in range(-2, 3):
            bush(c, rng, x + k * tall * 0.26, y + tall * 0.16, tall * 0.42, rgb("#5aa551"))


def hamlet(c: Canvas, rng: Random, *, light: Light = COLD, frost: bool = False) -> None:
    """Rammed-earth houses among pines under a cold sky, smoke over the roofs."""
    h, w = c.height, c.width
    sky(c, light)
    ranges(c, rng, light, count=5, top=0.28, bottom=0.54, rough=0.52)
    mist(c, rng, h * 0.55, h * 0.05, rgb(light.haze), alpha=0.9)
    ground = rgb("#dfe6e4") if frost else rgb("#8f9a6b")
    back = ridge(rng, w, h * 0.62, h * 0.045, waves=2, octaves=3)
    slope(c, back, mix(ground, rgb(light.far), 0.35), shade=0.2)
    grove(c, rng, w * 0.02, w * 0.4, h * 0.63, 150, rgb("#4f7a72"))
    grove(c, rng, w * 0.78, w * 1.0, h * 0.62, 140, rgb("#4f7a72"))
    front = ridge(rng, w, h * 0.73, h * 0.03, waves=1.4, octaves=3)
    slope(c, front, ground, shade=0.25)
    for x, y, size in ((0.58, 0.72, 200), (0.3, 0.76, 250), (0.76, 0.79, 300)):
        roof = "#c9d2d4" if frost else "#6b5a55"
        steam(c, w * x + size * 0.2, h * y - size * 0.6, size * 0.6)
        cottage(c, w * x, h * y, size, roof=roof)
        c.ellipse(w * x, h * y + 4, size * 0.6, 10, darker(ground, 0.4), alpha=0.4, blur=6)
    for _ in range(26):
        x, y = rng.uniform(0, w), rng.uniform(0.82, 1.0) * h
        tone = lighter(rgb("#7f9a6a"), 0.62) if frost else rgb("#7f9a55")
        bush(c, rng, x, y, 30 + (y / h - 0.8) * 210, tone)
    path = [(w * 0.62, h * 0.8), (w * 0.52, h * 0.86), (w * 0.56, h * 0.93), (w * 0.42, h * 1.02)]
    c.stroke(path, 34, mix(ground, rgb("#c9a877"), 0.5), end_width=120, alpha=0.8)
    person(c, w * 0.5, h * 0.965, 210, wardrobe.pick(rng, wardrobe.HMONG), WALK)
    basket(c, w * 0.53, h * 0.9, 56)
    person(c, w * 0.58, h * 0.93, 150, wardrobe.PUPILS[0], WALK)
    if frost:
        _frost(c, rng)


def _frost(c: Canvas, rng: Random) -> None:
    """Rime on near twigs, and ice that glitters in the air."""
    for _ in range(90):
        x, y = rng.uniform(0, c.width), rng.uniform(0, c.height)
        r = rng.uniform(1.4, 4.2)
        c.ellipse(x, y, r, r, (255, 255, 255), alpha=rng.uniform(0.4, 0.9))
    for i in range(15):
        x = c.width * (0.02 + 0.07 * i) + rng.uniform(-20, 20)
        for k in range(5):
            reach = rng.uniform(40, 110)
            tip = (x + (k - 2) * reach * 0.34, c.height - reach)
            c.stroke([(x, c.height + 4), tip], 7, rgb("#b9c7cd"), end_width=2)
            c.stroke([(x, c.height), tip], 3, rgb("#ffffff"), end_width=1)


def mint_field(c: Canvas, rng: Random) -> None:
    """Rows of mint in the foreground, a hill village and blue hills behind."""
    h, w = c.height, c.width
    sky(c, MORNING)
    clouds(c, rng, MORNING, 4, lowest=0.26)
    ranges(c, rng, MORNING, count=5, top=0.32, bottom=0.54)
    slope(c, ridge(rng, w, h * 0.58, 24, waves=2, octaves=2), rgb("#7fae6a"), shade=0.15)
    for x in (0.16, 0.27, 0.7):
        cottage(c, w * x, h * 0.62, 150)
    grove(c, rng, w * 0.78, w * 0.98, h * 0.62, 120, rgb("#3b7361"))
    c.box(0, h * 0.63, w, h * 0.37, fade("#a58055", "#6f5337"))
    for row in range(-9, 10):
        for step in range(16):
            depth = (step / 15) ** 1.7
            y = h * (0.65 + 0.4 * depth)
            x = w * 0.5 + row * (34 + 190 * depth) + rng.uniform(-3, 3)
            if -80 < x < w + 80:
                bush(
                    c,
                    rng,
                    x,
                    y + 10,
                    26 + 120 * depth,
                    mix(rgb("#5fb36e"), rgb("#3f9a6a"), rng.random()),
                )
    person(c, w * 0.36, h * 0.93, 300, wardrobe.pick(rng, wardrobe.HMONG), HOLD)
    person(c, w * 0.66, h * 0.86, 240, wardrobe.pick(rng, wardrobe.DAO), HOLD)
    basket(c, w * 0.43, h * 0.95, 86)
