"""Where an article comes from: its source line, byline and corrections as data.

Vietnamese law lets a bulletin reprint only with the author and the outlet named, so a
source is never guessed at and never lost: it is in ``article.source``, or a problem says
where it stands.

**Which line.** The body's last line, if it begins with "Nguồn:" ("Nguồn tin:", "Theo:"), or
is "Theo …" without a colon and holds nothing but recognised outlets, with a person perhaps.
Alignment, bold, italic, brackets, HTML wrappers, links and a date at its end do not matter.
A line in code or in a block quote is none; nor is "Nguồn ảnh:". Under a line that breaks
off in mid-sentence, "theo Sở Y tế" is the rest of that sentence. Outlets alone ("TTXVN", without
"Nguồn:") are not taken either, but the editor is asked.

**Which part is the outlet.** A name is recognised as an outlet's

1. if it is a known one: in the settings, or one all know (``known.WELL_KNOWN_OUTLETS``);
   letter case, spacing and Unicode form do not matter, diacritics do;
2. or begins with an outlet's word: Báo, Tạp chí, Thông tấn xã, UBND, Công an …
   (``known.OUTLET_WORDS``); after Ban, Bộ, Đài, Hội, Sở … (``known.WEAK_OUTLET_WORDS``) two
   more syllables or an abbreviation must follow, as Ban Mai is a person and Hội An a town;
3. or is a host name (vnexpress.net), a brand (VnExpress) or an abbreviation (TTXVN, VTV1).

**Which part is the person.** Two to six capitalised syllables without digits, at most 32
letters, neither an outlet nor a place. A pen name of one word (PV, Hà, T.L.) needs a
recognised outlet behind it. The text is taken apart only as *person, outlets* or *outlets,
person* (there the person needs a family name), divided by a comma, a semicolon, a slash, a
dash between spaces, or brackets. Several persons stay one text, as written; outlets are
joined by "và", "&", a semicolon or a comma, and divided only where each part is recognised.

**In doubt** the text stays one outlet, and no author is named.

A link to a page goes to ``Source.url``, one to a home page to ``Outlet.url``. The front
matter (``Source``, ``Source_author``, ``Source_url``, ``Source_date``) and the line fill each
other's blanks; if they name different outlets or authors, that is an error.
"""

from __future__ import annotations

from typing import Any

from plugins.attribution.model import Correction, Outlet, Source

__all__ = ["Correction", "Outlet", "Source", "register"]

EXTENSION = "plugins.attribution.extension"


def add_extension(pelican: Any) -> None:
    """Put the Markdown extension, with the settings ``ATTRIBUTION``, into ``MARKDOWN``.

    Raises ``SettingsError`` for an unknown key or a wrong type.
    """
    from dataclasses import asdict

    from plugins.attribution.config import AttributionSettings
    from plugins.settings import load_settings

    settings = pelican.settings
    ours = load_settings(AttributionSettings, "ATTRIBUTION", settings.get("ATTRIBUTION", {}))
    markdown = dict(settings["MARKDOWN"])
    configs = {**markdown.get("extension_configs", {}), EXTENSION: asdict(ours)}
    extensions = [name for name in markdown.get("extensions", []) if name != EXTENSION]
    settings["MARKDOWN"] = {
        **markdown,
        "extensions": [*extensions, EXTENSION],
        "extension_configs": configs,
    }


def register() -> None:
    """Connect to Pelican, which calls this for every plugin."""
    from pelican import signals

    signals.initialized.connect(add_extension)
