"""The one builder of a figure's markup."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from plugins.figures.html_tree import append_content

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plugins.figures.caption import Caption
    from plugins.figures.settings import FigureSettings

_SIDE_BY_SIDE = 3


@dataclass(frozen=True)
class Shown:
    """One photo as a page shows it.

    ``href`` is where a click leads: the photo itself, or with ``own_link`` the editor's
    own address, which scripts must leave alone.
    """

    src: str
    alt: str
    width: int | None
    height: int | None
    href: str
    own_link: bool = False
    link_title: str = ""


def fill_figure(
    figure: Element,
    photos: Sequence[Shown],
    caption: Caption,
    settings: FigureSettings,
    *,
    eager: bool = False,
) -> None:
    """Make ``figure`` show ``photos`` and their caption; whatever it held before goes.

    Up to three photos of a gallery stand side by side; more are a strip that takes the
    keyboard's focus, as WCAG 2.1.1 asks of what scrolls. The first image is fetched at
    once if ``eager``. The caption's element is used up.
    """
    tail = figure.tail
    figure.clear()
    figure.tail = tail or "\n"
    figure.text = "\n"
    figure.set("class", "figure" if len(photos) == 1 else "figure gallery")
    holder = figure if len(photos) == 1 else _gallery(figure, len(photos), settings)
    for number, photo in enumerate(photos):
        holder.append(_link(photo, settings, eager=eager and number == 0))
    if caption.text or caption.credit or len(caption.content):
        figure.append(_figcaption(caption, settings))


def set_image(image: Element, src: str, alt: str, width: int | None, height: int | None) -> None:
    """Set what every ``img`` needs, wherever it stands; other attributes stay."""
    image.attrib.pop("srcset", None)
    image.attrib.pop("sizes", None)
    image.attrib |= {"src": src, "alt": alt, "loading": "lazy", "decoding": "async"}
    if width is not None and height is not None:
        image.attrib |= {"width": str(width), "height": str(height)}


def _gallery(figure: Element, count: int, settings: FigureSettings) -> Element:
    figure.set("data-count", str(count))
    photos = SubElement(figure, "div", {"class": "gallery__photos"})
    photos.text = photos.tail = "\n"
    if count > _SIDE_BY_SIDE:
        photos.attrib |= {
            "class": "gallery__photos gallery__photos--strip",
            "tabindex": "0",
            "role": "group",
            "aria-label": settings.gallery_label.format(count=count),
        }
    return photos


def _link(photo: Shown, settings: FigureSettings, *, eager: bool) -> Element:
    link = Element("a", {"href": photo.href})
    link.tail = "\n"
    if not photo.own_link:
        link.set("class", "figure__link")
    if photo.link_title:
        link.set("title", photo.link_title)
    if not photo.alt:
        # A link must have a name (WCAG 2.4.4); an image without a text gives it none.
        link.set("aria-label", settings.link_label if photo.own_link else settings.open_label)
    image = SubElement(link, "img")
    set_image(image, photo.src, photo.alt, photo.width, photo.height)
    if eager:
        image.set("loading", "eager")
    return link


def _figcaption(caption: Caption, settings: FigureSettings) -> Element:
    figcaption = Element("figcaption")
    figcaption.tail = "\n"
    if caption.text or len(caption.content):
        append_content(SubElement(figcaption, "span", {"class": "caption"}), caption.content)
    if caption.credit:
        if len(figcaption):
            figcaption[0].tail = " "
        credit = SubElement(figcaption, "span", {"class": "credit"})
        credit.text = settings.credit_label + caption.credit
    return figcaption
