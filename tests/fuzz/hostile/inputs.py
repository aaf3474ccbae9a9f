"""One hostile input: an article with the files beside it, of some kind, from a seed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from tests.fuzz.hostile import bodies, files, heads
from tests.fuzz.text.words import Draw

_FOLDERS = ("articles", "articles", "articles", "articles", "pages", "van-ban", "thong-bao")


@dataclass(frozen=True)
class Hostile:
    """An input: its ``seed``, what ``kind`` it is of, and its ``files`` by their path relative to
    the content folder, all of them below ``folder``, which no other input has."""

    seed: int
    kind: str
    folder: str
    files: Mapping[str, bytes]


Article = Callable[[str, Draw], Mapping[str, bytes]]


def _text(head: str, body: str) -> Mapping[str, bytes]:
    return {"index.md": (head + body).encode(errors="surrogatepass")}


def _bodies(*parts: bodies.Body) -> Article:
    def made(name: str, draw: Draw) -> Mapping[str, bytes]:
        return _text(heads.plain_head(name, draw), bodies.body(draw, *parts))

    return made


def _head(name: str, draw: Draw) -> Mapping[str, bytes]:
    text = heads.hostile_head(name, draw) + bodies.body(draw, bodies.markup)
    return {"index.md": heads.encoded(text, draw)}


def _names(name: str, draw: Draw) -> Mapping[str, bytes]:
    """People, outlets, lists and titles that are markup."""
    keys = ("Tags", "Authors", "Category", "Series", "Source", "Summary", "Title", "Correction")
    fields = {draw.one(keys): f"{bodies.one_of(draw)}, {draw.words(2)}" for _ in range(3)}
    fields["Title"] = f"Bài {name} {fields.get('Title', '')}"
    return _text(heads.plain_head(name, draw, **fields), bodies.body(draw, bodies.signed))


def _file_names(name: str, draw: Draw) -> Mapping[str, bytes]:
    given = [files.name(draw) for _ in range(draw.between(1, 3))]
    shown = "\n\n".join(f"{each}\n\n[x]({each})\n\n![x](<{each}>)" for each in given)
    text = heads.plain_head(name, draw) + draw.sentence() + "\n\n" + shown
    made = _text(text, "") if draw.number(3) else {files.name(draw): text.encode(errors="replace")}
    return {**{each: draw.one(tuple(files.good().values())) for each in given}, **made}


def _attachments(name: str, draw: Draw) -> Mapping[str, bytes]:
    given = dict(files.attachment(draw) for _ in range(draw.between(1, 2)))
    shown = "\n\n".join(f"{each}\nTệp này\n\n[x]({each})" for each in given)
    return {**given, **_text(heads.plain_head(name, draw), f"{draw.sentence()}\n\n{shown}\n")}


def _photos(name: str, draw: Draw) -> Mapping[str, bytes]:
    file, content = files.photo(draw)
    body = f"{draw.sentence()}\n\n{file}\n{draw.one(('', bodies.one_of(draw)))}\n"
    return {file: content, **_text(heads.plain_head(name, draw), body)}


KINDS: dict[str, Article] = {
    "head": _head,
    "names and titles": _names,
    "markup": _bodies(bodies.markup, bodies.markup),
    "mutation": _bodies(bodies.mutation, bodies.mutation),
    "link": _bodies(bodies.link, bodies.link, bodies.link),
    "caption": _bodies(bodies.captioned, bodies.captioned),
    "source": _bodies(bodies.markup, bodies.signed),
    "placeholder": _bodies(bodies.placeholder, bodies.link, bodies.placeholder),
    "file name": _file_names,
    "attachment": _attachments,
    "photo": _photos,
}
"""What an input may be, by the name under which it is counted."""


@cache
def _share() -> tuple[str, ...]:
    """The kinds, each as often as it is drawn: files are slow to make, and they are fewer."""
    few = ("file name", "attachment", "photo")
    return tuple(kind for kind in KINDS for _ in range(1 if kind in few else 3))


def hostile(seed: int) -> Hostile:
    """Return the input that a seed stands for."""
    draw = Draw(f"hostile {seed}")
    kind = draw.one(_share())
    name = f"n{seed}x"
    folder = f"{draw.one(_FOLDERS)}/{name}"
    made = KINDS[kind](name, draw)
    text = b"".join(made.values())
    used = {each: data for each, data in files.good().items() if each.encode() in text}
    return Hostile(
        seed, kind, folder, {f"{folder}/{each}": data for each, data in {**used, **made}.items()}
    )
