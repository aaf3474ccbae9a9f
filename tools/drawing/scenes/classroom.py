"""Schools: the yard, the canteen, a science fair, a reading room."""

from __future__ import annotations

from random import Random

from tools.drawing import wardrobe
from tools.drawing.buildings import school
from tools.drawing.canvas import Canvas
from tools.drawing.colour import darker, fade, lighter, rgb
from tools.drawing.festive import flag
from tools.drawing.hills import ranges
from tools.drawing.people import person
from tools.drawing.plants import grove, tree
from tools.drawing.poses import CHEER, HOLD, RUN, STAND, WALK, Look
from tools.drawing.sky import COLD, MORNING, Light, clouds, mist, sky
from tools.drawing.things import covered_table, steam

POSTERS = ("#e2574c", "#2f8fb0", "#f0b43a", "#3f9a6a", "#8d5cab")


def yard(c: Canvas, rng: Random, *, light: Light = MORNING, wall: str = "#f6d98c") -> None:
    """The school yard at break: the flag, the building with its galleries, children who play."""
    h, w = c.height, c.width
    sky(c, light)
    clouds(c, rng, light, 3, lowest=0.2)
    ranges(c, rng, light, count=4, top=0.26, bottom=0.45)
    mist(c, rng, h * 0.47, h * 0.03, rgb(light.haze), alpha=0.7)
    grove(c, rng, 0, w, h * 0.56, 130, rgb("#4f7f6a"))
    school(c, w * 0.14, h * 0.64, w * 0.74, h * 0.27, wall=wall)
    c.box(0, h * 0.635, w, h * 0.365, fade("#d9cdb6", "#b9a888"))
    for side in (0.06, 0.95):
        tree(c, rng, w * side, h * 0.68, 260, rgb("#5a9a50"))
    flag(c, w * 0.5, h * 0.72, h * 0.5, width=150)
    c.box(w * 0.5 - 60, h * 0.715, 120, 22, rgb("#c9584a"), radius=4)
    for _ in range(15):
        x = rng.uniform(0.04, 0.96) * w
        person(
            c,
            x,
            h * rng.uniform(0.70, 0.77),
            132,
            wardrobe.pick(rng, wardrobe.PUPILS),
            rng.choice((RUN, WALK, STAND, CHEER)),
            mirror=rng.random() < 0.5,
        )
    for i in range(8):
        x = w * (0.08 + 0.12 * i) + rng.uniform(-20, 20)
        person(
            c,
            x,
            h * rng.uniform(0.88, 0.96),
            250,
            wardrobe.pick(rng, wardrobe.PUPILS),
            rng.choice((RUN, CHEER, WALK)),
            mirror=rng.random() < 0.5,
        )
    c.ellipse(w * 0.44, h * 0.95, 20, 20, fade("#ffffff", "#c9ced6"))


def canteen(c: Canvas, rng: Random) -> None:
    """The boarding-school kitchen: long tables, bowls that steam, the cook with her ladle."""
    h, w = c.height, c.width
    c.backdrop(fade("#f3e2bf", "#e3c894"))
    for i in range(4):
        x = w * (0.06 + 0.25 * i)
        c.box(x, h * 0.08, w * 0.15, h * 0.28, fade("#cfe6ea", "#e9f2e6"), radius=6)
        c.box(x + w * 0.072, h * 0.08, 8, h * 0.28, rgb("#a8764a"))
        c.box(x - 10, h * 0.36, w * 0.15 + 20, 14, rgb("#a8764a"))
    for i in range(9):
        c.box(w * i / 9 + 8, h * 0.42, w / 9 - 16, 52, rgb(POSTERS[i % 5]), radius=8, alpha=0.85)
    c.box(0, h * 0.52, w, h * 0.48, fade("#b98a63", "#8a6244"))
    person(
        c, w * 0.12, h * 0.74, 430, Look("#ffffff", "#3a4a6a", headwear="bun", skin="#e9b892"), HOLD
    )
    person(c, w * 0.88, h * 0.74, 430, wardrobe.AO_DAI[1], HOLD)
    for row, (y, tall, count) in enumerate(((0.66, 300, 7), (0.9, 410, 6))):
        for i in range(count):
            x = (
                w * (0.22 + 0.56 * i / (count - 1))
                if row == 0
                else w * (0.06 + 0.88 * i / (count - 1))
            )
            person(
                c,
                x,
                h * y + tall * 0.16,
                tall,
                wardrobe.pick(rng, wardrobe.PUPILS),
                HOLD,
                shadow=False,
            )
        left, span = (0.17, 0.66) if row == 0 else (-0.02, 1.04)
        covered_table(
            c,
            w * left,
            h * y - tall * 0.12,
            w * span,
            tall * 0.46,
            rgb("#5fa8a0" if row else "#6fb3aa"),
        )
        for i in range(count):
            x = (
                w * (0.22 + 0.56 * i / (count - 1))
                if row == 0
                else w * (0.06 + 0.88 * i / (count - 1))
            )
            size = tall * 0.11
            yy = h * y - tall * 0.1
            c.curve(
                [
                    (x - size, yy - 6),
                    (x + size, yy - 6),
                    (x + size * 0.6, yy + size * 0.5),
                    (x - size * 0.6, yy + size * 0.5),
                ],
                fade("#ffffff", "#d6dde2"),
            )
            c.ellipse(x, yy - 8, size, size * 0.26, rgb("#f7f3e8"))
            c.ellipse(x, yy - 12, size * 0.8, size * 0.26, rgb("#fdfbf4" if i % 2 else "#f0b43a"))
            steam(c, x, yy - 20, tall * 0.28)


