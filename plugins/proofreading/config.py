"""Settings of proofreading (``PROOFREADING`` in ``pelicanconf.py``)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ProofreadingSettings:
    """``silent`` are codes of warnings that the newsroom does not want to see (``"SOAT03"``);
    ``words`` are words, names and phrases of its own that are right as they stand.
    ``own_outlets`` are names of the newsroom in source lines, besides those in ``SITE``: what is
    its own is no reprint."""

    silent: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    own_outlets: tuple[str, ...] = ()
