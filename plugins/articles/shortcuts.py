"""Passes of python-markdown that are left out where they could find nothing.

What a text means is python-markdown's to say. Here it is only asked beforehand whether a
text holds any of the characters without which a pass gives back what it was given; most
paragraphs of a news article are letters and commas, and hold none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markdown import Extension, Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import InlineProcessor
from markdown.util import ETX, STX, AtomicString, Registry

from plugins.articles.typed.rules.addresses import may_hold_address, may_hold_phone
from plugins.core.text.expressions import expression

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# Name and priority as python-markdown registers it; what it looks for, of which one has to be
# there; the lines it adds.
_PREPROCESSORS = (
    ("normalize_whitespace", 30, (STX, ETX, "\r", "\t", "\n "), ("", "")),
    ("html_block", 20, ("<", "&"), ()),
)
_BLOCK_PROCESSORS = (
    ("hashheader", 70, ("#",)),
    ("setextheader", 60, ("\n",)),
    ("hr", 50, ("-", "_", "*")),
    ("deflist", 25, (":",)),
    ("quote", 20, (">",)),
)
# They say that they take any block, and say only when asked to that there is nothing in it.
_DEFINITIONS = (("footnote", 17, "[^"), ("abbr", 16, "*["), ("reference", 15, "["))
# What has to stand in a text for an inline pattern to match.
_PATTERNS = {
    "backtick": ("`",),
    "bulletin-line-break": ("\\\n",),
    "escape": ("\\",),
    "typed-marks": ("*", "_"),
    "footnote": ("[^",),
    "reference": ("[",),
    "link": ("[",),
    "image_link": ("![",),
    "image_reference": ("![",),
    "short_reference": ("[",),
    "short_image_ref": ("![",),
    "autolink": ("<",),
    "automail": ("<",),
    "linebreak": ("  \n",),
    "html": ("<",),
    "entity": ("&",),
    "typed-web": ("://", "www."),
    "typed-mail": ("@",),
    "typed-phone": ("0", "+84"),
    "em_strong": ("*", "_"),
}
# Without a definition of a reference they find nothing.
_OF_REFERENCES = {"reference", "image_reference", "short_reference", "short_image_ref"}
# Any of what has to stand there.
_MARK = expression(r"[`\\\[<&*_]")
_LINE_BREAK = "  \n"


class ShortcutExtension(Extension):
    """python-markdown extension, to be loaded after those whose passes it guards."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Put a guard in the place of each pass."""
        for name, priority, marks, added in _PREPROCESSORS:
            if name in md.preprocessors and _is_known(md.preprocessors[name]):
                guard = _GuardedPreprocessor(md.preprocessors[name], marks, added)
                md.preprocessors.register(guard, name, priority)
        blocks = md.parser.blockprocessors
        for name, priority, any_of in _BLOCK_PROCESSORS:
            if name in blocks and _is_known(blocks[name]):
                blocks.register(_GuardedBlockProcessor(blocks[name], any_of), name, priority)
        for name, priority, mark in _DEFINITIONS:
            if name in blocks and _is_known(blocks[name]):
                blocks.register(_GuardedDefinitions(blocks[name], mark), name, priority)
        md.treeprocessors.register(_GuardedInline(md), "inline", 20)


def _is_known(one: object) -> bool:
    """Whether it is python-markdown's or ours; another's may look for other things."""
    return type(one).__module__.startswith(("markdown.", "plugins."))


class _GuardedPreprocessor(Preprocessor):
    """0.15 ms an article for three."""

    def __init__(self, guarded: Preprocessor, marks: tuple[str, ...], added: tuple[str, ...]):
        super().__init__(guarded.md)
        self._guarded = guarded
        self._marks = marks
        self._added = added

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        if any(mark in text for mark in self._marks):
            return self._guarded.run(lines)
        return [*text.split("\n"), *self._added]


class _GuardedBlockProcessor(BlockProcessor):
    """0.2 ms an article: many of their expressions try every letter of a paragraph."""

    def __init__(self, guarded: BlockProcessor, marks: tuple[str, ...]) -> None:
        super().__init__(guarded.parser)
        self._guarded = guarded
        self._marks = marks

    def test(self, parent: Element, block: str) -> bool:
        for mark in self._marks:
            if mark in block:
                return self._guarded.test(parent, block)
        return False

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        return self._guarded.run(parent, blocks)


class _GuardedDefinitions(BlockProcessor):
    def __init__(self, guarded: BlockProcessor, mark: str) -> None:
        super().__init__(guarded.parser)
        self._guarded = guarded
        self._mark = mark

    def test(self, parent: Element, block: str) -> bool:
        return self._guarded.test(parent, block)

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        return self._mark in blocks[0] and self._guarded.run(parent, blocks)


class _GuardedInline(InlineProcessor):
    """0.5 ms an article: otherwise each paragraph is searched for each of 17 patterns.

    Still 0.2 ms where every paragraph has a link and a bold word. Where there is a pattern
    whose marks are not known, nothing is left out.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._chosen: dict[tuple[str, ...], Registry[Any]] = {}

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        every: Registry[Any] = self.md.inlinePatterns
        if sum(name in every for name in _PATTERNS) < len(every) or not all(map(_is_known, every)):
            self.inlinePatterns = every
            return super().run(tree, ancestors)
        plain: list[Element] = []
        marked: list[str] = []
        elements = list(tree.iter())
        linked = may_hold_address("\n".join([element.text or "" for element in elements]))
        for element in elements:
            marked.append(element.tail or "")
            text = element.text
            if text and not isinstance(text, AtomicString):
                if _MARK.search(text) or _LINE_BREAK in text or (linked and may_hold_address(text)):
                    marked.append(text)
                else:
                    # python-markdown's own way to say that a text is finished.
                    element.text = AtomicString(text)
                    plain.append(element)
        self.inlinePatterns = self._patterns_for("\n".join(marked))
        done = super().run(tree, ancestors)
        for element in plain:
            element.text = str(element.text)
        return done

    def _patterns_for(self, text: str) -> Registry[Any]:
        """Return those of the patterns that may match in ``text``, in their order."""
        every = self.md.inlinePatterns
        names = tuple(
            name
            for name, marks in _PATTERNS.items()
            if name in every and any(mark in text for mark in marks)
            if self.md.references or name not in _OF_REFERENCES
            if name != "typed-phone" or may_hold_phone(text)
        )
        if names not in self._chosen:
            order = list(every)
            chosen: Registry[Any] = Registry()
            for name in names:
                chosen.register(every[name], name, -order.index(every[name]))
            self._chosen[names] = chosen
        return self._chosen[names]


def makeExtension() -> ShortcutExtension:
    """Return the extension for python-markdown, which loads it by its dotted name."""
    return ShortcutExtension()
