"""The markup of what is shown in a figure besides photos: players, files, films elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from xml.etree.ElementTree import Element, SubElement

from plugins.core.document import SITE_ROOT
from plugins.figures.media.kinds import kind_of
from plugins.photos.inspect.formats import extension

if TYPE_CHECKING:
    from plugins.figures.config import FigureSettings
    from plugins.figures.media.embeds import Embed

_KILO = 1024  # as file managers count


class Published(NamedTuple):
    """A file of this site as a page shows it: its name, the address it is published at, its
    size in bytes, and the address of the picture that stands for a film until it plays."""

    name: str
    url: str
    size: int
    poster: str = ""


def player(file: Published, title: str, settings: FigureSettings) -> Element:
    """Return the player of a film or a sound; it loads nothing until it is pressed."""
    kind = kind_of(file.name)
    label = settings.video_label if kind == "video" else settings.audio_label
    element: Element[str] = Element(kind, {"src": f"{SITE_ROOT}/{file.url}", "preload": "none"})
    element.set("controls", "")
    if file.poster:
        element.set("poster", f"{SITE_ROOT}/{file.poster}")
    element.set("aria-label", label.format(title=title))
    element.tail = "\n"
    return element


def file_link(file: Published, title: str) -> Element:
    """Return the line of a document: its title, its type and size, linked to it."""
    link = Element("a", {"class": "file__link", "href": f"{SITE_ROOT}/{file.url}"})
    text = SubElement(link, "span", {"class": "file__title"})
    text.text, text.tail = title, " "
    facts = SubElement(link, "span", {"class": "file__facts"})
    facts.text = f"({file_facts(file.name, file.size)})"
    link.tail = "\n"
    return link


def file_facts(name: str, size: int) -> str:
    """Return what is told of a file of so many bytes: ``PDF, 1,2 MB``."""
    return f"{extension(name).upper()}, {_size(size)}"


def embed_link(embed: Embed, title: str, settings: FigureSettings) -> list[Element]:
    """Return the box that leads to a film elsewhere, and its address for all to read."""
    label = settings.embed_label.format(site=embed.site)
    address = embed.url.partition("://")[2]
    link = Element("a", {"class": "embed__link", "href": embed.url})
    link.set("aria-label", f"{label}: {title or address}")
    SubElement(link, "span", {"class": "embed__label"}).text = label
    below = Element("p", {"class": "embed__address"})
    below.text = embed.url
    link.tail = below.tail = "\n"
    return [link, below]


def _size(size: int) -> str:
    """Return a size in bytes as Vietnamese write it: ``1,2 MB``."""
    if size < _KILO * _KILO:
        return f"{max(1, round(size / _KILO))} KB"
    return f"{size / _KILO / _KILO:.1f} MB".replace(".", ",")
