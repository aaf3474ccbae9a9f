"""Link and abbreviation definitions that are none: lines of an interview stay text.

python-markdown takes every ``[Ông A]: Vâng.`` for a link's address and every
``*[PV]: Thưa ông?*`` for an abbreviation, and readers would never see them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.blockprocessors import ReferenceProcessor
from markdown.extensions.abbr import AbbrBlockprocessor
from markdown.preprocessors import Preprocessor

from plugins.attribution.links import is_address

if TYPE_CHECKING:
    from plugins.articles.document import Document

# Before the attribution (40) takes the source line: its link may need a definition.
_PRIORITY = 45

_BEFORE = r"^(?P<before>(?:[^\w\n\[]|\d+[.)])*)"  # of a list, of a quote
_LABEL = re.compile(r"\[(?P<key>[^\[\]]*)\](?P<after>[:(]?)")
_ONLY_MARKS = re.compile(rf"{_BEFORE}\Z")
_ABBREVIATION = re.compile(
    rf"{_BEFORE}(?<=\*)\[(?P<key>[^\]]*)\] ?: *(?:\n *)?(?P<title>.*)$", re.MULTILINE
)
# Where no abbreviation is explained: labels and addresses of links, tags, code.
_NO_TEXT = re.compile(
    rf"\]\s?\[[^\[\]]*\]|\]\([^()\n]*\)|<[^<>]*>|`[^`\n]*`|{_BEFORE}\[[^\[\]]*\]:.*$",
    re.MULTILINE,
)


class DefinitionExtension(Extension):
    """python-markdown extension, to be loaded after ``extra``.

    A link definition that nothing uses, or whose target is no address, comes out as text;
    so does an abbreviation that does not occur, or whose line is emphasised. Of two
    different addresses for one label the second holds, and a warning names the first.
    """

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - python-markdown's name
        """Put ours in the place of python-markdown's own processors."""
        written = _Written(md)
        md.preprocessors.register(written, "written-definitions", _PRIORITY)
        processors = md.parser.blockprocessors
        processors.register(_References(md, written), "reference", 15)
        if "abbr" in processors:
            abbreviations: dict[str, str] = processors["abbr"].abbrs  # type: ignore[attr-defined]
            processors.register(_Abbreviations(md, abbreviations, written), "abbr", 16)


class _Written(Preprocessor):
    """Notes what the text uses; the lines stay as they are."""

    labels: frozenset[str] = frozenset()
    text: str = ""
    titles: dict[str, set[str]]

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        self.labels = frozenset(_labels(text)) if "[" in text else frozenset()
        self.titles = {}
        # 40 µs less for a text without one
        for match in _ABBREVIATION.finditer(text) if "*[" in text else ():
            self.titles.setdefault(match["key"].strip(), set()).add(match["title"].strip())
        self.text = _NO_TEXT.sub("", _ABBREVIATION.sub("", text)) if self.titles else ""
        return lines

    def uses(self, label: str) -> bool:
        """Whether a link or image with this label stands in the text."""
        return _fold(label) in self.labels

    def is_abbreviation(self, key: str) -> bool:
        """Whether the text has the abbreviation, and it is defined in one way."""
        return len(self.titles.get(key, ())) == 1 and bool(
            re.search(rf"\b{re.escape(key)}\b", self.text)
        )


class _References(ReferenceProcessor):
    def __init__(self, md: Markdown, written: _Written) -> None:
        super().__init__(md.parser)
        self._md = md
        self._written = written

    def run(self, parent: Element, blocks: list[str]) -> bool:
        if "]:" not in blocks[0]:
            return False
        for match in self.RE.finditer(blocks[0]):
            if self._written.uses(match[1]) and is_address(match[2]):
                _split(blocks, match)
                self._warn_of_second(match)
                return bool(super().run(parent, [match[0]]))
        return False

    def _warn_of_second(self, match: re.Match[str]) -> None:
        document: Document | None = getattr(self._md, "document", None)
        first, _ = self._md.references.get(match[1].strip().lower(), ("", None))
        if document is not None and first and first != match[2].strip("<>"):
            document.report(
                document.locate(first),
                f"nhãn “[{match[1]}]” có hai địa chỉ, chỉ dùng địa chỉ sau; đã bỏ “{first}”",
                "Đặt cho mỗi địa chỉ một nhãn riêng.",
                warning=True,
            )


class _Abbreviations(AbbrBlockprocessor):
    def __init__(self, md: Markdown, abbreviations: dict[str, str], written: _Written) -> None:
        super().__init__(md.parser, abbreviations)
        self._written = written

    def run(self, parent: Element, blocks: list[str]) -> bool:
        if "*[" not in blocks[0]:
            return False
        for match in self.RE.finditer(blocks[0]):
            following = match.string[match.end() :].lstrip("\n").split("\n")[0]
            # An emphasised line ends in an asterisk; an emphasised paragraph goes on.
            emphasised = match["title"].rstrip().endswith("*")
            goes_on = bool(following.strip()) and not self.RE.match(following)
            key = match["abbr"].strip()
            if not emphasised and not goes_on and self._written.is_abbreviation(key):
                _split(blocks, match)
                return bool(super().run(parent, [match[0]]))
        return False


def _split(blocks: list[str], match: re.Match[str]) -> None:
    """Take a definition out of the first block; what stands before and behind it stays."""
    block = blocks.pop(0)
    before, after = block[: match.start()].rstrip("\n"), block[match.end() :].lstrip("\n")
    blocks[:0] = [part for part in (before, after) if part.strip()]


def _labels(text: str) -> set[str]:
    """Return the labels that links and images may have, in one form."""
    found = set()
    for match in _LABEL.finditer(text):
        start = text.rfind("\n", 0, match.start()) + 1
        defines = match["after"] == ":" and _ONLY_MARKS.match(text[start : match.start()])
        if match["after"] != "(" and not defines:
            found.add(_fold(match["key"]))
    return found


def _fold(label: str) -> str:
    return " ".join(label.lower().split())


def makeExtension() -> DefinitionExtension:  # noqa: N802 - python-markdown's name
    """Return the extension for python-markdown, which loads it by its dotted name."""
    return DefinitionExtension()
