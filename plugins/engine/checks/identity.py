"""What a Vietnamese general news site has to say about itself, and does not yet."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection

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


def missing_identity(site: Site, languages: Collection[str]) -> list[Problem]:
    """Return a warning for everything that the publisher's identity lacks; ``languages`` are those
    of static pages that are not in the site's own."""
    found = [
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
    if not any(language.startswith("en") for language in languages):
        found.append(
            Problem(
                checks.ENGLISH_CONTACT_MISSING,
                "pelicanconf.py",
                None,
                "chưa có trang nào bằng tiếng Anh: Thông tư 32/2017/TT-BTTTT đòi có thông tin liên "
                "hệ cho người nước ngoài",
                "Viết một trang tĩnh có dòng “Lang: en”, như content/pages/contact.md.",
            )
        )
    return found
