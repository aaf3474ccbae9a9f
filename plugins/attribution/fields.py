"""The source in the front matter: ``Source`` and ``Source_author``, ``_url`` and ``_date``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from plugins.attribution.claims.claim import Claim
from plugins.attribution.claims.merging import NOTHING
from plugins.attribution.lines.line import read_statement
from plugins.attribution.lines.links import is_web_url
from plugins.attribution.model import Outlet, Source
from plugins.core import checks
from plugins.core.dates.date import parse_date
from plugins.core.document import Document
from plugins.core.errors import DateError
from plugins.core.text.spaces import fold, squeeze
from plugins.names.outlets import KnownOutlets
from plugins.names.people import are_people, split_people

_NAME_FIX = "Viết tên báo, ví dụ “Source: Báo Lào Cai điện tử”; nhiều báo thì viết thành danh sách."


def read_fields(document: Document, known: KnownOutlets) -> Source:
    """Return what the front matter says of the source; all blank if it says nothing.

    The outlets may be missing while an author, a link or a date is there: the body's last
    line may still name them. Reports values that cannot be read.
    """
    source = _source(document, known)
    author = _author(document)
    if author and source.author and fold(author) != fold(source.author):
        document.report(
            checks.SOURCES_DIFFER,
            document.fields["Source_author"].line,
            f"“Source” ghi tác giả là “{source.author}” nhưng “Source_author” ghi “{author}”",
            "Giữ tên đúng và xóa tên kia.",
        )
    url = _url(document)
    if url and source.url and url != source.url:
        document.report(
            checks.SOURCES_DIFFER,
            document.fields["Source_url"].line,
            f"“Source” dẫn đến {source.url} nhưng “Source_url” là {url}",
            "Giữ đường dẫn đúng và xóa đường dẫn kia.",
        )
    return source._replace(
        author=author or source.author,
        url=url or source.url,
        date=_date(document) or source.date,
    )


def written_authors(document: Document) -> tuple[str, ...]:
    """Return the names behind the front matter's ``Authors``, as written."""
    field = document.fields.get("Authors")
    if field is None:
        return ()
    values = field.value if isinstance(field.value, list) else [field.value]
    return tuple(name for value in values if isinstance(value, str) and (name := squeeze(value)))


def agree(people: str, authors: Iterable[str], known: KnownOutlets) -> bool:
    """Whether each of the ``people`` is among ``authors``, perhaps there with a family name.

    Letter case does not matter.
    """
    named = {fold(each) for author in authors for each in split_people(author, known)}
    return all(
        any(name == fold(each) or name.endswith(f" {fold(each)}") for name in named)
        for each in split_people(people, known)
    )


def resolve(claim: Claim, document: Document, line: int | None) -> Source:
    """Return a claim's source with its date; report a wrong date and links without a place."""
    for url in claim.unused:
        document.report(
            checks.SOURCE_LINK_SURPLUS if is_web_url(url) else checks.SOURCE_LINK_WRONG,
            line,
            f"không giữ được đường dẫn “{url}” của nguồn",
            "Chỉ ghi một đường dẫn đến bài gốc, bắt đầu bằng https://, hoặc ghi nó ở “Source_url”.",
        )
    if claim.date is None:
        return claim.source
    try:
        return claim.source._replace(date=parse_date(claim.date))
    except DateError as error:
        document.report(error.check, line, f"ngày trong dòng nguồn: {error.message}", error.fix)
        return claim.source


def _source(document: Document, known: KnownOutlets) -> Source:
    field = document.fields.get("Source")
    if field is None:
        return NOTHING
    values = field.value if isinstance(field.value, list) else [field.value]
    sources: list[Source] = []
    for value in values:
        claim = read_statement(value, known) if isinstance(value, str) else None
        if claim is not None:
            sources.append(resolve(claim, document, field.line))
        elif value not in ("", None):
            message = f"không đọc được nguồn “{value}” ở “Source”"
            document.report(checks.SOURCE_UNREADABLE, field.line, message, _NAME_FIX)
    return _joined(sources, known)


def _joined(sources: list[Source], known: KnownOutlets) -> Source:
    """Make one source of the list's items; an item that is a person is the author."""
    authors: dict[str, str] = {}
    outlets: dict[str, Outlet] = {}
    for source in sources:
        named = " - ".join(outlet.name for outlet in source.outlets)
        if len(sources) > 1 and not source.author and are_people(named, known):
            authors.setdefault(fold(named), named)
            continue
        if source.author:
            authors.setdefault(fold(source.author), source.author)
        for outlet in source.outlets:
            outlets.setdefault(fold(outlet.name), outlet)
    if authors and not outlets:
        outlets = {key: Outlet(name) for key, name in authors.items()}
        authors = {}
    return Source(
        ", ".join(authors.values()) or None,
        tuple(outlets.values()),
        next((source.url for source in sources if source.url), None),
        next((source.date for source in sources if source.date), None),
    )


def _author(document: Document) -> str | None:
    field = document.fields.get("Source_author")
    if field is None:
        return None
    values = field.value if isinstance(field.value, list) else [field.value]
    if not all(isinstance(value, str) for value in values):
        document.report(
            checks.VALUE_MISSHAPEN,
            field.line,
            "“Source_author” phải là tên người",
            "Viết “Source_author: Trần Tuấn Ngọc”.",
        )
        return None
    return ", ".join(name for value in values if (name := squeeze(value))) or None


def _url(document: Document) -> str | None:
    field = document.fields.get("Source_url")
    if field is None:
        return None
    url = squeeze(str(field.value)).removeprefix("<").removesuffix(">")
    if is_web_url(url):
        return url
    document.report(
        checks.SOURCE_LINK_WRONG,
        field.line,
        f"“Source_url: {url}” không phải địa chỉ trang web",
        "Chép nguyên địa chỉ bài gốc từ trình duyệt, bắt đầu bằng https://.",
    )
    return None


def _date(document: Document) -> datetime | None:
    field = document.fields.get("Source_date")
    if field is None:
        return None
    try:
        return parse_date(_as_text(field.value))
    except DateError as error:
        document.report(error.check, field.line, f"“Source_date”: {error.message}", error.fix)
        return None


def _as_text(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
