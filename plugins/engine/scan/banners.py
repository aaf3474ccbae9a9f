"""The pictures that ``SITE["banners"]`` names, as pages show them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from plugins.core.errors import SettingsError
from plugins.engine.project.config import Banner
from plugins.photos import Photo, PhotoLibrary
from plugins.photos.model import PhotoProblem


class ShownBanner(NamedTuple):
    """A banner: its picture, and where it leads (``""`` for nowhere)."""

    photo: Photo
    url: str


def read_banners(banners: Sequence[Banner], library: PhotoLibrary) -> tuple[ShownBanner, ...]:
    """Return the banners with their pictures, which are found as an article's are that lie in the
    folder of photos. Raises :class:`SettingsError` for one that cannot be shown."""
    folder = library.root / library.settings.images_dir
    shown = []
    for number, banner in enumerate(banners):
        photo = library.load(banner.image, folder, banner.alt)
        if isinstance(photo, PhotoProblem):
            raise unusable(number, photo)
        shown.append(ShownBanner(photo, banner.url))
    return tuple(shown)


def unusable(number: int, problem: PhotoProblem) -> SettingsError:
    """Return what is wrong with the picture of one of the banners."""
    return SettingsError(
        f"SITE['banners'][{number}]['image']",
        f"không dùng được: {problem.message}",
        "Đặt tệp ảnh vào thư mục ảnh của nội dung, ghi đúng tên tệp ở đây; hoặc xóa mục này.",
    )
