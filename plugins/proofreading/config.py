"""Settings of proofreading (``PROOFREADING`` in ``pelicanconf.py``)."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.core.checks import BY_CODE
from plugins.core.errors import SettingsError


@dataclass(frozen=True)
class ProofreadingSettings:
    """``silent`` are codes of warnings that the newsroom does not want to see (``"SOAT03"``);
    ``words`` are words, names and phrases of its own that are right as they stand.
    ``own_outlets`` are names of the newsroom in source lines, besides those in ``SITE``: what is
    its own is no reprint."""

    silent: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    own_outlets: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for code in self.silent:
            if code not in BY_CODE or BY_CODE[code].level == "error":
                raise SettingsError(
                    "PROOFREADING['silent']",
                    f"có {code!r}, không phải mã của một cảnh báo",
                    "Ghi mã của cảnh báo, ví dụ 'SOAT02'; lỗi thì không bỏ qua được.",
                )
