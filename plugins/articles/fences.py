"""Fenced code, loaded by the first text that has some.

python-markdown's own module looks for highlighters of code in all installed packages, which
takes longer than reading an article, and a newsroom hardly ever prints code.
"""

from __future__ import annotations

from functools import cached_property

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

_FENCES = ("```", "~~~")


class FencesExtension(Extension):
    """python-markdown extension: ``markdown.extensions.fenced_code``, when it is needed."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Stand where fenced code is looked for."""
        md.preprocessors.register(_Fences(md), "fenced_code_block", 25)


class _Fences(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        if any(fence in line for line in lines for fence in _FENCES):
            return self._preprocessor.run(lines)
        return lines

    @cached_property
    def _preprocessor(self) -> Preprocessor:
        from markdown.extensions.fenced_code import FencedBlockPreprocessor, FencedCodeExtension

        made: Preprocessor = FencedBlockPreprocessor(self.md, FencedCodeExtension().getConfigs())
        return made


def makeExtension() -> FencesExtension:
    """Return the extension for python-markdown, which loads it by its dotted name."""
    return FencesExtension()
