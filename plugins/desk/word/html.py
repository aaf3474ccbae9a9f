"""The plain form of a Word file → HTML, by mammoth."""

from __future__ import annotations

import io
import logging

import mammoth

from plugins.desk.word.flatten import Flattened


def html_of(flattened: Flattened) -> str:
    """Return the body as HTML: a paragraph's class is its role, a picture one letter of
    :data:`~plugins.desk.manuscript.PICTURES`."""
    styles = "\n".join(f"p.{name} => p.{name}:fresh" for name in flattened.styles)
    logging.getLogger("mammoth").setLevel(logging.ERROR)
    result = mammoth.convert_to_html(
        io.BytesIO(flattened.docx),
        style_map=styles,
        include_default_style_map=False,
        include_embedded_style_map=False,
    )
    return str(result.value)