def reading_room(c: Canvas, rng: Random) -> None:
    """A mobile library: shelves of bright spines, children who read on the floor."""
    h, w = c.height, c.width
    c.backdrop(fade("#f1e7d2", "#e0cfae"))
    for row in range(3):
        y = h * (0.1 + 0.18 * row)
        c.box(w * 0.04, y, w * 0.92, h * 0.18, darker(rgb("#b98a5a"), 0.3))
        x = w * 0.05
        while x < w * 0.94:
            thick, tall = rng.uniform(14, 34), h * rng.uniform(0.11, 0.155)
            colour = rgb(rng.choice((*POSTERS, "#f4f0e6", "#5b7fc4", "#c9772f")))
            c.box(
                x,
                y + h * 0.168 - tall,
                thick,
                tall,
                fade(lighter(colour, 0.2), colour, across=True),
            )
            c.box(x + 3, y + h * 0.168 - tall * 0.75, thick - 6, 5, lighter(colour, 0.6))
            x += thick + rng.choice((1, 1, 2, 18))
        c.box(w * 0.03, y + h * 0.165, w * 0.94, 16, rgb("#c99a66"))
    c.box(0, h * 0.68, w, h * 0.32, fade("#6fae9f", "#3f8274"))
    for i in range(6):
        x, y = w * (0.1 + 0.16 * i), h * (0.98 + 0.03 * (i % 2))
        figure = person(c, x, y + 60, 430, wardrobe.pick(rng, wardrobe.PUPILS), HOLD, shadow=False)
        bx, by = x, (figure.left_hand[1] + figure.right_hand[1]) / 2
        for side in (-1, 1):
            c.polygon(
                [
                    (bx, by - 30),
                    (bx + side * 74, by - 44),
                    (bx + side * 74, by + 30),
                    (bx, by + 44),
                ],
                fade("#ffffff", "#e6e0d0"),
            )
        c.stroke([(bx - 76, by + 34), (bx, by + 48), (bx + 76, by + 34)], 7, rgb(POSTERS[i % 5]))


def night_light(c: Canvas, rng: Random, *, light: Light = COLD) -> None:
    """A small school under the mountains, its windows lit (for stories about the cold)."""
    h, w = c.height, c.width
    sky(c, light)
    ranges(c, rng, light, count=6, top=0.2, bottom=0.55, rough=0.52)
    mist(c, rng, h * 0.56, h * 0.06, rgb(light.haze), alpha=0.9)
    c.box(0, h * 0.68, w, h * 0.32, fade("#a9b39a", "#7f8a70"))
    school(c, w * 0.3, h * 0.72, w * 0.42, h * 0.13, wall="#f0cf84", floors=1)
    grove(c, rng, 0, w * 0.26, h * 0.74, 170, rgb("#4a6f66"))
    grove(c, rng, w * 0.78, w, h * 0.74, 190, rgb("#4a6f66"))
    for i in range(6):
        person(
            c,
            w * (0.3 + 0.07 * i),
            h * (0.84 + 0.02 * (i % 3)),
            150,
            wardrobe.pick(rng, wardrobe.PUPILS),
            WALK,
        )
    flag(c, w * 0.5, h * 0.8, h * 0.26, width=70)
