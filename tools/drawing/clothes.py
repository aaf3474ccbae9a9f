"""A figure's clothes: jacket, pleated skirt, áo dài."""

from __future__ import annotations

from tools.drawing.canvas import Canvas
from tools.drawing.colour import Colour, darker, fade, lighter, rgb
from tools.drawing.poses import Look
from tools.drawing.shape import Point


def torso(c: Canvas, x: float, hip_y: float, neck: Point, h: float, look: Look, back: bool) -> None:
    """Draw the body in its jacket from ``neck`` to just under the hips."""
    top = rgb(look.top)
    nx, ny = neck
    outline = [
        (nx - 0.03 * h, ny),
        (nx + 0.03 * h, ny),
        (nx + 0.105 * h, ny + 0.025 * h),
        (nx + 0.118 * h, ny + 0.06 * h),
        (x + 0.086 * h, hip_y - 0.10 * h),
        (x + 0.092 * h, hip_y + 0.045 * h),
        (x - 0.092 * h, hip_y + 0.045 * h),
        (x - 0.086 * h, hip_y - 0.10 * h),
        (nx - 0.118 * h, ny + 0.06 * h),
        (nx - 0.105 * h, ny + 0.025 * h),
    ]
    c.polygon(outline, fade(lighter(top, 0.12), top, darker(top, 0.14), across=True))
    if look.collar and not back:
        c.polygon(
            [
                (nx - 0.032 * h, ny - 0.002 * h),
                (nx + 0.032 * h, ny - 0.002 * h),
                (nx, ny + 0.13 * h),
            ],
            rgb(look.collar),
        )
        if look.tie:
            c.polygon(
                [
                    (nx - 0.008 * h, ny + 0.012 * h),
                    (nx + 0.008 * h, ny + 0.012 * h),
                    (nx + 0.011 * h, ny + 0.085 * h),
                    (nx, ny + 0.11 * h),
                    (nx - 0.011 * h, ny + 0.085 * h),
                ],
                rgb(look.tie),
            )
    if not look.trim:
        return
    trim = rgb(look.trim)
    if not back:
        c.polygon(
            [
                (nx - 0.034 * h, ny),
                (nx - 0.012 * h, ny),
                (nx + 0.006 * h, ny + 0.16 * h),
                (nx - 0.012 * h, ny + 0.18 * h),
            ],
            trim,
        )
        c.polygon(
            [
                (nx + 0.034 * h, ny),
                (nx + 0.012 * h, ny),
                (nx - 0.012 * h, ny + 0.16 * h),
                (nx + 0.006 * h, ny + 0.18 * h),
            ],
            trim,
        )
    c.box(x - 0.09 * h, hip_y - 0.035 * h, 0.18 * h, 0.034 * h, trim)


def skirt(c: Canvas, x: float, hip_y: float, h: float, look: Look) -> None:
    """Draw a pleated skirt to under the knee, its woven bands counted from the hem."""
    low, half_top, half_low = hip_y + 0.27 * h, 0.088 * h, 0.165 * h
    base: Colour = rgb(look.bottom)
    c.polygon(
        [(x - half_top, hip_y), (x + half_top, hip_y), (x + half_low, low), (x - half_low, low)],
        fade(lighter(base, 0.12), base, darker(base, 0.2), across=True),
    )
    for i, band in enumerate(look.bands):
        y1, y0 = low - i * 0.034 * h, low - (i + 0.8) * 0.034 * h

        def half(y: float) -> float:
            return half_top + (half_low - half_top) * (y - hip_y) / (low - hip_y)

        c.polygon(
            [(x - half(y0), y0), (x + half(y0), y0), (x + half(y1), y1), (x - half(y1), y1)],
            rgb(band),
        )
    for i in range(-3, 4):
        c.stroke(
            [(x + half_top * i / 4, hip_y + 0.03 * h), (x + half_low * i / 4, low)],
            0.006 * h,
            darker(base, 0.35),
            alpha=0.45,
        )
    if look.trim:
        c.polygon(
            [
                (x - 0.05 * h, hip_y),
                (x + 0.05 * h, hip_y),
                (x + 0.06 * h, hip_y + 0.2 * h),
                (x - 0.06 * h, hip_y + 0.2 * h),
            ],
            darker(rgb(look.top), 0.15),
        )
        c.box(x - 0.056 * h, hip_y + 0.165 * h, 0.112 * h, 0.02 * h, rgb(look.trim))


def tunic(c: Canvas, x: float, hip_y: float, h: float, colour: Colour) -> None:
    """Draw the long front panel of an áo dài."""
    c.polygon(
        [
            (x - 0.09 * h, hip_y),
            (x + 0.09 * h, hip_y),
            (x + 0.10 * h, hip_y + 0.36 * h),
            (x - 0.08 * h, hip_y + 0.37 * h),
        ],
        fade(lighter(colour, 0.1), colour, darker(colour, 0.1), across=True),
    )
