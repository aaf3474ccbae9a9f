"""A picture of a text → a photo beside the article.

Upright, not larger than the site ever shows it, cut as it was cut in Word, and without what the
camera wrote but caption, byline and copyright.
"""

from __future__ import annotations

import io
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from plugins.core import checks
from plugins.desk.errors import RefusedError
from plugins.desk.files.libreoffice import converted
from plugins.desk.manuscript import Picture
from plugins.photos.config import PhotoSettings
from plugins.photos.encode.colour import on_white, plain
from plugins.photos.inspect.decoding import decode
from plugins.photos.inspect.facts import inspect, orientation
from plugins.photos.inspect.failure import PhotoError, damaged
from plugins.photos.inspect.metadata import embedding
from plugins.photos.model import Facts, PhotoProblem

_QUALITY = 92
_VECTORS = frozenset((".emf", ".wmf", ".emz", ".wmz", ".svg"))
_DRAWINGS = frozenset(("PNG", "GIF", "BMP"))
_BACK = {
    3: Image.Transpose.ROTATE_180,
    6: Image.Transpose.ROTATE_90,
    8: Image.Transpose.ROTATE_270,
}
"""What makes of an upright picture what a camera wrote, by its direction (Exif 2.32, 4.6.4)."""
_TURNS = (None, Image.Transpose.ROTATE_270, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_90)


def save_picture(content: bytes, picture: Picture, target: Path, settings: PhotoSettings) -> str:
    """Write a picture's ``content`` to ``target``, with the extension of its kind behind it;
    return the photo's name. Raises :class:`PhotoError`, with nothing written."""
    with TemporaryDirectory() as folder:
        raw = Path(folder, f"picture{Path(picture.part or '').suffix.lower()}")
        raw.write_bytes(content)
        if raw.suffix in _VECTORS:
            raw = _drawn(raw)
        facts, kind = _readable(raw)
        longest = max(facts.width, facts.height)
        # What is cut off must not make the rest small.
        left, top, right, bottom = picture.crop
        kept = min(1 - left - right, 1 - top - bottom)
        scale = min(1.0, settings.large / longest / kept)
        master = decode(raw, facts, scale, settings.max_pixels)
    image = _as_stored(master.image, content) if picture.turns else master.image
    if any(picture.crop):
        width, height = image.size
        box = (left * width, top * height, (1 - right) * width, (1 - bottom) * height)
        image = image.resize(
            (max(1, round(box[2] - box[0])), max(1, round(box[3] - box[1]))), box=box
        )
    if picture.is_mirrored:
        image = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    if turn := _TURNS[picture.turns]:
        image = image.transpose(turn)
    image.thumbnail((settings.large, settings.large))
    image.info = {}  # a comment, a profile
    if kind in _DRAWINGS:
        done = target.with_name(f"{target.name}.png")
        image.save(done, optimize=True, **embedding(master.embedded, "png"))
    else:
        done = target.with_name(f"{target.name}.jpg")
        on_white(image).save(done, quality=_QUALITY, **embedding(master.embedded, "jpeg"))
    return done.name


def _as_stored(image: Image.Image, content: bytes) -> Image.Image:
    """Return an upright picture as it lies in its file. Word does not look at what a phone says of
    its photo's direction, but writes down how it is turned: one of the two is enough."""
    with suppress(OSError, ValueError), Image.open(io.BytesIO(content)) as stored:
        back = _BACK.get(orientation(stored))
        return image if back is None else image.transpose(back)
    return image


def _drawn(vector: Path) -> Path:
    try:
        return converted(vector, vector.suffix, "png", vector.parent)
    except RefusedError as error:
        message = f"hình vẽ dạng {vector.suffix[1:].upper()}: {error.message}"
        raise PhotoError(
            PhotoProblem(checks.IMPORT_PICTURE, message, checks.IMPORT_PICTURE.mend)
        ) from error


def _readable(path: Path) -> tuple[Facts, str]:
    """Return a picture's size and kind, once it is one that photos may be."""
    facts = inspect(path)
    if isinstance(facts, PhotoProblem) and facts.check == checks.PHOTO_UNSHOWABLE:
        return _saved_again(path)
    if isinstance(facts, PhotoProblem):
        raise PhotoError(facts)
    with Image.open(path) as image:
        return facts, image.format or ""


def _saved_again(path: Path) -> tuple[Facts, str]:
    """Write a picture that no browser shows (TIFF, BMP) as one that all do."""
    out = io.BytesIO()
    try:
        with Image.open(path) as image:
            kind = image.format or ""
            has_alpha = image.mode in ("P", "LA", "RGBA")
            # Pillow would make white of what has sixteen bits.
            known = plain(image) if image.mode.startswith("I") else image
            known.convert("RGBA" if has_alpha else "RGB").save(out, "PNG")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise damaged() from error
    path.write_bytes(out.getvalue())
    facts = inspect(path)
    if isinstance(facts, PhotoProblem):
        raise PhotoError(facts)
    return facts, kind
