"""The settings of figures: ``FIGURES`` in ``pelicanconf.py``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class FigureSettings:
    """Where photos are, and the words that figures say to readers.

    ``images_dir`` is relative to the content folder. ``{count}`` in ``gallery_label``
    stands for the number of photos.
    """

    images_dir: str = "images"
    credit_label: str = "Ảnh: "
    gallery_label: str = "Bộ ảnh, {count} ảnh, cuộn ngang để xem"
    open_label: str = "Xem ảnh lớn"
    link_label: str = "Xem thêm"
