"""Lines and paragraphs: what looks like one on the page that was typed is one on the site.

* In a text of one line a paragraph (from Word into Notepad, from Zalo, LibreOffice's ``.txt``)
  every line is a paragraph. The line under a photo is its caption (with a line that begins with
  the photographer's name), the next one is body.
* Lines that a program wrapped at some column are one paragraph (see
  :mod:`plugins.articles.typed.wraps`).
* The short lines of a poem, a letter head, an address keep their breaks.
* Paragraphs of a text with blank lines that stand together by mistake are divided.

Where it is open whether a break was meant, it stays, and the editor is told once. So is the
editor of a photo with two sentences beneath: the second may be body that lacks its blank line.

Before::

    Chợ đã vãn.
    Bà con gánh hàng về bản.

    Ai lên Bắc Hà chiều nay
    Nhớ mang theo nắng vàng bay lưng đèo

After::

    <p>Chợ đã vãn.</p>
    <p>Bà con gánh hàng về bản.</p>
    <p>Ai lên Bắc Hà chiều nay<br>
    Nhớ mang theo nắng vàng bay lưng đèo</p>

In the guide::

    Dán từ Word, Zalo, mỗi dòng là một đoạn: cứ để thế, không cần cách dòng trống. Câu thơ, địa chỉ,
    tiêu đề công văn giữ nguyên chỗ xuống dòng. Dòng ngay dưới ảnh là chú thích, dòng sau nữa là
    thân bài.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from plugins.articles.typed.lines import Line, runs
from plugins.articles.typed.wraps import (
    WIDEST,
    Wraps,
    begins_small,
    ends_sentence,
    find_wraps,
    goes_on,
)
from plugins.core import checks
from plugins.core.text.expressions import expression
from plugins.core.text.spaces import squeeze
from plugins.figures.captions.credit import begins_with_credit, find_credit

if TYPE_CHECKING:
    from plugins.core.document import Document

_SHORT = 60  # letters: of verse, of an address; a paragraph is longer, or ends as a sentence
_VERSES = 4
_FEWEST, _MOST = 4, 9  # syllables of a line of Vietnamese verse
_NO_VERSE = expression(r"[\d@/:]")
_EXPLICIT = ("\\", "<br>", "<br/>", "<br />")


def apply(lines: list[Line], document: Document | None) -> list[Line]:
    """Join and divide the lines of every run of text."""
    found = list(runs(lines))
    if all(end - start == 1 for start, end in found):
        return lines
    wraps = find_wraps([line.text for line in lines[start:end]] for start, end in found)
    one_line = _is_one_line_a_paragraph(lines, found, wraps)
    written: list[Line] = []
    done = 0
    open_at: int | None = None
    for start, end in found:
        run = lines[start:end]
        written += lines[done:start]
        done = end
        if start and lines[start - 1].kind == "media":
            caption, run = _caption(run, wraps, one_line=one_line)
            written += caption
            _tell_of_second(caption, document)
            if run:
                written.append(_blank(run[0]))
        paragraphs, is_open = _paragraphs(run, wraps, one_line=one_line)
        if is_open and open_at is None:
            open_at = run[0].number
        for number, paragraph in enumerate(paragraphs):
            written += [_blank(paragraph[0])] if number else []
            written += paragraph
    if open_at is not None and document is not None:
        document.report(
            checks.PARAGRAPHS_DOUBTFUL,
            open_at,
            "không rõ các dòng liền nhau này là một đoạn hay nhiều đoạn, đã giữ chỗ xuống dòng",
            "Nếu là nhiều đoạn thì cách nhau bằng một dòng trống; nếu là một đoạn thì nối lại "
            "thành một dòng.",
        )
    return written + lines[done:]


def _blank(line: Line) -> Line:
    return Line("", line.number, "blank")


def _is_one_line_a_paragraph(lines: list[Line], found: list[tuple[int, int]], wraps: Wraps) -> bool:
    """Whether the paragraphs of this text are told apart by their lines alone."""
    glued = 0
    for start, end in found:
        run = lines[start:end]
        breaks = wraps.joined([line.text for line in run])
        glued += sum(
            joined is False and _is_full(above) for joined, above in zip(breaks, run, strict=False)
        )
    blank = sum(
        above.kind == "text" and between.kind == "blank" for above, between in pairwise(lines)
    )
    shown = [at for at, line in enumerate(lines) if line.kind != "blank"]
    if shown[-1] - shown[0] + 1 == len(shown) > 2:  # not one blank line
        return any(lines[at].kind == "text" and _is_full(lines[at]) for at in shown[:-1])
    return glued > blank


def _is_full(line: Line) -> bool:
    """Whether a line is a paragraph by itself, not a line of verse or of an address."""
    return len(line.text.strip()) > _SHORT or ends_sentence(line.text)


def _caption(run: list[Line], wraps: Wraps, *, one_line: bool) -> tuple[list[Line], list[Line]]:
    """Return the caption of the photo above a run, its wraps undone, and what is left."""
    breaks = wraps.joined([line.text for line in run])
    caption = [run[0]]
    for at, (joined, (above, line)) in enumerate(zip(breaks, pairwise(run), strict=True), 1):
        if joined is True or (one_line and goes_on(above.text, line.text)):
            # A name may go on where a line ends; figures take each line for itself.
            text = f"{caption[-1].text.rstrip()} {line.text.lstrip()}"
            caption[-1] = caption[-1]._replace(text=text)
        elif begins_with_credit(line.text) or not (one_line or _is_body(line, above)):
            caption.append(line)
        else:
            return caption, run[at:]
    return caption, []


def _is_body(line: Line, above: Line) -> bool:
    """Whether a line cannot be a caption's next one: it is a paragraph, or a sentence below the
    photographer's name."""
    if len(line.text) > WIDEST:
        return True
    return ends_sentence(line.text) and find_credit(above.text) is not None


