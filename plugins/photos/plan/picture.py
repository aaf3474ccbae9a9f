"""What markup needs to show a planned photo: addresses and sizes, no HTML."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from plugins.photos.plan.derivatives import Derivative, Format, Purpose


class PictureSource(NamedTuple):
    """One ``<source>``: attributes ``type``, ``srcset``, ``sizes`` and, unless "", ``media``."""

    type: str
    srcset: str
    sizes: str
    media: str = ""


class Phone(NamedTuple):
    """A media query that phones fit, the widest picture they may load, and their ``sizes``."""

    media: str
    widest: int
    sizes: str


class Picture(NamedTuple):
    """A ``<picture>``: its sources in their order, and the ``<img>`` for all else.

    ``src``, ``width`` and ``height`` belong to one file; ``srcset`` is the ``<img>``'s
    own, in JPEG; a thumbnail has but one, and so "". ``large`` is the address that a click
    leads to.
    """

    sources: tuple[PictureSource, ...]
    src: str
    srcset: str
    sizes: str
    width: int
    height: int
    large: str


def picture(
    made: Iterable[Derivative],
    sizes: str,
    *,
    root: str = "",
    purpose: Purpose = "inline",
    phone: Phone | None = None,
    plainly: bool = False,
) -> Picture:
    """Return the picture of one photo's derivatives ``made`` (all of its plan).

    ``purpose`` is ``inline`` or ``thumb``. Addresses get ``root`` in front. With ``phone``
    sources for it come first: its many pixels would else ask for a file that nobody can
    tell from one of half its size. With ``plainly``, browsers without the modern format get
    one width.
    """
    made = tuple(made)
    shown = sorted((each for each in made if each.purpose == purpose), key=lambda one: one.width)
    jpeg = [each for each in shown if each.format == "jpeg"]
    if plainly:
        jpeg = jpeg[len(jpeg) // 2 :][:1]
        shown = [each for each in shown if each.format != "jpeg"]
    large = next(each.url for each in made if each.purpose == "large")
    formats = list(dict.fromkeys(each.format for each in shown))
    sources = [
        PictureSource(f"image/{format_}", _srcset(shown, format_, root), sizes)
        for format_ in formats
        if format_ != "jpeg"
    ]
    if phone is not None:
        narrow = [each for each in shown if each.width <= phone.widest]
        if narrow and len(narrow) < len(shown):
            sources[:0] = [
                PictureSource(
                    f"image/{format_}", _srcset(narrow, format_, root), phone.sizes, phone.media
                )
                for format_ in formats
            ]
    return Picture(
        tuple(sources),
        root + jpeg[-1].url,
        _srcset(jpeg, "jpeg", root) if purpose == "inline" and not plainly else "",
        sizes,
        jpeg[-1].width,
        jpeg[-1].height,
        root + large,
    )


def crop(made: Iterable[Derivative], purpose: Purpose) -> tuple[Derivative, ...]:
    """Return the derivatives of a purpose (``share``, ``ratio``) in the plan's order."""
    return tuple(each for each in made if each.purpose == purpose)


def _srcset(made: Iterable[Derivative], format_: Format, root: str) -> str:
    return ", ".join(f"{root}{each.url} {each.width}w" for each in made if each.format == format_)
