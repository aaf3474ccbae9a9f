"""The one builder of a figure's markup."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from xml.etree.ElementTree import Element, SubElement

from plugins.core.document import FIRST_IMAGE, SITE_ROOT
from plugins.figures.captions.credit import is_of_photo
from plugins.figures.tree.html_tree import append_content

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plugins.figures.captions.caption import Caption
    from plugins.figures.config import FigureSettings
    from plugins.photos import Photo, Picture
    from plugins.photos.plan.layout import Place

_SIDE_BY_SIDE = 3

_PLACES: dict[int, Place] = {1: "column", 2: "half", 3: "third"}


class Shown(NamedTuple):
    """One photo as a page shows it: a planned one, or just the address ``src``.

    ``href`` is where a click leads: the large view, or with ``own_link`` the editor's
    own address, which scripts must leave alone.
    """

    photo: Photo | None
    src: str
    alt: str
    href: str
    own_link: bool = False
    link_title: str = ""


def fill_figure(
    figure: Element,
    photos: Sequence[Shown],
    caption: Caption,
    settings: FigureSettings,
    *,
    first: bool = False,
) -> None:
    """Make ``figure`` show ``photos`` and their caption; whatever it held before goes.

    Up to three photos of a gallery stand side by side, in another shape if all are tall; more are
    a strip that takes the keyboard's focus, as WCAG 2.1.1 asks of what scrolls, and says of each
    its number. With ``first`` the first image is
    the article's first. The caption's element is used up.
    """
    tail = figure.tail
    figure.clear()
    figure.tail = tail or "\n"
    figure.text = "\n"
    figure.set("class", "figure" if len(photos) == 1 else "figure gallery")
    if 1 < len(photos) <= _SIDE_BY_SIDE and all(map(_is_tall, photos)):
        figure.set("class", "figure gallery gallery--tall")
    holder = figure if len(photos) == 1 else _gallery(figure, len(photos), settings)
    for number, photo in enumerate(photos):
        link = _link(photo, settings)
        holder.append(link)
        place = _PLACES.get(len(photos), "strip")
        if place == "third" and number == 0:
            place = "first_third"
        elif place == "strip":
            link.set("data-of", f"{number + 1}/{len(photos)}")
        _image(link, photo, place, first=first and number == 0)
    typed = "" if is_of_photo(caption.label) else f"{caption.label}: "
    fill_caption(figure, caption, typed or settings.credit_label)


def fill_caption(figure: Element, caption: Caption, credit_label: str) -> None:
    """Put a caption, whose element is used up, at the end of ``figure`` if it says anything."""
    if caption.text or caption.credit or len(caption.content):
        figure.append(_figcaption(caption, credit_label))


def set_image(image: Element, photo: Photo, *, first: bool = False) -> None:
    """Make an ``img`` that stands in a text show ``photo``; the editor's other attributes stay."""
    _set_photo(image, photo.picture("in_text", f"{SITE_ROOT}/"), photo.alt, first)


def _is_tall(one: Shown) -> bool:
    return one.photo is not None and one.photo.height > one.photo.width


def _image(parent: Element, one: Shown, place: Place, *, first: bool) -> None:
    """Add the image of ``one`` to ``parent``."""
    if one.photo is None:
        _set(SubElement(parent, "img"), one.src, one.alt, "high" if first else "")
        return
    shown = one.photo.picture(place, f"{SITE_ROOT}/")
    holder = SubElement(parent, "picture")
    for source in shown.sources:
        SubElement(holder, "source", {k: v for k, v in source._asdict().items() if v})
    _set_photo(SubElement(holder, "img"), shown, one.alt, first)


def _set_photo(image: Element, shown: Picture, alt: str, first: bool) -> None:
    _set(image, shown.src, alt, FIRST_IMAGE if first else "")
    image.attrib |= {
        "srcset": shown.srcset,
        "sizes": shown.sizes,
        "width": str(shown.width),
        "height": str(shown.height),
    }


def _set(image: Element, src: str, alt: str, priority: str) -> None:
    """Set what every ``img`` has; an editor's own word on its loading goes."""
    image.attrib.pop("loading", None)
    image.attrib.pop("fetchpriority", None)
    when = {"fetchpriority": priority} if priority else {"loading": "lazy"}
    image.attrib |= {"src": src, "alt": alt, "decoding": "async"} | when


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


def _link(photo: Shown, settings: FigureSettings) -> Element:
    link = Element("a", {"href": photo.href})
    link.tail = "\n"
    if not photo.own_link:
        link.set("class", "figure__link")
    if photo.link_title:
        link.set("title", photo.link_title)
    if not photo.alt:
        # A link must have a name (WCAG 2.4.4); an image without a text gives it none.
        link.set("aria-label", settings.link_label if photo.own_link else settings.open_label)
    return link


def _figcaption(caption: Caption, credit_label: str) -> Element:
    figcaption = Element("figcaption")
    figcaption.tail = "\n"
    if caption.text or len(caption.content):
        append_content(SubElement(figcaption, "span", {"class": "caption"}), caption.content)
    if caption.credit:
        if len(figcaption):
            figcaption[0].tail = " "
        credit = SubElement(figcaption, "span", {"class": "credit"})
        if caption.linked is None:
            credit.text = credit_label + caption.credit
        else:
            credit.text = credit_label
            append_content(credit, caption.linked)
    return figcaption
