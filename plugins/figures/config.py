"""The settings of figures: ``FIGURES`` in ``pelicanconf.py``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class FigureSettings:
    """The words that figures say to readers.

    ``{count}`` in ``gallery_label`` stands for the number of photos, ``{title}`` in the names of
    players for the caption or the file's name, ``{site}`` in ``embed_label`` for the name of the
    site that a film is on.
    """

    credit_label: str = "Ảnh: "
    gallery_label: str = "Bộ ảnh, {count} ảnh, cuộn ngang để xem"
    open_label: str = "Xem ảnh lớn"
    link_label: str = "Xem thêm"
    video_label: str = "Video: {title}"
    audio_label: str = "Âm thanh: {title}"
    embed_label: str = "Xem video trên {site}"
    video_credit_label: str = "Video: "
    other_credit_label: str = "Nguồn: "
