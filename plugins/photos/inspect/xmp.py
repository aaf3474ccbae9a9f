"""XMP packets (ISO 16684-1): the four texts of a photo's embedded, read and written."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

from plugins.core.text.expressions import expression

DESCRIPTION, CREATOR, RIGHTS = "dc:description", "dc:creator", "dc:rights"
CREDIT = "photoshop:Credit"

_SPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
}
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# Not allowed in XML 1.0, section 2.2, even as a reference.
_CONTROL = expression("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_FORMS = {DESCRIPTION: "Alt", RIGHTS: "Alt", CREATOR: "Seq"}


def parse(packet: bytes) -> dict[str, str]:
    """Return the texts found of :data:`DESCRIPTION`, :data:`CREATOR` and so on.

    Several creators are joined by commas; of several languages Vietnamese is taken, else
    the default one, else the first. A packet that is not sound XML has none.
    """
    # XMP forbids document types, and what is not there cannot expand to gigabytes.
    if b"<!DOCTYPE" in packet or b"<!ENTITY" in packet:
        return {}
    try:
        root = ET.fromstring(packet.strip(b"\x00 \t\r\n"))  # noqa: S314 - see above
    except (ET.ParseError, ValueError, LookupError):
        return {}
    found: dict[str, str] = {}
    for description in root.iter(_name("rdf:Description")):
        for name in (DESCRIPTION, CREATOR, RIGHTS, CREDIT):
            text = description.get(_name(name)) or _text(description.find(_name(name)))
            if text.strip():
                found.setdefault(name, unicodedata.normalize("NFC", text.strip()))
    return found


def _name(short: str) -> str:
    space, _, local = short.partition(":")
    return f"{{{_SPACES[space]}}}{local}"


def _text(element: ET.Element | None) -> str:
    if element is None:
        return ""
    items = list(element.iter(_name("rdf:li")))
    if not items:
        return element.text or ""
    if element.find(_name("rdf:Alt")) is None:
        return ", ".join(item.text.strip() for item in items if item.text)
    by_language = {item.get(_LANGUAGE, "").casefold(): item.text or "" for item in reversed(items)}
    wanted = ("vi", "vi-vn", "x-default")
    return next((by_language[tag] for tag in wanted if by_language.get(tag)), items[0].text or "")


def build(values: Mapping[str, str]) -> bytes:
    """Return a packet with the texts of ``values`` that are not empty, and nothing else."""
    body = "".join(_property(name, text) for name, text in values.items() if text)
    spaces = " ".join(f'xmlns:{short}="{uri}"' for short, uri in _SPACES.items())
    packet = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF {spaces}>'
        f'<rdf:Description rdf:about="">{body}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    )
    return packet.encode()


def _property(name: str, text: str) -> str:
    clean = escape(_CONTROL.sub("", text))
    form = _FORMS.get(name)
    if form is None:
        return f"<{name}>{clean}</{name}>"
    language = ' xml:lang="x-default"' if form == "Alt" else ""
    return f"<{name}><rdf:{form}><rdf:li{language}>{clean}</rdf:li></rdf:{form}></{name}>"
