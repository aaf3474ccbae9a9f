"""The stories as files: in this bulletin's form, which Pelican reads too, and in Hugo's."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from benchmarks.site.corpus import Story
from benchmarks.site.vocabulary import CATEGORIES
from plugins.core.text.slugs import slugify

PAGES = ("Giới thiệu", "Liên hệ", "Bảo vệ dữ liệu cá nhân", "Đăng nhập")
_TAXONOMIES = {
    "categories": "Chuyên mục",
    "tags": "Từ khóa",
    "authors": "Tác giả",
    "sources": "Nguồn tin",
}
_PAGE_TEXT = "Trang tĩnh có một đoạn văn ngắn, như mọi trang tin đều có."

Files = Iterator[tuple[str, str]]
"""Paths relative to the content folder, and texts."""


def bulletin_article(story: Story) -> tuple[str, str]:
    """Return the path and the text of a story as an editor of the bulletin writes it."""
    head = {
        "Title": story.title,
        "Date": f"{story.date:%Y-%m-%d %H:%M}",
        "Slug": story.slug,
        "Category": story.category,
        "Tags": ", ".join(story.tags),
        "Authors": ", ".join(story.authors),
        "Summary": story.standfirst,
        "Source_url": story.original if story.source else "",
        "Source_date": f"{story.first_published:%Y-%m-%d %H:%M}" if story.source else "",
    }
    blocks = [f"{shown.file}\n{shown.caption} Ảnh: {shown.credit}" for shown in story.photos]
    body = list(_interleaved(story.paragraphs, blocks))
    if story.source:
        body.append(f"Nguồn: {', '.join(story.source)}")
    lines = "\n".join(f"{key}: {value}" for key, value in head.items() if value)
    return _path(story), f"{lines}\n\n{_joined(body)}"


def bulletin_pages() -> Files:
    """Yield the static pages."""
    for title in PAGES:
        yield f"pages/{slugify(title)}.md", f"Title: {title}\n\n{_PAGE_TEXT}\n"


def hugo_article(story: Story) -> tuple[str, str]:
    """Return the path and the text of a story for Hugo.

    Strings are written as JSON does, which TOML 1.0 reads for the characters used here.
    """
    head: dict[str, object] = {
        "title": story.title,
        "slug": story.slug,
        "summary": story.standfirst,
        "categories": [story.category],
        "tags": story.tags,
        "authors": story.authors,
        "sources": story.source[1:] if story.source else (),
        "source_author": story.source[0] if story.source else "",
        "source_url": story.original if story.source else "",
        "source_date": f"{story.first_published:%d/%m/%Y, %H:%M}" if story.source else "",
        "photos": [shown.file for shown in story.photos],
    }
    blocks = [
        f'![{shown.caption}]({shown.file} "{shown.caption} Ảnh: {shown.credit}")'
        for shown in story.photos
    ]
    lines = [f"date = {story.date:%Y-%m-%dT%H:%M:%S}+07:00"]
    lines += [f"{key} = {_toml(value)}" for key, value in head.items() if value]
    return _path(story), _hugo(lines, _joined(_interleaved(story.paragraphs, blocks)))


def hugo_pages(stories: Sequence[Story]) -> Files:
    """Yield what Hugo needs besides articles for the same pages as the bulletin has."""
    for title in PAGES:
        path = f"pages/{slugify(title)}.md"
        yield path, _hugo([f"title = {_toml(title)}", 'layout = "static"'], _PAGE_TEXT)
    yield "pages/_index.md", _hugo(["[build]", 'render = "never"'])
    for folder, title in _TAXONOMIES.items():
        yield f"{folder}/_index.md", _hugo([f"title = {_toml(title)}"])
    for name in CATEGORIES:
        lines = [f"title = {_toml(name)}", 'outputs = ["html", "rss", "atom"]']
        yield f"categories/{slugify(name)}/_index.md", _hugo(lines)
    yield "articles/_index.md", _list("Lưu trữ", "archive", "luu-tru")
    for month in sorted({story.folder for story in stories}):
        yield from hugo_month(month)
    fragment = ['title = "Thông tin mới nhất"', 'layout = "latest"', 'url = "manh/tin-moi.html"']
    yield "fragment.md", _hugo(fragment)


def hugo_month(month: str) -> Files:
    """Yield the list pages of a month (``2024/01``) and of its year."""
    year, _, number = month.partition("/")
    yield f"articles/{year}/_index.md", _list(f"Năm {year}", "year", year)
    yield f"articles/{month}/_index.md", _list(f"Tháng {int(number)}/{year}", "month", month)


def _list(title: str, layout: str, address: str) -> str:
    return _hugo([f"title = {_toml(title)}", f'layout = "{layout}"', f'url = "/{address}/"'])


def _hugo(head: Sequence[str], body: str = "") -> str:
    lines = "\n".join(head)
    return f"+++\n{lines}\n+++\n{body}"


def _path(story: Story) -> str:
    return f"articles/{story.folder}/{story.slug}.md"


def _interleaved(paragraphs: Sequence[str], blocks: Sequence[str]) -> Iterator[str]:
    for number, paragraph in enumerate(paragraphs):
        yield paragraph
        if number < len(blocks):
            yield blocks[number]


def _joined(blocks: Iterator[str] | Sequence[str]) -> str:
    return "\n\n".join(blocks) + "\n"


def _toml(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
