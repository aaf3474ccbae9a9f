"""Pelican's settings that decide what is published and where: honoured, or refused.

What is passed over here without a word would publish what somebody meant to keep back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from string import Formatter
from typing import Any

from plugins.core.errors import SettingsError
from plugins.core.settings import check_type

# Of static files: where they go. Of articles: nothing that this bulletin reads.
_OF_STATIC_FILES = frozenset({"path", "save_as", "url"})
_FILENAME_DATE = r"(?P<date>\d{4}-\d{2}-\d{2}).*"  # Pelican's own, which dates no article here
_FIELDS = {"ARTICLE_URL": ("date", "slug"), "PAGE_URL": ("slug",)}
_EXAMPLES = {"ARTICLE_URL": "{date:%Y}/{date:%m}/{slug}/", "PAGE_URL": "{slug}/"}
_INSTEAD = {
    "category": "ARTICLES['default_category']",
    "author": "ARTICLES['default_byline']",
    "authors": "ARTICLES['default_byline']",
}


def check_publishing(settings: Mapping[str, Any]) -> None:
    """Raise :class:`SettingsError` for a setting that would be passed over, or an address that
    cannot be one."""
    for name in _FIELDS:
        _check_address(name, settings[name])
        if not settings.get(file := name.replace("_URL", "_SAVE_AS"), True):
            raise SettingsError(
                file,
                f"để trống không có tác dụng: trang vẫn được đăng ở {name}",
                "Xóa nó; bài chưa đăng thì ghi “Status: draft” trong bài.",
            )
    for name in ("PATH_METADATA", "FILENAME_METADATA"):
        pattern = settings.get(name) or ""
        if pattern != _FILENAME_DATE:
            _refuse(name, _groups(name, pattern))
    for path, said in dict(settings.get("EXTRA_PATH_METADATA", {})).items():
        _refuse(f"EXTRA_PATH_METADATA[{path!r}]", said)
    if settings.get("DEFAULT_DATE"):
        raise SettingsError(
            "DEFAULT_DATE",
            "không có tác dụng: mỗi bài phải có dòng “Date”",
            "Xóa DEFAULT_DATE.",
        )


def default_status(settings: Mapping[str, Any], otherwise: str) -> str:
    """Return the status of articles that say none (``DEFAULT_METADATA``)."""
    said = dict(settings.get("DEFAULT_METADATA", {}))
    status = said.pop("status", otherwise)
    for name in said:
        instead = _INSTEAD.get(name, "từng bài")
        raise SettingsError(
            f"DEFAULT_METADATA[{name!r}]",
            "không có tác dụng; chỉ dùng được 'status'",
            f"Xóa nó và ghi vào {instead}.",
        )
    return str(status)


def ignored_names(settings: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the patterns (``IGNORE_FILES``) of files and folders that are no articles."""
    # Pelican's own leave out what this package leaves out anyway.
    patterns = settings.get("IGNORE_FILES", ())
    return tuple(str(pattern) for pattern in patterns if pattern not in ("**/.*", ".*", ".#*"))


def _check_address(name: str, pattern: Any) -> None:
    fields = " và ".join(f"{{{field}}}" for field in reversed(_FIELDS[name]))
    example = f"ví dụ {_EXAMPLES[name]!r}"
    values = {"date": datetime(2024, 1, 11, tzinfo=UTC), "slug": "ten-bai"}
    check_type(pattern, str, name)
    try:
        used = [field for _, field, _, _ in Formatter().parse(pattern) if field is not None]
        address = pattern.format(**{field: values[field] for field in _FIELDS[name]})
    except (ValueError, LookupError, AttributeError) as error:
        raise SettingsError(
            name, f"= {pattern!r} không dùng được", f"Chỉ dùng {fields}, {example}."
        ) from error
    if "slug" not in used:
        raise SettingsError(
            name,
            f"= {pattern!r} thiếu {{slug}}, nên mọi bài chung một địa chỉ",
            f"Thêm {{slug}}, {example}.",
        )
    if not address.endswith("/") or address.startswith("/"):
        raise SettingsError(
            name,
            f"= {pattern!r} phải kết thúc bằng dấu / và không mở đầu bằng dấu /",
            f"Sửa lại, {example}.",
        )


def _refuse(name: str, said: Iterable[str]) -> None:
    for what in said:
        if what.lower() not in _OF_STATIC_FILES:
            raise SettingsError(
                name,
                f"ghi {what!r}, nhưng bài chỉ lấy thông tin ở phần đầu bài",
                f"Xóa {what!r} khỏi đó, và ghi vào từng bài (bản nháp: “Status: draft”).",
            )


def _groups(name: str, pattern: str) -> Iterable[str]:
    try:
        return re.compile(pattern).groupindex
    except re.error as error:
        raise SettingsError(
            name,
            f"không phải là một biểu thức chính quy ({error})",
            "Sửa lại, hoặc xóa nó.",
        ) from error
