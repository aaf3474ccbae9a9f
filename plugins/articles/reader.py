"""Reads a Markdown file of the content folder: front matter, then the body."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from plugins.articles.config import ArticleSettings
from plugins.articles.excerpt import excerpt
from plugins.articles.front_matter.categories import check_category
from plugins.articles.front_matter.fields import (
    read_metadata,
    report_unused,
    require_date,
    take_defaults,
)
from plugins.articles.front_matter.parser import parse_front_matter
from plugins.articles.lead import lead_photo
from plugins.articles.links import MARKDOWN
from plugins.articles.markdown import make_markdown
from plugins.articles.typed import letters
from plugins.attribution.corrections import parse_corrections
from plugins.attribution.lines.pasted import drop_title
from plugins.core.article import Article, Body
from plugins.core.document import FIRST_IMAGE, Document
from plugins.core.html.cleaning import clean_html
from plugins.core.problems import Problem, ProblemError
from plugins.core.text import EncodingError, decode, normalise
from plugins.photos import Photo, PhotoLibrary
from plugins.photos.plan.locate import Question

_NO_DATE = datetime(1, 1, 1, tzinfo=UTC)


def _is_article(path: str) -> bool:
    return path.lower().endswith(MARKDOWN)


class Reading(NamedTuple):
    """What one file says: the article and its body, and warnings about them.

    ``lookups`` and ``files`` are what this depends on besides the file: names looked for in
    folders with what was found, and photos and attachments, relative to the content folder.
    """

    article: Article
    body: Body
    warnings: tuple[Problem, ...]
    lookups: tuple[tuple[Question, tuple[str, ...]], ...]
    files: tuple[str, ...]


class UnreadableError(ProblemError):
    """An article with mistakes, and what could be read of it all the same: its status, its date
    if it has one, and the photos that it shows."""

    def __init__(self, problems: list[Problem], metadata: Mapping[str, Any]) -> None:
        super().__init__(problems)
        self.status: str = metadata["status"]
        self.date: datetime | None = metadata.get("date")
        self.photos: tuple[Photo, ...] = metadata["photos"]

    def __reduce__(self) -> tuple[type[ProblemError], tuple[list[Problem]]]:
        """Of a copy of this process only the mistakes are asked for."""
        return ProblemError, (self.problems,)


class ArticleReader:
    """Reads articles and static pages; what it needs of other files it asks ``library`` for.

    ``markdown`` are the arguments for python-markdown, ``addresses`` the patterns of
    addresses (``"{date:%Y}/{date:%m}/{slug}/"``) of an ``article`` and a ``page``;
    ``page_folders`` hold static pages.
    """

    def __init__(
        self,
        library: PhotoLibrary,
        markdown: Mapping[str, Any],
        settings: ArticleSettings,
        addresses: Mapping[str, str],
        page_folders: Collection[str],
    ) -> None:
        self._library = library
        self._markdown = make_markdown(markdown)
        self._settings = settings
        self._addresses = addresses
        self._page_folders = tuple(
            f"{name}/" if (name := folder.strip("/")) else "" for folder in page_folders
        )
        self._root = library.root

    def read(self, path: Path, content: bytes | None = None) -> Reading:
        """Return what the file ``path`` (absolute) says; ``content`` is what is in it, if that
        has been read already.

        Raises :class:`ProblemError` with all that is wrong if any of it is an error.
        """
        self._library.finder.watch()
        relative = self._name(path)
        document = self._open(path, relative, content)
        take_defaults(document, self._settings)
        metadata = read_metadata(document)
        is_page = document.is_page = relative.startswith(self._page_folders)
        check = report_unused if is_page else require_date
        check(document)
        if not is_page:
            check_category(document, self._settings)
        html = self._convert(document, metadata)
        metadata = {"source": None, "photos": ()} | metadata | document.metadata
        self._complete(document, metadata, html)
        if any(problem.level == "error" for problem in document.problems):
            raise UnreadableError(document.problems, metadata)
        shown_above = metadata["lead_photo"] and not metadata["lead_in_body"]
        first = 'loading="lazy"' if shown_above else 'fetchpriority="high"'
        body = Body(
            html.replace(f'fetchpriority="{FIRST_IMAGE}"', first),
            metadata["photos"],
            metadata.get("figures", ()),
            tuple(metadata.get("attachments", ())),
            tuple(metadata.get("linked", ())),
        )
        finder = self._library.finder
        return Reading(
            self._article(relative, metadata, is_page=is_page),
            body,
            tuple(document.problems),
            tuple((question, finder.answer(question)) for question in sorted(finder.lookups)),
            # Another article may say what it will: the link to it does not change.
            tuple(sorted(path for path in map(self._name, finder.files) if not _is_article(path))),
        )

    def _name(self, path: Path) -> str:
        return path.relative_to(self._root).as_posix()

    def _article(self, path: str, metadata: dict[str, Any], *, is_page: bool) -> Article:
        kind = "page" if is_page else "article"
        moment: datetime | None = metadata.get("date")
        slug = metadata["slug"]
        # A draft without a date has no address yet.
        address = self._addresses[kind].format(date=moment or _NO_DATE, slug=slug)
        return Article(
            kind="page" if is_page else "article",
            path=path,
            title=metadata["title"],
            slug=slug,
            url=address,
            status=metadata["status"],
            date=moment,
            modified=metadata.get("modified"),
            has_standfirst=metadata["has_standfirst"],
            summary_text=metadata["summary_text"],
            category_name=metadata["category_name"],
            tag_names=tuple(metadata["tag_names"]),
            author_names=tuple(metadata["author_names"]),
            source=metadata["source"],
            corrections=metadata["corrections"],
            lead_photo=metadata["lead_photo"],
            lead_in_body=metadata["lead_in_body"],
        )

    def _open(self, path: Path, relative: str, content: bytes | None) -> Document:
        """Return the document with its front matter read."""
        name = normalise(relative)
        try:
            lines = decode(path.read_bytes() if content is None else content).split("\n")
        except EncodingError as error:
            problem = Problem(
                name,
                error.line,
                "tệp không phải chữ Unicode (UTF-8)",
                "Mở tệp, chọn Save As (Lưu thành), ở ô Encoding chọn UTF-8 rồi lưu lại; "
                "bài gõ bằng phông TCVN3 hay VNI thì chuyển mã sang Unicode trước.",
            )
            raise ProblemError([problem]) from None
        except OSError as error:
            problem = Problem(
                name,
                None,
                f"không mở được tệp ({error.strerror})",
                "Kiểm tra quyền đọc tệp và ổ đĩa.",
            )
            raise ProblemError([problem]) from None
        head = parse_front_matter(lines)
        document = Document(path, self._library, name, lines, head.body_line, head.fields)
        for line, message, fix in head.problems:
            document.report(line, message, fix)
        for line, message, fix in head.warnings:
            document.report(line, message, fix, warning=True)
        letters.report(document)
        return document

    def _convert(self, document: Document, metadata: dict[str, Any]) -> str:
        """Return the body's HTML, cleaned of what raw HTML must not bring in."""
        body, dropped = drop_title(document.lines[document.body_line - 1 :], metadata["title"])
        if dropped:
            document.report(
                document.body_line + dropped.start,
                f"dòng đầu thân bài nhắc lại tiêu đề, đã bỏ: “{dropped.text}”",
                "Xóa dòng này khỏi thân bài.",
                warning=True,
            )
        if not any(line.strip() for line in body) and metadata["status"] != "draft":
            document.report(
                None, "bài không có nội dung", "Dán nội dung vào dưới phần đầu bài, cách một dòng."
            )
        self._markdown.reset()
        self._markdown.document = document  # type: ignore[attr-defined]
        html = self._markdown.convert("\n".join(body))
        cleaned, removals = clean_html(html, self._settings.embed_hosts)
        for removal in removals:
            document.report(
                document.locate(removal.snippet.split("\n")[0]),
                f"{removal.what}: {removal.snippet[:80]}",
                removal.fix,
                warning=True,
            )
        return cleaned

    def _complete(self, document: Document, metadata: dict[str, Any], content: str) -> None:
        """Add what follows from the front matter and the body together."""
        standfirst = metadata.pop("standfirst")
        metadata["has_standfirst"] = bool(standfirst)
        metadata["summary_text"] = standfirst or excerpt(content, self._settings.excerpt_words)
        metadata["category_name"] = metadata["category_name"] or self._settings.default_category
        if not metadata["author_names"] and metadata["source"] is None:
            metadata["author_names"] = [self._settings.default_byline]
        photos: tuple[Photo, ...] = metadata["photos"]
        lead = lead_photo(document, photos, metadata["title"])
        in_body = lead is not None and any(lead.source == photo.source for photo in photos)
        metadata["lead_photo"], metadata["lead_in_body"] = lead, in_body
        above = (lead,) if lead and not in_body else ()
        metadata["photos"] = (*above, *photos, *metadata.pop("linked_photos", ()))
        metadata["corrections"] = ()
        if "Correction" in document.fields:
            metadata["corrections"] = parse_corrections(document.fields["Correction"], document)
        changes = [correction.date for correction in metadata["corrections"]]
        changes += [metadata["modified"]] if "modified" in metadata else []
        if changes:
            metadata["modified"] = max(changes)
