"""Sport: football on a highland pitch, tug of war at the festival."""

from __future__ import annotations

from random import Random

from tools.drawing import wardrobe
from tools.drawing.canvas import Canvas
from tools.drawing.colour import fade, lighter, rgb
from tools.drawing.festive import flag, pennants
from tools.drawing.hills import ranges
from tools.drawing.people import person
from tools.drawing.plants import grove
from tools.drawing.poses import CHEER, HOLD, KICK, PULL, RUN, STAND, Look
from tools.drawing.shape import blob
from tools.drawing.sky import GOLDEN, MORNING, NOON, clouds, mist, sky

RED_TEAM = Look("#d9343f", "#f4f1ea", shoes="#1f2430")
BLUE_TEAM = Look("#2f6fc4", "#1f2a4a", shoes="#f2653d")
KEEPER = Look("#f0b43a", "#2b2f3a", shoes="#1f2430")
CROWD = ("#d9463f", "#f0b43a", "#2f7fc4", "#3f9a6a", "#f4f0e6", "#8d5cab", "#e889a6", "#2b3350")


def _stand(c: Canvas, rng: Random, top: float, bottom: float) -> None:
    """Spectators as rows of heads and bright jackets."""
    rows = 6
    for row in range(rows):
        y = top + (bottom - top) * row / rows
        size = 13 + row * 1.6
        c.box(0, y + size, c.width, (bottom - top) / rows + 4, fade("#6f7a86", "#59636f"))
        x = rng.uniform(-size, 0)
        while x < c.width + size:
            colour = rgb(rng.choice(CROWD))
            c.box(
                x - size,
                y + size * 0.8,
                size * 2,
                size * 2.3,
                fade(lighter(colour, 0.1), colour),
                radius=size * 0.8,
            )
            c.ellipse(
                x, y, size * 0.74, size * 0.86, rgb(rng.choice(("#e9b892", "#dfa67e", "#f0c5a0")))
            )
            c.ellipse(x, y - size * 0.4, size * 0.76, size * 0.52, rgb("#2a2326"))
            x += size * rng.uniform(2.1, 2.8)


def _pitch(c: Canvas, top: float) -> None:
    stripes = 7
    for i in range(stripes):
        y0 = top + (c.height - top) * (i / stripes) ** 1.5
        y1 = top + (c.height - top) * ((i + 1) / stripes) ** 1.5
        c.box(0, y0, c.width, y1 - y0 + 1, rgb("#5aa84f" if i % 2 else "#4f9a48"))
    c.box(0, top, c.width, 6, rgb("#f4f7ee"))


def _ball(c: Canvas, x: float, y: float, radius: float) -> None:
    c.ellipse(x, y, radius, radius, fade("#ffffff", "#cfd6dc"))
    c.ellipse(x, y, radius * 0.36, radius * 0.36, rgb("#23262d"))
    for dx, dy in ((-0.72, -0.3), (0.7, -0.32), (0.0, 0.78), (-0.1, -0.82)):
        c.ellipse(x + dx * radius, y + dy * radius, radius * 0.2, radius * 0.17, rgb("#23262d"))


def football(c: Canvas, rng: Random) -> None:
    """A shot in the final: the striker, two defenders, the stands behind."""
    h, w = c.height, c.width
    sky(c, MORNING, horizon=0.4)
    clouds(c, rng, MORNING, 3, lowest=0.14)
    ranges(c, rng, MORNING, count=4, top=0.18, bottom=0.32)
    grove(c, rng, 0, w, h * 0.36, 80, rgb("#3f7a5f"))
    _stand(c, rng, h * 0.36, h * 0.52)
    c.box(0, h * 0.535, w, h * 0.05, fade("#f4f1e8", "#d9d4c6"))
    for i in range(6):
        c.box(
            w * (0.02 + 0.166 * i),
            h * 0.545,
            w * 0.135,
            h * 0.028,
            rgb(("#d9463f", "#2f7fc4", "#f0b43a", "#3f9a6a")[i % 4]),
            radius=5,
        )
    _pitch(c, h * 0.585)
    c.ellipse(w * 0.2, h * 0.86, w * 0.27, h * 0.115, rgb("#eef4ea"))
    c.ellipse(w * 0.2, h * 0.86, w * 0.265, h * 0.11, rgb("#55a14b"))
    person(c, w * 0.78, h * 0.74, 300, BLUE_TEAM, RUN, mirror=True)
    person(c, w * 0.16, h * 0.74, 300, RED_TEAM, RUN)
    person(c, w * 0.92, h * 0.86, 370, BLUE_TEAM, RUN, mirror=True)
    person(c, w * 0.42, h * 0.96, 560, RED_TEAM, KICK)
    person(c, w * 0.68, h * 0.97, 520, BLUE_TEAM, RUN, mirror=True)
    _ball(c, w * 0.575, h * 0.77, 28)


