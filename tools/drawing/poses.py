"""How a figure is dressed and how it stands: data only."""

from __future__ import annotations

from dataclasses import dataclass, replace

Offset = tuple[float, float]


@dataclass(frozen=True)
class Look:
    """How a figure is dressed. ``bands`` are the stripes of a woven skirt, from its hem up.

    ``lower`` is "trousers", "skirt" or "tunic" (áo dài: a long split tunic over trousers).
    ``collar`` is the shirt that an open jacket shows, ``trim`` a woven border and belt.
    ``headwear`` is one of those that `tools.drawing.heads` knows, or "".
    """

    top: str
    bottom: str
    lower: str = "trousers"
    hair: str = "#2a2224"
    skin: str = "#e9b892"
    long_hair: bool = False
    headwear: str = ""
    headwear_colour: str = "#c8323c"
    trim: str = ""
    collar: str = ""
    tie: str = ""
    bands: tuple[str, ...] = ()
    shoes: str = "#3a3236"
    child: bool = False


@dataclass(frozen=True)
class Pose:
    """Where the joints are, as offsets in shares of the figure's height.

    Elbows and hands count from their shoulder, knees and feet from their hip; left is
    the left of the picture.
    """

    left_arm: tuple[Offset, Offset] = ((-0.035, 0.16), (-0.03, 0.31))
    right_arm: tuple[Offset, Offset] = ((0.035, 0.16), (0.03, 0.31))
    left_leg: tuple[Offset, Offset] = ((-0.005, 0.23), (-0.01, 0.46))
    right_leg: tuple[Offset, Offset] = ((0.005, 0.23), (0.01, 0.46))
    lean: float = 0.0


STAND = Pose()


HOLD = Pose(left_arm=((-0.05, 0.13), (0.07, 0.17)), right_arm=((0.05, 0.13), (-0.07, 0.17)))


GIVE = Pose(left_arm=((0.02, 0.14), (0.15, 0.12)), right_arm=((0.06, 0.13), (0.18, 0.10)))


TAKE = Pose(left_arm=((-0.06, 0.13), (-0.18, 0.10)), right_arm=((-0.02, 0.14), (-0.15, 0.12)))


SPEAK = replace(STAND, right_arm=((0.05, 0.13), (-0.06, 0.03)))


CHEER = replace(
    STAND, left_arm=((-0.09, -0.06), (-0.10, -0.22)), right_arm=((0.09, -0.06), (0.10, -0.22))
)


POINT = replace(STAND, right_arm=((0.12, 0.04), (0.24, -0.04)))


WALK = replace(
    STAND,
    left_arm=((-0.06, 0.14), (-0.02, 0.27)),
    right_arm=((0.06, 0.14), (0.08, 0.26)),
    left_leg=((-0.03, 0.23), (-0.09, 0.45)),
    right_leg=((0.06, 0.22), (0.07, 0.46)),
)


RUN = Pose(
    left_arm=((-0.11, 0.09), (-0.04, 0.19)),
    right_arm=((0.10, 0.10), (0.15, -0.02)),
    left_leg=((0.11, 0.15), (0.03, 0.33)),
    right_leg=((-0.03, 0.23), (-0.20, 0.31)),
    lean=0.05,
)


KICK = Pose(
    left_arm=((-0.14, 0.02), (-0.24, -0.05)),
    right_arm=((0.12, 0.08), (0.2, 0.14)),
    left_leg=((-0.03, 0.23), (-0.10, 0.46)),
    right_leg=((0.13, 0.17), (0.29, 0.27)),
    lean=-0.05,
)


PULL = Pose(
    left_arm=((0.06, 0.12), (0.17, 0.14)),
    right_arm=((0.08, 0.14), (0.22, 0.16)),
    left_leg=((0.10, 0.20), (0.16, 0.42)),
    right_leg=((0.02, 0.23), (0.10, 0.46)),
    lean=-0.13,
)


SIT = Pose(
    left_arm=((-0.04, 0.14), (0.05, 0.22)),
    right_arm=((0.04, 0.14), (-0.05, 0.22)),
    left_leg=((-0.05, 0.05), (-0.05, 0.27)),
    right_leg=((0.05, 0.05), (0.05, 0.27)),
)
