"""A figure on its way: found among the blocks, finished when its caption has been parsed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple
from xml.etree.ElementTree import Element

if TYPE_CHECKING:
    from plugins.figures.media.embeds import Embed
    from plugins.figures.source.images import Image


class Medium(NamedTuple):
    """A film, a sound or a document as an editor named it, or with ``embed`` a film elsewhere;
    ``where`` is the line of source it stands on."""

    name: str
    where: str = ""
    embed: Embed | None = None


@dataclass
class PendingFigure:
    """The images of a figure, or the other media it shows, and the parts of its caption, in order.

    A part is an element whose content is caption: either Markdown that python-markdown
    parses in the tree (``written``), or HTML that is already a tree of plain text.
    ``explained`` says that text stood right under the photos; ``identity`` is a
    hand-written figure's own ``id`` and ``lang``. ``anchors`` are the editor's links, one
    for each image or ``None``, as they stand in the tree for other processors to resolve.
    """

    images: list[Image] = field(default_factory=list)
    media: list[Medium] = field(default_factory=list)
    written: list[Element] = field(default_factory=list)
    parts: list[Element] = field(default_factory=list)
    explained: bool = False
    identity: dict[str, str] = field(default_factory=dict)
    anchors: list[Element | None] = field(default_factory=list)

    @property
    def captioned(self) -> bool:
        """Whether another photo line belongs to another figure."""
        return bool(self.parts)

    def add_markdown(self, text: str) -> None:
        """Add a part of the caption that is Markdown."""
        part = Element("span")
        part.text = text
        self.written.append(part)
        self.parts.append(part)
