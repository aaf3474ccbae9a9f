"""Who wrote an article and where it comes from: sign-off, source line and corrections as data.

Vietnamese law lets a bulletin reprint only with the author and the outlet named, so a
source is never guessed at and never lost: it is in ``article.source``, or a problem says
where it stands. Who signs an article of the newsroom's own is in ``article.author_names``.

**Which line is the source's.** The body's last line, if it begins with "Nguồn:" ("Nguồn tin:",
"Theo:"), or is "Theo …" without a colon and holds nothing but outlets, with a person perhaps;
an outlet that nobody knows ("Theo Infonet") is short, begins with a capital, and is no place,
person or law. So are the last words of the last paragraph behind a sentence's end ("… đã
thông xe. Theo TTXVN", "…/. (Nguồn: Báo A)") and in brackets with a capital. Alignment, bold,
italic, brackets, HTML wrappers, links and a date at its end do not matter. Its address may be the
line below it ("https://…", "Link gốc: https://…"), unless that shows a film. A line in code or in a
block quote is none; nor is "Nguồn ảnh:", nor a line in brackets under a photo. Where a blank line
parts it from the photo, one that says when the text came out is the source's, and of others the
editor is asked. Under a line that breaks off in mid-sentence, "theo Sở Y tế" is the rest of
that sentence. Outlets alone ("TTXVN", without "Nguồn:") are not taken either, but the editor is
asked.

**Which line is a sign-off.** The last line too, or the one above the source line or below it:

* behind a label ("Bài:", "Bài và ảnh:", "Tin, ảnh:", "Thực hiện:", "Tác giả:", "PV:"), before
  "(tổng hợp)", "(t/h)", "(thực hiện)", "ghi", or before an outlet ("Thu Nga (Theo AFP, RT)",
  "Ngọc Bằng/Báo Lào Cai"): any capitalised words that are neither title, word nor outlet;
* a name alone ("Minh Anh - Thu Hà", "NGỌC BẰNG", "V.K", "Nhóm PV") under a text that has come
  to its end: under a sentence, a photo, a list or a table, not under an office ("KT. CHỦ
  TỊCH"), a heading, or half a sentence. Most who sign leave their family name out, so a name
  is known by its syllables (``names``); "Ông Giàng A Páo", "Bắc Hà", "Thể Thao", "Hoàng Anh
  Gia Lai" and verses are none. A name of one unusual syllable or one word, under a line that
  ends in a colon, or one that stands in the article too, is asked about and stays.

The people are the article's authors, each by themselves. Where an outlet is known they are the
source's author, as one text. If the front matter has ``Authors``, the line leaves the body if
they are among those, and stays with a warning if not. "Ảnh: X" and "Video: X" behind them, and
"(dịch)", "(CTV)", which tell more than who wrote it, stay in the body. Static pages have no
authors.

**Which part is the outlet.** A name is recognised as an outlet's

1. if it is a known one: in the settings, or one all know (``word_lists.WELL_KNOWN_OUTLETS``);
   letter case, spacing and Unicode form do not matter, diacritics do;
2. or begins with an outlet's word: Báo, Tạp chí, Thông tấn xã, UBND, Công an …
   (``word_lists.OUTLET_WORDS``); after Ban, Bộ, Đài, Hội, Sở …
   (``word_lists.WEAK_OUTLET_WORDS``) two more syllables or an abbreviation must follow, as Ban
   Mai is a person and Hội An a town;
3. or is a host name (vnexpress.net), a brand (VnExpress) or an abbreviation (TTXVN, VTV1).

**Which part is the person** behind "Nguồn:". Two to six capitalised syllables without digits, at
most 32 letters, neither an outlet nor a place. A pen name of one word (PV, Hà, T.L.) needs a
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

    Raises ``SettingsError`` for an unknown key or a wrong value.
    """
    from dataclasses import asdict

    from plugins.attribution.config import AttributionSettings
    from plugins.core.settings import load_settings

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
