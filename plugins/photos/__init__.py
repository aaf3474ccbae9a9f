"""Photos: found by the name an editor wrote, planned without pixels, made in one pass.

Read in this order. Looking: ``formats`` (what counts as a photo), ``model`` (what can be
wrong with one), ``locate`` (name → file), ``inspect`` (file → upright size), ``index`` (the
same, remembered). Planning: ``config``, ``address``, ``plan`` (which derivatives, where),
``layout`` and ``picture`` (what markup needs of them), ``photo`` and ``library`` (all of it
for one name). Making: ``metadata`` with ``xmp``, ``iim`` and ``png_text`` (the passport),
``crediting`` (what of it a caption lacks), ``source`` with ``heic`` and ``colour`` (one
decode), ``encode``, ``cache``, ``pool``, ``produce`` (all of it for many photos), ``publish``.
"""

from __future__ import annotations

from plugins.photos.address import photo_address
from plugins.photos.cache import sweep
from plugins.photos.config import PhotoSettings
from plugins.photos.crediting import credit_beside
from plugins.photos.failure import PhotoError
from plugins.photos.formats import is_photo_name
from plugins.photos.index import SourceIndex
from plugins.photos.inspect import Facts, inspect
from plugins.photos.library import PhotoLibrary
from plugins.photos.locate import PhotoFinder
from plugins.photos.metadata import Passport, read_passport
from plugins.photos.model import PhotoProblem
from plugins.photos.photo import Photo
from plugins.photos.picture import Picture, picture
from plugins.photos.plan import Derivative, plan
from plugins.photos.produce import Produced, Request, produce
from plugins.photos.publish import publish

__all__ = [
    "Derivative",
    "Facts",
    "Passport",
    "Photo",
    "PhotoError",
    "PhotoFinder",
    "PhotoLibrary",
    "PhotoProblem",
    "PhotoSettings",
    "Picture",
    "Produced",
    "Request",
    "SourceIndex",
    "credit_beside",
    "inspect",
    "is_photo_name",
    "photo_address",
    "picture",
    "plan",
    "produce",
    "publish",
    "read_passport",
    "sweep",
]
