"""Links that an editor wrote, led to where they point on the site.

An article's address is not its file's place, so a plain relative link would be dead; and so
would be the address of a film or a sound in the editor's own HTML.
"""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor

from plugins.articles.slips import Slip, find_phone, find_slip
from plugins.core import checks
from plugins.core.document import ARTICLE_LINK, SITE_ROOT, Document
from plugins.core.html.anchors import own_id
from plugins.core.html.tags import attributes, replace_start_tags, set_attributes
from plugins.core.terms import LISTS
from plugins.core.text.addresses import own_hosts
from plugins.core.text.decoding import normalise
from plugins.core.text.expressions import expression
from plugins.core.text.slugs import slugify
from plugins.figures.media.attaching import attach_file
from plugins.figures.media.kinds import HOST
from plugins.photos import PhotoProblem
from plugins.photos.inspect.formats import is_photo_name

_LINK = expression(r"<a[\s/>]", re.IGNORECASE)
_PLAIN_LINK = expression(r"(?P<tag><a\s[^<>]+[^<>/])>(?P<said>[^<>]+)</a>", re.IGNORECASE)
_WEB = expression(r"https?://(?:www\.)?(?P<rest>.+?)/?", re.IGNORECASE)
_PLAYER = expression(r"<(?:video|audio|source|track)[\s/>]", re.IGNORECASE)
_ADDRESSES = {"video": ("src", "poster"), "audio": ("src",), "source": ("src",), "track": ("src",)}
_SCHEME = expression(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
# Pelican's own forms that name no file.
_PELICAN = expression(r"[{|](category|tag|author|index)[|}]", re.IGNORECASE)
_FILE = expression(r"[{|](?:filename|static|attach)[|}]", re.IGNORECASE)
_HOST = expression(rf"{HOST}(?::\d{{2,5}})?(?:[/?#].*)?", re.IGNORECASE)
MARKDOWN = (".md", ".markdown", ".mkd", ".mdown")
"""Extensions of the files that are articles or static pages."""


class LinkExtension(Extension):
    """python-markdown extension; does nothing without ``md.document``.

    ``site_url`` is the site's own public address: links to it are as those to ``/``.
    """

    def __init__(self, site_url: str = "", **config: Any) -> None:
        super().__init__(**config)
        self._own = own_hosts(site_url)

    def extendMarkdown(self, md: Markdown) -> None:
        """Run on the finished HTML, where an editor's own HTML (30) is back in its place."""
        md.postprocessors.register(_Links(md, self._own), "bulletin-links", -10)


class _Links(Postprocessor):
    def __init__(self, md: Markdown, own: frozenset[str]) -> None:
        super().__init__(md)
        self._own = own

    def run(self, text: str) -> str:
        """Return the HTML with every link's address rewritten."""
        document: Document | None = getattr(self.md, "document", None)
        if document is None:
            return text
        if _LINK.search(text):
            text = replace_start_tags(text, "a", lambda tag: _resolved(tag, document, self._own))
            text = _PLAIN_LINK.sub(_classed, text)
        if _PLAYER.search(text):
            for name in _ADDRESSES:
                text = replace_start_tags(text, name, lambda tag: _with_files(tag, document))
        return text


def _resolved(tag: str, document: Document, own: frozenset[str]) -> str:
    """Return a link's start tag with the address it has to have."""
    given = (each.value.strip() for each in attributes(tag) if each.name == "href")
    href = next(given, "")
    # Browsers pass over these anywhere in an address (WHATWG URL, 4.4).
    address = resolve_link(re.sub(r"[\t\n\r]", "", href), document, own) if href else ""
    return tag if address == href else set_attributes(tag, {"href": address or None})


def _classed(link: re.Match[str]) -> str:
    """Return a link that says its own address with the class ``address``: on paper, the theme
    writes other addresses behind their links."""
    values = {each.name: each.value for each in attributes(link["tag"])}
    said = html.unescape(link["said"]).strip()
    leads = _WEB.fullmatch(unquote(values.get("href", "").strip()))
    shown = _WEB.fullmatch(unquote(said if "://" in said else f"https://{said}"))
    if leads is None or shown is None or leads["rest"].lower() != shown["rest"].lower():
        return link[0]
    if "class" in values:
        tag = set_attributes(link["tag"], {"class": f"{values['class']} address"})
    else:
        tag = f'{link["tag"]} class="address"'
    return f"{tag}>{link['said']}</a>"


def _with_files(tag: str, document: Document) -> str:
    """Return the start tag of a player with the addresses that its files are published at."""
    name = re.split(r"[\s/>]", tag[1:], maxsplit=1)[0].lower()
    new = {
        each.name: _file_address(each.value.strip(), document)
        for each in attributes(tag)
        if each.name in _ADDRESSES[name] and not _SCHEME.match(each.value.strip())
        if each.value.strip()
    }
    return set_attributes(tag, new) if new else tag


def _file_address(address: str, document: Document) -> str:
    """Return the address that a file named in a player is published at."""
    finder, folder = document.library.finder, document.path.parent
    if address.startswith(("/", SITE_ROOT)) or finder.look_up(address, folder) is not None:
        return resolve_link(address, document)
    found = finder.find(address, folder)
    if isinstance(found, PhotoProblem):
        document.report(found.check, document.locate(address), found.message, found.fix)
    return address


def resolve_link(href: str, document: Document, own: frozenset[str] = frozenset()) -> str:
    """Return what a link's address has to be in the article's HTML; empty for none.

    Addresses with a scheme and fragments stay. ``www.x.vn`` gets its ``https://``,
    ``/lien-he/`` the site's root, Pelican's ``{tag}Bắc Hà`` the list's address. A path to
    an article beside this one or in the content folder becomes an :data:`ARTICLE_LINK` and is
    noted in ``metadata["linked"]``, its fragment as :mod:`plugins.core.html.anchors` has it, and
    so is an address of this site (of a host in ``own``), which begins with a slash; a
    photo is led to its large view and noted in ``metadata["linked_photos"]``; any other file is
    an attachment, noted in ``metadata["attachments"]``. A path that leads to no file is a
    problem; what was mistyped is mended and told.
    """
    if href.startswith(("#", "?", SITE_ROOT)):
        return href
    if slip := find_slip(href):
        address = _told(slip, href, document)
        return resolve_link(address, document, own) if address else ""
    if _SCHEME.match(href) and not _HOST.fullmatch(href):
        _note_own(href, document, own)
        return href
    if form := _PELICAN.match(href):
        kind, name = form[1].lower(), slugify(unquote(href[form.end() :]))
        address = "/" if kind == "index" else f"/{LISTS[kind]}/{name}/"
        _note(address, href, document)
        return f"{SITE_ROOT}{address}"
    path, mark, fragment = href.partition("#")
    if is_photo_name(path) and any(f"“{path}”" in each.message for each in document.problems):
        return href  # the figure around this link has been told already
    finder = document.library.finder
    found = finder.look_up(path, document.path.parent)
    if isinstance(found, Path):
        if found.suffix.lower() in MARKDOWN:
            relative = found.relative_to(finder.root).as_posix()
            _note(relative, path, document)
            return f"{ARTICLE_LINK}{quote(relative)}{mark}{own_id(fragment)}"
        if is_photo_name(found.name):
            return _photo_address(path, document) or href
        attachment = attach_file(found, path)
        if isinstance(attachment, PhotoProblem):
            document.report(
                attachment.check, document.locate(path), attachment.message, attachment.fix
            )
            return href
        document.found.attachments.append(attachment)
        return f"{SITE_ROOT}/{attachment.url}{mark}{fragment}"
    if not _FILE.match(href):
        if href.startswith("/"):
            _note(_path(path), href, document)
            return f"{SITE_ROOT}{href}"
        if _HOST.fullmatch(href):
            return f"https://{href}"
    if slip := find_phone(href):
        return _told(slip, href, document)
    check = found.check if found else checks.LINK_TO_NO_FILE
    message = found.message if found else f"liên kết “{href}” không dẫn tới đâu"
    document.report(check, document.locate(path), message, _fix(found, path, document))
    return href


def _note(target: str, written: str, document: Document) -> None:
    """Note the source path of an article, or the address of a page, that a link leads to."""
    line = document.locate(written)
    document.found.linked.append((target, line))


def _note_own(href: str, document: Document, own: frozenset[str]) -> None:
    """Note the page of this site that an address with a scheme leads to, if it does."""
    try:
        parts = urlsplit(href)
        is_own = parts.hostname in own and parts.scheme in ("http", "https", "")
    except ValueError:
        return
    if is_own:
        _note(_path(parts.path) or "/", href, document)


def _path(address: str) -> str:
    return normalise(unquote(address.partition("?")[0]))


def _told(slip: Slip, href: str, document: Document) -> str:
    document.report(slip.check, document.locate(href), slip.message, slip.fix)
    return slip.address


def _photo_address(name: str, document: Document) -> str | None:
    """Return where the photo ``name`` is seen large; the file itself is never published."""
    line = document.locate(name)
    photo = document.library.load(name, document.path.parent, "", line)
    if isinstance(photo, PhotoProblem):
        document.report(photo.check, line, photo.message, photo.fix)
        return None
    document.found.linked_photos.append(photo)
    return f"{SITE_ROOT}/{photo.url}"


def _fix(problem: PhotoProblem | None, path: str, document: Document) -> str:
    if problem is not None:
        return problem.fix
    finder, of_photo = document.library.finder, is_photo_name(path)
    near = finder.nearest(path, document.path.parent, of_photo=of_photo)
    is_other = near is not None and near[0] != document.path.name
    hint = f"Tên gần giống nhất đang có: “{near[0]}”. " if near and is_other else ""
    name = _FILE.sub("", path).rpartition("/")[2]
    return (
        f"{hint}Đặt tệp “{name}” cạnh bài viết, hoặc viết đủ địa chỉ "
        "bắt đầu bằng https:// (trang ngoài) hay / (trang của bản tin)."
    )


def makeExtension(**config: Any) -> LinkExtension:
    """Return the extension for python-markdown, which loads it by its dotted name."""
    return LinkExtension(**config)
