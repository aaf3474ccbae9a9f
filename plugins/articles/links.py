"""Links that an editor wrote, led to where they point on the site.

An article's address is not its file's place, so a plain relative link would be dead.
"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote, unquote

from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor

from plugins.articles.anchors import own_id
from plugins.articles.attachment import attach
from plugins.articles.document import ARTICLE_LINK, SITE_ROOT, Document
from plugins.articles.html_tags import attributes, replace_start_tags, set_attributes
from plugins.articles.slugs import slugify
from plugins.articles.terms import LISTS
from plugins.photos import PhotoProblem
from plugins.photos.formats import is_photo_name

_LINK = re.compile(r"<a[\s/>]", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
# Pelican's own forms that name no file.
_PELICAN = re.compile(r"[{|](category|tag|author|index)[|}]", re.IGNORECASE)
_FILE = re.compile(r"[{|](?:filename|static|attach)[|}]", re.IGNORECASE)
# Only where it can be nothing else: "ke-hoach.md" is a missing file, not a host in Moldova.
_HOST = re.compile(
    r"(?:www\.(?:[\w-]+\.)+\w{2,}|(?:[\w-]+\.)+(?:vn|com|net|org|info|edu|gov))(?:[/?#].*)?",
    re.IGNORECASE,
)
MARKDOWN = (".md", ".markdown", ".mkd", ".mdown")
"""Extensions of the files that are articles or static pages."""


class LinkExtension(Extension):
    """python-markdown extension; does nothing without ``md.document``."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - python-markdown's name
        """Run on the finished HTML, where an editor's own HTML (30) is back in its place."""
        md.postprocessors.register(_Links(md), "bulletin-links", -10)


class _Links(Postprocessor):
    def run(self, text: str) -> str:
        """Return the HTML with every link's address rewritten."""
        document: Document | None = getattr(self.md, "document", None)
        if document is None or not _LINK.search(text):
            return text
        return replace_start_tags(text, "a", lambda tag: _resolved(tag, document))


def _resolved(tag: str, document: Document) -> str:
    """Return a link's start tag with the address it has to have."""
    given = (each.value.strip() for each in attributes(tag) if each.name == "href")
    href = next(given, "")
    address = resolve_link(href, document) if href else ""
    return tag if address == href else set_attributes(tag, {"href": address})


def resolve_link(href: str, document: Document) -> str:
    """Return what a link's address has to be in the article's HTML.

    Addresses with a scheme and fragments stay. ``www.x.vn`` gets its ``https://``,
    ``/lien-he/`` the site's root, Pelican's ``{tag}Bắc Hà`` the list's address. A path to
    an article beside this one or in the content folder becomes an :data:`ARTICLE_LINK` and is
    noted in ``metadata["linked"]``, its fragment as :mod:`plugins.articles.anchors` has it; a
    photo is led to its large view and noted in ``metadata["linked_photos"]``; any other file is
    an attachment, noted in ``metadata["attachments"]``. A path that leads to no file is a
    problem.
    """
    if href.startswith(("#", "?", SITE_ROOT)) or _SCHEME.match(href):
        return href
    if form := _PELICAN.match(href):
        kind, name = form[1].lower(), slugify(unquote(href[form.end() :]))
        return f"{SITE_ROOT}/" if kind == "index" else f"{SITE_ROOT}/{LISTS[kind]}/{name}/"
    path, mark, fragment = href.partition("#")
    if is_photo_name(path) and any(f"“{path}”" in each.message for each in document.problems):
        return href  # the figure around this link has been told already
    finder = document.library.finder
    found = finder.find(path, document.path.parent)
    if isinstance(found, Path):
        if found.suffix.lower() in MARKDOWN:
            relative = found.relative_to(finder.root).as_posix()
            line = document.locate(path)
            document.metadata.setdefault("linked", []).append((relative, line))
            return f"{ARTICLE_LINK}{quote(relative)}{mark}{own_id(fragment)}"
        if is_photo_name(found.name):
            return _photo_address(path, document) or href
        try:
            attachment = attach(found)
        except OSError as error:
            message = f"không đọc được tệp “{path}” ({error.strerror})"
            document.report(document.locate(path), message, "Kiểm tra quyền đọc tệp.")
            return href
        document.metadata.setdefault("attachments", []).append(attachment)
        return f"{SITE_ROOT}/{attachment.url}{mark}{fragment}"
    if not _FILE.match(href):
        if href.startswith("/"):
            return f"{SITE_ROOT}{href}"
        if _HOST.fullmatch(href):
            return f"https://{href}"
    message = found.message if found.kind != "missing" else f"liên kết “{href}” không dẫn tới đâu"
    document.report(document.locate(path), message, _fix(found, path))
    return href


def _photo_address(name: str, document: Document) -> str | None:
    """Return where the photo ``name`` is seen large; the file itself is never published."""
    line = document.locate(name)
    photo = document.library.load(name, document.path.parent, "", line)
    if isinstance(photo, PhotoProblem):
        document.report(line, photo.message, photo.fix)
        return None
    document.metadata.setdefault("linked_photos", []).append(photo)
    return f"{SITE_ROOT}/{photo.url}"


def _fix(problem: PhotoProblem, path: str) -> str:
    if problem.kind != "missing":
        return problem.fix.replace("ảnh", "tệp")
    return (
        f"Đặt tệp “{path.rpartition('/')[2]}” cạnh bài viết, hoặc viết đủ địa chỉ "
        "bắt đầu bằng https:// (trang ngoài) hay / (trang của bản tin)."
    )


def makeExtension(**config: str) -> LinkExtension:  # noqa: N802 - python-markdown's name
    """Return the extension for python-markdown, which loads it by its dotted name."""
    return LinkExtension(**config)
