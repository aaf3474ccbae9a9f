"""The few words that stand for an article in a list when it has no standfirst."""

from __future__ import annotations

import html
import re

from plugins.core.text.expressions import expression

_PARAGRAPH = expression(r"<p(?:\s[^>]*)?>(.*?)</p>", re.DOTALL)
_FIGURE = expression(r"<figure.*?</figure>", re.DOTALL)
_NOTE = expression(r"<sup\b[^>]*>\s*<a\b[^>]*footnote-ref.*?</sup>", re.DOTALL)
_BREAK = expression(r"<br\b[^>]*>")
_TAG = expression(r"<[^>]*>")
_ENOUGH = 5  # words: a shorter first paragraph is a dateline or a greeting


def excerpt(content: str, words: int) -> str:
    """Return the beginning of the article's first real paragraph, as plain text.

    ``content`` is python-markdown's HTML. At most ``words`` words, with an ellipsis when
    the paragraph goes on.
    """
    paragraphs = [
        html.unescape(_TAG.sub("", _BREAK.sub(" ", match))).split()
        for match in _PARAGRAPH.findall(_NOTE.sub("", _FIGURE.sub("", content)))
    ]
    real = [found for found in paragraphs if len(found) >= _ENOUGH] or paragraphs
    if not real:
        return ""
    text = " ".join(real[0][:words])
    return f"{text}…" if len(real[0]) > words else text
