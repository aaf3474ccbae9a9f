"""HEIC, the format of phones: Pillow reads it with the help of pillow-heif."""

from __future__ import annotations

from functools import lru_cache

import pillow_heif


@lru_cache(maxsize=1)
def enable_heic() -> None:
    """Teach Pillow to open HEIC files; more than once does no harm.

    Depth maps, thumbnails and further frames are left alone. The picture that Pillow
    then gives is upright already.
    """
    pillow_heif.register_heif_opener(thumbnails=False, depth_images=False)
