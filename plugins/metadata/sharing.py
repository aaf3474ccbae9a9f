"""Where a reader passes a page on, at sites that want its address in a form of their own."""

from __future__ import annotations

import base64
import json
from urllib.parse import quote

_ZALO = "https://button-share.zalo.me/share_external?d="


def zalo_link(url: str) -> str:
    """Return where Zalo asks a reader to whom a page is to be sent.

    It is the page that the share button of Zalo's SDK opens, and that newspapers link to without
    the SDK's script. Zalo documents the script alone: should the page move, the phone's own
    sheet ("Chia sẻ…"), which offers Zalo where it is installed, goes on working.
    """
    said = json.dumps({"url": url}, separators=(",", ":"))
    # Spaces at the end of JSON mean nothing, and spare base64 its own filling, which some decoders
    # of addresses stumble over.
    said += " " * (-len(said.encode()) % 3)
    return _ZALO + quote(base64.b64encode(said.encode()).decode(), safe="")
