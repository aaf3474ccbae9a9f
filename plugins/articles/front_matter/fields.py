"""Front-matter values → the article's head, with a problem for every wrong one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from plugins.articles.config import STATUSES, ArticleSettings
from plugins.articles.front_matter.authors import bare_name, split_authors
from plugins.articles.front_matter.keys import KEYS
from plugins.core import checks
from plugins.core.article import FOLDERS, PIN_PLACES, Kind, Pin
from plugins.core.dates.date import parse_date
from plugins.core.document import Document, Field
from plugins.core.errors import AddressError, DateError
from plugins.core.terms import check_name
from plugins.core.text.addresses import OldAddress, read_old_address
from plugins.core.text.expressions import expression
from plugins.core.text.slugs import LONGEST, shortened, slugify

_SLUG_LENGTH = 120  # a file system's names end at 255 bytes, readers' patience before
_CALLED: dict[Kind, str] = {
    "article": "bài viết",
    "page": "trang tĩnh (pages/)",
    "document": f"văn bản ({FOLDERS['document']}/)",
    "notice": f"thông báo ({FOLDERS['notice']}/)",
}
_SLUG = expression(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LANGUAGE = expression(r"[a-z]{2,3}(?:-[a-zA-Z0-9]{2,8})*")  # a tag after RFC 5646


def text_field(document: Document, key: str) -> str:
    """Return a key's text with its white space folded, or ``""``; a list is a problem."""
    field = document.fields.get(key)
    if field is None:
        return ""
    if not isinstance(field.value, str):
        document.report(
            checks.VALUE_MISSHAPEN,
            field.line,
            f"“{key}” phải là một dòng chữ, không phải một danh sách",
            f"Viết lại thành “{key}: …” trên một dòng.",
        )
        return ""
    return " ".join(field.value.split())


def names_field(document: Document, key: str) -> list[str]:
    """Return a key's names, each once; text of "Authors" may name several people."""
    field = document.fields.get(key)
    if field is None:
        return []
    values = field.value if isinstance(field.value, list) else [field.value]
    names: dict[str, str] = {}
    for value in values:
        if not isinstance(value, str):
            document.report(
                checks.VALUE_MISSHAPEN,
                field.line,
                f"“{key}” có một mục không phải là tên: {value}",
                "Bỏ dấu hai chấm trong tên, hoặc đặt cả tên trong dấu nháy kép.",
            )
            continue
        line = " ".join(value.split())
        for written in split_authors(line) if key == "Authors" else (line,):
            if name := bare_name(written):
                names.setdefault(name.casefold(), name)
    fix = f"Các tên phải tách bằng dấu phẩy: “{key}: tên này, tên kia”."
    for name in names.values():
        check_name(document, checks.NAME_TOO_LONG, field.line, f"“{key}”", name, fix)
        if key == "Authors" and ":" in name:
            document.report(
                checks.AUTHOR_DOUBTFUL,
                field.line,
                f"“{name}” ở “Authors” không phải tên một người viết",
                "Chỉ ghi tên người viết; tên người chụp ảnh ghi ở chú thích ảnh.",
            )
    return list(names.values())


def date_field(document: Document, key: str) -> datetime | None:
    """Return a key's moment, or ``None`` when it is missing or (reported) wrong."""
    field = document.fields.get(key)
    if field is None:
        return None
    try:
        return parse_date(str(field.value))
    except DateError as error:
        document.report(error.check, field.line, f"“{key}”: {error.message}", error.fix)
        return None


def take_defaults(document: Document, settings: ArticleSettings) -> None:
    """Have the settings say what the front matter does not."""
    for key, value in settings.default_head.items():
        if document.kind in KEYS[key].of:
            document.fields.setdefault(key, Field(value, 1))


@dataclass
class Head:
    """What an article's front matter says of it; names are text, which become terms once all
    articles are read."""

    title: str
    category_name: str
    tag_names: list[str]
    author_names: list[str]
    standfirst: str
    status: str
    slug: str
    date: datetime | None
    modified: datetime | None
    series_name: str = ""
    pin: Pin | None = None
    until: datetime | None = None
    aliases: tuple[tuple[OldAddress, int], ...] = ()
    language: str = ""


