"""Asterisks, underscores and backticks are what was typed, unless they stand round words.

A mark opens emphasis where a word begins behind it and none ends before it; it closes emphasis
where a word ends before it. ``(*)``, ``5*3``, ``a_b``, a star alone, ``4* và 5*`` are text. Two
marks together (``**đậm**``) may also close in the middle of a word. Marks that find no partner in
their paragraph are text. Stricter than CommonMark 0.31, 6.2, whose ``(*) … (*)`` is emphasis.
A backtick within a word is an apostrophe (H`Hen, Cư M`gar).

Before::

    **Chị Mai** (*) bán nhà 5*, mã a_b, *vừa* xong.

After::

    <p><strong>Chị Mai</strong> (*) bán nhà 5*, mã a_b, <em>vừa</em> xong.</p>

In the guide::

    “**đậm**”, “*nghiêng*”. Dấu sao, gạch dưới không ôm lấy chữ thì in đúng như gõ.
"""

from __future__ import annotations

import re
from collections import defaultdict

from markdown import Markdown
from markdown.inlinepatterns import HTML_RE, BacktickInlineProcessor, InlineProcessor
from markdown.util import ETX, INLINE_PLACEHOLDER_RE, STX

from plugins.articles.typed.rules.tags import is_tag, lies_within
from plugins.core.text.expressions import expression

_ABOVE_EMPHASIS = 178  # below code spans (190) and backslash escapes (180)
# python-markdown's own but for the word before the backtick.
_CODE = r"(?:(?<!\\)((?:\\{2})+)(?=`+)|(?<![\\\w])`)"
_HTML = expression(HTML_RE)
_TICKS = expression(r"`+")
_RUN = expression(r"\*+|_+")
_OPENING = "\"'“‘«([{¿¡\\<*_#@$€₫+-–—&" + STX
_CLOSING = "\"'”’»)]}.,;:!?…%/>*_+-–—₫$€" + ETX


def extend(md: Markdown) -> None:
    """Have marks that are text taken out of the way of python-markdown's emphasis and code."""
    md.inlinePatterns.register(_CodeSpans(_CODE), "backtick", 190)
    md.inlinePatterns.register(_TypedMarks(md), "typed-marks", _ABOVE_EMPHASIS)


class _CodeSpans(BacktickInlineProcessor):
    def find_code_spans(  # type: ignore[override] # the stubs are of an older version
        self, start: int, text: str
    ) -> tuple[int, int | None]:
        """Return where the code after ``start`` begins and ends: at as many backticks
        (CommonMark 0.31, 6.1), while python-markdown would take fewer."""
        runs = (run.span() for run in _TICKS.finditer(text, start))
        _, behind = next(runs)
        ends = (begin for begin, end in runs if end - begin == behind - start)
        return behind, next(ends, None)


class _TypedMarks(InlineProcessor):
    def __init__(self, md: Markdown) -> None:
        super().__init__(r"\*+|_+", md)
        self._data = ""
        self._typed: frozenset[int] = frozenset()  # by how far from the end they begin
        self._taken: tuple[int, int] | None = None

    def handleMatch(  # type: ignore[override] # the stubs are of an older version
        self, m: re.Match[str], data: str
    ) -> tuple[str, int, int] | tuple[None, None, None]:
        """Return the mark as characters that mean nothing, if it is text."""
        if data is not self._data:
            if not self._is_next(data):
                self._typed = frozenset(len(data) - at for at in typed_marks(data))
            self._data, self._taken = data, None
        if len(data) - m.start() not in self._typed:
            return None, None, None
        self._taken = m.span()
        return "".join(f"{STX}{ord(mark)}{ETX}" for mark in m[0]), m.start(), m.end()

    def _is_next(self, data: str) -> bool:
        """Whether a text is the last one with the mark that was taken put aside, which changes
        nothing of the others: to look at all marks again for each takes quadratic time."""
        if self._taken is None:
            return False
        start, end = self._taken
        behind = self._data[end:]
        return (
            INLINE_PLACEHOLDER_RE.fullmatch(data, start, len(data) - len(behind)) is not None
            and data.startswith(self._data[:start])
            and data.endswith(behind)
        )


def typed_marks(text: str) -> frozenset[int]:
    """Return where in ``text`` the runs of asterisks and underscores begin that are text.

    Those in a tag are neither text nor emphasis: python-markdown keeps tags as they are.
    """
    tags = [tag.span() for tag in _HTML.finditer(text) if is_tag(tag[0])] if "<" in text else []
    typed: set[int] = set()
    opened: list[tuple[str, int]] = []
    # Where in "opened" the marks are that look the same, or are of the same character ("*", "_").
    alike: defaultdict[str, list[int]] = defaultdict(list)
    for run in _RUN.finditer(text):
        mark, start, end = run[0], run.start(), run.end()
        if lies_within(start, tags):
            continue
        before, after = text[start - 1 : start] if start else "", text[end : end + 1]
        if alike[f"any {mark[0]}"] and closes_emphasis(mark, before, after):
            # The nearest of the same length; else any, for ***a** b* is written, too.
            opener = (alike[mark] or alike[f"any {mark[0]}"])[-1]
            for other, begun in reversed(opened[opener:]):
                alike[other].pop()
                alike[f"any {other[0]}"].pop()
                typed.add(begun)
            typed.discard(opened[opener][1])
            del opened[opener:]
        elif opens_emphasis(before, after):
            alike[mark].append(len(opened))
            alike[f"any {mark[0]}"].append(len(opened))
            opened.append((mark, start))
        else:
            typed.add(start)
    return frozenset(typed.union(start for _, start in opened))


def opens_emphasis(before: str, after: str) -> bool:
    """Whether a mark opens emphasis between two characters (``""`` at an end of the text)."""
    return (after.isalnum() or (after != "" and after in _OPENING)) and not before.isalnum()


def closes_emphasis(mark: str, before: str, after: str) -> bool:
    """Whether ``mark`` closes emphasis between two characters."""
    ends_word = before.isalnum() or (before != "" and before in _CLOSING)
    return ends_word and (not after.isalnum() or (len(mark) > 1 and mark[0] == "*"))
