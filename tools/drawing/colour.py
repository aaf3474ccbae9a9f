"""Colours as triples of 0–255, and the few ways in which the pictures blend them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

Colour = tuple[int, int, int]


@lru_cache(maxsize=1024)
def rgb(text: str) -> Colour:
    """Return the colour that ``#rrggbb`` names."""
    digits = text.lstrip("#")
    return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """Return ``first`` with a ``share`` (0 to 1) of ``second`` in it."""
    r, g, b = (round(a + (z - a) * share) for a, z in zip(first, second, strict=True))
    return r, g, b


def lighter(colour: Colour, share: float) -> Colour:
    """Return ``colour`` with a ``share`` of warm white."""
    return mix(colour, (255, 250, 240), share)


def darker(colour: Colour, share: float) -> Colour:
    """Return ``colour`` with a ``share`` of deep blue, as shadows in daylight have."""
    return mix(colour, (22, 26, 48), share)


@dataclass(frozen=True)
class Gradient:
    """Colour stops (place from 0 to 1, colour) laid over a shape's bounding box.

    From top to bottom, or from left to right when ``across``.
    """

    stops: tuple[tuple[float, Colour], ...]
    across: bool = False

    def at(self, place: float) -> Colour:
        """Return the colour at ``place``; before the first and after the last stop it is flat."""
        before = self.stops[0]
        for stop in self.stops:
            if stop[0] >= place:
                span = stop[0] - before[0]
                return mix(before[1], stop[1], (place - before[0]) / span if span else 0.0)
            before = stop
        return before[1]


Paint = Colour | Gradient


def fade(*colours: Colour | str, across: bool = False) -> Gradient:
    """Return a gradient through ``colours`` at even distances."""
    last = max(len(colours) - 1, 1)
    stops = (
        (index / last, rgb(colour) if isinstance(colour, str) else colour)
        for index, colour in enumerate(colours)
    )
    return Gradient(tuple(stops), across)
