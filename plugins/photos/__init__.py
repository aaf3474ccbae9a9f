"""Photos: found by the name an editor wrote, planned without pixels, made in one pass.

``inspect`` says what a file is and what it says of itself; ``plan`` finds it by its name and says
which derivatives there are of it, at which addresses, for which places of the layout; ``encode``
makes their pixels; ``store`` keeps and publishes them. ``library`` is all of it for one name.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from plugins.photos.config import PhotoSettings
from plugins.photos.inspect.failure import PhotoError
from plugins.photos.inspect.formats import is_photo_name
from plugins.photos.library import PhotoLibrary
from plugins.photos.model import Facts, PhotoProblem
from plugins.photos.plan.address import photo_slug
from plugins.photos.plan.crediting import credit_beside
from plugins.photos.plan.derivatives import Derivative, plan
from plugins.photos.plan.locate import PhotoFinder
from plugins.photos.plan.photo import Photo
from plugins.photos.plan.picture import Picture, picture
from plugins.photos.store.index import PhotoIndex
from plugins.photos.store.publish import publish

if TYPE_CHECKING:
    from plugins.photos.encode.produce import Produced, Request
    from plugins.photos.inspect.metadata import EmbeddedMetadata, read_embedded
    from plugins.photos.store.cache import sweep

# What needs Pillow takes a tenth of a second to import; most builds make no picture.
_WITH_PILLOW = {
    "EmbeddedMetadata": "inspect.metadata",
    "Produced": "encode.produce",
    "Request": "encode.produce",
    "read_embedded": "inspect.metadata",
    "sweep": "store.cache",
}

__all__ = [
    "Derivative",
    "EmbeddedMetadata",
    "Facts",
    "Photo",
    "PhotoError",
    "PhotoFinder",
    "PhotoIndex",
    "PhotoLibrary",
    "PhotoProblem",
    "PhotoSettings",
    "Picture",
    "Produced",
    "Request",
    "credit_beside",
    "is_photo_name",
    "photo_slug",
    "picture",
    "plan",
    "publish",
    "read_embedded",
    "sweep",
]


def __getattr__(name: str) -> Any:
    if name not in _WITH_PILLOW:
        raise AttributeError(name)
    return getattr(import_module(f"plugins.photos.{_WITH_PILLOW[name]}"), name)
