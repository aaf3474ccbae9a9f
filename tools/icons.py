"""Draw the bulletin's mark for those who do not take ``theme/static/favicon.svg``.

Run ``python -m tools.icons``. It writes, under ``theme/static/``:

* ``root/favicon.ico`` and ``root/apple-touch-icon.png``, which browsers look for at the root;
* ``icons/icon-192.png`` and ``-512.png``, for the web manifest: to the edge, so that a phone may
  cut its own shape out of them;
* ``share.png``, which other sites show of a page without a photo (Open Graph).

The result is committed: a build of the site draws nothing.
"""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from PIL import Image, ImageDraw

STATIC = Path(__file__).resolve().parent.parent / "theme" / "static"
SVG = STATIC / "favicon.svg"
_RECTANGLE = "{http://www.w3.org/2000/svg}rect"
_FINE = 4  # times as large as needed, then made smaller: smooth edges


def draw(size: tuple[int, int], mark: int, *, rounded: bool = False) -> Image.Image:
    """Return a picture of the mark's field with the mark in its middle, as large as if the
    field were ``mark`` pixels high. Of the mark's file only rectangles are understood."""
    field, *bars = ElementTree.parse(SVG).iter(_RECTANGLE)  # noqa: S314 - the project's own file
    side = float(field.get("height", 0))
    scale = mark * _FINE / side
    width, height = size[0] * _FINE, size[1] * _FINE
    colour = field.get("fill", "")
    image = Image.new("RGBA", (width, height), (0, 0, 0, 0) if rounded else colour)
    pen = ImageDraw.Draw(image)
    if rounded:
        radius = float(field.get("rx", 0)) * scale
        pen.rounded_rectangle((0, 0, width - 1, height - 1), radius, colour)
    left, top = (width - side * scale) / 2, (height - side * scale) / 2
    for bar in bars:
        x, y, wide, high = (float(bar.get(name, 0)) for name in ("x", "y", "width", "height"))
        near = round(left + x * scale), round(top + y * scale)
        far = round(left + (x + wide) * scale) - 1, round(top + (y + high) * scale) - 1
        pen.rectangle((*near, *far), "#ffffff")
    return image.resize(size, Image.Resampling.LANCZOS)


def main() -> None:
    """Write all pictures."""
    root, icons = STATIC / "root", STATIC / "icons"
    root.mkdir(exist_ok=True)
    icons.mkdir(exist_ok=True)
    sizes = [(side, side) for side in (16, 32, 48)]
    draw((48, 48), 48, rounded=True).save(root / "favicon.ico", sizes=sizes)
    draw((180, 180), 180).convert("RGB").save(root / "apple-touch-icon.png", optimize=True)
    for side in (192, 512):
        picture = draw((side, side), side).convert("RGB")
        picture.save(icons / f"icon-{side}.png", optimize=True)
    draw((1200, 630), 420).convert("RGB").save(STATIC / "share.png", optimize=True)


if __name__ == "__main__":
    main()
