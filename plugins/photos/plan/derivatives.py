"""Which pictures are made of a photo, and where they live: arithmetic, without pixels."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from functools import lru_cache
from typing import Literal, NamedTuple

from plugins.photos.config import PhotoSettings
from plugins.photos.model import Facts
from plugins.photos.plan.address import photo_slug

RECIPE = 1
"""Raise it when the same parameters are to give other pixels: all addresses change."""

Format = Literal["avif", "webp", "jpeg"]
Purpose = Literal["inline", "large", "share", "ratio", "thumb"]
Box = tuple[int, int, int, int]

SUFFIXES: dict[Format, str] = {"avif": "avif", "webp": "webp", "jpeg": "jpg"}
LONGEST_SIDE = 16383
"""WebP's limit (RFC 9649, section 2.6), kept for all formats so that they have one size."""

# In addresses: two crops of a tiny source may have one size, but not one purpose.
_WORDS: dict[Purpose, str] = {"share": "chia-se", "ratio": "cat", "thumb": "nho"}
# Settings that leave the pixels as they are.
_NO_PIXELS = frozenset({"max_pixels", "images_dir", "cache_dir", "trust_times"})


class Derivative(NamedTuple):
    """A picture to make: ``url`` relative to the site's root, size in pixels.

    ``crop`` is the part of the upright source that is shown (left, top, right, bottom,
    in the source's pixels), ``None`` for all of it.
    """

    url: str
    width: int
    height: int
    format: Format
    crop: Box | None
    purpose: Purpose


def plan(
    name: str, facts: Facts, settings: PhotoSettings, *, lead: bool = False
) -> tuple[Derivative, ...]:
    """Return the derivatives of the photo file called ``name``.

    A pure function: the addresses change with the content, with any setting that changes
    pixels, and with :data:`RECIPE`, and with nothing else. ``lead`` adds what only an
    article's lead photo needs: thumbnails, the crop for sharing and those for structured
    data. Nothing is larger than its part of the source.
    """
    stem = f"anh/{photo_slug(name)}-{key(facts.digest, settings)}"
    return tuple(
        Derivative(stem + one.url, one.width, one.height, one.format, one.crop, one.purpose)
        for one in _without_stem((facts.width, facts.height), settings, lead)
    )


@lru_cache(maxsize=4096)
def _without_stem(
    size: tuple[int, int], settings: PhotoSettings, lead: bool
) -> tuple[Derivative, ...]:
    # Remembered: a newsroom's cameras make few sizes, and all else is the same for each photo.
    made = (*_inline(size, settings), _large(size, settings))
    return (*made, *_crops(size, settings)) if lead else made


def key(digest: str, settings: PhotoSettings) -> str:
    """Return ten hexadecimal digits for a source's content and all that makes its pixels."""
    return hashlib.sha256(f"{digest} {_parameters(settings)}".encode()).hexdigest()[:10]


@lru_cache(maxsize=8)
def _parameters(settings: PhotoSettings) -> str:
    values = {k: v for k, v in dataclasses.asdict(settings).items() if k not in _NO_PIXELS}
    return json.dumps([RECIPE, values], sort_keys=True)


def is_line(facts: Facts) -> bool:
    """Whether a photo is so long and thin that no picture of it, one pixel thin, is within
    :data:`LONGEST_SIDE`."""
    return max(facts.width, facts.height) > LONGEST_SIDE * min(facts.width, facts.height)


def scaled(size: tuple[int, int], width: int) -> tuple[int, int]:
    """Return ``size`` made ``width`` wide: the height rounded half up, at least 1."""
    return width, max(1, (2 * width * size[1] + size[0]) // (2 * size[0]))


def _inline(size: tuple[int, int], settings: PhotoSettings) -> list[Derivative]:
    return [
        Derivative(f"-{width}.{SUFFIXES[format_]}", width, height, format_, None, "inline")
        for format_ in _formats(settings)
        for width, height in inline_sizes(size, settings.widths)
    ]


def inline_sizes(size: tuple[int, int], widths: tuple[int, ...]) -> list[tuple[int, int]]:
    """Return the sizes shown in an article, narrowest first; never larger than ``size``."""
    most = min(size[0], max(1, LONGEST_SIDE * size[0] // size[1]))
    return [scaled(size, width) for width in sorted({min(width, most) for width in widths})]


def _formats(settings: PhotoSettings) -> tuple[Format, ...]:
    return ("avif" if settings.modern == "avif" else "webp", "jpeg")


def _large(size: tuple[int, int], settings: PhotoSettings) -> Derivative:
    width = min(size[0], settings.large, max(1, settings.large * size[0] // size[1]))
    # A very tall picture (a poster, a screenshot of a text) must not open smaller than it
    # stands in the article.
    width, height = max(scaled(size, width), inline_sizes(size, settings.widths)[-1])
    return Derivative("-lon.jpg", width, height, "jpeg", None, "large")


def _crops(size: tuple[int, int], settings: PhotoSettings) -> list[Derivative]:
    share_width, share_height = settings.share
    made = [_crop(size, share_width, (share_width, share_height), "jpeg", "share")]
    made += [
        _crop(size, settings.ratio_width, _ratio(text), "jpeg", "ratio") for text in settings.ratios
    ]
    modern, plain = _formats(settings)
    # In a list, browsers without the modern format get one width: naming three for each photo is
    # a twentieth of the front page's weight, which all readers pay.
    plain_widths = sorted(settings.thumbs)[len(settings.thumbs) // 2 :][:1]
    for format_, widths in ((modern, settings.thumbs), (plain, plain_widths)):
        for width in widths:
            ratio = _ratio(settings.thumb_ratio)
            made.append(_crop(size, width, ratio, format_, "thumb"))
    # Of a small source, several widths may come to the same picture.
    return list({derivative.url: derivative for derivative in made}.values())


def _crop(
    size: tuple[int, int], width: int, ratio: tuple[int, int], format_: Format, purpose: Purpose
) -> Derivative:
    box = crop_box(size, ratio)
    width = min(width, box[2] - box[0])
    # Not more than the box has, which is one pixel off the ratio at the most.
    height = min(max(1, (2 * width * ratio[1] + ratio[0]) // (2 * ratio[0])), box[3] - box[1])
    url = f"-{_WORDS[purpose]}-{width}x{height}.{SUFFIXES[format_]}"
    return Derivative(url, width, height, format_, box, purpose)


def crop_box(size: tuple[int, int], ratio: tuple[int, int]) -> Box:
    """Return the largest part of ``size`` that has the ``ratio`` (width to height).

    It lies in the middle across, and a third down what is too tall: people's heads are
    in the upper half of a portrait.
    """
    width = max(1, min(size[0], size[1] * ratio[0] // ratio[1]))
    height = max(1, min(size[1], size[0] * ratio[1] // ratio[0]))
    left, top = (size[0] - width) // 2, (size[1] - height) // 3
    return left, top, left + width, top + height


def _ratio(text: str) -> tuple[int, int]:
    width, _, height = text.partition(":")
    return int(width), int(height)
