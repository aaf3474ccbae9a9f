"""Nothing is lost in silence: where every letter and digit of a source went.

A word of the body has to be on the page, as often as it was typed and in the order in which
it was typed; a footnote's text is looked for among the footnotes. What is not there has to be
part of the article's data (a sign-off, a photo's file name) or be quoted in a message, whole
lines of it in their order. Addresses may stand in attributes instead of text. Of the front
matter every value has to be in the data, quoted, or on the page.

An article with an error is not published, and its editor knows: nothing of it is lost.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from plugins.articles.reader import Reading
from plugins.core.problems import Problem, ProblemError
from tests.fuzz.text.alignment import FEW, common, joined, unmatched, unmatched_text
from tests.fuzz.text.data import Data, data_of
from tests.fuzz.text.page import Page, read_page
from tests.fuzz.text.source import TAG, Kind, Typed, Word, take_apart, words_of

# What names the role of who is named, and gives way to how the page says it.
_ROLES = """
nguồn tin bài viết theo ảnh và video clip trích dẫn tổng hợp lược dịch biên soạn thực hiện đồ họa
photo photos đăng lại từ của ngày tác giả người nhóm phóng viên pv ctv btv
"""
LABELS = frozenset(_ROLES.split())
_CREDITS = frozenset(("nguồn", "ảnh", "photo", "photos"))
_HEAD_KEY = re.compile(r"[\s*_•>#-]*(?P<name>[^\W\d][^:：\n]{0,30}?)\s*[:：](?P<value>.*)")
_HEAD_FENCE = re.compile(r"(?:-{3,}|[-–—]{0,2}[–—]|\.{3})\s*")
_QUOTE = re.compile(r"“([^”]*(?:“[^”]*”[^”]*)*)”")
_SNIPPET = 80  # letters: where a message cuts what it quotes


class Lost(NamedTuple):
    """Words that went astray: ``lost`` are nowhere, ``moved`` stand elsewhere on the page,
    ``doubled`` are there more often than they were typed (``line`` is where)."""

    what: Literal["lost", "moved", "doubled"]
    line: int
    words: str

    def __str__(self) -> str:
        return f"{self.what}, line {self.line}: {self.words}"


def lost(text: str, result: Reading | ProblemError) -> list[Lost]:
    """Return what became of no part of ``result``, of all that ``text`` says."""
    if isinstance(result, ProblemError):
        return []
    head, body, body_line = split(text)
    typed = take_apart(body, body_line)
    page = read_page(result.body.html)
    data = data_of(result)
    quotes = list(_quotes(result.warnings))
    return [
        *_lost_of_head(head, data, quotes, page),
        *_lost_of_body(typed, page, data, quotes),
    ]


def split(text: str) -> tuple[list[tuple[int, str]], str, int]:
    """Return the lines of a text's head with their numbers, its body, and the body's line."""
    lines = re.split(r"\r\n?|\n|\u2028|\u2029|\x0b|\x0c", text.removeprefix("\ufeff"))
    start = next((i for i, line in enumerate(lines) if line.strip()), len(lines))
    if start < len(lines) and _HEAD_FENCE.fullmatch(lines[start]):
        stop = next((i for i in range(start + 1, len(lines)) if _HEAD_FENCE.fullmatch(lines[i])), 0)
        if stop:
            inner = [(i + 1, lines[i]) for i in range(start + 1, stop)]
            return inner, "\n".join(lines[stop + 1 :]), stop + 2
    end = start
    while end < len(lines) and lines[end].strip():
        end += 1
    if start == len(lines) or not _HEAD_KEY.match(lines[start]):
        end = start
    numbered = [(i + 1, lines[i]) for i in range(start, end)]
    return numbered, "\n".join(lines[end:]), end + 1


# The head


def _lost_of_head(
    head: Sequence[tuple[int, str]], data: Data, quotes: Sequence[_Quote], page: Page
) -> Iterator[Lost]:
    shown = words_of(" ".join(block.text for block in page.blocks))
    for number, line in head:
        match = _HEAD_KEY.match(line) if line[:1] not in " \t-" else None
        value = words_of(match["value"] if match else line)
        known = match is not None and data.knows_key(match["name"])
        missing = value if known else words_of(line)
        if known and match and data.is_date(match["name"], value):
            continue
        left = _uncovered(missing, [*data.phrases, shown], quotes, number)
        if left:
            yield Lost("lost", number, " ".join(left))


def _uncovered(
    words: list[str],
    phrases: Sequence[Sequence[str]],
    quotes: Sequence[_Quote],
    line: int,
) -> list[str]:
    """Return the words that are in no phrase and no quote, as long parts of them as possible."""
    left: list[str] = []
    at = 0
    while at < len(words):
        best = max(
            [common(words, at, phrase) for phrase in phrases]
            + [
                common(words, at, quote.words)
                for quote in quotes
                if quote.line in (line, None) or common(words, at, quote.words) >= FEW
            ],
            default=0,
        )
        if not best:
            left.append(words[at])
        at += best or 1
    return left


# Messages


class _Quote(NamedTuple):
    """Words quoted in a message about ``line``; ``cut`` says that the text went on."""

    words: list[str]
    line: int | None
    cut: bool


def _quotes(problems: Iterable[Problem]) -> Iterator[_Quote]:
    for problem in problems:
        for text in (problem.message, problem.fix):
            spans = _QUOTE.findall(text)
            behind = text.partition(": ")[2]
            if behind and "“" not in behind:
                spans.append(behind)
            for span in spans:
                cut = span.endswith("…") or len(span) == _SNIPPET
                words = words_of(span)
                yield _Quote(words[:-1] if cut and len(words) > 1 else words, problem.line, cut)


# The body


def _lost_of_body(typed: Typed, page: Page, data: Data, quotes: Sequence[_Quote]) -> Iterator[Lost]:
    words = list(_with_files(typed, data))
    credits_shown, shown = _shown(page)
    below = [word for block in page.notes for word in words_of(block.text)]
    noted = _noted(typed, page)
    text = [word for word in words if word.kind == Kind.TEXT]
    for note in noted:
        # In the order of their references: each is looked for in all of them.
        here = [word for word in text if word.line in note]
        # What looks like a comment or a tag may be shown there, and helps to find the order.
        every = [word for word in words if word.line in note]
        gone = min(
            (set(unmatched_text(each, below)[0]) & {*here} for each in (every, here)), key=len
        )
        text = [word for word in text if word.line not in note or word in gone]
    # Who took a photo stands behind what it shows, wherever that was typed.
    missing, extra = unmatched(text, words, shown)
    missing = _uncredited(missing, words, credits_shown)
    if missing and credits_shown:
        # A credit's words may by chance stand in the text, too.
        others, rest = unmatched(_uncredited(text, words, credits_shown), words, shown)
        if len(others) < len(missing):
            missing, extra = others, rest
    # The words of a sign-off or of a credit may by chance stand elsewhere on the page.
    gone_lines = {"".join(word.text for word in line) for line in _lines(missing)}
    signed = {
        word
        for line in _lines(text)
        if any(word in missing for word in line)
        or "".join(word.text for word in line) in gone_lines
        for word in (
            _signing(line, typed, data) or (() if _uncredited(line, words, credits_shown) else line)
        )
    }
    if signed:
        lines = {word.line for word in signed}
        unsigned = [word for word in text if word.line not in lines]
        others, rest = unmatched(unsigned, words, shown)
        others = _uncredited(others, words, credits_shown)
        if len(others) < len(missing):
            missing, extra = others, rest
    spare = Counter(extra)
    missing = [word for word in missing if not _is_safe(word, spare)]
    moved, missing = _partition(missing, spare)
    yield from _by_line("moved", moved)
    apart = [*below, *(word for credit in credits_shown for word in credit)]
    values = _Values(page, data, typed, extra, apart)
    missing += [
        word
        for word in words
        if word.kind in (Kind.ADDRESS, Kind.LABEL)
        and not values.hold(word, spare)
        and word not in signed
        and not (any(word.line == each.line for each in signed) and typed.dresses(word))
    ]
    missing.sort(key=lambda word: word.start)
    yield from _by_line("lost", _untold(missing, typed, data, quotes))
    if extra:
        yield from _doubled(shown, words)


def _shown(page: Page) -> tuple[list[list[str]], list[str]]:
    """Return the words of each credit, and those of all else that is shown."""
    credits_shown: list[list[str]] = []
    shown: list[str] = []
    labelled = False
    for block in page.blocks:
        words = words_of(f"{block.mark} {block.text}")
        if block.kind == "credit":
            credits_shown.append(words)
        elif labelled and block.kind == "figcaption":
            credits_shown[-1] += words  # in a link that one left open before it has put behind it
        else:
            shown += words
        name_is_missing = block.text.endswith(":") and ":" not in block.text[:-1]
        labelled = block.kind == "credit" and name_is_missing
    return credits_shown, shown


def _uncredited(
    missing: list[Word], words: list[Word], credits_shown: Iterable[list[str]]
) -> list[Word]:
    """Return what is left of the missing words once each credit took its own.

    What looks like an address stands in a credit as it was typed.
    """
    others = [word for word in words if word.kind != Kind.TEXT]
    for credit in credits_shown:
        label, *name = (word.casefold() for word in credit or [""])
        every = sorted({*missing, *others}, key=lambda word: word.start)
        # A credit of signs only has its label alone.
        said = "".join(name)
        whole = label + said
        for typed, letters in (
            *((missing, whole), (every, whole)),
            *((missing, said), (every, said), (words, said), (missing, label)),
        ):
            if letters and (found := _spelt(typed, letters, label)):
                first, end = found
                while first and _is_label(typed[first - 1], typed[first], label):
                    first -= 1
                taken = set(typed[first:end])
                missing = [word for word in missing if word not in taken]
                if letters == said and not any(word.text.casefold() == label for word in taken):
                    # Of two equal words the other one was taken for the caption's.
                    at = next((n for n, w in enumerate(missing) if w.text.casefold() == label), -1)
                    missing = missing[:at] + missing[at + 1 :] if at >= 0 else missing
                break
    return missing


def _is_label(word: Word, next_word: Word, label: str) -> bool:
    is_mark = word.kind != Kind.TEXT and word.line == next_word.line
    return is_mark or word.text.casefold() in _CREDITS | {label}


def _spelt(words: list[Word], letters: str, label: str) -> tuple[int, int] | None:
    """Return where words begin and end whose letters are these, however a sign divides them;
    rather behind their label."""

    def is_labelled(found: tuple[int, int]) -> bool:
        first = found[0]
        return first > 0 and _is_label(words[first - 1], words[first], label)

    def end_of(at: int, said: str) -> int:
        if said == letters or at == len(words):
            return at if said == letters else 0
        word = words[at]
        # What is no text may be shown in a credit, or not.
        end = end_of(at + 1, said) if said and word.kind != Kind.TEXT else 0
        said += word.text.casefold()
        return end or (end_of(at + 1, said) if letters.startswith(said) else 0)

    found = [(start, end) for start in range(len(words)) if (end := end_of(start, ""))]
    return next(filter(is_labelled, found), next(iter(found), None))


def _with_files(typed: Typed, data: Data) -> Iterator[Word]:
    """Yield the words; those of lines that name a published file are an address."""
    names = {name for path in data.files for name in (path, path.rpartition(".")[0])}
    lines = enumerate(typed.body.split("\n"), typed.first_line)
    named = {number for number, line in lines if TAG.sub("", line).strip(" \t\u00a0*_") in names}
    for word in typed.words:
        is_name = word.kind == Kind.TEXT and word.line in named
        yield word._replace(kind=Kind.ADDRESS) if is_name else word


def _noted(typed: Typed, page: Page) -> list[range]:
    """Return the lines of footnotes that stand at the end of the page."""
    if not page.notes:
        return []
    ends = [value.rpartition("fn")[2] for value in page.values if "fn" in value]
    return [lines for label, lines in typed.notes if f":{label}" in ends or f"-{label}" in ends]


def _is_safe(word: Word, spare: Counter[str]) -> bool:
    """Whether a word is the scheme of an address that is shown with the safe one, as a film's."""
    if word.text.casefold() != "http" or spare["https"] <= 0:
        return False
    spare["https"] -= 1
    return True


