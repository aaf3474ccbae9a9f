"""Outlines: smooth curves, ridges, stars, blobs. Points only, no pixels."""

from __future__ import annotations

import math
from collections.abc import Sequence
from random import Random

Point = tuple[float, float]


def smooth(points: Sequence[Point], *, closed: bool = True, steps: int = 10) -> list[Point]:
    """Return a Catmull–Rom curve through ``points``, ``steps`` chords between two of them."""
    count = len(points)
    curve: list[Point] = []
    for i in range(count if closed else count - 1):
        p0, p1, p2, p3 = (
            points[(i + k) % count] if closed else points[min(max(i + k, 0), count - 1)]
            for k in (-1, 0, 1, 2)
        )
        for step in range(steps):
            t = step / steps
            curve.append(
                (_spline(p0[0], p1[0], p2[0], p3[0], t), _spline(p0[1], p1[1], p2[1], p3[1], t))
            )
    if not closed:
        curve.append(points[-1])
    return curve


def _spline(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (
        2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3
    )


class Noise:
    """Smooth one-dimensional noise between -1 and 1, the same for the same generator."""

    def __init__(self, rng: Random) -> None:
        self._values = [rng.uniform(-1, 1) for _ in range(256)]

    def __call__(self, x: float) -> float:
        """Return the noise at ``x``."""
        cell = math.floor(x)
        t = x - cell
        t = t * t * (3 - 2 * t)
        a, b = self._values[cell % 256], self._values[(cell + 1) % 256]
        return a + (b - a) * t

    def octaves(self, x: float, count: int = 4, roughness: float = 0.5) -> float:
        """Return ``count`` layers of noise, each twice as fine and ``roughness`` as strong."""
        total, weight = 0.0, 1.0
        for layer in range(count):
            total += weight * self(x * 2**layer + 17.3 * layer)
            weight *= roughness
        return total


def ridge(
    rng: Random,
    width: float,
    base: float,
    height: float,
    *,
    waves: float = 3.0,
    octaves: int = 5,
    roughness: float = 0.5,
    step: float = 6.0,
) -> list[Point]:
    """Return a skyline from x = 0 to ``width`` that swings ``height`` about ``base``."""
    noise = Noise(rng)
    start = rng.uniform(0, 100)
    count = int(width / step) + 2
    return [
        (
            i * step,
            base - height * noise.octaves(start + i * step / width * waves, octaves, roughness),
        )
        for i in range(count)
    ]


def blob(
    rng: Random, x: float, y: float, rx: float, ry: float, *, bumps: int = 9, wobble: float = 0.18
) -> list[Point]:
    """Return a rounded irregular outline about (x, y), as of a treetop or a cloud."""
    turn = rng.uniform(0, math.tau)
    corners = []
    for i in range(bumps):
        angle = turn + math.tau * i / bumps
        reach = 1 + rng.uniform(-wobble, wobble)
        corners.append((x + rx * reach * math.cos(angle), y + ry * reach * math.sin(angle)))
    return smooth(corners)


def star(x: float, y: float, radius: float, *, turn: float = 0.0) -> list[Point]:
    """Return a five-pointed star, one point up."""
    points = []
    for i in range(10):
        reach = radius if i % 2 == 0 else radius * 0.382
        angle = turn - math.pi / 2 + math.pi * i / 5
        points.append((x + reach * math.cos(angle), y + reach * math.sin(angle)))
    return points


def rotate(points: Sequence[Point], x: float, y: float, angle: float) -> list[Point]:
    """Return ``points`` turned by ``angle`` (radians, clockwise on the picture) about (x, y)."""
    cos, sin = math.cos(angle), math.sin(angle)
    return [
        (x + (px - x) * cos - (py - y) * sin, y + (px - x) * sin + (py - y) * cos)
        for px, py in points
    ]


def tapered(points: Sequence[Point], start: float, end: float) -> list[Point]:
    """Return the outline of a line whose width goes from ``start`` to ``end``."""
    left, right = [], []
    last = len(points) - 1
    for i, (x, y) in enumerate(points):
        ax, ay = points[max(i - 1, 0)]
        bx, by = points[min(i + 1, last)]
        length = math.hypot(bx - ax, by - ay) or 1
        half = (start + (end - start) * i / max(last, 1)) / 2
        nx, ny = -(by - ay) / length * half, (bx - ax) / length * half
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    return [*left, *reversed(right)]