def cup(c: Canvas, rng: Random) -> None:
    """The winners with their cup, arms up, paper streamers in the air."""
    h, w = c.height, c.width
    sky(c, NOON, horizon=0.5)
    ranges(c, rng, NOON, count=4, top=0.2, bottom=0.36)
    _stand(c, rng, h * 0.4, h * 0.56)
    _pitch(c, h * 0.57)
    c.box(w * 0.1, h * 0.84, w * 0.8, h * 0.1, fade("#f4f1e8", "#d3cdbb"), radius=6)
    c.box(w * 0.1, h * 0.855, w * 0.8, 16, rgb("#d9343f"))
    for i in range(7):
        person(c, w * (0.17 + 0.11 * i), h * 0.85, 380, RED_TEAM if i != 5 else KEEPER, CHEER)
    for i in range(5):
        if i != 2:
            person(c, w * (0.2 + 0.15 * i), h * 0.98, 420, RED_TEAM, HOLD)
    figure = person(c, w * 0.5, h * 0.98, 460, RED_TEAM, CHEER)
    x, y = w * 0.5, figure.left_hand[1] + 6
    gold = fade("#ffe9a0", "#f0b93a", "#c98a1f", across=True)
    c.curve(
        [(x - 52, y - 108), (x + 52, y - 108), (x + 40, y - 40), (x, y - 16), (x - 40, y - 40)],
        gold,
    )
    c.box(x - 9, y - 28, 18, 34, gold)
    c.box(x - 34, y, 68, 20, gold, radius=4)
    for hand in (figure.left_hand, figure.right_hand):
        c.stroke([hand, (x + (hand[0] - x) * 0.55, y - 4)], 22, rgb("#e9b892"))
    for _ in range(90):
        px, py = rng.uniform(0, w), rng.uniform(0.02, 0.75) * h
        shape = blob(rng, px, py, rng.uniform(6, 12), rng.uniform(4, 7), bumps=4)
        c.polygon(shape, rgb(rng.choice(CROWD[:4])))


def tug_of_war(c: Canvas, rng: Random) -> None:
    """Two teams at one rope on a village field, flags and spectators round them."""
    h, w = c.height, c.width
    sky(c, GOLDEN)
    ranges(c, rng, GOLDEN, count=5, top=0.26, bottom=0.5)
    mist(c, rng, h * 0.52, h * 0.03, rgb(GOLDEN.haze), alpha=0.8)
    c.box(0, h * 0.56, w, h * 0.44, fade("#b3b865", "#7f9a4c"))
    grove(c, rng, 0, w, h * 0.58, 90, rgb("#5f7a4c"))
    pennants(c, (0, h * 0.4), (w, h * 0.4), 34, 28, ("#d8323c", "#f0b93a", "#2f8fb0", "#3f9a6a"))
    for i in range(15):
        person(
            c,
            w * (0.03 + 0.067 * i),
            h * 0.72 + rng.uniform(-10, 10),
            235,
            wardrobe.pick(rng, wardrobe.VILLAGERS),
            rng.choice((STAND, CHEER, HOLD)),
        )
    flag(c, w * 0.5, h * 0.7, h * 0.34, width=110)
    y = h * 0.79
    for i in range(4):
        person(c, w * (0.06 + 0.1 * i), h * 0.94, 400, wardrobe.HMONG[i], PULL)
        person(
            c,
            w * (0.94 - 0.1 * i),
            h * 0.94,
            400,
            (*wardrobe.DAO, *wardrobe.TAY)[i],
            PULL,
            mirror=True,
        )
    c.stroke([(-10, y + 8), (w * 0.5, y), (w + 10, y + 8)], 14, rgb("#b98a52"))
    for i in range(60):
        x = w * i / 60
        c.stroke([(x, y - 5), (x + 10, y + 11)], 3, rgb("#8a6236"))
    c.polygon(
        [
            (w * 0.5 - 14, y - 4),
            (w * 0.5 + 14, y - 4),
            (w * 0.5 + 22, y + 76),
            (w * 0.5, y + 60),
            (w * 0.5 - 22, y + 76),
        ],
        rgb("#d9343f"),
    )
    c.box(w * 0.5 - 3, h * 0.9, 6, h * 0.08, rgb("#ffffff"))