def _partition(missing: list[Word], spare: Counter[str]) -> tuple[list[Word], list[Word]]:
    """Return the missing words that are shown elsewhere, and the others."""
    moved, gone = [], []
    for word in missing:
        if spare[word.text] > 0:
            spare[word.text] -= 1
            moved.append(word)
        else:
            gone.append(word)
    return moved, gone


class _Values:
    """What stands in attributes of the page's elements, ``apart`` from its text, and in the data
    as an address."""

    def __init__(
        self, page: Page, data: Data, typed: Typed, extra: Sequence[str], apart: Sequence[str]
    ) -> None:
        # Marks within an address that was read as text move the bounds of its words.
        values = [*page.values, *data.addresses, "".join(extra), " ".join(apart)]
        self._words = {word for value in values for word in words_of(value)}
        self._letters = " ".join("".join(words_of(value)) for value in values).casefold()
        self._joined = {
            label
            for label, address in typed.definitions.items()
            if "".join(words_of(address)).casefold() in self._letters
        }
        self._page = page
        self._apart = frozenset(apart)

    def hold(self, word: Word, spare: Counter[str]) -> bool:
        """Whether a word of an address stands somewhere, or a label has done what it is for."""
        if spare[word.text] > 0:
            spare[word.text] -= 1
            return True
        if word.kind == Kind.LABEL:
            return bool(self._joined) or "abbr" in self._page.names or word.text in self._apart
        return word.text in self._words or word.text.casefold() in self._letters


