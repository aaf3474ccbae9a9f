"""Which file names are those of films, sounds and documents that an article may hold."""

from __future__ import annotations

import re
from typing import Literal

from plugins.core.text.expressions import expression
from plugins.photos.inspect.formats import extension

MediaKind = Literal["video", "audio", "file"]

VIDEOS = ("mp4", "m4v", "webm", "ogv", "mov")
"""Extensions of films that browsers play; ``mov`` not all of them."""

SOUNDS = ("mp3", "m4a", "ogg", "oga", "opus", "wav", "aac", "flac")
"""Extensions of sounds that browsers play."""

UNPLAYABLE = ("avi", "wmv", "mkv", "flv", "3gp", "mpg", "mpeg", "mts", "vob", "wma", "amr")
"""Extensions of films and sounds that no browser plays: the editor has to save them again."""

DOCUMENTS = (
    *("pdf", "doc", "docx", "docm", "xls", "xlsx", "xlsm", "ppt", "pptx", "pps", "ppsx"),
    *("odt", "ods", "odp", "rtf", "csv", "epub", "zip", "rar", "7z"),
)
"""Extensions of files that readers download."""

EXTENSIONS = "|".join(VIDEOS + SOUNDS + UNPLAYABLE + DOCUMENTS)
"""All of them as a regular expression, to be used without regard to letter case."""

HOST = r"(?:www\.(?:[\w-]+\.)+\w{2,}|(?:[\w-]+\.)+(?:vn|com|net|org|info|edu|gov))"
"""Another site's name, as a regular expression, where an address lacks its scheme.

Only what can be nothing else: ``van-ban/ke-hoach.pdf`` is a file in a folder, ``ke-hoach.md``
no host in Moldova."""

_MEDIA_NAME = expression(rf"[^/\\]\.(?:{EXTENSIONS})$", re.IGNORECASE)
_ON_A_HOST = expression(f"{HOST}/", re.IGNORECASE)


def is_media_name(name: str) -> bool:
    """Say whether ``name`` ends like the name of a film, a sound or a document, and is no
    address of another site without its scheme."""
    return _MEDIA_NAME.search(name) is not None and not _ON_A_HOST.match(name)


def kind_of(name: str) -> MediaKind:
    """Return what a file of this name is shown as."""
    end = extension(name)
    if end in VIDEOS:
        return "video"
    return "audio" if end in SOUNDS else "file"


def is_playable(name: str) -> bool:
    """Say whether browsers play a film or a sound of this name; a document counts as one."""
    return extension(name) not in UNPLAYABLE
