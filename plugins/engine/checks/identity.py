"""What a Vietnamese general news site has to say about itself, and does not yet."""

from __future__ import annotations

import dataclasses

from plugins.core import checks
from plugins.core.problems import Problem
from plugins.engine.project.config import Publisher, Site

_RULE = "Nghị định 147/2024/NĐ-CP"
_NAMES = {
    "governing_body": "cơ quan chủ quản",
    "organisation": "cơ quan quản lý trang",
    "responsible_person": "người chịu trách nhiệm nội dung",
    "licence_number": "số giấy phép",
    "licence_date": "ngày cấp giấy phép",
    "address": "địa chỉ",
    "phone": "điện thoại",
    "email": "thư điện tử",
}


def missing_identity(site: Site) -> list[Problem]:
    """Return a warning for everything that the publisher's identity lacks."""
    return [
        Problem(
            checks.PUBLISHER_INCOMPLETE,
            "pelicanconf.py",
            None,
            f"chưa khai {_NAMES[field.name]} của trang, điều {_RULE} đòi ghi ở trang chủ",
            f'Điền SITE["publisher"]["{field.name}"] trong pelicanconf.py.',
        )
        for field in dataclasses.fields(Publisher)
        if not getattr(site.publisher, field.name)
    ]
