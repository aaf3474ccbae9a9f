"""Definitions that are none: interviews, reference lists and colons stay text.

* ``[Ông A]: Vâng.`` is no link's address and ``*[PV]: Thưa ông?*`` no abbreviation.
* A numbered reference (``[1]: https://…``) is printed, unless it is used as ``[chữ][1]``.
* ``*[]: …`` explains no abbreviation.
* A line that begins with a colon is text; a definition has two spaces behind its colon.

Before::

    Theo [1] và [2].

    [1]: https://chinhphu.vn/nghi-dinh
    [2]: https://laocai.gov.vn/kh-12 Kế hoạch 12

After::

    <p>Theo [1] và [2].</p>
    <ol class="typed">
    <li>[1]: <a href="https://chinhphu.vn/nghi-dinh">https://chinhphu.vn/nghi-dinh</a></li>
    <li>[2]: <a href="https://laocai.gov.vn/kh-12">https://laocai.gov.vn/kh-12</a> Kế hoạch 12</li>
    </ol>

In the guide::

    Danh mục tài liệu “[1]: …” in đủ từng dòng. Lời phỏng vấn “[Ông A]: …”, dòng mở đầu bằng dấu hai
    chấm là chữ thường.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import ReferenceProcessor
from markdown.extensions.abbr import AbbrBlockprocessor
from markdown.extensions.def_list import DefListProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from plugins.articles.typed.lines import Line
from plugins.attribution.lines.links import is_address
from plugins.core import checks
from plugins.core.text.expressions import expression

if TYPE_CHECKING:
    from plugins.core.document import Document

# Before the attribution (40) takes the source line: its link may need a definition.
_PRIORITY = 45

_BEFORE = r"^(?P<before>(?:[^\w\n\[]|\d+[.)])*)"  # of a list, of a quote
_LABEL = expression(r"\[(?P<key>[^\[\]]*)\](?P<after>[:(]?)")
_CODE = expression(r"(?<![\\`])(`+)(?!`).*?(?<!`)\1(?!`)|<!--(?:(?!<!--).)*?-->", re.DOTALL)
_LETTER = expression(r"[^\W\d_]")
_IMAGE = expression(r"!\[(?P<alt>[^\[\]]*)\](?:\s?\[(?P<key>[^\[\]]*)\])?")
_ONLY_MARKS = expression(rf"{_BEFORE}\Z")
_ABBREVIATION = expression(
    rf"{_BEFORE}(?<=\*)\[(?P<key>[^\]]*)\] ?: *(?:\n *)?(?P<title>.*)$", re.MULTILINE
)
# Where no abbreviation is explained: labels and addresses of links, tags, code.
_NO_TEXT = expression(
    rf"\]\s?\[[^\[\]]*\]|\]\([^()\n]*\)|<[^<>]*>|`[^`\n]*`|{_BEFORE}\[[^\[\]]*\]:.*$",
    re.MULTILINE,
)


_NUMBERED = expression(r"\s{0,3}\[(?P<number>\d+)\]:")
_DEFINED = expression(r" {0,3}:(?: {2,}|\t)\s*\S")


def apply(lines: list[Line], document: Document | None) -> list[Line]:
    """Have numbered references be text, and leave definitions as they stand."""
    if not any(line.text.lstrip()[:1] in ("[", ":") for line in lines if line.text):
        return lines
    text = "\n".join(line.text for line in lines)
    written: list[Line] = []
    for at, line in enumerate(lines):
        numbered = _NUMBERED.match(line.text)
        if numbered and f"][{numbered['number']}]" not in text and line.kind in ("text", "kept"):
            written.append(line._replace(text=f"\\{line.text.lstrip()}", kind="text"))
        elif line.kind == "text" and _belongs_to_definition(lines, at):
            written.append(line._replace(kind="kept"))
        else:
            written.append(line)
    return written


def _belongs_to_definition(lines: list[Line], at: int) -> bool:
    """Whether a line is a definition (``:   …``), or the term right above one."""
    if _DEFINED.match(lines[at].text):
        return at > 0
    below = lines[at + 1] if at + 1 < len(lines) else None
    return below is not None and below.kind == "text" and bool(_DEFINED.match(below.text))


def extend(md: Markdown) -> None:
    """Put ours in the place of python-markdown's own processors.

    A link definition that nothing uses, or whose target is no address, comes out as text;
    so does an abbreviation that does not occur, or whose line is emphasised. Of two
    different addresses for one label the second holds, and a warning names the first.
    """
    written = _Written(md)
    md.preprocessors.register(written, "written-definitions", _PRIORITY)
    processors = md.parser.blockprocessors
    processors.register(_References(md, written), "reference", 15)
    md.references = _Looked()
    md.treeprocessors.register(_Unused(md, written), "typed-definitions", 10)
    if "abbr" in processors:
        abbreviations: dict[str, str] = processors["abbr"].abbrs  # type: ignore[attr-defined] # the stubs lack it
        processors.register(_Abbreviations(md, abbreviations, written), "abbr", 16)
    if "deflist" in processors:
        processors.register(_Definitions(md.parser), "deflist", 25)


class _Definitions(DefListProcessor):
    RE = re.compile(r"(^|\n)[ ]{0,3}:[ ]{2,3}(.*?)(\n|$)")


class _Written(Preprocessor):
    """Notes what the text uses; the lines stay as they are."""

    labels: frozenset[str] = frozenset()
    taken: dict[str, str]
    """The definitions that left the text, by label, as they stood there."""
    text: str = ""
    titles: dict[str, set[str]]
    images: frozenset[str] = frozenset()

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        self.taken = {}
        self.labels = frozenset(_labels(text)) if "[" in text else frozenset()
        images = _IMAGE.finditer(text) if "![" in text else ()
        self.images = frozenset((match["key"] or match["alt"]).strip().lower() for match in images)
        self.titles = {}
        # 40 µs less for a text without one
        for match in _ABBREVIATION.finditer(text) if "*[" in text else ():
            self.titles.setdefault(match["key"].strip(), set()).add(match["title"].strip())
        self._found: dict[str, bool] = {}
        self.text = _NO_TEXT.sub("", _ABBREVIATION.sub("", text)) if self.titles else ""
        return lines

    def uses(self, label: str) -> bool:
        """Whether a link or image with this label stands in the text."""
        return _fold(label) in self.labels

    def is_abbreviation(self, key: str) -> bool:
        """Whether the text has the abbreviation, and it is defined in one way."""
        if key not in self._found:
            self._found[key] = (
                # A number would be found in python-markdown's own placeholders.
                _LETTER.search(key) is not None
                and len(self.titles.get(key, ())) == 1
                and bool(re.search(rf"\b{re.escape(key)}\b", self.text))
            )
        return self._found[key]


class _Looked(dict[str, tuple[str, str]]):
    """python-markdown's definitions by label, which note what was looked up."""

    def __init__(self) -> None:
        super().__init__()
        self.labels: set[str] = set()

    def __getitem__(self, label: str) -> tuple[str, str]:
        self.labels.add(label)
        return super().__getitem__(label)

    def clear(self) -> None:
        """Forget the last text."""
        super().clear()
        self.labels.clear()


