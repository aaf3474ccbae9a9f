"""The reader Pelican calls for every Markdown file of the content folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

from markdown import Markdown
from pelican.readers import BaseReader

from plugins.articles.cleaning import clean_html
from plugins.articles.config import ArticleSettings
from plugins.articles.document import FIRST_IMAGE, Document
from plugins.articles.excerpt import excerpt
from plugins.articles.fields import read_metadata, report_unused, require_date
from plugins.articles.frontmatter import parse_front_matter
from plugins.articles.lead import lead_photo
from plugins.articles.pasted import drop_title
from plugins.articles.text import EncodingError, decode, normalise
from plugins.attribution.corrections import parse_corrections
from plugins.photos import Photo, PhotoLibrary
from plugins.problems import Problem, ProblemError


class ArticleReader(BaseReader):
    """Reads articles and static pages: front matter, then Markdown with our extensions."""

    file_extensions: ClassVar[list[str]] = ["md", "markdown", "mkd", "mdown"]

    def __init__(self, settings: dict[str, Any]) -> None:
        super().__init__(settings)
        self._settings: ArticleSettings = settings["ARTICLE_SETTINGS"]
        self._markdown = Markdown(**settings["MARKDOWN"])
        self._library: PhotoLibrary = settings["PHOTO_LIBRARY"]
        self._root = self._library.root

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Return a file's HTML and metadata.

        Raises :class:`ProblemError` with all that is wrong if any of it is an error;
        warnings come back as ``metadata["problems"]``.
        """
        document = self._open(Path(source_path))
        metadata = read_metadata(document)
        check = report_unused if self._is_page(document) else require_date
        check(document)
        content = self._convert(document, metadata)
        nothing = {"source": None, "figures": (), "photos": (), "attachments": (), "linked": ()}
        metadata |= nothing | document.metadata
        self._complete(document, metadata, content)
        shown_above = metadata["lead_photo"] and not metadata["lead_in_body"]
        first = 'loading="lazy"' if shown_above else 'fetchpriority="high"'
        content = content.replace(f'fetchpriority="{FIRST_IMAGE}"', first)
        if any(problem.level == "error" for problem in document.problems):
            raise ProblemError(document.problems)
        metadata["problems"] = document.problems
        return content, metadata

    def _open(self, path: Path) -> Document:
        """Return the document with its front matter read."""
        name = normalise(path.relative_to(self._root).as_posix())
        try:
            lines = decode(path.read_bytes()).split("\n")
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
        return document

    def _is_page(self, document: Document) -> bool:
        relative = document.path.relative_to(self._root)
        return any(relative.is_relative_to(folder) for folder in self.settings["PAGE_PATHS"])

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
