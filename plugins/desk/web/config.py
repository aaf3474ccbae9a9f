"""Settings of the desk (``DESK`` in ``pelicanconf.py``)."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.core.settings import check_least


@dataclass(frozen=True)
class DeskSettings:
    """``data_dir`` keeps accounts, drafts and their photos: what a backup has to hold besides the
    content. ``host_names`` are names under which browsers reach the desk behind a server with
    TLS, besides the site's own and this machine's. ``photo_megabytes`` and ``word_megabytes``
    bound one file that is sent. With ``push``, the name of a git remote, every publication goes
    there, and what others sent comes from there."""

    data_dir: str = ".desk"
    host_names: tuple[str, ...] = ()
    photo_megabytes: int = 80
    word_megabytes: int = 200
    push: str = ""

    def __post_init__(self) -> None:
        check_least(self, "DESK", 1, "photo_megabytes", "word_megabytes")
