"""The suspension bridge and the river under it."""

from __future__ import annotations

import math
from random import Random

from tools.drawing import wardrobe
from tools.drawing.canvas import Canvas
from tools.drawing.colour import darker, fade, lighter, mix, rgb
from tools.drawing.festive import RED, pennants
from tools.drawing.hills import ranges, slope
from tools.drawing.people import person
from tools.drawing.plants import grove, tree
from tools.drawing.poses import STAND, WALK
from tools.drawing.shape import Point, ridge
from tools.drawing.sky import MORNING, Light, clouds, mist, sky

CABLE = rgb("#6d7480")


def _river(c: Canvas, rng: Random, top: float, light: Light) -> None:
    """Water from ``top`` to the lower edge, with broken reflections."""
    c.box(
        0,
        top,
        c.width,
        c.height - top,
        fade(mix(rgb(light.haze), rgb("#6fb3b0"), 0.55), "#3f8c8f", "#2a6670"),
    )
    for _ in range(120):
        depth = rng.random()
        y = top + (c.height - top) * depth**1.3
        reach = rng.uniform(20, 120) * (0.35 + depth)
        x = rng.uniform(-40, c.width)
        colour = rgb("#d7efe6") if rng.random() < 0.6 else rgb("#2d6f78")
        c.ellipse(x, y, reach, 1.4 + 3.2 * depth, colour, alpha=0.35)


def suspension_bridge(
    c: Canvas, rng: Random, *, light: Light = MORNING, opening: bool = True
) -> None:
    """The bridge from the side, a tower on each bank, people crossing."""
    h, w = c.height, c.width
    sky(c, light)
    clouds(c, rng, light, 3, lowest=0.22)
    ranges(c, rng, light, count=5, top=0.3, bottom=0.56)
    mist(c, rng, h * 0.6, h * 0.03, rgb(light.haze), alpha=0.7)
    slope(c, ridge(rng, w, h * 0.64, h * 0.02, waves=3, octaves=3), rgb("#5d8f5a"), shade=0.1)
    grove(c, rng, 0, w, h * 0.67, 96, rgb("#3f7a5f"))
    _river(c, rng, h * 0.68, light)
    for side in (0, 1):
        bank = [
            (0, h * 0.63),
            (w * 0.13, h * 0.64),
            (w * 0.2, h * 0.72),
            (w * 0.15, h * 0.85),
            (w * 0.22, h * 1.02),
            (0, h * 1.02),
        ]
        if side:
            bank = [(w - x, y) for x, y in bank]
        c.polygon(bank, fade("#7fa55c", "#4c7546"))
        for _ in range(9):
            x, y = rng.uniform(0.02, 0.17) * w, rng.uniform(0.8, 1.0) * h
            c.ellipse(
                w - x if side else x,
                y,
                rng.uniform(20, 54),
                rng.uniform(12, 26),
                fade("#c9ccc4", "#8f968f"),
            )
    deck_y = h * 0.64
    left, right = w * 0.13, w * 0.87

    def deck(x: float) -> float:
        return deck_y - math.sin(math.pi * (x - left) / (right - left)) * h * 0.022

    def cable(x: float) -> float:
        t = (x - left) / (right - left) * 2 - 1
        return h * 0.3 + (deck(w / 2) - h * 0.335) * (1 - t * t)

    xs = [left + (right - left) * i / 60 for i in range(61)]
    for x in xs[1:-1]:
        c.stroke([(x, cable(x)), (x, deck(x))], 2.6, CABLE)
    main: list[Point] = [(0, h * 0.58), *[(x, cable(x)) for x in xs], (w, h * 0.58)]
    c.stroke(main, 8, darker(CABLE, 0.25))
    c.stroke([(x, deck(x) - 50) for x in xs], 4, rgb("#d9604a"))
    for share in (0.2, 0.29, 0.34, 0.48, 0.53, 0.66, 0.76):
        look = wardrobe.pick(rng, wardrobe.VILLAGERS if rng.random() < 0.7 else wardrobe.PUPILS)
        x = left + (right - left) * share
        person(
            c, x, deck(x), 82 if look.child else 108, look, rng.choice((WALK, STAND)), shadow=False
        )
    c.stroke([(x, deck(x) - 26) for x in xs], 4, rgb("#d9604a"))
    c.polygon(
        [*[(x, deck(x)) for x in xs], *[(x, deck(x) + 20) for x in reversed(xs)]],
        fade("#c98a4f", "#7d5230"),
    )
    for x in (left, right):
        c.box(x - 22, h * 0.29, 44, h * 0.44, fade("#e4e0d4", "#b9b4a6", across=True), radius=4)
        c.box(x - 34, h * 0.28, 68, 22, rgb("#cfc9ba"), radius=4)
        c.box(x - 30, h * 0.5, 60, 14, rgb("#cfc9ba"))
    if opening:
        pennants(
            c,
            (left, h * 0.33),
            (right, h * 0.33),
            22,
            26,
            ("#d8323c", "#f0b93a", "#2f8fb0", "#3f9a6a"),
        )
    tree(c, rng, w * 0.045, h * 0.66, 190, rgb("#4f8f4e"))
    tree(c, rng, w * 0.955, h * 0.66, 170, rgb("#5a9a50"))


