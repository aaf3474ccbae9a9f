"""A picture to draw on: flat and gradient shapes, supersampled so that edges are clean."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from PIL import Image, ImageDraw, ImageFilter

from tools.drawing.colour import Colour, Gradient, Paint
from tools.drawing.shape import Point, smooth, tapered

# Three times the size each way, then one Lanczos pass: at two, thin slanting lines still
# show steps; a whole picture takes about a second either way.
OVERSAMPLING = 3


class Canvas:
    """A picture of ``width`` × ``height``; all coordinates are in its final pixels."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self._image = Image.new("RGB", (width * OVERSAMPLING, height * OVERSAMPLING))
        self._draw = ImageDraw.Draw(self._image)

    def finished(self) -> Image.Image:
        """Return the picture in its final size."""
        return self._image.resize((self.width, self.height), Image.Resampling.LANCZOS)

    def backdrop(self, paint: Paint) -> None:
        """Cover the whole picture."""
        self.polygon([(0, 0), (self.width, 0), (self.width, self.height), (0, self.height)], paint)

    def polygon(
        self, points: Sequence[Point], paint: Paint, *, alpha: float = 1.0, blur: float = 0.0
    ) -> None:
        """Fill a polygon; ``blur`` softens its edge by so many pixels."""
        scaled = [(x * OVERSAMPLING, y * OVERSAMPLING) for x, y in points]
        if isinstance(paint, tuple) and alpha >= 1 and not blur:
            self._draw.polygon(scaled, fill=paint)
            return
        xs, ys = [p[0] for p in scaled], [p[1] for p in scaled]
        box = (min(xs), min(ys), max(xs), max(ys))

        def fill(draw: ImageDraw.ImageDraw, dx: int, dy: int) -> None:
            draw.polygon([(x - dx, y - dy) for x, y in scaled], fill=255)

        self._composite(box, fill, paint, alpha, blur)

    def union(self, shapes: Sequence[Sequence[Point]], paint: Paint, *, alpha: float = 1.0) -> None:
        """Fill several polygons as one shape: where they overlap nothing gets darker."""
        scaled = [[(x * OVERSAMPLING, y * OVERSAMPLING) for x, y in shape] for shape in shapes]
        xs = [p[0] for shape in scaled for p in shape]
        ys = [p[1] for shape in scaled for p in shape]

        def fill(draw: ImageDraw.ImageDraw, dx: int, dy: int) -> None:
            for shape in scaled:
                draw.polygon([(x - dx, y - dy) for x, y in shape], fill=255)

        self._composite((min(xs), min(ys), max(xs), max(ys)), fill, paint, alpha, 0.0)

    def curve(
        self, points: Sequence[Point], paint: Paint, *, alpha: float = 1.0, blur: float = 0.0
    ) -> None:
        """Fill the smooth closed curve through ``points``."""
        self.polygon(smooth(points), paint, alpha=alpha, blur=blur)

    def ellipse(
        self,
        x: float,
        y: float,
        rx: float,
        ry: float,
        paint: Paint,
        *,
        alpha: float = 1.0,
        blur: float = 0.0,
    ) -> None:
        """Fill an ellipse about (x, y)."""
        count = max(16, min(96, int((rx + ry) / 2) + 12))
        self.polygon(
            [
                (x + rx * math.cos(math.tau * i / count), y + ry * math.sin(math.tau * i / count))
                for i in range(count)
            ],
            paint,
            alpha=alpha,
            blur=blur,
        )

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        paint: Paint,
        *,
        radius: float = 0.0,
        alpha: float = 1.0,
        blur: float = 0.0,
    ) -> None:
        """Fill a rectangle from its top left corner, its corners rounded by ``radius``."""
        radius = min(radius, width / 2, height / 2)
        points: list[Point] = []
        for cx, cy, start in (
            (x + width - radius, y + radius, -90),
            (x + width - radius, y + height - radius, 0),
            (x + radius, y + height - radius, 90),
            (x + radius, y + radius, 180),
        ):
            for turn in range(0, 91, 15) if radius else (0,):
                angle = math.radians(start + turn)
                points.append((cx + radius * math.cos(angle), cy + radius * math.sin(angle)))
        self.polygon(points, paint, alpha=alpha, blur=blur)

    def stroke(
        self,
        points: Sequence[Point],
        width: float,
        colour: Colour,
        *,
        end_width: float | None = None,
        alpha: float = 1.0,
    ) -> None:
        """Draw a line with round joints and ends, tapering to ``end_width`` if it is given."""
        last = len(points) - 1
        end = width if end_width is None else end_width
        if alpha < 1:
            self.polygon(tapered(points, width, end), colour, alpha=alpha)
            return
        widths = [(width + (end - width) * i / max(last, 1)) for i in range(last + 1)]
        for i in range(last):
            self.polygon(tapered(points[i : i + 2], widths[i], widths[i + 1]), colour)
        for (x, y), thick in zip(points, widths, strict=True):
            r = thick / 2 * OVERSAMPLING
            x, y = x * OVERSAMPLING, y * OVERSAMPLING
            if r >= 1:
                self._draw.ellipse((x - r, y - r, x + r, y + r), fill=colour)

    def below(self, line: Sequence[Point], paint: Paint, *, alpha: float = 1.0) -> None:
        """Fill all that lies under ``line`` down to the picture's lower edge."""
        bottom = self.height + 2
        self.polygon([*line, (line[-1][0], bottom), (line[0][0], bottom)], paint, alpha=alpha)

    def _composite(
        self,
        box: tuple[float, float, float, float],
        shape: Callable[[ImageDraw.ImageDraw, int, int], None],
        paint: Paint,
        alpha: float,
        blur: float,
    ) -> None:
        """Lay ``paint`` over ``box`` through the mask that ``shape`` draws."""
        margin = blur * OVERSAMPLING * 3 + 2
        left = max(0, math.floor(box[0] - margin))
        top = max(0, math.floor(box[1] - margin))
        right = min(self._image.width, math.ceil(box[2] + margin))
        bottom = min(self._image.height, math.ceil(box[3] + margin))
        if right <= left or bottom <= top:
            return
        mask = Image.new("L", (right - left, bottom - top))
        shape(ImageDraw.Draw(mask), left, top)
        if blur:
            mask = _blurred(mask, blur * OVERSAMPLING)
        if alpha < 1:
            mask = mask.point([round(v * alpha) for v in range(256)])
        self._image.paste(_painted(paint, box, left, top, mask.size), (left, top), mask)


def _blurred(mask: Image.Image, radius: float) -> Image.Image:
    """Blur a mask; a wide blur is made on a smaller copy, where it costs little."""
    shrink = max(1, int(radius // 8))
    if shrink == 1:
        return mask.filter(ImageFilter.GaussianBlur(radius))
    small = mask.resize((max(1, mask.width // shrink), max(1, mask.height // shrink)))
    small = small.filter(ImageFilter.GaussianBlur(radius / shrink))
    return small.resize(mask.size, Image.Resampling.BICUBIC)


def _painted(
    paint: Paint, box: tuple[float, ...], left: int, top: int, size: tuple[int, int]
) -> Image.Image:
    """Return a picture of ``size`` that shows ``paint`` as it lies on ``box``."""
    if not isinstance(paint, Gradient):
        return Image.new("RGB", size, paint)
    length, start, offset = (size[0], box[0], left) if paint.across else (size[1], box[1], top)
    span = max((box[2] if paint.across else box[3]) - start, 1)
    colours = [paint.at(min(max((offset + i - start) / span, 0), 1)) for i in range(length)]
    strip = Image.new("RGB", (length, 1) if paint.across else (1, length))
    strip.putdata(colours)
    return strip.resize(size, Image.Resampling.NEAREST)
