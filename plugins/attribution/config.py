"""Settings of the attribution plugin (``ATTRIBUTION`` in ``pelicanconf.py``)."""

from __future__ import annotations

from dataclasses import dataclass, field

PORTAL_LINES = (
    "Thông tin mới nhất",
    "Thống kê truy cập",
    "Đang online",
    "Đang truy cập",
    "Hôm nay",
    "Hôm qua",
    "Trong tuần",
    "Trong tháng",
    "Tất cả",
    "Tổng truy cập",
    "Đăng nhập",
)


@dataclass(frozen=True)
class AttributionSettings:
    """``known_outlets`` are outlets in the spelling the newsroom wants; the well-known
    ones need no entry. ``outlet_pages`` are home pages by outlet (``{"Báo Lào Cai":
    "https://baolaocai.vn/"}``), which also name the outlet of a bare link. ``portal_lines``
    are lines of the portal's sidebar that come along when an article is pasted.
    """

    known_outlets: tuple[str, ...] = ()
    outlet_pages: dict[str, str] = field(default_factory=dict)
    portal_lines: tuple[str, ...] = PORTAL_LINES
