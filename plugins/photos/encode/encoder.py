"""Make a photo's derivatives: one decode, then from larger to smaller."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from plugins.photos.config import PhotoSettings
from plugins.photos.encode.fit import fitting
from plugins.photos.inspect.decoding import decode
from plugins.photos.model import Facts
from plugins.photos.plan.derivatives import Derivative, plan


@dataclass(frozen=True)
class Encoded:
    """The derivative's bytes, and whether the source moves (of which one frame is shown)."""

    derivative: Derivative
    content: bytes
    moving: bool


def encode(
    path: Path, facts: Facts, wanted: Collection[Derivative], settings: PhotoSettings
) -> Iterator[Encoded]:
    """Yield the derivatives ``wanted`` of the photo ``path``, one at a time.

    The bytes of one do not depend on which others are wanted. Raises
    :class:`plugins.photos.inspect.failure.PhotoError`.
    """
    everything = plan(path.name, facts, settings, lead=True)
    scale = max(_scale(each, facts) for each in everything)
    master = decode(path, facts, min(1.0, scale), settings.max_pixels)
    ladder = _Ladder(master.image, everything)
    for derivative in wanted:
        picture = ladder.picture(derivative, facts)
        content = fitting(picture, derivative, master.embedded, settings)
        yield Encoded(derivative, content, master.moving)


def _scale(derivative: Derivative, facts: Facts) -> float:
    left, top, right, bottom = derivative.crop or (0, 0, facts.width, facts.height)
    return max(derivative.width / (right - left), derivative.height / (bottom - top))


class _Ladder:
    """The whole picture in the plan's sizes, each made from the next larger, when asked for."""

    def __init__(self, master: Image.Image, everything: Collection[Derivative]) -> None:
        sizes = {(each.width, each.height) for each in everything if each.crop is None}
        self._sizes = [master.size, *sorted(sizes - {master.size}, reverse=True)]
        self._made = {master.size: master}

    def picture(self, derivative: Derivative, facts: Facts) -> Image.Image:
        size = (derivative.width, derivative.height)
        if derivative.crop is None:
            return self._rung(self._sizes.index(size))
        # The smallest rung that still has every pixel of the crop.
        scale = _scale(derivative, facts)
        enough = [i for i, each in enumerate(self._sizes) if each[0] >= scale * facts.width - 0.5]
        rung = self._rung(max(enough, default=0))
        across, down = rung.width / facts.width, rung.height / facts.height
        left, top, right, bottom = derivative.crop
        box = (left * across, top * down, right * across, bottom * down)
        return rung.resize(size, Image.Resampling.LANCZOS, box=box, reducing_gap=2.0)

    def _rung(self, index: int) -> Image.Image:
        size = self._sizes[index]
        if size not in self._made:
            larger = self._rung(index - 1)
            self._made[size] = larger.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
        return self._made[size]
