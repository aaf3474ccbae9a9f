"""What every template knows: the words, the filters, the assets, the site's identity."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from plugins.articles.dates import format_full, format_iso, format_short


def vi_number(number: int) -> str:
    """Return a whole number as Vietnamese prints it: ``1.234.567``."""
    return f"{number:,}".replace(",", ".")


FILTERS: dict[str, Callable[..., str]] = {
    "date_full": format_full,
    "date_short": format_short,
    "iso": format_iso,
    "vi_number": vi_number,
}


def load_strings(theme: Path) -> dict[str, Any]:
    """Return the words of a theme (``strings.toml``). Raises ``tomllib.TOMLDecodeError``."""
    with (theme / "strings.toml").open("rb") as file:
        return tomllib.load(file)