class _Unused(Treeprocessor):
    """Tells of definitions that left the text for links that are none after all."""

    def __init__(self, md: Markdown, written: _Written) -> None:
        super().__init__(md)
        self._written = written

    def run(self, root: Element) -> None:
        """Look once inline text is made (20)."""
        document: Document | None = getattr(self.md, "document", None)
        references = self.md.references
        if document is None or not isinstance(references, _Looked):
            return
        taken = self._written.taken
        for label in taken.keys() - references.labels - self._written.images:
            if not _is_source(references[label][0], document):
                line = taken[label]
                document.report(
                    checks.LINK_LABEL_UNUSED,
                    document.locate(line.split("\n")[0]),
                    f"không liên kết nào dùng dòng này, nên nó không hiện trên trang: “{line}”",
                    "Viết “[chữ hiện ra][nhãn]” ở chỗ cần liên kết, hoặc xóa dòng này.",
                )


def _is_source(address: str, document: Document) -> bool:
    """Whether the source line, which has left the text, used an address."""
    source = document.found.source
    return source is not None and address in (source.url, *(each.url for each in source.outlets))


class _References(ReferenceProcessor):
    def __init__(self, md: Markdown, written: _Written) -> None:
        super().__init__(md.parser)
        self._md = md
        self._written = written

    def run(self, parent: Element, blocks: list[str]) -> bool:
        if "]:" not in blocks[0]:
            return False
        for match in self.RE.finditer(blocks[0]):
            is_torn = match[2].startswith("<") and not match[2].endswith(">")
            if self._written.uses(match[1]) and is_address(match[2]) and not is_torn:
                _split(blocks, match)
                self._warn_of_second(match)
                self._written.taken[match[1].strip().lower()] = match[0].strip()
                return bool(super().run(parent, [match[0]]))
        return False

    def _warn_of_second(self, match: re.Match[str]) -> None:
        document: Document | None = getattr(self._md, "document", None)
        first = self._written.taken.get(match[1].strip().lower(), "")
        if document is not None and first and first != match[0].strip():
            document.report(
                checks.LINK_LABEL_TWICE,
                document.locate(first.split("\n")[0]),
                f"nhãn “[{match[1]}]” có hai địa chỉ, chỉ dùng địa chỉ sau; đã bỏ “{first}”",
                "Đặt cho mỗi địa chỉ một nhãn riêng.",
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
            key, title = match["abbr"].strip(), match["title"].strip()
            explained = title and self._written.is_abbreviation(key)
            if explained and not emphasised and not goes_on:
                _split(blocks, match)
                return bool(super().run(parent, [match[0]]))
        return False


def _split(blocks: list[str], match: re.Match[str]) -> None:
    """Take a definition out of the first block; what stands before and behind it stays."""
    block = blocks.pop(0)
    before, after = block[: match.start()].rstrip("\n"), block[match.end() :].lstrip("\n")
    blocks[:0] = [part for part in (before, after) if part.strip()]


def _labels(text: str) -> set[str]:
    """Return the labels that links and images may have outside code, in one form."""
    found = set()
    if "`" in text or "<!--" in text:  # 70 µs less for most articles
        text = _CODE.sub("", text)
    for match in _LABEL.finditer(text):
        if text[match.start() - 1 : match.start()] == "\\":
            continue
        start = text.rfind("\n", 0, match.start()) + 1
        defines = match["after"] == ":" and _ONLY_MARKS.match(text[start : match.start()])
        if match["after"] != "(" and not defines and match["key"].strip():
            found.add(_fold(match["key"]))
    return found


def _fold(label: str) -> str:
    return " ".join(label.lower().split())