def read_head(document: Document, settings: ArticleSettings) -> Head:
    """Return what the front matter says, with a problem for all that is wrong."""
    title = text_field(document, "Title")
    is_page = document.kind == "page"
    head = Head(
        title,
        _term_name(
            document,
            "Category",
            "Chỉ ghi tên một chuyên mục; các tên khác để ở “Tags”, tách bằng dấu phẩy.",
        ),
        names_field(document, "Tags"),
        names_field(document, "Authors"),
        text_field(document, "Summary"),
        _status(document),
        "",
        date_field(document, "Date"),
        date_field(document, "Modified"),
        _term_name(document, "Series", "Chỉ ghi tên một chuyên đề."),
        _pin(document),
        _end_of_day(date_field(document, "Banner_until" if is_page else "Until")),
    )
    if not title and _absent("Title", document):
        fix = "Thêm dòng “Title: Tiêu đề bài” ở đầu tệp."
        document.report(checks.TITLE_MISSING, 1, "thiếu tiêu đề", fix)
    head.slug = _slug(document, title, settings)
    head.aliases = tuple(_aliases(document))
    head.language = _language(document)
    return head


def require_date(document: Document) -> None:
    """Report an article without a date; a draft may lack one."""
    status = document.fields.get("Status", Field("published", 1)).value
    if _absent("Date", document) and str(status).strip().lower() != "draft":
        fix = "Thêm dòng “Date: 11/01/2024 15:30” (ngày/tháng/năm giờ:phút)."
        document.report(checks.DATE_MISSING, 1, "thiếu ngày đăng", fix)


def report_unused(document: Document) -> None:
    """Warn of what is said that nobody would see in a file of its kind, and forget it."""
    for key in [key for key in document.fields if document.kind not in KEYS[key].of]:
        document.report(
            checks.KEY_UNUSED,
            document.fields.pop(key).line,
            f"“{key}” không có tác dụng ở {_CALLED[document.kind]}",
            "Bỏ dòng này; nếu tệp nằm nhầm chỗ thì chuyển sang thư mục của "
            f"{' hoặc '.join(_CALLED[kind] for kind in KEYS[key].of)}.",
        )


def report_introduced(document: Document, head: Head) -> None:
    """Warn of a static page that names more than the one series or author that it introduces."""
    introduced = [*[head.series_name] * bool(head.series_name), *head.author_names]
    if len(introduced) > 1:
        document.report(
            checks.INTRODUCED_MANY,
            document.fields["Authors"].line,
            f"trang này chỉ giới thiệu được “{introduced[0]}”",
            "Để lại một tên; mỗi chuyên đề, mỗi tác giả khác viết một trang riêng.",
        )


def _term_name(document: Document, key: str, fix: str) -> str:
    """Return the one name that a key has."""
    name = text_field(document, key)
    if name:
        line = document.fields[key].line
        check_name(document, checks.NAME_TOO_LONG, line, f"“{key}”", name, fix)
    return name


def _pin(document: Document) -> Pin | None:
    """Return whether the article is to stand at the top of the front page."""
    until = _end_of_day(date_field(document, "Pin_until"))
    field = document.fields.get("Pin")
    if field is None:
        if "Pin_until" in document.fields:
            line = document.fields["Pin_until"].line
            fix = "Thêm dòng “Pin: 1” (từ 1 đến 7, số nhỏ đứng trước), hoặc xóa dòng này."
            document.report(checks.PIN_WITHOUT_PLACE, line, "có “Pin_until” mà thiếu “Pin”", fix)
        return None
    if str(field.value) not in map(str, PIN_PLACES):
        message = f"“Pin: {field.value}” không phải một số từ 1 đến 7"
        fix = "“Pin: 1” là tin đứng đầu trang nhất; không ghim nữa thì xóa dòng này."
        document.report(checks.PIN_UNUSABLE, field.line, message, fix)
        return None
    return Pin(int(field.value), until)


