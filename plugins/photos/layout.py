"""How wide the theme shows photos: what ``sizes`` has to tell a browser before any style.

The lengths follow from ``theme/static/css``: ``layout.css`` for the columns, and each
component's own sheet. A test in a real browser compares them with what is shown.
"""

from __future__ import annotations

from typing import Literal

Place = Literal[
    "column",
    "half",
    "third",
    "strip",
    "in_text",
    "lead",
    "front",
    "more",
    "section",
    "related",
    "row",
    "first_row",
]

PHONE = ("(max-width: 36em)", 768)
"""Where the layout is a phone's, and the widest picture of an article that it loads: its
many pixels would else ask for a file that nobody can tell from one of half its size."""

SIZES: dict[Place, str] = {
    # In an article. A gallery on a phone is cut to squares, so that of a photo's width half
    # as much again is needed as is seen.
    "column": "(min-width: 76rem) 48rem, (min-width: 62rem) calc(100vw - 28rem), 100vw",
    "half": "(min-width: 76rem) 24rem, (min-width: 62rem) calc(50vw - 14rem), "
    "(min-width: 36rem) 50vw, 75vw",
    "third": "(min-width: 76rem) 16rem, (min-width: 36rem) 33vw, 50vw",
    "strip": "(min-width: 36rem) 30rem, 100vw",
    "in_text": "(min-width: 76rem) 24rem, (min-width: 36rem) 50vw, 100vw",
    # On the front page, and after an article.
    "lead": "(min-width: 76rem) 33rem, (min-width: 62rem) calc(67vw - 18rem), 100vw",
    "front": "(min-width: 62rem) 15rem, (min-width: 36rem) 50vw, 36vw",
    "more": "(min-width: 62rem) 12rem, (min-width: 36rem) 50vw, 36vw",
    "section": "(min-width: 62rem) 23rem, (min-width: 45rem) 50vw, (min-width: 36rem) 100vw, 36vw",
    "related": "(min-width: 36rem) 14rem, 36vw",
    # In lists.
    "row": "(min-width: 36rem) 15rem, 100vw",
    "first_row": "(min-width: 76rem) 26rem, (min-width: 62rem) calc(54vw - 15rem), "
    "(min-width: 36rem) 54vw, 100vw",
}
"""The ``sizes`` of an image, by the place where it stands."""
