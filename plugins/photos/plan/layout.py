"""How wide the theme shows photos: what ``sizes`` has to tell a browser before any style.

The numbers follow from ``theme/static/css``: ``layout.css`` for the columns, and each
component's own sheet. A test in a real browser compares them with what is shown.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Place = Literal[
    "column",
    "half",
    "third",
    "first_third",
    "strip",
    "in_text",
    "lead",
    "front",
    "more",
    "section",
    "related",
    "row",
    "first_row",
    "beside",
    "banner",
]

PHONE = ("(max-width: 36em)", 768)
"""Where the layout is a phone's, and the widest picture of an article that it loads: its
many pixels would else ask for a file that nobody can tell from one of half its size."""

PHONE_BANNER = 480
"""The widest picture of a banner that a phone loads: it stands above the photo that readers came
for, and its letters are large."""

_TALL = 85  # vh: --tall, the greatest height of a single photo
_BANNER = 20  # rem: --banner, the greatest height of one
_BROAD = 1.3  # photos of such a ratio or more are not that high on any usual screen
_CROP, _PHONE_CROP = 3 / 2, 1.0  # what css/components crop photos to, width to height


class _Slot(NamedTuple):
    """From a window of ``since`` rem on, a photo is ``vw`` % of the window plus ``rem`` wide."""

    since: float
    vw: float
    rem: float

    def length(self, scale: float) -> str:
        """Return the CSS length, ``scale`` times as long."""
        vw, rem = (_number(value * scale) for value in (self.vw, abs(self.rem)))
        if not self.vw or not self.rem:
            return f"{vw}vw" if self.vw else f"{rem}rem"
        return f"calc({vw}vw {'-' if self.rem < 0 else '+'} {rem}rem)"


_SLOTS: dict[Place, tuple[_Slot, ...]] = {
    # In an article.
    "column": (_Slot(76, 0, 48), _Slot(62, 100, -28), _Slot(0, 92, 0)),
    "half": (_Slot(76, 0, 24), _Slot(62, 50, -14), _Slot(36, 46, 0), _Slot(0, 46, 0)),
    "third": (_Slot(76, 0, 16), _Slot(62, 33, -9), _Slot(36, 31, 0), _Slot(0, 46, 0)),
    "first_third": (_Slot(76, 0, 16), _Slot(62, 33, -9), _Slot(36, 31, 0), _Slot(0, 92, 0)),
    "strip": (_Slot(36, 0, 30), _Slot(0, 78, 0)),
    "in_text": (_Slot(36, 0, 20), _Slot(0, 92, 0)),
    # On the front page, and after an article.
    "lead": (_Slot(76, 0, 33), _Slot(62, 67, -18), _Slot(0, 92, 0)),
    "front": (_Slot(76, 0, 15), _Slot(62, 33, -10), _Slot(36, 44, 0), _Slot(0, 33, 0)),
    "more": (_Slot(76, 0, 16), _Slot(62, 33, -9), _Slot(36, 44, 0), _Slot(0, 33, 0)),
    "section": (_Slot(76, 0, 22.4), _Slot(62, 33, -2.7), _Slot(36, 44, 0), _Slot(0, 33, 0)),
    "related": (_Slot(36, 0, 12), _Slot(0, 33, 0)),
    # In lists.
    "row": (_Slot(36, 0, 15), _Slot(0, 33, 0)),
    "first_row": (_Slot(76, 0, 26), _Slot(62, 54, -15), _Slot(36, 50, 0), _Slot(0, 92, 0)),
    # As wide as the page, and in the column beside.
    "banner": (_Slot(76, 0, 72), _Slot(0, 92, 0)),
    "beside": (_Slot(62, 0, 20), _Slot(36, 46, 0), _Slot(0, 92, 0)),
}
_CROPPED = ("half", "third", "first_third", "lead")
_CROPPED_ON_PHONES = ("half", "third")


def sizes(place: Place, ratio: float, *, phone: bool = False) -> str:
    """Return the ``sizes`` of an image at a ``place``, of a photo with this ratio of sides.

    With ``phone`` only what :data:`PHONE` leaves of it. Where the layout crops, a broader
    photo has to be wider than what is seen of it; where it bounds the height, a tall one
    is narrower.
    """
    slots = _SLOTS[place]
    return ",".join(_entry(place, slot, ratio) for slot in (slots[-1:] if phone else slots))


def _entry(place: Place, slot: _Slot, ratio: float) -> str:
    scale = 1.0
    if slot.since == 0 and place in _CROPPED_ON_PHONES:
        scale = max(1.0, ratio / _PHONE_CROP)
    elif place == "strip":  # all of one height
        scale = ratio / _CROP
    elif place in _CROPPED:
        scale = max(1.0, ratio / _CROP)
    length = slot.length(scale)
    if place == "column" and ratio < _BROAD:
        inner = length.removeprefix("calc(").removesuffix(")")
        length = f"min({inner}, {_number(_TALL * ratio)}vh)"
    if place == "banner" and ratio * _BANNER < _SLOTS[place][0].rem:
        length = f"min({length}, {_number(ratio * _BANNER)}rem)"
    return f"(min-width:{_number(slot.since)}rem) {length}" if slot.since else length


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
