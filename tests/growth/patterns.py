"""Texts that repeat a piece of the grammars: how an article might be written to be slow."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import NamedTuple

PHOTO = "a1.jpg\n"


class Pattern(NamedTuple):
    """A piece that a text repeats, between what begins and what ends it."""

    piece: str
    before: str = ""
    after: str = ""

    def text(self, times: int) -> str:
        """Return the body that repeats the piece so often."""
        return self.before + self.piece * times + self.after


_SOURCE = "Bài.\n\nNguồn: "
REPORTED = (
    Pattern("<![CDATA["),
    Pattern("!["),
    Pattern("[a]("),
    Pattern("(Ảnh: a ", PHOTO + "Chú thích "),
    Pattern("a.", PHOTO + "Chú thích. Ảnh: "),
    Pattern("<a href=x ", _SOURCE),
    Pattern("a <iframe "),
    Pattern("a <script>"),
    Pattern("[^1]"),
    Pattern("[^1]", "", "\n\n[^1]: Chú.\n"),
    Pattern("<figure>"),
)
"""Each of them once took a time that grew with the square of its length, or worse."""

TOKENS = (
    # Markdown's signs
    *("[", "]", "![", "[a](", "[a](b)", "![a](a1.jpg)", "[a][b]", "[^1]", "[^1]: a\n", "*[A]: b\n"),
    *("(", ")", "*", "**", "_", "__", "*a ", "_b ", "**a*b", "`", "``", "`a` ", "~", "\\", "\\*"),
    *("# ", "> ", "- ", "1. ", "a) ", "|", "| a ", "|---", ":   ", "{: ", "{: .b }", "{#a}", "}"),
    *("```\n", "~~~\n", "---\n", "===\n", "[a]: /b\n", "    ", "\t", "<https://a.vn>"),
    # HTML
    *("<", ">", "</", "<a ", "<a href=x ", '<a href="', "<b>", "</b>", "<b>a</b> ", "<br>", "<!--"),
    *("-->", "<?", "?>", "<!", "<![CDATA[", "]]>", "<p>", "<div>", "</div>", "<div>\n", "<span>a"),
    *("<figure>", "</figure>", "<img src=a1.jpg>", "<iframe ", "<script>", "</script>", "<table>"),
    *("<td>a", "<tr>", "<details>", "<o:p>", "&", "&#", "&amp;", '"', "'", "=", "/", "<Tên>"),
    # Captions, sources, signatures, addresses
    *(
        "a1.jpg ",
        PHOTO,
        "a.jpg, ",
        "Ảnh: ",
        "(Ảnh: a ",
        "Ảnh: A B. ",
        "Nguồn: ",
        "Nguồn: Báo A\n\n",
    ),
    *("Theo ", "Báo ", "Nguyễn Văn A, ", "(Theo A) ", "và ", "PV ", "- ", " – ", "A.B. ", "TTXVN/"),
    *(
        "http://a",
        "www.a.vn ",
        "a@b.vn ",
        "a@",
        "b.",
        "0214 384 012 ",
        "+84 ",
        "11/01/2024 ",
        "15h ",
    ),
    # Letters, lines
    *("a", "a ", "A", "1", "1.", ".", ",", ":", "; ", "…", "“", "”", " ", "\u00a0", "\n", "\n\n"),
    *("từ ", "Câu. ", "Dòng chữ\n", "Đoạn.\n\n", "\u0301", "\u00ad", "\ufdd7", "ế", "ð"),
)
_HEAD = "Title: Tin\nDate: 11/01/2024\n"
_FIELDS = (
    "Date: ",
    "Tags: ",
    "Source: ",
    "Summary: ",
    "Authors: ",
    "Correction: ",
    "Aliases: ",
    "",
)
_HEADS = tuple(_HEAD + field for field in _FIELDS)
"""Beginnings of a whole file, whose head the piece is in."""
_BEFORE = (
    *_HEADS,
    "",
    "",
    "Chữ ",
    "Xem a1.jpg nhé. ",
    PHOTO,
    f"{PHOTO}Chú thích. Ảnh: ",
    _SOURCE,
    "- ",
    "> ",
    "| a |\n|---|\n| ",
)
_AFTER = ("", "", " chữ", "\n\nChữ.", ")", "]", ">", "\n\n[^1]: chú\n")


def simple() -> Iterator[Pattern]:
    """Yield those reported, and every token alone."""
    yield from REPORTED
    yield from map(Pattern, TOKENS)


def mixed(seed: int) -> Iterator[Pattern]:
    """Yield, without an end, one to three tokens of the grammars between what may stand round
    them: the same for the same seed."""
    chance = random.Random(seed)
    while True:
        piece = "".join(chance.choices(TOKENS, k=chance.randint(1, 3)))
        yield Pattern(piece, chance.choice(_BEFORE), chance.choice(_AFTER))
