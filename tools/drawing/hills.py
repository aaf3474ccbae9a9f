"""Mountains in layers of haze, and rice terraces."""

from __future__ import annotations

import math
from collections.abc import Sequence
from random import Random

from tools.drawing.canvas import Canvas
from tools.drawing.colour import Colour, darker, fade, lighter, mix, rgb
from tools.drawing.shape import Noise, Point, ridge, smooth
from tools.drawing.sky import Light


def ranges(
    c: Canvas,
    rng: Random,
    light: Light,
    *,
    count: int = 5,
    top: float = 0.3,
    bottom: float = 0.62,
    height: float = 0.11,
    rough: float = 0.48,
) -> list[list[Point]]:
    """Draw ``count`` ranges from far to near between two shares of the height.

    Each fades into the haze at its foot, which is what gives the picture depth.
    Returns the skylines, far to near.
    """
    haze, far, near = rgb(light.haze), rgb(light.far), rgb(light.near)
    lines = []
    for i in range(count):
        share = i / max(count - 1, 1)
        base = c.height * (top + (bottom - top) * share)
        line = ridge(
            rng,
            c.width,
            base,
            c.height * height * (1 - 0.35 * share),
            waves=rng.uniform(2.2, 3.6),
            roughness=rough,
        )
        body = mix(mix(far, haze, 0.45), near, share**1.2)
        foot = mix(body, haze, 0.72 - 0.25 * share)
        lowest = min(y for _, y in line)
        depth = c.height * (bottom - top) / count * 1.5 + c.height * height
        stop = lowest + depth * 1.2
        c.polygon([*line, (c.width + 12, stop), (0, stop)], fade(body, body, foot))
        c.box(0, stop - 1, c.width, c.height - stop + 2, foot)
        lines.append(line)
    return lines


def slope(
    c: Canvas, line: Sequence[Point], colour: Colour, *, shade: float = 0.35, glow: float = 0.25
) -> None:
    """Fill the ground under ``line``, lit along its crest."""
    c.below(line, fade(lighter(colour, glow), colour, darker(colour, shade)))


def terraced_slope(
    c: Canvas,
    rng: Random,
    *,
    top: float,
    steps: int,
    colours: Sequence[Colour],
    first: float = 9.0,
    growth: float = 1.13,
    swing: float = 78.0,
    tilt: float = 0.0,
) -> None:
    """Cover the picture below ``top`` with terraces that wind along a hillside.

    Each step is a field with a bright rim and a dark bank under it; steps grow by
    ``growth`` as they come nearer. ``tilt`` lowers the right side by so many pixels.
    """
    noise, field = Noise(rng), Noise(rng)
    y, thick = top, first
    for step in range(steps):
        line = []
        for i in range(int(c.width / 10) + 2):
            x = i * 10.0
            u = x / c.width
            bend = noise(u * 2.2 + step * 0.06) + 0.4 * noise(40 + u * 5 + step * 0.1)
            line.append((x, y + swing * bend * (0.55 + step / steps) + tilt * (u - 0.5)))
        colour = colours[int((field(step * 0.73) + 1) / 2 * len(colours)) % len(colours)]
        c.below(line, darker(colour, 0.55))
        lip = [(x, py + thick * 0.20) for x, py in line]
        c.below(lip, fade(lighter(colour, 0.45), colour, colour))
        y += thick
        thick *= growth
        if y - swing * 2 - abs(tilt) > c.height:
            return


def terraced_hill(
    c: Canvas,
    rng: Random,
    x: float,
    foot: float,
    radius: float,
    *,
    steps: int,
    rise: float,
    colours: Sequence[Colour],
    squash: float = 0.3,
) -> float:
    """Draw a broad hill of ``steps`` nested terraces; return the height of its top."""
    noise, field = Noise(rng), Noise(rng)
    y = foot
    for step in range(steps):
        share = step / steps
        reach = radius * (1 - share**1.25)
        outline = []
        for i in range(36):
            angle = math.tau * i / 36
            wave = noise(7 + 1.7 * math.cos(angle) + step * 0.05) + 0.6 * noise(
                40 + 2.3 * math.sin(angle) + 1.1 * math.cos(angle) + step * 0.07
            )
            r = reach * (1 + 0.2 * wave)
            outline.append((x + r * math.cos(angle), y + r * squash * math.sin(angle)))
        curve = smooth(outline, steps=6)
        colour = colours[int((field(step * 0.9) + 1) / 2 * len(colours)) % len(colours)]
        c.polygon([(px, py + rise * 0.5) for px, py in curve], darker(colour, 0.5))
        c.polygon(
            curve,
            fade(lighter(colour, 0.5), lighter(colour, 0.12), darker(colour, 0.12), across=True),
        )
        y -= rise
    return y
