"""Reads a Markdown file of the content folder: front matter, then the body."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from copy import copy
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from plugins.articles.config import ArticleSettings
from plugins.articles.errors import UnreadableError
from plugins.articles.excerpt import excerpt
from plugins.articles.front_matter.categories import category_of_folder, check_category
from plugins.articles.front_matter.fields import (
    Head,
    read_head,
    report_introduced,
    report_unused,
    require_date,
    take_defaults,
)
from plugins.articles.front_matter.parser import parse_front_matter
from plugins.articles.lead import banner, lead_photo
from plugins.articles.links import MARKDOWN
from plugins.articles.markdown import make_markdown
from plugins.articles.official import official_document
from plugins.articles.source_file import MOST_BYTES, too_long
from plugins.articles.typed.rules import letters
from plugins.attribution import Correction
from plugins.attribution.corrections import parse_corrections, read_withdrawal
from plugins.attribution.lines.pasted import drop_title
from plugins.core import checks
from plugins.core.article import FOLDERS, Article, Body, Kind
from plugins.core.document import FIRST_IMAGE, Document
from plugins.core.errors import EncodingError
from plugins.core.html.cleaning import clean_html
from plugins.core.problems import Problem, ProblemError
from plugins.core.text.decoding import decode_marked, normalise
from plugins.photos import Photo, PhotoLibrary
from plugins.photos.plan.locate import Question
from plugins.proofreading.config import ProofreadingSettings
from plugins.proofreading.proof import Proof
from plugins.proofreading.reading import report as report_findings
from plugins.proofreading.silence import Marks, report_unusable, silence_of, take_marks

_RULES_ALONE = ProofreadingSettings()
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


class ArticleReader:
    """Reads articles, static pages, documents and notices; what it needs of other files it asks
    ``library`` for.

    ``markdown`` are the arguments for python-markdown, ``addresses`` the patterns of
    addresses (``"{date:%Y}/{date:%m}/{slug}/"``) by kind; ``page_folders`` hold static pages;
    ``proofreading`` says what rules know of the newsroom.
    """

    def __init__(
        self,
        library: PhotoLibrary,
        markdown: Mapping[str, Any],
        settings: ArticleSettings,
        addresses: Mapping[str, str],
        page_folders: Collection[str],
        proofreading: ProofreadingSettings = _RULES_ALONE,
    ) -> None:
        self._library = library
        self._markdown = make_markdown(markdown)
        self._settings = settings
        self._addresses = addresses
        self._proofreading = proofreading
        self._page_folders = tuple(
            f"{name}/" if (name := folder.strip("/")) else "" for folder in page_folders
        )
        self._root = library.root

    def looking_in(self, library: PhotoLibrary) -> ArticleReader:
        """Return a reader that asks ``library``, of the same content folder, and shares all else
        with this one."""
        other = copy(self)
        other._library = library
        return other

    def read(self, path: Path, content: bytes | None = None) -> Reading:
        """Return what the file ``path`` (absolute) says; ``content`` is what is in it, if that
        has been read already.

        Raises :class:`ProblemError` with all that is wrong if any of it is an error.
        """
        self._library.finder.watch()
        relative = self._name(path)
        document, marks = self._open(path, relative, content)
        document.kind = self._kind(relative)
        take_defaults(document, self._settings)
        report_unused(document)
        head = read_head(document, self._settings)
        if document.kind == "page":
            report_introduced(document, head)
        else:
            require_date(document)
        check_category(document, self._settings)
        html = self._convert(document, head)
        article, photos = self._article(relative, document, head, html)
        silence = silence_of(document.fields, marks, self._proofreading.silent)
        report_findings(Proof(document, article), self._proofreading, silence)
        report_unusable(document, marks)
        document.problems = silence.audible(document.problems)
        if any(problem.level == "error" for problem in document.problems):
            raise UnreadableError(document.problems, head, photos)
        shown_above = article.lead_photo and not article.lead_in_body
        first = 'loading="lazy"' if shown_above else 'fetchpriority="high"'
        found = document.found
        body = Body(
            html.replace(f'fetchpriority="{FIRST_IMAGE}"', first),
            photos,
            found.figures,
            tuple(found.attachments),
            tuple(found.linked),
            found.films,
            head.aliases,
        )
        finder = self._library.finder
        return Reading(
            article,
            body,
            tuple(document.problems),
            tuple((question, finder.answer(question)) for question in sorted(finder.lookups)),
            # Another article may say what it will: the link to it does not change.
            tuple(sorted(path for path in map(self._name, finder.files) if not _is_article(path))),
        )

    def _name(self, path: Path) -> str:
        return path.relative_to(self._root).as_posix()

    def _kind(self, relative: str) -> Kind:
        """Return what a file is, by the folder that it stands in."""
        if relative.startswith(self._page_folders):
            return "page"
        kinds = (kind for kind, folder in FOLDERS.items() if relative.startswith(f"{folder}/"))
        return next(kinds, "article")

    def _article(
        self, path: str, document: Document, head: Head, html: str
    ) -> tuple[Article, tuple[Photo, ...]]:
        """Return the article that the front matter and the body make together, and all photos
        that are shown or linked to."""
        found, settings = document.found, self._settings
        # A static page shows no authors: its head names whom it introduces.
        is_page = document.kind == "page"
        signed = None if is_page else found.author_names
        authors = head.author_names if signed is None else signed
        if not (authors or is_page or found.source):
            authors = [settings.default_byline]
        lead = lead_photo(document, found.photos, head.title)
        in_body = lead is not None and any(lead.source == photo.source for photo in found.photos)
        above = (lead,) if lead and not in_body else ()
        leading_here = banner(document, head.title)
        beside = (leading_here,) if leading_here else ()
        corrections: tuple[Correction, ...] = ()
        if "Correction" in document.fields:
            corrections = parse_corrections(document.fields["Correction"], document)
        withdrawal = read_withdrawal(document, head.status)
        changes = [correction.date for correction in corrections]
        changes += [head.modified] if head.modified else []
        # A draft without a date has no address yet.
        address = self._addresses[document.kind].format(date=head.date or _NO_DATE, slug=head.slug)
        article = Article(
            kind=document.kind,
            path=path,
            title=head.title,
            slug=head.slug,
            url=address,
            status=head.status,
            date=head.date,
            modified=max(changes, default=None),
            has_standfirst=bool(head.standfirst),
            summary_text=head.standfirst or excerpt(html, settings.excerpt_words),
            category_name=head.category_name
            or category_of_folder(document, settings)
            or settings.default_category,
            tag_names=tuple(head.tag_names),
            author_names=tuple(authors),
            source=found.source,
            corrections=corrections,
            withdrawal=withdrawal,
            series_name=head.series_name,
            pin=head.pin,
            until=head.until,
            document=official_document(document) if document.kind == "document" else None,
            lead_photo=lead,
            lead_in_body=in_body,
            banner=leading_here,
            language=head.language,
        )
        return article, (*above, *found.photos, *found.linked_photos, *beside)

    def _open(self, path: Path, relative: str, content: bytes | None) -> tuple[Document, Marks]:
        """Return the document with its front matter read, and what is silenced on its lines."""
        name = normalise(relative)
        try:
            if content is None and path.stat().st_size > MOST_BYTES:
                raise ProblemError([too_long(name)])
            read = decode_marked(path.read_bytes() if content is None else content)
        except EncodingError as error:
            problem = Problem(
                checks.FILE_NOT_UNICODE,
                name,
                error.line,
                "tệp không phải chữ Unicode (UTF-8)",
                "Mở tệp, chọn Save As (Lưu thành), ở ô Encoding chọn UTF-8 rồi lưu lại; "
                "bài gõ bằng phông TCVN3 hay VNI thì chuyển mã sang Unicode trước.",
            )
            raise ProblemError([problem]) from None
        except OSError as error:
            problem = Problem(
                checks.FILE_UNREADABLE,
                name,
                None,
                f"không mở được tệp ({error.strerror})",
                "Kiểm tra quyền đọc tệp và ổ đĩa.",
            )
            raise ProblemError([problem]) from None
        lines, marks = take_marks(read.text.split("\n"))
        head = parse_front_matter(lines)
        document = Document(path, self._library, name, lines, head.body_line, head.fields)
        document.hidden = read.hidden
        for mistake in head.problems:
            document.report(mistake.check, mistake.line, mistake.message, mistake.fix)
        letters.report(document)
        return document, marks

    def _convert(self, document: Document, head: Head) -> str:
        """Return the body's HTML, cleaned of what raw HTML must not bring in."""
        body, dropped = drop_title(document.lines[document.body_line - 1 :], head.title)
        if dropped:
            document.report(
                checks.TITLE_REPEATED,
                document.body_line + dropped.start,
                f"dòng đầu thân bài nhắc lại tiêu đề, đã bỏ: “{dropped.text}”",
                "Xóa dòng này khỏi thân bài.",
            )
        is_whole = document.kind == "document" or head.status == "draft"
        if not any(line.strip() for line in body) and not is_whole:
            fix = "Dán nội dung vào dưới phần đầu bài, cách một dòng."
            document.report(checks.BODY_EMPTY, None, "bài không có nội dung", fix)
        self._markdown.reset()
        self._markdown.document = document  # type: ignore[attr-defined] # extensions look for it there
        text = "\n".join(body)
        if not text.strip():
            # python-markdown passes over it; the head of a draft names its source all the same.
            for preprocessor in self._markdown.preprocessors:
                preprocessor.run(body)
        html = self._markdown.convert(text)
        cleaned, removals = clean_html(html, self._settings.embed_hosts)
        for removal in removals:
            document.report(
                removal.check,
                document.locate(removal.snippet.split("\n")[0]),
                f"{removal.what}: {removal.snippet[:80]}",
                removal.fix,
            )
        return cleaned
