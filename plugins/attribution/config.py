"""Settings of the attribution plugin (``ATTRIBUTION`` in ``pelicanconf.py``)."""

from __future__ import annotations

from dataclasses import dataclass, field

from plugins.attribution.lines.links import is_web_url
from plugins.core.errors import SettingsError

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
    ones need no entry, nor those of ``outlet_pages``: home pages by outlet (``{"Báo Lào Cai":
    "https://baolaocai.vn/"}``), which also name the outlet of a bare link, of two on one host
    the first. Each is linked to on the outlet's page here. ``portal_lines``
    are lines of the portal's sidebar that come along when an article is pasted.
    """

    known_outlets: tuple[str, ...] = ()
    outlet_pages: dict[str, str] = field(default_factory=dict)
    portal_lines: tuple[str, ...] = PORTAL_LINES

    def __post_init__(self) -> None:
        for name, url in self.outlet_pages.items():
            if not is_web_url(url):
                raise SettingsError(
                    f"ATTRIBUTION['outlet_pages'][{name!r}]",
                    f"không phải địa chỉ một trang web: {url!r}",
                    "Ghi đủ từ “https://”, ví dụ 'https://baolaocai.vn/'; hoặc xóa dòng này.",
                )
