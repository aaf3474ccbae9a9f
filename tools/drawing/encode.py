"""From a drawn picture to the file that an editor would have received."""

from __future__ import annotations

import io
from pathlib import Path
from random import Random

from PIL import Image

from tools.drawing.canvas import Canvas
from tools.drawing.catalogue import Picture
from tools.drawing.metadata import Tags, exif, iptc_segment, laid_on_side

# Sixty pictures have to stay under five megabytes in the repository.
LARGEST = 86_000
QUALITIES = (74, 70, 66, 62, 58)


def drawn(picture: Picture) -> Image.Image:
    """Return the picture's pixels; the same for the same path, scene and take."""
    canvas = Canvas(*picture.size)
    seed = f"{picture.path}#{picture.take}"
    picture.scene(canvas, Random(seed))  # noqa: S311 - repeatable, nothing secret
    return canvas.finished()


def encoded(image: Image.Image, suffix: str, tags: Tags) -> bytes:
    """Return the file's bytes: a PNG, or the best JPEG of at most `LARGEST` bytes."""
    if suffix == ".png":
        # A palette holds a flat drawing in a third of the bytes.
        return _saved(image.quantize(256), format="PNG", optimize=True)
    image = laid_on_side(image, tags.orientation)
    options = {"format": "JPEG", "optimize": True, "progressive": True}
    if tags != Tags():
        options["exif"] = exif(tags)
    if tags.byline or tags.caption:
        options["extra"] = iptc_segment(tags)
    data = b""
    for quality in QUALITIES:
        data = _saved(image, quality=quality, **options)
        if len(data) <= LARGEST:
            break
    return data


def _saved(image: Image.Image, **options: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, **options)  # type: ignore[arg-type]
    return stream.getvalue()


def write(picture: Picture, content: Path) -> int:
    """Draw ``picture`` into its place below ``content``; return the file's size in bytes."""
    target = content / picture.path
    target.parent.mkdir(parents=True, exist_ok=True)
    data = encoded(drawn(picture), target.suffix.lower(), picture.tags)
    target.write_bytes(data)
    return len(data)
