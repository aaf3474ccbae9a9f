"""Terms: the categories, tags, series, authors and outlets that articles are listed under.

Pelican identifies a term by its slug, so "Bắc Hà" and "Bạc Hà" would share a page.
Here a term is its name (letter case and spacing apart), and the slug follows from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from plugins.core.checks import Check
from plugins.core.document import Document
from plugins.core.text.slugs import LONGEST, Substitutions, slugify, telex_slug

TermKind = Literal["category", "tag", "series", "author", "source"]

LISTS: dict[str, str] = {
    "category": "chuyen-muc",
    "tag": "the",
    "series": "chuyen-de",
    "author": "tac-gia",
    "source": "nguon",
}
"""Below which address the lists of each kind stand."""


LONGEST_NAME = 120
"""Letters of a term's name. None is that long; several without commas between them are."""


class Term(NamedTuple):
    """One category, tag, series, author or outlet. Which of a kind it is its :attr:`key` says;
    two are equal when addresses and spelling are, too. ``former`` is the slug that it had when
    names of the same letters were spelt in Telex, if it had one."""

    kind: TermKind
    name: str
    slug: str
    former: str = ""

    @property
    def key(self) -> str:
        """What identifies the term among those of its kind."""
        return term_key(self.name)

    @property
    def url(self) -> str:
        """The address of the term's first page, relative to the site's root."""
        return f"{self.list_url}{self.slug}/"

    @property
    def former_url(self) -> str:
        """Where its first page was, if it was elsewhere."""
        return f"{self.list_url}{self.former}/" if self.former else ""

    @property
    def list_url(self) -> str:
        """The address of the list of all terms of this kind, relative to the site's root."""
        return f"{LISTS[self.kind]}/"

    def __str__(self) -> str:
        return self.name


def term_key(name: str) -> str:
    """Return what identifies a term: its name without regard to case and spacing."""
    return " ".join(name.split()).casefold()


def assign_terms(
    kind: TermKind,
    uses: Iterable[tuple[str, int]],
    pinned: Mapping[str, str],
    substitutions: Substitutions = (),
) -> dict[str, Term]:
    """Return every term of a kind by its :func:`term_key`, each with a slug of its own.

    ``uses`` holds a name and a moment (any number that grows with time) for every use. When
    several names would have the same slug, the one used earliest keeps it, whatever is
    added later; the others are numbered in the order of their first use (``bac-ha-2``).
    ``pinned`` fixes slugs by name; ``substitutions`` are made in all others.
    """
    first: dict[str, tuple[int, str]] = {}
    for name, date in uses:
        key = term_key(name)
        use = (date, " ".join(name.split()))
        first[key] = min(first.get(key, use), use)
    pins = {term_key(name): slug for name, slug in pinned.items()}
    terms: dict[str, Term] = {}
    taken = {slug for key, slug in pins.items() if key in first}
    elsewhere: dict[str, str] = {}
    for key, (_, name) in sorted(first.items(), key=lambda item: item[1]):
        plain = _cut(slugify(name, substitutions)) or "khac"
        slug = pins.get(key) or _free_slug(plain, taken)
        taken.add(slug)
        terms[key] = Term(kind, name, slug)
        if slug != plain:
            elsewhere[key] = plain
    # Names of the same letters were once spelt in Telex ("bajc-haf").
    for key, plain in elsewhere.items():
        spelt = _cut(telex_slug(terms[key].name))
        if plain in taken and spelt not in ("", plain):
            former = _free_slug(spelt, taken)
            taken.add(former)
            terms[key] = terms[key]._replace(former=former)
    return terms


def _free_slug(slug: str, taken: set[str]) -> str:
    numbered = (f"{slug}-{number}" for number in range(2, len(taken) + 3))
    return next(one for one in (slug, *numbered) if one not in taken)


def _cut(slug: str) -> str:
    return slug[:LONGEST].strip("-")


def check_name(
    document: Document, check: Check, line: int | None, what: str, name: str, fix: str
) -> None:
    """Report a name that is too long to be one as ``check``; ``what`` says where it stands."""
    if len(name) > LONGEST_NAME:
        document.report(
            check,
            line,
            f"{what} có một tên quá dài ({len(name)} ký tự, tối đa {LONGEST_NAME}): “{name[:60]}…”",
            fix,
        )
