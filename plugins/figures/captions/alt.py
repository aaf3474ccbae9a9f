"""The text that stands for a photo: what the editor wrote, else the caption."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import unquote

from plugins.core.text.expressions import expression
from plugins.photos.inspect.formats import is_photo_name
from plugins.photos.plan.locate import same_name

# What programs write where a person wrote nothing: "image", "Ảnh 2", "IMG_1234", "DSC00012".
_AUTOMATIC = expression(
    r"(?:image|img|photo|picture|screenshot|untitled|ảnh|hình|hình ảnh|alt|alt text)[\s_.-]*\d*"
    r"|(?:img|dsc|dscn|dscf|dji|pxl|mvi|p|z)[_-]?\d[\w-]*",
    re.IGNORECASE,
)


def is_automatic(text: str, name: str) -> bool:
    """Say whether ``text`` only repeats the file name ``name``, or was written by no person."""
    path = PurePosixPath(unquote(name).replace("\\", "/"))
    own = {same_name(each) for each in (name, path.name, path.stem)}
    words = " ".join(text.split())
    return (
        same_name(words) in own
        or (is_photo_name(words) and " " not in words)
        or _AUTOMATIC.fullmatch(words) is not None
    )


def alt_text(written: str, name: str, caption: str) -> str:
    """Return the alternative text of the photo ``name``: plain, never its file name.

    ``written`` is the text in brackets, ``caption`` the caption without its credit.
    """
    return caption if not written or is_automatic(written, name) else written
