"""Files are read on all processors; what one says is packed for the state where it was read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from plugins.articles.errors import UnreadableError
from plugins.articles.source_file import MOST_BYTES
from plugins.core import checks
from plugins.core.problems import Problem, ProblemError
from plugins.core.text.decoding import normalise
from plugins.engine.plan.catalogue import lists_of
from plugins.engine.project.project import Project
from plugins.engine.scan.time_limit import LONGEST, TooSlowError, time_limit
from plugins.engine.scan.unpublished import date_draft, saved_on
from plugins.engine.store.codec import pack, pack_plain
from plugins.engine.store.rows import epoch
from plugins.metadata.sitemaps import article_entry
from plugins.photos import Photo, PhotoLibrary

if TYPE_CHECKING:
    from plugins.articles.reader import ArticleReader, Reading


class Said(NamedTuple):
    """What a build has to know of a file that it read: the article's source path, and the articles
    it links to with the lines of the links."""

    path: str
    linked: tuple[tuple[str, int | None], ...]


class Failed(NamedTuple):
    """What could be read of an article with mistakes: its source path, what its author wants of
    it, its date (0 if it has none), and the photos that it shows."""

    path: str
    status: str
    moment: int
    photos: tuple[Photo, ...]


class Packed(NamedTuple):
    """One article as the state keeps it; ``status`` is what its author wants of it, ``moment``
    its date, ``media`` whether it shows photos or has attachments, ``used`` the files it uses. The
    bytes are an :class:`~plugins.core.article.Article`, a ``Body``, and what the reading depends
    on; ``sitemap`` is what sitemaps say of it."""

    said: Said
    kind: str
    status: str
    moment: int
    slug: str
    url: str
    pictured: bool
    media: bool
    lists: tuple[tuple[str, str, str], ...]
    article: bytes
    sitemap: str
    body: bytes
    dependencies: bytes
    files: tuple[str, ...]


def pack_reading(reading: Reading) -> Packed:
    """Return what the state keeps of a reading; a reading that depends on nothing has no bytes
    for that."""
    article, body = reading.article, reading.body
    return Packed(
        Said(article.path, body.linked),
        article.kind,
        article.status,
        epoch(article.date),
        article.slug,
        article.url,
        pictured=article.lead_photo is not None,
        media=bool(body.photos or body.attachments),
        lists=lists_of(article, body),
        article=pack(article),
        sitemap=article_entry(article, body),
        body=pack(body),
        dependencies=pack_plain((reading.lookups, reading.files)) if reading.lookups else b"",
        files=reading.files,
    )


def article_reader(project: Project, library: PhotoLibrary) -> ArticleReader:
    """Return what reads the project's articles: once a process, for it is slow to make."""
    from plugins.articles.reader import ArticleReader  # slow to import: python-markdown

    return ArticleReader(
        library,
        project.markdown,
        project.articles,
        project.addresses,
        project.page_folders,
        project.proofreading,
    )


def read_files(
    paths: Iterable[str], project: Project, reader: ArticleReader, digests: Mapping[str, bytes]
) -> Iterator[tuple[str, bytes, Packed | Failed | None, tuple[Problem, ...]]]:
    """Yield for each of ``paths`` its digest, what it says unless that is known, and what is
    wrong with it."""
    for path in paths:
        digest = b""
        try:
            file = project.content / path
            content = _content(file)
            if content is not None:
                digest = _digest(content, file if project.build.preview else None)
            if digests.get(path) == digest:
                yield path, digest, None, ()
                continue
            with time_limit():
                reading = reader.read(file, content)
            if project.build.preview:
                date_draft(reading.article, file, project.addresses)
            packed = pack_reading(reading)
        except UnreadableError as error:
            failed = Failed(path, error.status, epoch(error.date), error.photos)
            yield path, digest, failed, tuple(error.problems)
        except ProblemError as error:
            yield path, digest, None, tuple(error.problems)
        except TooSlowError:
            yield path, digest, None, (_too_slow(path),)
        except RecursionError:
            yield path, digest, None, (_too_deep(path),)
        except Exception as error:  # noqa: BLE001 - one file must not hide the others
            yield path, digest, None, (_fault(path, error),)
        else:
            yield path, digest, packed, reading.warnings


def _digest(content: bytes, dated_by: Path | None) -> bytes:
    """Return what differs if an article says something else: its text, and in a preview the day
    of its file, by which a draft is dated."""
    day = f"{saved_on(dated_by):%Y-%m-%d}".encode() if dated_by else b""
    return hashlib.blake2b(content, digest_size=16, key=day).digest()


def _content(file: Path) -> bytes | None:
    try:
        return file.read_bytes() if file.stat().st_size <= MOST_BYTES else None
    except OSError:
        return None  # the reader says why


def _too_deep(path: str) -> Problem:
    return Problem(
        checks.ARTICLE_TOO_DEEP,
        normalise(path),
        None,
        "thẻ HTML, danh sách hay trích dẫn lồng trong nhau hàng trăm tầng",
        "Xóa các thẻ mở ra mà không đóng, các dấu “>” hay khoảng trắng đầu dòng lặp lại.",
    )


def _too_slow(path: str) -> Problem:
    return Problem(
        checks.ARTICLE_TOO_SLOW,
        normalise(path),
        None,
        f"đọc bài này quá {LONGEST:.0f} giây vẫn chưa xong",
        "Bỏ đoạn có hàng nghìn dấu ngoặc, dấu sao, thẻ HTML lặp lại; nếu không có đoạn nào như vậy "
        "thì gửi tệp này cho người phụ trách kỹ thuật.",
    )


def _fault(path: str, error: Exception) -> Problem:
    """A fault of the program on one file: say which file, and where in the program."""
    import traceback  # slow, and hardly ever needed

    frame = traceback.extract_tb(error.__traceback__)[-1]
    return Problem(
        checks.PROGRAM_FAULT,
        normalise(path),
        None,
        f"chương trình gặp sự cố khi đọc tệp này ({type(error).__name__}: {error}; "
        f"{Path(frame.filename).name}:{frame.lineno})",
        "Gửi tệp này và cả dòng báo lỗi cho người phụ trách kỹ thuật.",
    )
