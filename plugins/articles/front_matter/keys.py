"""The front matter's keys, and which one a misspelt or foreign key was meant to be."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from typing import Literal, NamedTuple, get_args

from plugins.core.article import Kind
from plugins.core.text.slugs import slugify

_NEWS: tuple[Kind, ...] = ("article",)
_DOCUMENTS: tuple[Kind, ...] = ("document",)
ValueKind = Literal["text", "texts", "list", "date", "word"]


class Key(NamedTuple):
    """What a key of the front matter is.

    ``kind`` says how its value is read: free text to the end of the line (``text``), one such text
    or several (``texts``), names or addresses between commas (``list``), a date, or one ``word``
    behind which a comment may stand. ``vietnamese`` is what an editor who thinks in Vietnamese
    would call it, ``foreign`` what other generators and editorial systems (Hugo, Jekyll, Hexo,
    Decap, WordPress) do. ``of`` are the kinds of files that it means something in.
    """

    kind: ValueKind
    vietnamese: tuple[str, ...]
    foreign: tuple[str, ...] = ()
    of: tuple[Kind, ...] = get_args(Kind)


KEYS: dict[str, Key] = {
    "Title": Key("text", ("Tiêu đề", "Tên bài", "Tít", "Đầu đề", "Nhan đề"), ("headline", "name")),
    "Date": Key(
        "date",
        ("Ngày", "Ngày đăng", "Ngày tháng", "Thời gian", "Giờ đăng"),
        ("publishdate", "publish_date", "published_at", "pubdate", "created", "created_at"),
    ),
    "Modified": Key(
        "date",
        ("Ngày sửa", "Sửa ngày", "Cập nhật", "Ngày cập nhật"),
        (
            "update",
            "updated",
            "updated_at",
            "lastmod",
            "last_modified",
            "last_modified_at",
            "modified_date",
            "date_modified",
        ),
    ),
    "Category": Key(
        "text",
        ("Chuyên mục", "Mục", "Danh mục", "Thể loại"),
        ("categories", "section", "topic"),
        of=_NEWS,
    ),
    "Tags": Key("list", ("Thẻ", "Từ khóa", "Nhãn"), ("tag", "keywords", "labels"), of=_NEWS),
    "Series": Key(
        "text",
        ("Chuyên đề", "Loạt bài", "Tuyến bài", "Vệt bài"),
        ("serie", "collection"),
        of=("article", "page"),
    ),
    "Authors": Key(
        "list",
        ("Tác giả", "Người viết", "Bút danh"),
        ("byline", "writer", "by"),
        of=(*_NEWS, "page"),
    ),
    "Summary": Key(
        "text",
        ("Tóm tắt", "Sapo", "Sa pô", "Mô tả", "Dẫn nhập"),
        ("description", "excerpt", "abstract", "intro", "teaser", "lead", "standfirst"),
    ),
    "Slug": Key("word", ("Đường dẫn", "Địa chỉ"), ("permalink", "path")),
    "Aliases": Key(
        "list",
        ("Địa chỉ cũ", "Đường dẫn cũ", "Bí danh", "Chuyển hướng"),
        ("alias", "redirect_from", "redirects", "old_url", "old_urls"),
    ),
    "Lang": Key("word", ("Ngôn ngữ", "Tiếng"), ("language", "locale"), of=("page",)),
    "Status": Key(
        "word",
        ("Trạng thái", "Tình trạng"),
        ("draft", "published", "hidden", "unlisted", "nháp", "bản nháp"),
    ),
    "Pin": Key(
        "word",
        ("Ghim", "Ghim trang nhất", "Vị trí"),
        ("pinned", "sticky", "featured"),
        of=_NEWS,
    ),
    "Pin_until": Key("date", ("Ghim đến", "Ghim đến ngày"), (), of=_NEWS),
    "Lead_photo": Key(
        "text",
        ("Ảnh đại diện", "Ảnh chính", "Ảnh", "Ảnh bìa"),
        (
            "image",
            "images",
            "cover",
            "thumbnail",
            "thumb",
            "photo",
            "picture",
            "featured_image",
            "cover_image",
            "hero",
        ),
        of=_NEWS,
    ),
    "Banner": Key(
        "text",
        ("Băng rôn", "Biểu ngữ", "Ảnh băng rôn", "Banner trang nhất"),
        ("hero_banner", "banner_image"),
        of=("page",),
    ),
    "Banner_until": Key("date", ("Băng rôn đến", "Băng rôn đến ngày"), (), of=("page",)),
    "Source": Key("texts", ("Nguồn", "Nguồn tin", "Theo"), ("sources", "via")),
    "Source_author": Key("text", ("Tác giả nguồn", "Tác giả gốc"), ()),
    "Source_url": Key(
        "word",
        ("Liên kết nguồn", "Link nguồn", "Link gốc", "Bài gốc"),
        ("source_link", "original_url", "canonical", "canonical_url"),
    ),
    "Source_date": Key("date", ("Ngày nguồn", "Ngày đăng gốc"), ()),
    "Correction": Key("texts", ("Đính chính", "Sửa lỗi"), ()),
    "Withdrawn": Key("texts", ("Gỡ bài", "Lý do gỡ"), ("retracted", "retraction")),
    "Skip_checks": Key("list", ("Bỏ qua", "Không báo", "Bỏ qua cảnh báo"), ("ignore", "noqa")),
    "Number": Key(
        "text",
        ("Số", "Số/ký hiệu", "Số hiệu", "Số ký hiệu", "Số văn bản"),
        ("document_number",),
        of=_DOCUMENTS,
    ),
    "Issuer": Key(
        "text",
        ("Cơ quan ban hành", "Nơi ban hành"),
        ("issued_by", "agency"),
        of=_DOCUMENTS,
    ),
    "Effective": Key(
        "date",
        ("Ngày có hiệu lực", "Hiệu lực", "Hiệu lực từ"),
        ("effective_date", "in_force"),
        of=_DOCUMENTS,
    ),
    "File": Key(
        "texts",
        ("Tệp", "Tập tin", "Tệp đính kèm", "Tệp văn bản"),
        ("files", "attachment", "attachments", "download"),
        of=_DOCUMENTS,
    ),
    "Until": Key(
        "date",
        ("Đến ngày", "Hết hạn", "Hiện đến ngày"),
        ("expires", "expiry", "expirydate", "valid_until", "end_date"),
        of=("notice",),
    ),
}
"""The front matter's keys, by the name under which they are kept; what becomes of the values says
:mod:`plugins.articles.front_matter.fields`."""

# "author" is Pelican's own spelling for one author; it means the same.
_CANONICAL = {key.casefold(): key for key in KEYS} | {"author": "Authors"}

# What they have and a bulletin has not: near to a key of ours by its letters alone.
_WITHOUT_LIKE = frozenset(
    {
        "subtitle", "phu-de", "tit-phu", "kicker", "layout", "type", "template", "weight", "order",
        "toc", "comments", "math", "url", "link", "id", "menu", "parent", "theme", "private",
        "caption",
    }
)  # fmt: skip

_SPELLINGS = {slugify(key): key for key in KEYS} | {
    slugify(name): key
    for names in ("vietnamese", "foreign")
    for key, declared in KEYS.items()
    for name in getattr(declared, names)
}

# Keys of other systems that say in one word whether an article is out: what "yes" makes of it.
_SWITCHES = {"draft": "draft", "nhap": "draft", "ban-nhap": "draft"} | {
    "published": "published",
    "hidden": "hidden",
    "unlisted": "hidden",
}
_YES = frozenset({"true", "yes", "y", "on", "1", "x", "co", "dung", "phai", "roi"})
_NO = frozenset({"false", "no", "n", "off", "0", "khong", "sai", "chua"})

_NEAR, _VERY_NEAR = 0.7, 0.8


@lru_cache(maxsize=1024)  # asked for each line of each head several times
def canonical_key(name: str) -> str | None:
    """Return the key that ``name`` spells (case does not matter), or ``None``."""
    return _CANONICAL.get(name.strip().casefold().replace("-", "_"))


def status_meant(name: str, value: str) -> str | None:
    """Return the status that a foreign ``draft: true`` or ``published: no`` means, or ``None``
    if it is no such thing, or means none in particular."""
    status = _SWITCHES.get(slugify(name))
    said = slugify(value)
    if status is None or said not in _YES | _NO:
        return None
    if said in _YES:
        return status
    return "draft" if status == "published" else "published"


def advice_for(name: str, value: str, taken: Collection[str]) -> str:
    """Return how to mend a key that is not known, in Vietnamese: by the nearest one that is not
    ``taken`` yet, or by deleting the line."""
    if status := status_meant(name, value):
        if status == "published":
            return "Không cần, xóa dòng này: bài được đăng nếu không có “Status: draft”."
        if "Status" not in taken:
            return f"Sửa thành “Status: {status}”."
        return f"Ghi “{status}” vào dòng “Status” đã có, rồi xóa dòng này."
    meant = _nearest(name)
    if slugify(name) in _SWITCHES and any(map(str.isdigit, value)):
        meant = "Date"  # Hexo says with "published" when
    elif slugify(name) in _SWITCHES and "Status" not in taken:
        return "Nếu là bản nháp thì sửa thành “Status: draft”, nếu không thì xóa dòng này."
    if meant and meant not in taken:
        return f"Sửa thành “{meant}:”."
    why = f"Đã có dòng “{meant}:”" if meant else "Bản tin không có khóa nào như vậy"
    where = "thân bài" if "Summary" in taken else "“Summary” hoặc thân bài"
    return f"{why}: xóa dòng này; chữ nào cần giữ thì chuyển vào {where}."


def is_like_key(name: str) -> bool:
    """Whether ``name`` can hardly be anything but a key, well or badly spelt."""
    slug = slugify(name)
    return slug in _WITHOUT_LIKE or _nearest(name, _VERY_NEAR) is not None


def _nearest(name: str, cutoff: float = _NEAR) -> str | None:
    import difflib  # slow, and needed only for a key that is not there

    slug = slugify(name)
    if slug in _WITHOUT_LIKE:
        return None
    near = difflib.get_close_matches(slug, _SPELLINGS, n=1, cutoff=cutoff)
    return _SPELLINGS[near[0]] if near else None
