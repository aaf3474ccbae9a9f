"""The drawing of a flat figure."""

from __future__ import annotations

from dataclasses import dataclass, field

from tools.drawing.canvas import Canvas
from tools.drawing.clothes import skirt, torso, tunic
from tools.drawing.colour import Colour, darker, rgb
from tools.drawing.heads import head, long_hair
from tools.drawing.poses import STAND, Look, Offset, Pose
from tools.drawing.shape import Point


@dataclass
class Figure:
    """Where a drawn figure's parts are, so that a scene can put things in its hands."""

    head: Point
    left_hand: Point
    right_hand: Point
    height: float
    hip: Point = field(default=(0.0, 0.0))


def person(
    c: Canvas,
    x: float,
    y: float,
    height: float,
    look: Look,
    pose: Pose = STAND,
    *,
    back: bool = False,
    mirror: bool = False,
    shadow: bool = True,
    seated: bool = False,
) -> Figure:
    """Draw a figure ``height`` tall whose hips stand 0.46 of it above ``y``.

    ``back`` shows it from behind; ``mirror`` turns the pose left to right; ``seated``
    leaves out all below the hips, which a chair hides.
    """
    h, flip = height, -1 if mirror else 1
    hip_y = y - 0.465 * h
    lean = pose.lean * flip * h
    neck = (x + lean, y - (0.80 if look.child else 0.825) * h)
    skin, top, bottom = rgb(look.skin), rgb(look.top), rgb(look.bottom)
    if shadow:
        c.ellipse(x, y + 0.004 * h, 0.15 * h, 0.022 * h, (20, 24, 40), alpha=0.28, blur=0.012 * h)

    def at(origin: Point, offset: Offset) -> Point:
        return origin[0] + offset[0] * flip * h, origin[1] + offset[1] * h

    hips = {-1: (x - 0.042 * h * flip, hip_y), 1: (x + 0.042 * h * flip, hip_y)}
    shoulders = {
        -1: (neck[0] - 0.093 * h * flip, neck[1] + 0.045 * h),
        1: (neck[0] + 0.093 * h * flip, neck[1] + 0.045 * h),
    }
    arms = {
        side: (shoulders[side], at(shoulders[side], arm[0]), at(shoulders[side], arm[1]))
        for side, arm in ((-1, pose.left_arm), (1, pose.right_arm))
    }
    for side, leg in () if seated else ((1, pose.right_leg), (-1, pose.left_leg)):
        hip, knee, foot = hips[side], at(hips[side], leg[0]), at(hips[side], leg[1])
        cloth = bottom
        if look.lower == "skirt":
            cloth = darker(bottom, 0.55) if look.trim else skin
        colour = darker(cloth, 0.08 if side > 0 else 0)
        c.stroke([hip, knee, foot], 0.078 * h, colour, end_width=0.054 * h)
        c.ellipse(foot[0] + 0.012 * h * flip, foot[1], 0.042 * h, 0.018 * h, rgb(look.shoes))
    size = h * (0.098 if look.child else 0.074)
    centre = (neck[0] + lean * 0.3, neck[1] - size * 1.02)
    if look.long_hair and not back:
        long_hair(c, centre, size, look)
    _arm(c, *arms[1], darker(top, 0.12), skin, h)
    if look.lower == "skirt" and not seated:
        skirt(c, x, hip_y, h, look)
    torso(c, x, hip_y, neck, h, look, back)
    if look.lower == "tunic" and not seated:
        tunic(c, x, hip_y, h, top)
    c.box(neck[0] - 0.026 * h, neck[1] - 0.035 * h, 0.052 * h, 0.06 * h, darker(skin, 0.12))
    head(c, centre, size, look, back=back)
    _arm(c, *arms[-1], darker(top, 0.05), skin, h)
    return Figure(centre, arms[-1][2], arms[1][2], h, (x, hip_y))


def _arm(
    c: Canvas, shoulder: Point, elbow: Point, hand: Point, sleeve: Colour, skin: Colour, h: float
) -> None:
    c.stroke([shoulder, elbow, hand], 0.062 * h, sleeve, end_width=0.048 * h)
    c.ellipse(
        hand[0] + (hand[0] - elbow[0]) * 0.12,
        hand[1] + (hand[1] - elbow[1]) * 0.12,
        0.025 * h,
        0.025 * h,
        skin,
    )
