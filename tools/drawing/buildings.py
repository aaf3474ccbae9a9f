"""Houses, schools and sheds, and vehicles."""

from __future__ import annotations

from tools.drawing.canvas import Canvas
from tools.drawing.colour import Colour, darker, fade, lighter, rgb

GLASS = fade("#bfe0ea", "#7fa9bd")


def cottage(
    c: Canvas, x: float, y: float, width: float, *, wall: str = "#d9a860", roof: str = "#6b5a55"
) -> None:
    """Draw a rammed-earth house with a hipped roof; (x, y) is the middle of its foot."""
    h = width * 0.36
    mud, tiles = rgb(wall), rgb(roof)
    c.box(x - width * 0.42, y - h, width * 0.84, h, fade(lighter(mud, 0.15), darker(mud, 0.12)))
    c.box(x - width * 0.08, y - h * 0.7, width * 0.16, h * 0.7, darker(rgb("#7a4f33"), 0.1))
    for side in (-1, 1):
        c.box(
            x + side * width * 0.26 - width * 0.06,
            y - h * 0.66,
            width * 0.12,
            h * 0.32,
            rgb("#5a3d2c"),
        )
    c.polygon(
        [
            (x - width * 0.54, y - h * 0.94),
            (x - width * 0.34, y - h * 1.75),
            (x + width * 0.34, y - h * 1.75),
            (x + width * 0.54, y - h * 0.94),
        ],
        fade(lighter(tiles, 0.15), darker(tiles, 0.12)),
    )


def stilt_house(c: Canvas, x: float, y: float, width: float) -> None:
    """Draw a wooden house on stilts under a palm-leaf roof; (x, y) is the middle of its foot."""
    wood, thatch = rgb("#8a5a36"), rgb("#7d6a4c")
    for i in range(5):
        px = x - width * 0.4 + width * 0.2 * i
        c.box(px - width * 0.015, y - width * 0.2, width * 0.03, width * 0.2, darker(wood, 0.35))
    c.box(
        x - width * 0.45,
        y - width * 0.4,
        width * 0.9,
        width * 0.22,
        fade(lighter(wood, 0.15), wood),
    )
    for i in range(4):
        c.box(
            x - width * 0.36 + width * 0.2 * i,
            y - width * 0.36,
            width * 0.1,
            width * 0.12,
            darker(wood, 0.5),
        )
    c.polygon(
        [
            (x - width * 0.58, y - width * 0.36),
            (x - width * 0.3, y - width * 0.74),
            (x + width * 0.3, y - width * 0.74),
            (x + width * 0.58, y - width * 0.36),
        ],
        fade(lighter(thatch, 0.2), darker(thatch, 0.2)),
    )


def school(
    c: Canvas,
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    wall: str = "#f6d98c",
    floors: int = 2,
) -> None:
    """Draw a long building with galleries, as schools have; (x, y) is its lower left."""
    paint = rgb(wall)
    c.box(x, y - height, width, height, fade(lighter(paint, 0.2), paint))
    c.polygon(
        [
            (x - 24, y - height),
            (x + 26, y - height - height * 0.24),
            (x + width - 26, y - height - height * 0.24),
            (x + width + 24, y - height),
        ],
        fade("#c9584a", "#a8433b"),
    )
    floor = height / floors
    bays = max(4, int(width / 120))
    bay = width / bays
    for level in range(floors):
        low = y - floor * level
        c.box(x, low - floor * 0.9, width, floor * 0.78, darker(paint, 0.3))
        for i in range(bays):
            left = x + bay * i
            if i % 3 == 1:
                c.box(left + bay * 0.3, low - floor * 0.72, bay * 0.36, floor * 0.6, rgb("#3f7f8c"))
            else:
                c.box(left + bay * 0.2, low - floor * 0.68, bay * 0.6, floor * 0.34, GLASS)
                c.box(
                    left + bay * 0.49, low - floor * 0.68, bay * 0.03, floor * 0.34, rgb("#f3f3ee")
                )
            c.box(left - 6, low - floor * 0.92, 12, floor * 0.92, lighter(paint, 0.45))
        c.box(x + width - 6, low - floor * 0.92, 12, floor * 0.92, lighter(paint, 0.45))
        if level:
            c.box(x - 6, low - floor * 0.34, width + 12, floor * 0.3, lighter(paint, 0.55))
            c.box(x - 6, low - floor * 0.37, width + 12, floor * 0.05, darker(paint, 0.18))
        c.box(x - 8, low - floor * 0.05, width + 16, floor * 0.06, rgb("#e7e2d6"))


def shed(
    c: Canvas, x: float, y: float, width: float, height: float, *, wall: str = "#c9d3da"
) -> None:
    """Draw a factory hall with a saw-tooth roof; (x, y) is its lower left corner."""
    paint = rgb(wall)
    teeth = max(2, int(width / 190))
    each = width / teeth
    for i in range(teeth):
        left = x + each * i
        c.polygon(
            [(left, y - height), (left, y - height * 1.34), (left + each, y - height)],
            fade("#8fa3b2", "#6f8494"),
        )
        c.polygon(
            [
                (left + 6, y - height * 1.06),
                (left + 6, y - height * 1.26),
                (left + each * 0.62, y - height * 1.06),
            ],
            rgb("#cfe6ee"),
        )
    c.box(x, y - height, width, height, fade(lighter(paint, 0.3), paint))
    for i in range(int(width / 22)):
        c.box(x + i * 22, y - height, 2, height, darker(paint, 0.1))
    c.box(x, y - height, width, height * 0.06, darker(paint, 0.25))


def lorry(
    c: Canvas, x: float, y: float, length: float, *, cab: str, load: str, left: bool = False
) -> None:
    """Draw a container lorry on the road at ``y``, its tail at ``x``; it drives right."""
    way = -1 if left else 1
    tall = length * 0.30

    def box(start: float, width: float, base: float, height: float, paint: Colour) -> None:
        edge = x + way * start if way > 0 else x - start - width
        c.box(
            edge,
            y - base - height,
            width,
            height,
            fade(lighter(paint, 0.18), darker(paint, 0.12)),
            radius=length * 0.008,
        )

    c.ellipse(
        x + way * length * 0.5,
        y + 2,
        length * 0.54,
        length * 0.025,
        (15, 18, 30),
        alpha=0.4,
        blur=5,
    )
    box(0, length * 0.74, length * 0.075, tall, rgb(load))
    ribs = 11
    for i in range(1, ribs):
        rib = x + way * length * 0.74 * i / ribs
        c.box(rib - 1, y - length * 0.075 - tall + 4, 2.5, tall - 8, darker(rgb(load), 0.2))
    box(0, length * 0.98, length * 0.055, length * 0.03, rgb("#3a3f4a"))
    box(length * 0.77, length * 0.21, length * 0.06, tall * 0.82, rgb(cab))
    glass = x + way * length * 0.885 if way > 0 else x - length * 0.98
    c.box(glass, y - length * 0.06 - tall * 0.74, length * 0.095, tall * 0.32, GLASS, radius=4)
    lamp = x + way * length * 0.97
    c.ellipse(lamp, y - length * 0.10, length * 0.012, length * 0.014, rgb("#ffe9a8"))
    for place in (0.10, 0.19, 0.56, 0.65, 0.87):
        wx = x + way * length * place
        c.ellipse(wx, y - length * 0.04, length * 0.042, length * 0.042, rgb("#23262d"))
        c.ellipse(wx, y - length * 0.04, length * 0.02, length * 0.02, rgb("#b9bec6"))
