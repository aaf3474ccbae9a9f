"""Whether a page shows an article's blocks as its editor meant them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from tests.fuzz.text.blocks import Want
from tests.fuzz.text.page import APART, Page, Shown

_SPACE = re.compile(r"\s+")
_DASH = re.compile(r"[-–—]\s+")
_MARK = re.compile(r"^\(?([^\W_]{1,4})[.)](?=\s)")
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")


def differences(wants: Sequence[Want], page: Page) -> list[str]:
    """Return a line for each piece of text that is not shown as it is wanted, or shown so
    without being wanted."""
    wanted = [(want.kind, _plain(want.text, want.kind)) for want in wants]
    shown = list(_pieces(page))
    if wanted and wanted[-1][0] == "sign" and len(shown) < len(wanted):
        wanted.pop()
    fitting = all(
        want is not None and piece is not None and _fits(*piece, *want)
        for want, piece in zip_longest(wanted, shown)
    )
    return [] if fitting else list(_told(wanted, shown))


def shows(paragraphs: Sequence[str], page: Page) -> bool:
    """Whether these paragraphs stand on the page, each by itself, one after the other."""
    wanted = [("paragraph", _plain(text, "paragraph")) for text in paragraphs]
    shown = list(_pieces(page))
    count = len(wanted)
    return any(shown[at : at + count] == wanted for at in range(len(shown) - count + 1))


def _pieces(page: Page) -> Iterator[tuple[str, str]]:
    for block in _with_credits(page.blocks):
        kind = _kind(block)
        text = f"{block.mark} {block.text}" if block.mark else block.text
        lines = text.split("\n")
        if len(lines) > 1 and kind == "paragraph":
            yield from (("line", _plain(line, "line")) for line in lines)
        else:
            yield kind, _plain(text, kind)


def _with_credits(blocks: Sequence[Shown]) -> Iterator[Shown]:
    """Yield the blocks; a caption has its credit behind it."""
    whole: list[Shown] = []
    for block in blocks:
        if block.kind == "credit" and whole and whole[-1].kind == "figcaption":
            whole[-1] = whole[-1]._replace(text=f"{whole[-1].text} {block.text}")
        else:
            whole.append(block)
    yield from whole


def _kind(block: Shown) -> str:
    if "figcaption" in (block.kind, *block.inside):
        return "caption"
    if "blockquote" in block.inside:
        return "quote"
    if block.kind == "li" or "li" in block.inside:
        return "item"
    if block.kind in ("td", "th"):
        return "cell"
    return "heading" if block.kind in _HEADINGS else "paragraph"


def _plain(text: str, kind: str) -> str:
    """Return a text with one space for many; what stands round an item's number may differ."""
    text = _SPACE.sub(" ", text.replace(APART, "")).strip()
    return _MARK.sub(r"\1.", text) if kind == "item" else text


def _fits(kind: str, text: str, wanted: str, said: str) -> bool:
    if wanted == "speech":
        return kind in ("paragraph", "item") and _DASH.sub("", text, count=1) == said
    if text != said:
        return False
    if wanted == "line" and kind == "item":  # of a list whose numbers stand in brackets
        return said.startswith("[")
    kinds = {"line": ("line", "paragraph"), "sign": ("line", "paragraph")}
    return kind in kinds.get(wanted, (wanted,))


def _told(wanted: Sequence[tuple[str, str]], shown: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield what differs, shortened, with what is in its place."""
    matcher = SequenceMatcher(None, [t for _, t in wanted], [t for _, t in shown], autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            pairs = zip(wanted[i1:i2], shown[j1:j2], strict=True)
            wrong = [(want, piece) for want, piece in pairs if not _fits(*piece, *want)]
            for want, piece in wrong:
                if want[0] != "speech":
                    yield f"  wanted {_short(*want)}, shown as {piece[0]}"
            continue
        speech = [want for want in wanted[i1:i2] if want[0] == "speech"]
        if len(speech) == i2 - i1 == j2 - j1 and all(
            _fits(*piece, *want) for want, piece in zip(speech, shown[j1:j2], strict=True)
        ):
            continue
        yield from (f"- {_short(*each)}" for each in wanted[i1:i2])
        yield from (f"+ {_short(*each)}" for each in shown[j1:j2])


def _short(kind: str, text: str) -> str:
    return f"{kind}: {text if len(text) <= 120 else f'{text[:60]} … {text[-55:]}'}"
