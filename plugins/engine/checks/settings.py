"""Pelican's settings that decide what is published and where: honoured, or refused.

What is passed over here without a word would publish what somebody meant to keep back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from string import Formatter
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from plugins.core.dates.date import TIME_ZONE
from plugins.core.errors import SettingsError
from plugins.core.settings import check_type
from plugins.engine.project.config import FEED_FORMATS

# Of static files: where they go. Of articles: nothing that this bulletin reads.
_OF_STATIC_FILES = frozenset({"path", "save_as", "url"})
_FILENAME_DATE = r"(?P<date>\d{4}-\d{2}-\d{2}).*"  # Pelican's own, which dates no article here
_FIELDS = {"ARTICLE_URL": ("date", "slug"), "PAGE_URL": ("slug",)}
_EXAMPLES = {"ARTICLE_URL": "{date:%Y}/{date:%m}/{slug}/", "PAGE_URL": "{slug}/"}
_FEEDS = {"FEED_ALL": (), "CATEGORY_FEED": ("slug",)}
_MONTHS = [datetime(2024, month, 1, tzinfo=UTC) for month in range(1, 13)]


def check_publishing(settings: Mapping[str, Any]) -> None:
    """Raise :class:`SettingsError` for a setting that would be passed over, or an address that
    cannot be one."""
    from pelican.settings import DEFAULT_CONFIG  # slow to import

    for name in _FIELDS:
        _check_address(name, settings[name])
        file, here = name.replace("_URL", "_SAVE_AS"), f"{settings[name]}index.html"
        if settings.get(file, here) not in (here, DEFAULT_CONFIG[file]):
            raise SettingsError(
                file,
                f"= {settings[file]!r} không có tác dụng: trang luôn được đăng ở {here!r}, theo "
                f"{name}",
                f"Xóa {file}; bài chưa đăng thì ghi “Status: draft” trong bài.",
            )
    for format_ in FEED_FORMATS:
        for prefix, fields in _FEEDS.items():
            _check_feed(f"{prefix}_{format_.upper()}", settings, fields)
    for name in ("PATH_METADATA", "FILENAME_METADATA"):
        pattern = settings.get(name) or ""
        if pattern != _FILENAME_DATE:
            _refuse(name, _groups(name, pattern))
    for path, said in dict(settings.get("EXTRA_PATH_METADATA", {})).items():
        _refuse(f"EXTRA_PATH_METADATA[{path!r}]", said)
    if zone := settings.get("TIMEZONE"):
        _check_time_zone(zone)


def ignored_names(settings: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the patterns (``IGNORE_FILES``) of files and folders that are no articles."""
    # Pelican's own leave out what this package leaves out anyway.
    patterns = settings.get("IGNORE_FILES", ())
    return tuple(str(pattern) for pattern in patterns if pattern not in ("**/.*", ".*", ".#*"))


def _check_address(name: str, pattern: Any) -> None:
    fields, example = _FIELDS[name], f"ví dụ {_EXAMPLES[name]!r}"
    check_type(pattern, str, name)
    address = _filled(name, pattern, fields, example)
    if "slug" not in _fields_in(pattern):
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


def _check_feed(name: str, settings: Mapping[str, Any], fields: Sequence[str]) -> None:
    """Raise :class:`SettingsError` for a feed that would stand where another does, or outside the
    site."""
    pattern = settings.get(name)
    if not pattern:
        return
    example = f"ví dụ {'chuyen-muc/{slug}/' if fields else ''}{name.rpartition('_')[2].lower()}.xml"
    path = _filled(name, pattern, fields, example)
    if set(_fields_in(pattern)) != set(fields):
        raise SettingsError(name, f"= {pattern!r} thiếu {{slug}}", f"Thêm {{slug}}, {example}.")
    if ".." in path.split("/") or path.startswith("/") or path.endswith("/") or "\\" in path:
        raise SettingsError(
            name, f"= {pattern!r} không phải một tệp trong trang", f"Sửa lại, {example}."
        )


def _filled(name: str, pattern: str, fields: Sequence[str], example: str) -> str:
    """Return an address made by a pattern. Raises :class:`SettingsError` for one with other fields
    than ``fields``."""
    values = {"date": datetime(2024, 1, 11, tzinfo=UTC), "slug": "ten-bai"}
    try:
        return pattern.format(**{field: values[field] for field in fields})
    except (ValueError, LookupError, AttributeError) as error:
        known = " và ".join(f"{{{field}}}" for field in reversed(fields))
        fix = f"Chỉ dùng {known}, {example}." if fields else f"Bỏ các dấu ngoặc nhọn, {example}."
        raise SettingsError(name, f"= {pattern!r} không dùng được", fix) from error


def _fields_in(pattern: str) -> list[str]:
    return [field for _, field, _, _ in Formatter().parse(pattern) if field is not None]


def _check_time_zone(name: Any) -> None:
    """Raise :class:`SettingsError` for a zone in which it is not the same time as in Vietnam."""
    check_type(name, str, "TIMEZONE")
    try:
        zone = ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        zone = None
    if zone is None or any(
        month.astimezone(zone).utcoffset() != month.astimezone(TIME_ZONE).utcoffset()
        for month in _MONTHS
    ):
        raise SettingsError(
            "TIMEZONE",
            f"không thể là {name!r}: ngày giờ trên trang là giờ Việt Nam",
            "Ghi 'Asia/Ho_Chi_Minh', hoặc xóa nó.",
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
