"""An article as its editor means it, block by block, and what a page has to show of each."""

from __future__ import annotations

from typing import Literal, NamedTuple

Kind = Literal["paragraph", "heading", "item", "line", "speech", "cell", "caption", "quote", "sign"]


class Want(NamedTuple):
    """One piece of text that stands by itself on the page.

    A ``line`` may be a paragraph of its own, or stand between two ``<br>``. ``speech`` begins
    with a dash, which may be shown as a list's. ``sign`` may have become data.
    """

    kind: Kind
    text: str


class Paragraph(NamedTuple):
    """Running text: one line of it, however it is wrapped."""

    text: str

    def lines(self) -> tuple[str, ...]:
        """What the editor types, one line a piece of text."""
        return (self.text,)

    def wants(self) -> list[Want]:
        """What the page shows."""
        return [Want("paragraph", self.text)]


class Heading(NamedTuple):
    """A sub-heading, with its number signs."""

    text: str

    def lines(self) -> tuple[str, ...]:
        """What the editor types."""
        return (f"## {self.text}",)

    def wants(self) -> list[Want]:
        """What the page shows."""
        return [Want("heading", self.text)]


class Lines(NamedTuple):
    """Verse, a letter's head, an address, references: every line stays one."""

    texts: tuple[str, ...]

    def lines(self) -> tuple[str, ...]:
        """What the editor types."""
        return self.texts

    def wants(self) -> list[Want]:
        """What the page shows."""
        return [Want("line", text) for text in self.texts]


class Item(NamedTuple):
    """One entry of a list: its mark as typed, its text, and how deep it stands."""

    mark: str
    text: str
    level: int = 0


class Items(NamedTuple):
    """A list."""

    items: tuple[Item, ...]
    indent: str = "  "

    def lines(self) -> tuple[str, ...]:
        """What the editor types."""
        return tuple(f"{self.indent * it.level}{it.mark} {it.text}" for it in self.items)

    def wants(self) -> list[Want]:
        """What the page shows: bullets are the page's own, numbers and letters are not."""
        return [
            Want("item", f"{it.mark} {it.text}" if any(map(str.isalnum, it.mark)) else it.text)
            for it in self.items
        ]


class Speech(NamedTuple):
    """A line of dialogue with a dash before it."""

    dash: str
    text: str

    def lines(self) -> tuple[str, ...]:
        """What the editor types."""
        return (f"{self.dash} {self.text}",)

    def wants(self) -> list[Want]:
        """What the page shows."""
        return [Want("speech", self.text)]


class Table(NamedTuple):
    """Rows of cells; ``style`` is how they are typed: with a header's rule, without, or tabs."""

    rows: tuple[tuple[str, ...], ...]
    style: Literal["pipes", "bare pipes", "tabs"]

    def lines(self) -> tuple[str, ...]:
        """What the editor types."""
        if self.style == "tabs":
            return tuple("\t".join(row) for row in self.rows)
        typed = [f"| {' | '.join(row)} |" for row in self.rows]
        if self.style == "pipes":
            typed.insert(1, f"|{' --- |' * len(self.rows[0])}")
        return tuple(typed)

    def wants(self) -> list[Want]:
        """What the page shows."""
        return [Want("cell", cell) for row in self.rows for cell in row]


class Photo(NamedTuple):
    """A photo's file name with a caption under it."""

    name: str
    caption: str
    credit: str = ""

    def lines(self) -> tuple[str, ...]:
        """What the editor types."""
        credit = f" Ảnh: {self.credit}" if self.credit else ""
        return self.name, f"{self.caption}{credit}"

    def wants(self) -> list[Want]:
        """What the page shows."""
        credit = f" Ảnh: {self.credit}" if self.credit else ""
        return [Want("caption", f"{self.caption}{credit}")]


class Quote(NamedTuple):
    """A quotation set off with ``>``."""

    text: str

    def lines(self) -> tuple[str, ...]:
        """What the editor types."""
        return (f"> {self.text}",)

    def wants(self) -> list[Want]:
        """What the page shows."""
        return [Want("quote", self.text)]


class Sign(NamedTuple):
    """The line that says who wrote the article."""

    text: str

    def lines(self) -> tuple[str, ...]:
        """What the editor types."""
        return (self.text,)

    def wants(self) -> list[Want]:
        """What the page shows, unless it became data."""
        return [Want("sign", self.text)]


Block = Paragraph | Heading | Lines | Items | Speech | Table | Photo | Quote | Sign