def _tell_of_second(caption: list[Line], document: Document | None) -> None:
    """Report a caption that goes on with a line of its own: it may be body."""
    if document is None or caption[0].text.endswith(("  ", *_EXPLICIT)):
        return
    own = (
        line
        for line in caption[1:]
        if not (begins_small(line.text) or begins_with_credit(line.text))
    )
    if (second := next(own, None)) is None:
        return
    document.report(
        checks.CAPTION_SECOND_LINE,
        second.number,
        f"dòng thứ hai dưới ảnh cũng thành chú thích: “{squeeze(second.text)}”",
        "Nếu là thân bài thì để một dòng trống ở trên dòng này; nếu là chú thích thì nối vào "
        "cuối dòng trên.",
    )


def _paragraphs(run: list[Line], wraps: Wraps, *, one_line: bool) -> tuple[list[list[Line]], bool]:
    """Return the paragraphs of a run as lines, and whether a break in it is open."""
    if len(run) < 2:
        return ([run] if run else []), False
    breaks = wraps.joined([line.text for line in run])
    verse = _verse_breaks(run, one_line=one_line)
    paragraphs = [[run[0]]]
    is_open = False
    for at, (joined, (above, line)) in enumerate(zip(breaks, pairwise(run), strict=True)):
        if joined or line.goes_on:
            paragraphs[-1].append(line)
        elif (
            at in verse
            or (joined is None and not one_line)
            or above.text.rstrip().endswith(_EXPLICIT)
        ):
            is_open = is_open or (joined is None and at not in verse)
            paragraphs[-1][-1] = _broken(above)
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs, is_open


def _broken(line: Line) -> Line:
    """Return a line that ends in one of Markdown's line breaks."""
    text = line.text.rstrip()
    return line if text.endswith(_EXPLICIT) else line._replace(text=f"{text}  ")


def _verse_breaks(run: list[Line], *, one_line: bool) -> set[int]:
    """Return the breaks between short lines that belong together although each stands alone."""
    texts = [line.text.strip() for line in run]
    fewest = _VERSES if one_line else 2
    breaks: set[int] = set()
    start = short = 0  # lines from "start" up to "short" are short ones
    while start < len(texts):
        short = max(start, short)
        while short < len(texts) and len(texts[short]) <= _SHORT:
            short += 1
        end = min(short, _end_of_verse(texts, start)) if one_line else short
        if end - start >= fewest and _breaks_off(texts[start : end - 1]):
            breaks.update(range(start, end - 1))
        start = max(end, start + 1)
    return breaks


def _end_of_verse(texts: list[str], start: int) -> int:
    """Return where lines end that have one number of syllables, or six and eight in turns (*lục
    bát*)."""
    metre = [len(text.split()) for text in texts[start : start + 2]]
    if metre[0] != metre[-1] and metre != [6, 8]:
        return start + 1
    if min(metre) < _FEWEST or max(metre) > _MOST:
        return start + 1
    end = start
    while end < len(texts) and len(texts[end].split()) == metre[(end - start) % len(metre)]:
        if _NO_VERSE.search(texts[end]):
            break
        end += 1
    return end


def _breaks_off(texts: list[str]) -> bool:
    """Whether most of these lines end as no sentence does."""
    return sum(text.endswith((".", "!", "?", ":", ";")) for text in texts) * 2 < len(texts)
