"""One picture in its format, within its limit of bytes."""

from __future__ import annotations

import io
import math
from collections.abc import Callable
from typing import Any, NamedTuple

from PIL import Image

from plugins.photos.config import PhotoSettings
from plugins.photos.encode.colour import on_white
from plugins.photos.inspect.metadata import EmbeddedMetadata, embedding
from plugins.photos.plan.derivatives import Derivative, Format


class Encoding(NamedTuple):
    """How Pillow writes a format: which ``quality`` of the settings it has, what else ``save`` is
    told, and whether a picture may be ``transparent``."""

    quality: Callable[[PhotoSettings], int]
    options: Callable[[PhotoSettings], dict[str, Any]]
    transparent: bool = True


ENCODINGS: dict[Format, Encoding] = {
    # One thread: all processors have a photo of their own, and the bytes stay the same.
    "avif": Encoding(
        lambda settings: settings.avif_quality,
        lambda settings: {"speed": settings.avif_speed, "max_threads": 1},
    ),
    "webp": Encoding(
        lambda settings: settings.webp_quality, lambda settings: {"method": settings.webp_method}
    ),
    "jpeg": Encoding(
        lambda settings: settings.jpeg_quality, lambda _: {"progressive": True}, transparent=False
    ),
}
"""Every format in which derivatives are made."""

_LEAST_QUALITY, _STEP = 30, 9
_SOFTER = 1.25  # the least by which the next attempt is softer: a little less than is seen


def fitting(
    picture: Image.Image,
    derivative: Derivative,
    embedded: EmbeddedMetadata,
    settings: PhotoSettings,
) -> bytes:
    """Return ``picture``, in the size of ``derivative``, encoded with the ``embedded`` metadata.

    If that is over its limit, quality gives way first, down to where blocks would show.
    What is over even then is noise or a very tall poster: it loses its finest detail, as
    if it came from a smaller picture. At the end of that there is one colour, which fits
    any limit that leaves room for the embedded (some 25 kB where its texts are as long as
    they may be, hardly ever above 2).
    """
    quality, most = _quality_and_limit(derivative, settings)
    content = _bytes(picture, derivative, quality, embedded, settings)
    while len(content) > most and quality > _LEAST_QUALITY:
        quality = max(_LEAST_QUALITY, quality - _STEP)
        content = _bytes(picture, derivative, quality, embedded, settings)
    softness = 1.0
    while len(content) > most and softness < max(picture.size):
        # Bytes go with the number of pixels that tell something, or fall faster.
        softness *= max(_SOFTER, math.sqrt(len(content) / most))
        softer = _softened(picture, softness)
        content = _bytes(softer, derivative, quality, embedded, settings)
    return content


def _quality_and_limit(derivative: Derivative, settings: PhotoSettings) -> tuple[int, float]:
    if derivative.purpose == "large":
        return settings.large_quality, math.inf
    phone = derivative.width <= settings.phone_width
    quality = ENCODINGS[derivative.format].quality(settings)
    return quality, settings.phone_bytes if phone else settings.max_bytes


def _softened(picture: Image.Image, softness: float) -> Image.Image:
    """Return ``picture`` with the detail of one that is ``softness`` times smaller."""
    size = (max(1, round(picture.width / softness)), max(1, round(picture.height / softness)))
    small = picture.resize(size, Image.Resampling.LANCZOS)
    return small.resize(picture.size, Image.Resampling.BICUBIC)


def _bytes(
    picture: Image.Image,
    derivative: Derivative,
    quality: int,
    embedded: EmbeddedMetadata,
    settings: PhotoSettings,
) -> bytes:
    target = io.BytesIO()
    encoding = ENCODINGS[derivative.format]
    options = embedding(embedded, derivative.format) | encoding.options(settings)
    options |= {"quality": quality, "icc_profile": None}
    if not encoding.transparent:
        picture = on_white(picture)
    # What a decoder left there (a comment, a profile) would be written again.
    picture.info = {}
    picture.save(target, derivative.format, **options)
    return target.getvalue()
