"""The categories that the newsroom has, and an article's that is almost one of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from plugins.articles.config import ArticleSettings
from plugins.articles.front_matter.fields import own_folder
from plugins.core import checks
from plugins.core.document import Document
from plugins.core.terms import term_key
from plugins.core.text.decoding import normalise
from plugins.core.text.expressions import expression
from plugins.core.text.slugs import slugify

_COMMA = expression(r"\s*[,;/|+]\s*")
_JOINT = expression(r"\s*&\s*|\s+[-–—]\s+|\s+và\s+", re.IGNORECASE)  # of one name as often
_FEWEST_LETTERS = 4  # of a name that one wrong letter does not make another
_NEW = "nếu đúng là chuyên mục mới thì nhờ người phụ trách kỹ thuật thêm vào danh sách chuyên mục"


def check_category(document: Document, settings: ArticleSettings) -> None:
    """Tell of a category that is none of ours: an error where the list is closed, else a warning
    if it is almost one of ours, or several in one."""
    field = document.fields.get("Category")
    if field is None or not isinstance(field.value, str):
        return
    name = " ".join(field.value.split())
    known = _by_key(settings.categories)
    if not known or not name or term_key(name) in known:
        return
    near, others = _several(name, known) or (_nearest(name, settings.categories), [])
    if near:
        fix = f"Sửa thành “Category: {near}”"
        fix += f", tên khác để ở “Tags: {', '.join(others)}”" if others else ""
        fix += "." if settings.closed_categories else f"; {_NEW}."
    elif settings.closed_categories:
        fix = f"Chọn một trong các chuyên mục: {', '.join(known.values())}."
    else:
        return
    document.report(
        checks.CATEGORY_UNKNOWN if settings.closed_categories else checks.CATEGORY_DOUBTFUL,
        field.line,
        f"không có chuyên mục “{name}”" + (f", gần nhất là “{near}”" if near else ""),
        fix,
    )


def category_of_folder(document: Document, settings: ArticleSettings) -> str:
    """Return the category that an article's folder names, as Pelican's USE_FOLDER_AS_CATEGORY has
    it: one of ours if it is spelt as in addresses (``thoi-su``). None is named by the content
    folder, an article's own folder, or one of a year, a month or a day."""
    folder = document.path.parent
    if own_folder(document):
        folder = folder.parent
    if not settings.folder_is_category or folder == document.root or folder.name.isdecimal():
        return ""
    slug = slugify(folder.name)
    ours = (name for name in settings.categories if slugify(name) == slug)
    return next(ours, normalise(folder.name))


def _several(name: str, known: Mapping[str, str]) -> tuple[str, list[str]] | None:
    """Return the first of several categories in one, and the other names."""
    bare = name.strip("[]")
    parts = [part for part in _COMMA.split(bare) if part]
    if len(parts) < 2:
        parts = _JOINT.split(bare)
        if len(parts) < 2 or not all(term_key(part) in known for part in parts):
            return None
    ours = next((key for part in parts if (key := term_key(part)) in known), None)
    if ours is None:
        return None
    return known[ours], [part for part in parts if term_key(part) != ours]


@lru_cache(maxsize=8)
def _by_key(categories: tuple[str, ...]) -> dict[str, str]:
    return {term_key(name): name for name in categories}


def _nearest(name: str, categories: tuple[str, ...]) -> str | None:
    """Return the category that differs by diacritics alone, or by one slip of the fingers."""
    slug = slugify(name)
    alike = (one for one in categories if slugify(one) == slug)
    slips = (
        one
        for one in categories
        if len(slug) >= _FEWEST_LETTERS and _is_one_slip(slug, slugify(one))
    )
    return next(alike, None) or next(slips, None)


def _is_one_slip(one: str, other: str) -> bool:
    """Whether one letter was put in, left out or mistyped, or two changed places."""
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if start is None:
        return abs(len(one) - len(other)) <= 1
    rest, other_rest = one[start:], other[start:]
    swapped = rest[1:2] + rest[:1] + rest[2:]
    return (
        rest[1:] == other_rest[1:]
        or rest[1:] == other_rest
        or rest == other_rest[1:]
        or swapped == other_rest
    )