def _untold(
    missing: list[Word], typed: Typed, data: Data, quotes: Sequence[_Quote]
) -> Iterator[Word]:
    """Yield the words of which neither the data nor a message knows."""
    for run in _runs(missing):
        # One word may by chance stand in a message about others.
        some = (_unquoted(run, quotes, least) for least in (1, 2))
        yield from min(
            (
                [
                    word
                    for line in _lines(rest)
                    if not (_signing(line, typed, data) or _is_told_signing(line, run, data))
                    for word in line
                ]
                for rest in some
            ),
            key=len,
        )


def _is_told_signing(line: list[Word], run: list[Word], data: Data) -> bool:
    """Whether a line is a sign-off once a message has told the rest, if only its role is left."""
    told = any(word.line == line[0].line and word not in line for word in run)
    roles = all(word.text.casefold() in LABELS for word in line)
    return told and ((roles and bool(data.signatures)) or _names(line, data.signatures))


def _runs(words: list[Word]) -> Iterator[list[Word]]:
    """Yield the words in parts of neighbouring lines."""
    run: list[Word] = []
    for word in words:
        if run and word.line > run[-1].line + 2:
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _lines(words: Iterable[Word]) -> Iterator[list[Word]]:
    lines: dict[int, list[Word]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    yield from lines.values()


def _unquoted(run: list[Word], quotes: Sequence[_Quote], least: int) -> list[Word]:
    """Return the words of a run that no message quotes, at ``least`` so many together."""
    # What marks divide is quoted as one word.
    read = joined(run, [word for quote in quotes for word in quote.words])
    texts = [word.text for word, _ in read]
    left: list[Word] = []
    at = 0
    while at < len(read):
        best, goes_on = 0, False
        for quote in quotes:
            length = common(texts, at, quote.words)
            near = quote.line is None or 0 <= read[at][0].line - quote.line <= FEW
            if length < (least if near else FEW):
                continue
            whole = length and texts[at + length - 1] == quote.words[-1]
            if length > best:
                best, goes_on = length, bool(whole and quote.cut)
        if goes_on:
            return left
        if not best:
            left += read[at][1]
        at += best or 1
    return left


def _signing(line: list[Word], typed: Typed, data: Data) -> list[Word]:
    """Return the words of a line that are, from the first of these on, a sign-off or the name of
    a file."""
    first = line[0]
    before = [word for word in typed.words if word.line == first.line and word.end <= first.start]
    while before and before[-1].text.casefold() in LABELS and not typed.opens(first):
        first = before.pop()  # its role looked like an address
    rest = [
        word
        for word in typed.words
        if word.line == first.line and word.start >= first.start and word.kind != Kind.MARKUP
    ]
    texts = [word for word in rest if word.kind == Kind.TEXT]
    # Behind it something may stand that the page shows.
    begins = texts[: len(line)] if texts[: len(line)] == line else []
    if typed.opens(first):
        some = (rest, texts, begins)
        return next((words for words in some if _names(words, data.signatures)), [])
    return []


def _names(words: Iterable[Word], signatures: Iterable[list[str]]) -> bool:
    """Whether words consist of who is named, in which role, wherever a sign divides them."""
    letters = "".join(word.text for word in words).casefold()
    pieces = {word.casefold() for signature in signatures for word in signature} - LABELS
    pieces |= {"".join(signature).casefold() for signature in signatures}
    # How far one comes with roles only, and with a name among them.
    ends, named = {0}, set[int]()
    for at in range(len(letters)):
        ends |= {at + len(role) for role in LABELS if at in ends and letters.startswith(role, at)}
        found = {at + len(each) for each in pieces if letters.startswith(each, at)}
        named |= found if at in ends | named else set()
        named |= {at + len(role) for role in LABELS if at in named and letters.startswith(role, at)}
    return len(letters) in named


def _by_line(what: Literal["lost", "moved"], words: Iterable[Word]) -> Iterator[Lost]:
    for line in _lines(words):
        yield Lost(what, line[0].line, " ".join(word.text for word in line))


def _doubled(shown: list[str], typed: list[Word]) -> Iterator[Lost]:
    """Yield the lines that are shown more often than they were typed."""
    read = [word for word in typed if word.kind == Kind.TEXT]
    read = [word for word, _ in joined(read, shown)]
    texts, every = [word.text for word in read], [word.text for word in typed]
    for line in _lines(read):
        run = [word.text for word in line]
        typed_often = max(_count(run, texts), _count(run, every))
        if len(run) > FEW and _count(run, shown) > typed_often:
            yield Lost("doubled", line[0].line, " ".join(run))


def _count(run: list[str], words: list[str]) -> int:
    first, length = run[0], len(run)
    return sum(word == first and words[at : at + length] == run for at, word in enumerate(words))
