"""From a pending figure of films, sounds and documents to a finished figure."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from plugins.figures.media.boxes import embed_link, file_link, player
from plugins.figures.media.kinds import kind_of
from plugins.figures.model import Film
from plugins.figures.render.markup import fill_caption
from plugins.figures.source.images import Image

if TYPE_CHECKING:
    from plugins.figures.captions.caption import Caption
    from plugins.figures.config import FigureSettings
    from plugins.figures.pending import Medium
    from plugins.figures.render.resolve import ArticlePhotos


def fill_media(
    figure: Element,
    media: list[Medium],
    caption: Caption,
    article: ArticlePhotos | None,
    settings: FigureSettings,
) -> None:
    """Give a figure of other media than photos its markup.

    Without ``article`` (no document) there are only films elsewhere. A plain caption under a
    single document is its title.
    """
    tail = figure.tail
    figure.clear()
    figure.tail = tail or "\n"
    figure.text = "\n"
    kinds = list(dict.fromkeys(map(_kind, media)))
    figure.set("class", " ".join(("figure", *kinds)))
    is_film = bool({"video", "embed"} & set(kinds))
    usual = settings.video_credit_label if is_film else settings.other_credit_label
    is_plain = not (len(caption.content) or caption.runs_on)
    titles = len(media) == 1 and (is_plain or kinds != ["file"])
    for medium in media:
        figure.extend(_shown(medium, caption.text if titles else "", article, settings))
    if article is not None:
        _report(caption, media[-1], article)
    if titles and kinds == ["file"]:
        caption = caption._replace(content=Element("span"), text="")
    fill_caption(figure, caption, f"{caption.label}: " if caption.label else usual)


def _kind(medium: Medium) -> str:
    return "embed" if medium.embed else kind_of(medium.name)


def _shown(
    medium: Medium, title: str, article: ArticlePhotos | None, settings: FigureSettings
) -> list[Element]:
    """Return what a figure shows for one medium; nothing after reporting why it can't."""
    if medium.embed is not None:
        if article is not None:
            article.add_film(Film(medium.embed.url, "", title))
        return embed_link(medium.embed, title, settings)
    file = article and article.load_file(medium)
    if not article or not file:
        return []
    kind, told = kind_of(file.name), title or PurePosixPath(file.name).stem
    if kind == "file":
        return [file_link(file, told)]
    if kind == "video":
        article.add_film(Film(file.url, file.poster, title))
    return [player(file, told, settings)]


def _report(caption: Caption, medium: Medium, article: ArticlePhotos) -> None:
    if not (caption.runs_on or caption.code):
        return
    image = Image(medium.name, where=medium.where)
    location = article.location(image)
    if caption.runs_on:
        article.ask_for_blank_line(image, location)
    for code in caption.code:
        article.report_code(code, location)