def _end_of_day(until: datetime | None) -> datetime | None:
    """Return the moment until when something is meant: a day alone to its end."""
    if until and (until.hour, until.minute, until.second) == (0, 0, 0):
        until += timedelta(days=1)
    return until


def _aliases(document: Document) -> Iterator[tuple[OldAddress, int]]:
    """Yield the old addresses, each once, with their line."""
    field = document.fields.get("Aliases")
    if field is None:
        return
    values = field.value if isinstance(field.value, list) else str(field.value).split(",")
    known: set[str] = set()
    for value in values:
        if isinstance(value, str) and not value.strip():
            continue
        try:
            address = read_old_address(str(value))
        except AddressError as error:
            document.report(
                checks.OLD_ADDRESS_UNUSABLE,
                field.line,
                f"địa chỉ cũ “{str(value).strip()[:80]}” ở “Aliases” {error.message}",
                error.fix,
            )
            continue
        if address.key not in known:
            known.add(address.key)
            yield address, field.line


def _absent(key: str, document: Document) -> bool:
    """Whether the key is really absent (a wrong value was reported already)."""
    return key not in document.fields


def _language(document: Document) -> str:
    field = document.fields.get("Lang")
    language = "" if field is None else str(field.value)
    if field is None or _LANGUAGE.fullmatch(language):
        return language
    document.report(
        checks.LANGUAGE_UNKNOWN,
        field.line,
        f"“Lang: {language}” không phải mã của một ngôn ngữ",
        "Viết mã hai chữ thường: “Lang: en” (tiếng Anh), “Lang: zh” (tiếng Trung); trang tiếng "
        "Việt thì bỏ dòng này.",
    )
    return ""


def _status(document: Document) -> str:
    field = document.fields.get("Status", Field("published", 1))
    status = str(field.value).strip().lower()
    if status in STATUSES:
        return status
    document.report(
        checks.STATUS_UNKNOWN,
        field.line,
        f"trạng thái “{field.value}” không có",
        "Viết “Status: draft” (bản nháp), “Status: hidden” (có trang riêng, không lên danh sách), "
        "“Status: withdrawn” (đã gỡ) hoặc bỏ dòng này để đăng bài.",
    )
    return "draft"


def _slug(document: Document, title: str, settings: ArticleSettings) -> str:
    substitutions = settings.slug_substitutions.get("article", ())
    field = document.fields.get("Slug")
    if field is not None:
        slug = str(field.value)
        if not _SLUG.fullmatch(slug):
            better = slugify(slug)
            document.report(
                checks.SLUG_UNUSABLE,
                field.line,
                f"“Slug: {slug}” không dùng làm địa chỉ được",
                f"Chỉ dùng chữ thường không dấu, số và gạch nối: “Slug: {better or 'ten-bai'}”.",
            )
        elif len(slug) > LONGEST:
            document.report(
                checks.SLUG_UNUSABLE,
                field.line,
                f"“Slug” quá dài ({len(slug)} ký tự)",
                f"Rút lại, không quá {_SLUG_LENGTH} ký tự.",
            )
        return slug
    if own := own_folder(document):
        # A folder of its own names the article: renaming the title keeps the address.
        return slugify(own)
    names = [document.path.stem] if settings.slug_source == "basename" else []
    slugs = (shortened(slugify(name, substitutions), _SLUG_LENGTH) for name in (*names, title))
    slug = next(filter(None, slugs), "")
    if title and not slug:
        document.report(
            checks.TITLE_WITHOUT_SLUG,
            document.fields["Title"].line,
            "không rút được địa chỉ từ tiêu đề này",
            "Thêm dòng “Slug: ten-bai-khong-dau”.",
        )
    return slug


def own_folder(document: Document) -> str:
    """Return the name of the folder of an ``index.md`` if it is its own, not one of the tree's
    (2024/01), else ``""``."""
    folder = document.path.parent
    depth = len(folder.relative_to(document.root).parts)
    is_own = depth > 1 and not folder.name.isdecimal() and bool(slugify(folder.name))
    return folder.name if is_own and document.path.stem.casefold() == "index" else ""
