"""Every colour model that a photo comes in, turned into sRGB with eight bits."""

from __future__ import annotations

import io
from functools import lru_cache

from PIL import Image, ImageCms

# ICC.1:2022, table 19: a profile's colour space, and Pillow's modes that it fits.
_MODES = {"RGB": ("RGB", "RGBA"), "GRAY": ("L",), "CMYK": ("CMYK",)}
_WITH_ALPHA = ("LA", "PA", "La", "RGBa", "RGBA")
_SIXTEEN_BITS = ("I;16", "I;16L", "I;16B", "I;16N", "I", "F")


def plain(image: Image.Image) -> Image.Image:
    """Return ``image`` as ``L``, ``RGB``, ``RGBA`` or ``CMYK``, in its own colour space.

    Sixteen bits are cut to eight; a palette or a transparent colour becomes channels.
    """
    if image.mode in _SIXTEEN_BITS:
        return image.convert("I").point(lambda value: value * (1 / 256) + 0).convert("L")
    if image.mode in _WITH_ALPHA or "transparency" in image.info:
        return image.convert("RGBA")
    if image.mode == "1":
        return image.convert("L")
    return image if image.mode in ("L", "RGB", "CMYK", "LAB") else image.convert("RGB")


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return a :func:`plain` ``image`` in sRGB, as ``L``, ``RGB`` or ``RGBA``, by its profile.

    A profile that is damaged or of another colour model than the picture is passed over,
    as browsers do. Alpha that hides nothing is dropped.
    """
    if image.mode == "RGBA" and image.getchannel("A").getextrema() == (255, 255):
        image = image.convert("RGB")
    transform = _transform(profile, image.mode) if profile else None
    if transform is not None:
        converted = ImageCms.applyTransform(image, transform)
        image = converted if converted is not None else image
    return image if image.mode in ("L", "RGB", "RGBA") else image.convert("RGB")


def on_white(image: Image.Image) -> Image.Image:
    """Return ``image`` without transparency, as if it lay on white paper."""
    if image.mode != "RGBA":
        return image
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    return paper


@lru_cache(maxsize=8)
def _transform(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform | None:
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if mode not in _MODES.get(source.profile.xcolor_space.strip(), ()):
            return None
        # Nearly every camera's: nothing to convert, and a tenth of a second saved.
        if (source.profile.profile_description or "").startswith("sRGB"):
            return None
        return ImageCms.buildTransform(
            source,
            _srgb(),
            mode,
            "RGBA" if mode == "RGBA" else "RGB",
            ImageCms.Intent.PERCEPTUAL,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None


@lru_cache(maxsize=1)
def _srgb() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
