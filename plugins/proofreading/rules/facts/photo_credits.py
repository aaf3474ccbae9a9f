"""Photos of which nobody says who took them, in an article that says so of others.

Who names some photographers and not all has forgotten some. An article that credits none of its
photos is not told: its author took them, or its source line stands for the photos, too; of 3,997
articles of Vietnamese newspapers 2,364 credit none below their photos. Nor is one of which the
sign-off covers all ("Bài và ảnh: X"), nor pictures that nobody took ("Ảnh minh họa", a map, a
screen).

Wrong::

    Title: Chợ phiên cuối năm
    Date: 11/01/2024 15:30

    cho-phien.jpg
    Chợ phiên Bắc Hà sáng sớm. (Ảnh: Ngọc Bằng)

    Từ năm giờ sáng, các ngả đường đã đầy người.

    hang-dao.jpg
    Đào bán theo cành.

    Chợ tan lúc xế trưa, bà con gùi hàng về bản.

Right::

    Title: Chợ phiên cuối năm
    Date: 11/01/2024 15:30

    cho-phien.jpg
    Chợ phiên Bắc Hà sáng sớm. (Ảnh: Ngọc Bằng)

    Từ năm giờ sáng, các ngả đường đã đầy người.

    hang-dao.jpg
    Đào bán theo cành. (Ảnh: Thu Hà)

    Chợ tan lúc xế trưa, bà con gùi hàng về bản.

In the guide::

    Chỉ báo khi bài có ảnh ghi tên người chụp, có ảnh không. Cả bài một người chụp thì ghi “Bài và
    ảnh: Tên” ở cuối bài.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.core import checks
from plugins.core.text.expressions import expression
from plugins.proofreading.config import ProofreadingSettings
from plugins.proofreading.finding import Finding
from plugins.proofreading.proof import Proof

_OF_ALL = expression(
    r"\b(?:bài(?: viết)?|tin(?: bài)?|lời|nội dung|thực hiện|video|clip)\s*(?:và|,|&|\+|/|[-–])\s*"
    r"(?:hình )?ảnh\b|\bảnh\s*(?:và|,|&|\+|/|[-–])\s*(?:bài|tin|lời|nội dung)\b"
    r"|^\W*(?:chùm )?ảnh\s*:",
    re.IGNORECASE | re.MULTILINE,
)
_TAKEN_BY_NOBODY = expression(
    r"ảnh (?:minh h(?:ọa|oạ)|tư liệu|chụp màn hình|cắt từ)|\b(?:bản đồ|sơ đồ|biểu đồ|đồ h(?:ọa|oạ)"
    r"|poster|áp phích|bìa sách|logo|infographic)\b",
    re.IGNORECASE,
)
_LAST = 300
"""Letters at the end of a text in which a sign-off stands."""


def find(proof: Proof, settings: ProofreadingSettings) -> Iterator[Finding]:
    """Yield the first photo without a credit, if others have one."""
    figures, document = proof.document.found.figures, proof.document
    if document.kind != "article" or len(figures) < 2 or not any(one.credit for one in figures):
        return
    # One without photos named only such as could not be shown, which is told already.
    without = [
        one
        for one in figures
        if one.photos and not one.credit and not _TAKEN_BY_NOBODY.search(one.caption)
    ]
    if not without or _covers_all(proof):
        return
    photo = without[0].photos[0]
    start = max(proof.source.find(photo.name, proof.body_start), proof.body_start)
    if photo.line:
        start = proof.start_of(photo.line)
    others = f" (còn {len(without) - 1} ảnh nữa như vậy)" if len(without) > 1 else ""
    yield Finding(
        checks.CREDIT_MISSING,
        start,
        start + len(photo.name),
        f"ảnh “{photo.name}” không ghi ai chụp, ảnh khác của bài thì có ghi{others}",
        "Thêm “(Ảnh: Tên)” ở cuối chú thích; cả bài một người chụp thì ghi “Bài và ảnh: Tên” ở "
        "cuối bài.",
    )


def _covers_all(proof: Proof) -> bool:
    """Whether a sign-off in one of the last lines says who took all photos."""
    end = proof.source.rstrip()
    return _OF_ALL.search(end, max(proof.body_start, len(end) - _LAST)) is not None
