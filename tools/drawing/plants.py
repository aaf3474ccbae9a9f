"""Trees, bushes, blossom, tea."""

from __future__ import annotations

import math
from random import Random

from tools.drawing.canvas import Canvas
from tools.drawing.colour import Colour, darker, fade, lighter, mix, rgb
from tools.drawing.shape import Point, blob

BARK = rgb("#5b4034")
PLUM = rgb("#f7f3f4")
PEACH = rgb("#ef8fa9")


def tree(c: Canvas, rng: Random, x: float, y: float, height: float, colour: Colour) -> None:
    """Draw a broad-leaved tree that stands at (x, y)."""
    c.stroke([(x, y), (x + height * 0.02, y - height * 0.5)], height * 0.07, BARK)
    for dx, dy, size in ((-0.16, 0.5, 0.23), (0.17, 0.52, 0.22), (0.0, 0.68, 0.29)):
        cx, cy, r = x + dx * height, y - dy * height, size * height
        c.polygon(blob(rng, cx, cy, r, r * 0.9), darker(colour, 0.22))
        c.polygon(blob(rng, cx - r * 0.12, cy - r * 0.16, r * 0.82, r * 0.7), colour)
        c.polygon(blob(rng, cx - r * 0.26, cy - r * 0.34, r * 0.42, r * 0.32), lighter(colour, 0.2))


def pine(c: Canvas, x: float, y: float, height: float, colour: Colour) -> None:
    """Draw a conifer (sa mộc) that stands at (x, y)."""
    c.box(x - height * 0.02, y - height * 0.18, height * 0.04, height * 0.18, BARK)
    for i in range(4):
        low = y - height * (0.12 + 0.2 * i)
        half = height * (0.2 - 0.036 * i)
        tip = low - height * 0.34
        c.polygon(
            [(x - half, low), (x, tip), (x + half, low)], mix(colour, rgb("#ffffff"), 0.04 * i)
        )
        c.polygon([(x + half * 0.1, low), (x, tip), (x + half, low)], darker(colour, 0.2))


def grove(
    c: Canvas, rng: Random, left: float, right: float, y: float, height: float, colour: Colour
) -> None:
    """Draw a row of conifers of uneven height."""
    x = left
    while x < right:
        pine(c, x, y + rng.uniform(-4, 6), height * rng.uniform(0.65, 1.1), colour)
        x += height * rng.uniform(0.16, 0.34)


def bush(c: Canvas, rng: Random, x: float, y: float, size: float, colour: Colour) -> None:
    """Draw a low bush with its foot at ``y``."""
    c.polygon(blob(rng, x, y - size * 0.34, size * 0.6, size * 0.42), darker(colour, 0.25))
    c.polygon(blob(rng, x - size * 0.08, y - size * 0.44, size * 0.46, size * 0.3), colour)
    c.polygon(
        blob(rng, x - size * 0.16, y - size * 0.54, size * 0.24, size * 0.14), lighter(colour, 0.22)
    )


def flower(c: Canvas, x: float, y: float, radius: float, colour: Colour, turn: float) -> None:
    """Draw a five-petalled blossom with its stamens."""
    for i in range(5):
        angle = turn + math.tau * i / 5
        px, py = x + radius * 0.56 * math.cos(angle), y + radius * 0.56 * math.sin(angle)
        c.ellipse(px, py, radius * 0.47, radius * 0.47, mix(colour, darker(colour, 0.3), 0.18))
        c.ellipse(px - radius * 0.05, py - radius * 0.06, radius * 0.4, radius * 0.4, colour)
    heart = rgb("#c8365c") if colour != PLUM else rgb("#c9d36b")
    c.ellipse(x, y, radius * 0.26, radius * 0.26, mix(colour, heart, 0.6))
    for i in range(7):
        angle = turn + math.tau * (i + 0.5) / 7
        c.ellipse(
            x + radius * 0.36 * math.cos(angle),
            y + radius * 0.36 * math.sin(angle),
            radius * 0.055,
            radius * 0.055,
            rgb("#f2b93b"),
        )


