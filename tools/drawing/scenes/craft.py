"""Handicraft and music: women who embroider, a khèn player, a silversmith's table."""

from __future__ import annotations

import math
from random import Random

from tools.drawing import wardrobe
from tools.drawing.buildings import cottage
from tools.drawing.canvas import Canvas
from tools.drawing.colour import darker, fade, lighter, rgb
from tools.drawing.festive import pennants
from tools.drawing.hills import ranges, slope
from tools.drawing.people import person
from tools.drawing.plants import PEACH, blossoming_tree
from tools.drawing.poses import CHEER, HOLD, SIT, STAND, Look, Pose
from tools.drawing.shape import ridge
from tools.drawing.sky import GOLDEN, mist, sky
from tools.drawing.things import WOOD

THREADS = ("#ef5f86", "#f3c63f", "#35a894", "#e8743b", "#6fb3e0", "#f4f0e6")


def embroidery(c: Canvas, rng: Random) -> None:
    """Three women on low stools on a porch, each with a piece of indigo cloth on her knees."""
    h, w = c.height, c.width
    c.backdrop(fade("#c99a5e", "#a8764a"))
    for i in range(17):
        c.box(w * i / 16, 0, 4, h * 0.74, darker(rgb("#a8764a"), 0.25), alpha=0.6)
    c.box(w * 0.36, h * 0.08, w * 0.28, h * 0.4, fade("#dff0f2", "#a9c9b0"))
    ranges_top = [
        (w * 0.36 + w * 0.28 * i / 8, h * (0.34 + 0.05 * math.sin(i * 1.7))) for i in range(9)
    ]
    c.polygon([*ranges_top, (w * 0.64, h * 0.48), (w * 0.36, h * 0.48)], fade("#7fae97", "#4f8a6c"))
    for x in (0.352, 0.496, 0.64):
        c.box(w * x, h * 0.06, 14, h * 0.44, darker(WOOD, 0.25))
    c.box(w * 0.35, h * 0.06, w * 0.3, 14, darker(WOOD, 0.25))
    c.box(w * 0.34, h * 0.48, w * 0.32, 18, darker(WOOD, 0.1))
    for x, tone in ((0.1, "#24305e"), (0.22, "#7a1f3f"), (0.76, "#15564f"), (0.88, "#24305e")):
        c.box(w * x, h * 0.1, w * 0.085, h * 0.42, rgb(tone))
        for k in range(6):
            c.box(w * x, h * (0.13 + 0.062 * k), w * 0.085, 9, rgb(THREADS[k]))
            c.box(w * x, h * (0.15 + 0.062 * k), w * 0.085, 4, rgb(THREADS[(k + 2) % 6]))
    c.box(0, h * 0.74, w, h * 0.26, fade("#8f653f", "#5f4229"))
    for x, look in ((0.2, wardrobe.HMONG[0]), (0.5, wardrobe.DAO[0]), (0.8, wardrobe.HMONG[2])):
        _sewing(c, w * x, h * 0.93, look)
    for _ in range(18):
        x, y = rng.uniform(0.06, 0.94) * w, rng.uniform(0.95, 0.99) * h
        colour = rgb(rng.choice(THREADS))
        c.ellipse(x, y, 24, 15, darker(colour, 0.2))
        c.ellipse(x - 3, y - 3, 20, 11, colour)


def _sewing(c: Canvas, x: float, y: float, look: Look) -> None:
    c.ellipse(x, y + 6, 150, 20, (30, 20, 20), alpha=0.35, blur=8)
    c.box(x - 84, y - 96, 168, 26, lighter(WOOD, 0.1), radius=8)
    for side in (-1, 1):
        c.box(x + side * 62 - 8, y - 80, 16, 84, darker(WOOD, 0.25))
    figure = person(c, x, y + 148, 620, look, SIT, shadow=False)
    lap = (figure.left_hand[1] + figure.right_hand[1]) / 2
    cloth = rgb("#27315e")
    c.curve(
        [
            (x - 118, lap - 12),
            (x, lap - 30),
            (x + 118, lap - 12),
            (x + 132, lap + 82),
            (x + 40, lap + 108),
            (x - 40, lap + 102),
            (x - 132, lap + 82),
        ],
        fade(lighter(cloth, 0.15), cloth),
    )
    for k in range(4):
        c.stroke(
            [
                (x - 104 + k, lap + 8 + k * 20),
                (x, lap - 6 + k * 22),
                (x + 104 - k, lap + 8 + k * 20),
            ],
            8,
            rgb(THREADS[k]),
        )
    for hand in (figure.left_hand, figure.right_hand):
        c.ellipse(hand[0], hand[1], 17, 15, rgb(look.skin))
    c.stroke([figure.right_hand, (x + 66, lap - 66)], 2.5, rgb("#f4f0e6"))


