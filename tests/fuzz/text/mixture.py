"""Texts that no editor would type on purpose: what editors type, mixed at random."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tests.fuzz.text.articles import KINDS, sign
from tests.fuzz.text.heads import head_of
from tests.fuzz.text.layouts import WIDTHS, glued, with_blank_lines, with_lines, wrapped
from tests.fuzz.text.room import FILES, HEAD, PHOTOS
from tests.fuzz.text.words import Draw

# What stands before the first word of a line. Spaces that are none an editor sees among them.
STARTS = (
    *("", "", "", "", "", "- ", "– ", "— ", "• ", "· ", "+ ", "* ", "-\t", "•\u00a0", "o ", "§ "),
    *("1. ", "2. ", "3) ", "(4) ", "a) ", "b. ", "đ) ", "(c) ", "I. ", "IV) ", "1954. ", "10.\t"),
    *("# ", "## ", "##", "#", "> ", ">> ", ">", ": ", ":", "| ", "\t", "  ", "    ", "\u00a0"),
    *("*", "**", "_", "~", "~~~ ", "``` ", "``", "[1] ", "[1]: ", "[^1]: ", "*[X]: ", "*[]: "),
    *("(*) ", "= ", "=== ", "--- ", "*** ", "\\", "<", "</", "<!-- ", "&", "{", "!", "![", "["),
    *("PV: ", "Hỏi: ", "Ảnh: ", "Nguồn: ", "Theo ", "Title: ", "Tags: ", "https://x.vn/"),
)
# What stands within a line or ends it.
MARKS = (
    *("*", "**", "(*)", "_", "__", "~", "~~", "`", "``", "|", "||", "{", "}", "{A, B}", "{.x}"),
    *("{#y}", "{: .z}", "{1}", "[", "]", "[1]", "[^1]", "[^2]", "[ ]", "(", ")", "<", ">", "<b>"),
    *("</b>", "<br>", "<div>", "</div>", "<p>", "</p>", "<span class=k>", "<!--", "-->", "<Tên>"),
    *(
        "&",
        "&amp;",
        "&nbsp;",
        "&lt;",
        "&#8211;",
        "#",
        "C#",
        "\\",
        "\\*",
        "\\_",
        "!",
        "5*3",
        "a_b_c",
    ),
    *("x*y*z", "<5%", ">3%", "1:2", "::", "=", "---", "http://a.vn/b_c_d", "www.c.vn", "e@f.vn"),
    *("[chữ](https://g.vn/h)", "[chữ](i.pdf)", "[chữ][1]", "[1]: k", "![](a1.jpg)", "0214 385"),
    *("“", "”", '"', "'", "…", "²", "½", "H₂O", "\t", "\u00a0", "\u200b", "\u00ad", "  ", "\\\n"),
    *("<u>", "<table>", "<td>", "<h2>", "<a name=l>", "</a>", "<script>", "<sup>1</sup>", "<i>"),
)
WHOLE = (
    *("", "", "", "", "---", "***", "===", "|---|---|", "| a | b |", "a\tb\tc", "d\te", "<div>"),
    *("</div>", "```", "~~~", "<!--", "-->", "[1]: https://m.vn", "[^1]: Chú thích.", "\u00a0"),
    *("<p>", "</p>", "<table><tr><td>n</td></tr></table>", '<div markdown="1">', "* * *", "(*)"),
    *("https://www.youtube.com/watch?v=abc_def-123", "https://vimeo.com/76979871", "<center>"),
    *("https://o.vn/p?q=r&s=t", "u@v.vn", "<details><summary>Thêm</summary>", "</details>", ":"),
    *("<figure>", "</figure>", "<figcaption>Chú</figcaption>", "<blockquote>", "</blockquote>"),
)


def article_of(seed: int) -> str:
    """Return the whole text that a seed stands for."""
    head = HEAD if seed % 4 else head_of(f"head {seed}")
    return head + text_of(f"text {seed}")


def text_of(seed: str) -> str:
    """Return the body that a seed stands for: an article of some kind in some layout, a text
    of odd lines, or the one with the other in it."""
    draw = Draw(seed)
    way = draw.number(4)
    if way == 0:
        return _layout(draw)
    if way == 1:
        return _odd_text(draw)
    if way == 2:
        return _disturbed(draw, _layout(draw))
    return _spliced(draw)


def _layout(draw: Draw) -> str:
    blocks = KINDS[draw.one(list(KINDS))](draw)
    if draw.chance(2):
        blocks = [*blocks[: draw.between(1, 6)], *KINDS[draw.one(list(KINDS))](draw)[:6]]
    if draw.chance(3):
        blocks += sign(draw)
    layouts: Sequence[Callable[[], str]] = (
        lambda: with_blank_lines(blocks),
        lambda: with_lines(blocks),
        lambda: wrapped(blocks, draw.one(WIDTHS)),
        lambda: glued(blocks, f"{draw.number(1 << 30)}").text,
    )
    return draw.one(layouts)()


def _odd_line(draw: Draw) -> str:
    way = draw.number(12)
    if way == 0:
        return draw.one(WHOLE)
    if way == 1:
        return draw.one((*PHOTOS, *FILES, "![Chú](a1.jpg)", "![](<hoi-nghi (2).jpg>)"))
    words = draw.words(draw.between(1, 8)).split()
    for _ in range(draw.number(4)):
        at = draw.number(len(words) + 1)
        words.insert(at, draw.one(MARKS))
    if draw.chance(3):  # a mark that touches its word
        at = draw.number(len(words))
        mark = draw.one(MARKS)
        words[at] = draw.one(
            (f"{mark}{words[at]}", f"{words[at]}{mark}", f"{mark}{words[at]}{mark}")
        )
    if draw.chance(4):
        words.insert(draw.number(len(words) + 1), str(draw.between(1, 2024)))
    return draw.one(STARTS) + " ".join(words) + draw.one(("", "", ".", "  ", "\\", ":", "*", ";"))


def _odd_text(draw: Draw) -> str:
    lines = [_odd_line(draw) for _ in range(draw.between(1, 14))]
    return "".join(line + draw.one(("\n", "\n", "\n\n")) for line in lines)


def _disturbed(draw: Draw, text: str) -> str:
    """A text with marks where there were none, and line ends more or fewer."""
    for _ in range(draw.between(1, 8)):
        at = draw.number(len(text) + 1)
        way = draw.number(4)
        if way == 0:
            stop = text.find("\n", at)
            text = text if stop < 0 else f"{text[:stop]}{draw.one(('', ' '))}{text[stop + 1 :]}"
        elif way == 1:
            stop = text.find(" ", at)
            text = text if stop < 0 else f"{text[:stop]}\n{text[stop + 1 :]}"
        else:
            text = f"{text[:at]}{draw.one(MARKS if way == 2 else STARTS)}{text[at:]}"
    return text


def _spliced(draw: Draw) -> str:
    """The lines of an article with odd ones among them."""
    lines = _layout(draw).split("\n")
    for _ in range(draw.between(1, 6)):
        lines.insert(draw.number(len(lines) + 1), _odd_line(draw))
    return "\n".join(lines)
