"""A file of the content folder whose fields and text are changed, and not one byte besides.

A title that is edited on the desk must leave an article that was written by hand as it is: its
line ends, its spelling of keys, its blank lines, its encoding.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from plugins.articles.front_matter.parser import parse_front_matter
from plugins.core.text.decoding import decode
from plugins.desk.web.source.head import SHOWN, as_text, shown, spelt

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_PREFIX = re.compile(r"[^:：]*[:：]\s*")
BODY = "body"
"""What :class:`FieldRefusedError` calls the text below the head."""
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


class FieldRefusedError(ValueError):
    """A field cannot be written so that it says what it was to say; ``key`` is its name."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


class SourceText:
    """The text of a file: ``fields`` as a form has them, and ``body`` without the blank lines
    round it.

    Raises :class:`plugins.core.errors.EncodingError` for what is no Unicode text.
    """

    def __init__(self, data: bytes) -> None:
        self._encoding = next((name for bom, name in _BOMS if data.startswith(bom)), "utf-8")
        self._data = data
        self._lines = decode(data).split("\n") if data else []
        raw = _LINE.findall(self._decoded(data))
        if raw and raw[-1][-1] in "\r\n":
            raw.append("")
        # A text with line separators of its own kind has other lines once it is normal.
        is_plain = len(raw) == len(self._lines)
        self._raw = raw if is_plain else [f"{line}\n" for line in self._lines]
        self._end = _usual_end(self._raw)
        self.head = parse_front_matter(self._lines)
        self.fields = shown(self.head.fields)
        self._first, self._last = self._extent()

    @property
    def body(self) -> str:
        """The text below the head."""
        return "\n".join(self._lines[self._first : self._last])

    @property
    def body_line(self) -> int:
        """The number of its first line in the file, from 1."""
        return self._first + 1

    def edited(self, fields: Mapping[str, str], body: str) -> bytes:
        """Return the file with these fields and this body; a field of the form that is not named,
        or empty, has no line.

        Raises :class:`FieldRefusedError`.
        """
        text = self
        for key in SHOWN:
            wanted = as_text(fields.get(key, ""))
            if wanted != text.fields.get(key, ""):
                text = text._with_field(key, wanted)
        body = decode(body.encode()).strip("\n")
        return text._data if body == text.body else text._with_body(body)

    def with_line(self, key: str, text: str) -> bytes:
        """Return the file with one more line of a key that may stand there several times.

        Raises :class:`FieldRefusedError`.
        """
        end = self._head_end()
        found = self.head.fields.get(key)
        more = found.value if found else []
        before = [*more] if isinstance(more, list) else [more]
        for line in spelt(key, f"{key}: ", text, yaml_head=self._fenced()):
            new = self._replaced(end, end, [line])
            field = new.head.fields.get(key)
            values = field.value if field and isinstance(field.value, list) else [field]
            said = [getattr(each, "value", each) for each in values]
            if said == [*before, text] and new.fields == self.fields and new.body == self.body:
                return new._data
        raise FieldRefusedError(key)

    def _decoded(self, data: bytes) -> str:
        return data.decode("utf-8" if self._encoding == "utf-8-sig" else self._encoding)

    def _extent(self) -> tuple[int, int]:
        """Return where the body begins and ends, without the blank lines round it."""
        start, end = self.head.body_line - 1, len(self._lines)
        while start < end and not self._lines[start].strip():
            start += 1
        while end > start and not self._lines[end - 1].strip():
            end -= 1
        return start, end

    def _with_field(self, key: str, text: str) -> SourceText:
        """Return the text with a field that says ``text``; everything else says what it did."""
        start, end = self._lines_of(key)
        prefix = f"{key}: "
        if start < end:
            written = _PREFIX.match(self._raw[start].rstrip("\r\n"))
            prefix = written[0] if written else prefix
            prefix = prefix if prefix[-1:].isspace() else f"{prefix} "
        others = {k: f.value for k, f in self.head.fields.items() if k != key}
        for line in spelt(key, prefix, text, yaml_head=self._fenced()) if text else [None]:
            new = self._replaced(start, end, [] if line is None else [line])
            said = {k: f.value for k, f in new.head.fields.items() if k != key}
            if said == others and new.fields.get(key, "") == text and new.body == self.body:
                return new
        raise FieldRefusedError(key)

    def _with_body(self, body: str) -> bytes:
        """Return the file with another body, the head of which is as it was."""
        for new in self._bodies(body.split("\n") if body else []):
            if new.body == body and new.fields == self.fields:
                return new._data
        raise FieldRefusedError(BODY)

    def _bodies(self, new: list[str]) -> Iterator[SourceText]:
        old = self._lines[self._first : self._last]
        if not old:
            at = len(self._raw) - (self._raw[-1:] == [""])
            above = [""] if at and self._lines[at - 1].strip() else []
            yield self._replaced(at, at, [*above, *new])
            return
        raw: list[str] = []
        for tag, low, high, new_low, new_high in _differences(old, new):
            if tag == "equal":
                raw += self._raw[self._first + low : self._first + high]
            else:
                raw += [f"{line}{self._end}" for line in new[new_low:new_high]]
        yield SourceText(self._joined(raw, self._first, self._last))
        # What stands right below the head could be taken for a part of it.
        yield SourceText(self._joined([self._end, *raw], self._first, self._last))

    def _lines_of(self, key: str) -> tuple[int, int]:
        """Return where the lines of a key are; where it would be put if there are none."""
        field = self.head.fields.get(key)
        if field is None:
            end = self._head_end()
            return end, end
        start = field.line - 1
        others = [f.line - 1 for f in self.head.fields.values()]
        others += [mistake.line - 1 for mistake in self.head.problems]
        end = min([each for each in others if each > start] + [self._head_end()])
        while end > start + 1 and not self._lines[end - 1].strip():
            end -= 1
        return start, end

    def _fenced(self) -> bool:
        first = next((line for line in self._lines if line.strip()), "")
        return bool(re.fullmatch(r"(?:-{3,}|[-–—]{0,2}[–—])\s*", first))

    def _head_end(self) -> int:
        """Return the index behind the last line of the head."""
        end = self.head.body_line - 1
        if self._fenced() and end and not re.match(r"\w", self._lines[end - 1]):
            end -= 1
        while end and not self._lines[end - 1].strip():
            end -= 1
        return end

    def _replaced(self, start: int, end: int, lines: list[str]) -> SourceText:
        return SourceText(self._joined([f"{line}{self._end}" for line in lines], start, end))

    def _joined(self, raw: list[str], start: int, end: int) -> bytes:
        before, after = self._raw[:start], self._raw[end:]
        if before and raw and before[-1] and before[-1][-1] not in "\r\n":
            before = [*before[:-1], before[-1] + self._end]
        text = "".join([*before, *raw, *after])
        return text.encode("utf-8" if self._encoding == "utf-8-sig" else self._encoding)


def new_text(fields: Mapping[str, str], body: str) -> bytes:
    """Return a new file with these fields and this body. Raises :class:`FieldRefusedError`."""
    return SourceText(b"").edited(fields, body)


def _usual_end(raw: list[str]) -> str:
    ends = Counter(line[len(line.rstrip("\r\n")) :] for line in raw)
    ends.pop("", None)
    return ends.most_common(1)[0][0] if ends else "\n"


def _differences(old: list[str], new: list[str]) -> list[tuple[str, int, int, int, int]]:
    """Return what to do to lines to have others, as ``difflib`` does; what is the same at both
    ends is not looked at twice."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    middle = SequenceMatcher(
        None, old[start : len(old) - end], new[start : len(new) - end], autojunk=False
    ).get_opcodes()
    found = [("equal", 0, start, 0, start)]
    found += [(tag, a + start, b + start, c + start, d + start) for tag, a, b, c, d in middle]
    return [*found, ("equal", len(old) - end, len(old), len(new) - end, len(new))]