def pipes(c: Canvas, rng: Random) -> None:
    """A man who dances with his bamboo mouth organ (khèn) in a yard, neighbours round him."""
    h, w = c.height, c.width
    sky(c, GOLDEN)
    ranges(c, rng, GOLDEN, count=5, top=0.28, bottom=0.55)
    mist(c, rng, h * 0.57, h * 0.03, rgb(GOLDEN.haze), alpha=0.8)
    slope(c, ridge(rng, w, h * 0.62, h * 0.02, waves=2, octaves=2), rgb("#a3a565"), shade=0.2)
    cottage(c, w * 0.17, h * 0.7, 380)
    blossoming_tree(c, rng, w * 0.88, h * 0.72, 330, PEACH)
    c.box(0, h * 0.7, w, h * 0.3, fade("#d3b27c", "#a9854f"))
    for i in range(11):
        x = w * (0.05 + 0.09 * i)
        if abs(x - w * 0.5) > w * 0.11:
            person(
                c,
                x,
                h * (0.80 - 0.05 * math.sin(math.pi * i / 10)),
                260,
                wardrobe.pick(rng, wardrobe.VILLAGERS),
                rng.choice((HOLD, STAND)),
            )
    look = Look("#23284a", "#1f2440", headwear="beanie", headwear_colour="#23284a", trim="#e85c8a")
    _player(c, w * 0.5, h * 0.95, 560, look)


def _player(c: Canvas, x: float, y: float, tall: float, look: Look) -> None:
    pose = Pose(
        left_arm=((-0.05, 0.13), (0.09, 0.06)),
        right_arm=((0.05, 0.13), (-0.03, 0.08)),
        left_leg=((-0.06, 0.22), (-0.12, 0.45)),
        right_leg=((0.13, 0.12), (0.08, 0.31)),
        lean=-0.02,
    )
    figure = person(c, x, y, tall, look, pose)
    hx, hy = figure.right_hand
    bamboo = rgb("#d2a257")
    for k in range(5):
        bend = [
            (hx + 12, hy - 10 + k * 9),
            (hx + 90, hy + 16 + k * 8),
            (hx + 190, hy - 26 + k * 7),
            (hx + 268 - k * 14, hy - 96 + k * 10),
        ]
        c.stroke(bend, 11, darker(bamboo, 0.08 * k), end_width=8)
    c.stroke(
        [(figure.head[0] + 4, figure.head[1] + tall * 0.04), (hx + 4, hy - 4), (hx + 34, hy + 34)],
        13,
        darker(bamboo, 0.2),
    )
    c.ellipse(hx + 22, hy + 16, 38, 21, fade("#9a6a3f", "#6b4528"))
    for hand in (figure.left_hand, figure.right_hand):
        c.ellipse(hand[0], hand[1], 15, 15, rgb(look.skin))


def stage_show(c: Canvas, rng: Random) -> None:
    """A village stage at dusk: dancers with fans in a line, strings of flags and lamps."""
    h, w = c.height, c.width
    c.backdrop(fade("#27305c", "#6b4a7f", "#d98f78"))
    ranges_line = ridge(rng, w, h * 0.52, h * 0.06, waves=3)
    c.below(ranges_line, fade("#2b2f55", "#1f2440"))
    c.box(0, h * 0.72, w, h * 0.28, fade("#7f4a3f", "#4a2b30"))
    c.box(0, h * 0.71, w, 16, rgb("#e0a94a"))
    for k in range(3):
        pennants(
            c,
            (0, h * (0.08 + 0.07 * k)),
            (w, h * (0.12 + 0.04 * k)),
            26,
            26,
            ("#d8323c", "#f0b93a", "#2f8fb0", "#3f9a6a"),
        )
    for i in range(24):
        x, y = w * (i + 0.5) / 24, h * (0.31 + 0.03 * math.sin(i * 0.9))
        c.ellipse(x, y, 24, 24, rgb("#ffdf9e"), alpha=0.3, blur=12)
        c.ellipse(x, y, 7, 8, rgb("#fff0c4"))
    for x in (0.2, 0.5, 0.8):
        c.polygon(
            [(w * x - 40, 0), (w * x + 40, 0), (w * x + 260, h * 0.84), (w * x - 260, h * 0.84)],
            rgb("#ffe9b8"),
            alpha=0.10,
            blur=16,
        )
    for i in range(7):
        x = w * (0.11 + 0.13 * i)
        figure = person(c, x, h * 0.9 + (i % 2) * 24, 430, wardrobe.HMONG[i % 4], CHEER)
        for hx, hy in (figure.left_hand, figure.right_hand):
            fan = [
                (hx + 52 * math.cos(a), hy - 8 + 46 * math.sin(a))
                for a in (math.pi + math.pi * k / 12 for k in range(13))
            ]
            c.polygon([*fan, (hx, hy + 8)], fade("#ffd9e4", "#ef5f86"))
            for point in fan[2:-2:2]:
                c.stroke([(hx, hy + 6), point], 2.5, rgb("#c83a68"))
