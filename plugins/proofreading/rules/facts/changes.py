"""A day on which an article was changed before it was published.

Wrong::

    Title: Chợ phiên cuối năm
    Date: 11/01/2024
    Modified: 11/01/2023

    Từ năm giờ sáng, các ngả đường đã đầy người.

Right::

    Title: Chợ phiên cuối năm
    Date: 11/01/2024 15:30
    Modified: 11/01/2024

    Từ năm giờ sáng, các ngả đường đã đầy người.

In the guide::

    “Modified” chỉ ghi ngày, không ghi giờ, thì cùng ngày với “Date” là đúng.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from plugins.core import checks
from plugins.core.dates.date import format_timed, parse_date
from plugins.core.errors import DateError
from plugins.proofreading.config import ProofreadingSettings
from plugins.proofreading.finding import Finding
from plugins.proofreading.proof import Proof


def find(proof: Proof, settings: ProofreadingSettings) -> Iterator[Finding]:
    """Yield a day of change that is before the article's."""
    field = proof.document.fields.get("Modified")
    date = proof.article.date if proof.article else None
    modified = _moment(str(field.value)) if field else None
    if field is None or date is None or modified is None or modified >= date:
        return
    if (modified.hour, modified.minute) == (0, 0) and modified.date() == date.date():
        return
    start = proof.start_of(field.line)
    yield Finding(
        checks.MODIFIED_BEFORE_DATE,
        start,
        start + len(proof.document.lines[field.line - 1]),
        f"ngày sửa ({format_timed(modified)}) đứng trước ngày đăng ({format_timed(date)})",
        "Xem lại “Modified” và “Date”; bài chưa sửa thì xóa dòng “Modified”.",
    )


def _moment(written: str) -> datetime | None:
    try:
        return parse_date(written)
    except DateError:
        return None  # which the reader has told