def branch(
    c: Canvas,
    rng: Random,
    start: Point,
    angle: float,
    length: float,
    width: float,
    depth: int,
    twigs: list[Point],
) -> None:
    """Draw a forking branch; the places where blossoms sit are added to ``twigs``."""
    points = [start]
    for _ in range(5):
        angle += rng.uniform(-0.16, 0.16)
        x, y = points[-1]
        points.append((x + length / 5 * math.cos(angle), y + length / 5 * math.sin(angle)))
    c.stroke(points, width, BARK, end_width=width * 0.55)
    if width > 8:
        shine = [(x - width * 0.12, y - width * 0.22) for x, y in points]
        c.stroke(shine, width * 0.22, lighter(BARK, 0.22), end_width=width * 0.1)
    twigs.extend(points[2 if depth else 1 :])
    if depth == 0:
        return
    for i in (2, 3, 5):
        fork = angle + rng.choice((-1, 1)) * rng.uniform(0.35, 0.85)
        branch(c, rng, points[i], fork, length * 0.6, width * 0.55, depth - 1, twigs)


def blossoming_tree(
    c: Canvas, rng: Random, x: float, y: float, height: float, colour: Colour
) -> None:
    """Draw a whole plum or peach tree in bloom, seen from afar."""
    for angle in (-2.2, -1.75, -1.35, -0.95):
        tip = (
            x + math.cos(angle) * height * 0.5,
            y - height * 0.25 + math.sin(angle) * height * 0.5,
        )
        c.stroke(
            [(x, y), (x + math.cos(angle) * height * 0.06, y - height * 0.26), tip],
            height * 0.05,
            BARK,
            end_width=height * 0.012,
        )
    for layer, (tone, count) in enumerate(
        ((darker(colour, 0.24), 34), (darker(colour, 0.1), 46), (lighter(colour, 0.2), 54))
    ):
        for _ in range(count):
            angle, reach = rng.uniform(0, math.tau), rng.uniform(0.0, 1.0) ** 0.55
            cx = x + math.cos(angle) * reach * height * 0.45 - layer * height * 0.015
            cy = y - height * (0.63 + 0.03 * layer) + math.sin(angle) * reach * height * 0.27
            r = height * rng.uniform(0.05, 0.08) * (1 - 0.3 * layer)
            c.polygon(blob(rng, cx, cy, r * 1.15, r, bumps=7, wobble=0.1), tone)
    for _ in range(70):
        angle, reach = rng.uniform(0, math.tau), rng.uniform(0.2, 1.12)
        cx = x + math.cos(angle) * reach * height * 0.46
        cy = y - height * 0.68 + math.sin(angle) * reach * height * 0.3
        r = height * rng.uniform(0.006, 0.013)
        c.ellipse(cx, cy, r, r, lighter(colour, 0.6))


def tea_rows(
    c: Canvas, line: list[Point], colour: Colour, *, rows: int, spacing: float, growth: float = 1.14
) -> None:
    """Cover the ground under ``line`` with clipped tea hedges that follow its shape."""
    offset, gap = 0.0, spacing
    c.below(line, fade(lighter(colour, 0.2), colour))
    for row in range(rows):
        base = [(x, y + offset) for x, y in line]
        tone = mix(colour, rgb("#d6e36a"), 0.16 + 0.12 * math.sin(row * 1.7))
        c.below([(x, y - gap * 0.06) for x, y in base], darker(colour, 0.5))
        c.below([(x, y + gap * 0.16) for x, y in base], lighter(tone, 0.22))
        c.below([(x, y + gap * 0.34) for x, y in base], tone)
        c.below([(x, y + gap * 0.74) for x, y in base], darker(tone, 0.24))
        offset += gap
        gap *= growth
