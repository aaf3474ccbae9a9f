"""From a pending figure to a finished one: photos resolved, caption read, data kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.core.document import SITE_ROOT
from plugins.figures.captions.alt import alt_text, is_automatic
from plugins.figures.captions.caption import Caption, read_caption
from plugins.figures.media.fill import fill_media
from plugins.figures.model import Figure
from plugins.figures.render.markup import Shown, fill_figure, set_image
from plugins.figures.render.prefill import prefill
from plugins.figures.source.images import Image, image_of, leads_to_photo
from plugins.figures.tree.html_tree import encode

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from plugins.figures.config import FigureSettings
    from plugins.figures.pending import PendingFigure
    from plugins.figures.render.resolve import ArticlePhotos
    from plugins.figures.source.locations import Location
    from plugins.photos import Photo


class Filler:
    """Fills the figures and images of one document, in document order.

    Without ``photos`` (no document) addresses stay as they were written. ``locations`` tells
    where the photos of each figure stand.
    """

    def __init__(self, photos: ArticlePhotos | None, settings: FigureSettings) -> None:
        self._photos = photos
        self._settings = settings
        self._is_first = True
        self.locations: dict[Element, list[Location]] = {}

    def fill(self, element: Element, pending: PendingFigure) -> None:
        """Give a figure its markup and the document its data."""
        caption = read_caption(pending.parts)
        if pending.media:
            for inner in caption.content.iter("img"):
                self.set_inline(inner)
            fill_media(element, pending.media, caption, self._photos, self._settings)
            encode(element)
            return
        images = _with_resolved_links(pending)
        first = self._take_first()
        if self._photos is None:
            alts = [alt_text(image.alt, image.src, caption.text) for image in images]
            shown = [
                self._shown(image, alt, None, None) for image, alt in zip(images, alts, strict=True)
            ]
        else:
            locations = self.locations[element] = [self._photos.location(image) for image in images]
            caption, shown = self._resolve(images, caption, self._photos, locations)
        fill_figure(element, shown, caption, self._settings, first=first)
        element.attrib |= pending.identity
        encode(element)

    def _take_first(self) -> bool:
        first, self._is_first = self._is_first, False
        return first

    def _resolve(
        self,
        images: list[Image],
        caption: Caption,
        article: ArticlePhotos,
        locations: list[Location],
    ) -> tuple[Caption, list[Shown]]:
        """Return a figure's caption and its photos as they are shown, kept as data."""
        loaded = list(map(article.load, [image.src for image in images], locations))
        said = prefill(caption, loaded, article, locations)
        caption = said.caption
        shown: list[Shown] = []
        photos: list[Photo] = []
        for image, photo, location, own in zip(
            images, loaded, locations, said.captions, strict=True
        ):
            alt = alt_text(image.alt, image.src, own or caption.text)
            if photo:
                photo = photo._replace(alt=alt)
                photos.append(photo)
                article.keep(photo)
            shown.append(self._shown(image, alt, photo, location))
        if photos and not any(photo.alt for photo in photos):
            article.ask_for_caption(images[0], locations[0])
        if caption.runs_on:
            article.ask_for_blank_line(images[-1], locations[-1])
        for code in caption.code:
            article.report_code(code, locations[-1])
        article.add(Figure(tuple(photos), caption.text, caption.credit))
        for inner in caption.content.iter("img"):
            self.set_inline(inner)
        return caption, shown

    def set_inline(self, element: Element) -> None:
        """Resolve an image outside figures: it stays where it is, with what its photo knows."""
        if self._photos is None:
            return
        image = image_of(element)
        alt = "" if is_automatic(image.alt, image.src) else image.alt
        photo = self._photos.load(image.src, self._photos.location(image))
        if photo is not None:
            photo = photo._replace(alt=alt)
            self._photos.keep(photo)
            set_image(element, photo, first=self._take_first())

    def _shown(
        self, image: Image, alt: str, photo: Photo | None, location: Location | None
    ) -> Shown:
        src = image.src if photo is None else _address(photo)
        href, own_link = self._target(image, src, location)
        title = image.link_title if own_link else ""
        return Shown(photo, src, alt, href, own_link, title)

    def _target(self, image: Image, src: str, location: Location | None) -> tuple[str, bool]:
        """Return where a click on an image leads, and whether that is the editor's own link."""
        link = image.link
        if link is None or link == image.src:
            return src, False
        if self._photos is None or location is None or not leads_to_photo(image):
            return link, True
        photo = self._photos.load_target(link, location)
        return (link, True) if photo is None else (_address(photo), False)


def _with_resolved_links(pending: PendingFigure) -> list[Image]:
    """Return the images of a pending with the links that other processors made of theirs."""
    anchors = pending.anchors or [None] * len(pending.images)
    return [
        image if anchor is None else image._replace(link=anchor.get("href", ""))
        for image, anchor in zip(pending.images, anchors, strict=True)
    ]


def _address(photo: Photo) -> str:
    return f"{SITE_ROOT}/{photo.url}"
