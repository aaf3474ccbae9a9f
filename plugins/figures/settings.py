"""The settings of figures: ``FIGURES`` in ``pelicanconf.py``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class FigureSettings:
    """The words that figures say to readers.

    ``{count}`` in ``gallery_label`` stands for the number of photos.
    """

    credit_label: str = "Ảnh: "
    gallery_label: str = "Bộ ảnh, {count} ảnh, cuộn ngang để xem"
    open_label: str = "Xem ảnh lớn"
    link_label: str = "Xem thêm"
