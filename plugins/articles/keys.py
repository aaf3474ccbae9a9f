"""The front matter's keys, and which one a misspelt key was meant to be."""

from __future__ import annotations

from plugins.articles.slugs import slugify

KEYS = (
    "Title",
    "Date",
    "Modified",
    "Category",
    "Tags",
    "Authors",
    "Summary",
    "Slug",
    "Status",
    "Lead_photo",
    "Source",
    "Source_author",
    "Source_url",
    "Source_date",
    "Correction",
)

# "author" is Pelican's own spelling for one author; it means the same.
_CANONICAL = {key.casefold(): key for key in KEYS} | {"author": "Authors"}

# What an editor who thinks in Vietnamese would call a key.
_VIETNAMESE = {
    "Title": ("Tiêu đề", "Tên bài", "Tít", "Đầu đề", "Nhan đề"),
    "Date": ("Ngày", "Ngày đăng", "Ngày tháng", "Thời gian", "Giờ đăng"),
    "Modified": ("Ngày sửa", "Sửa ngày", "Cập nhật"),
    "Category": ("Chuyên mục", "Mục", "Danh mục", "Thể loại"),
    "Tags": ("Thẻ", "Từ khóa", "Nhãn"),
    "Authors": ("Tác giả", "Người viết", "Bút danh"),
    "Summary": ("Tóm tắt", "Sapo", "Sa pô", "Mô tả", "Dẫn nhập"),
    "Slug": ("Đường dẫn", "Địa chỉ"),
    "Status": ("Trạng thái", "Tình trạng"),
    "Lead_photo": ("Ảnh đại diện", "Ảnh chính", "Ảnh", "Ảnh bìa", "Image", "Cover"),
    "Source": ("Nguồn", "Nguồn tin", "Theo"),
    "Source_author": ("Tác giả nguồn", "Tác giả gốc"),
    "Source_url": ("Liên kết nguồn", "Link nguồn", "Link gốc", "Bài gốc"),
    "Source_date": ("Ngày nguồn", "Ngày đăng gốc"),
    "Correction": ("Đính chính", "Sửa lỗi"),
}
_SPELLINGS = {slugify(key): key for key in KEYS} | {
    slugify(name): key for key, names in _VIETNAMESE.items() for name in names
}


def canonical_key(name: str) -> str | None:
    """Return the key that ``name`` spells (case does not matter), or ``None``."""
    return _CANONICAL.get(name.strip().casefold().replace("-", "_"))


def nearest_key(name: str) -> str | None:
    """Return the key that a wrong ``name`` most likely means, or ``None``."""
    import difflib  # slow, and needed only for a key that is not there

    near = difflib.get_close_matches(slugify(name), _SPELLINGS, n=1, cutoff=0.6)
    return _SPELLINGS[near[0]] if near else None


def is_like_key(name: str) -> bool:
    """Whether ``name`` can hardly be anything but a key, well or badly spelt."""
    import difflib

    return bool(difflib.get_close_matches(slugify(name), _SPELLINGS, n=1, cutoff=0.8))
