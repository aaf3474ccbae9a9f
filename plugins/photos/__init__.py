"""Photos as files: found by the name an editor wrote, looked at, given an address.

Read in this order: ``formats`` (what counts as a photo), ``model``, ``locate`` (name →
file), ``inspect`` (file → upright size), ``address`` (file → URL), ``load`` (all of it at
once). Nothing here decodes pixels or writes a file.
"""

from __future__ import annotations

from plugins.photos.address import photo_address
from plugins.photos.formats import is_photo_name
from plugins.photos.inspect import Facts, inspect
from plugins.photos.load import load_photo
from plugins.photos.locate import PhotoFinder
from plugins.photos.model import Photo, PhotoProblem

__all__ = [
    "Facts",
    "Photo",
    "PhotoFinder",
    "PhotoProblem",
    "inspect",
    "is_photo_name",
    "load_photo",
    "photo_address",
]