def on_the_bridge(c: Canvas, rng: Random, *, light: Light = MORNING) -> None:
    """A view along the deck (upright picture): planks that run to the far tower, people on them."""
    h, w = c.height, c.width
    sky(c, light)
    clouds(c, rng, light, 3, lowest=0.2)
    ranges(c, rng, light, count=5, top=0.3, bottom=0.48, height=0.07)
    mist(c, rng, h * 0.49, h * 0.02, rgb(light.haze), alpha=0.7)
    grove(c, rng, 0, w, h * 0.515, 90, rgb("#3f7a5f"))
    _river(c, rng, h * 0.52, light)
    c.polygon(
        [(w * 0.46, h * 0.5), (w * 0.54, h * 0.5), (w * 1.0, h), (0, h)], fade("#a8764a", "#c9935c")
    )
    y, step = h * 0.5, 3.0
    while y < h:
        t = (y / h - 0.5) / 0.5
        half = w * (0.04 + 0.46 * t)
        c.box(w / 2 - half, y, half * 2, max(1.2, step * 0.14), rgb("#75492a"), alpha=0.8)
        y += step
        step *= 1.13
    for side in (-1, 1):
        c.box(w / 2 + side * w * 0.064 - 9, h * 0.345, 18, h * 0.17, rgb("#cfc9ba"))
        top = (w / 2 + side * w * 0.064, h * 0.35)
        rails, cable = [], []
        for k in range(16):
            t = (k / 15) ** 2.1
            x = w / 2 + side * (w * 0.045 + w * 0.47 * t)
            hang = top[1] + (h * 0.16 - top[1]) * t + math.sin(math.pi * t**0.5) * h * 0.10
            c.stroke([(x, h * (0.505 + 0.5 * t)), (x, hang)], 2 + 7 * t, CABLE)
            rails.append((x, h * (0.487 + 0.24 * t)))
            cable.append((x, hang))
        c.stroke(rails, 4, rgb("#d9604a"), end_width=14)
        c.stroke(cable, 5, darker(CABLE, 0.25), end_width=17)
    c.box(w / 2 - w * 0.08, h * 0.338, w * 0.16, 14, rgb("#cfc9ba"))
    c.box(w / 2 - w * 0.055, h * 0.358, w * 0.11, 34, RED, radius=3)
    person(c, w * 0.47, h * 0.545, 82, wardrobe.pick(rng, wardrobe.VILLAGERS), WALK)
    person(c, w * 0.53, h * 0.6, 160, wardrobe.pick(rng, wardrobe.DAO), WALK, mirror=True)
    person(c, w * 0.42, h * 0.74, 330, wardrobe.pick(rng, wardrobe.HMONG), WALK)
    person(c, w * 0.6, h * 0.83, 330, wardrobe.PUPILS[0], WALK)
    person(c, w * 0.69, h * 0.85, 310, wardrobe.PUPILS[3], WALK, mirror=True)
    c.ellipse(
        w * 0.5, h * 0.2, w * 0.5, h * 0.12, lighter(rgb(light.haze), 0.5), alpha=0.12, blur=60
    )
