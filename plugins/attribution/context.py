"""What stands above a name in a body's last line: a text that it may sign, or something else."""

from __future__ import annotations

import re

from plugins.attribution.body import Body, is_photo
from plugins.attribution.spaces import squeeze

_HEADING = re.compile(r" {0,3}#")
_MARK = re.compile(r"\s*(?:[-–—+*•|>]|\d+[.)])(?:\s|$)")
# Above the name of somebody who signs a document.
_SIGNED = re.compile(r"\W*(?:đã ký|ký tên|(?:tm|kt|tl|tuq)\.)", re.IGNORECASE)
_OFFICE = re.compile(
    r"(?:quyền |phó )?(?:chủ tịch|giám đốc|tổng giám đốc|bí thư|hiệu trưởng|trưởng|cục trưởng|"
    r"vụ trưởng|chánh văn phòng|thủ trưởng|đại diện|thay mặt|nơi nhận|kính|người)\b",
    re.IGNORECASE,
)
_CREDIT = re.compile(r"\W*(?:nguồn )?(?:ảnh|video|clip|đồ h(?:ọa|oạ)|photo)\s*:", re.IGNORECASE)
_LAST_WORD = re.compile(r"(\w*) ?$")
_SHORTEST_SENTENCE = 4
_SHORTEST_LEAD = 5


def is_item(line: str) -> bool:
    """Whether a line is an item of a list, a line of dialogue, a quotation or a table's row."""
    return _MARK.match(line) is not None


def has_ended(body: Body, start: int) -> bool:
    """Whether the text above the line at ``start`` has come to its end."""
    above = body.above(start)
    if above is None:
        return False
    line = body.lines[above]
    text = squeeze(re.sub(r"<[^<>]*>|[*_]", "", line))
    if _HEADING.match(line) or _SIGNED.match(text) or text.endswith(","):
        return False
    if text.endswith(":") and len(text.split()) < _SHORTEST_LEAD:
        return False
    if body.kinds[above] == "code" or not body.continues(above + 1) or is_item(line):
        return True
    if above + 1 == start:
        return False
    if is_photo(line) or _CREDIT.match(text):
        return True
    if text.isupper() or _OFFICE.match(text):
        return False
    return len(text.split()) >= _SHORTEST_SENTENCE


def is_announced(body: Body, start: int) -> bool:
    """Whether the line above may introduce the name: ``Xin cảm ơn nhà tài trợ kim cương:``."""
    above = body.above(start)
    return above is not None and squeeze(body.lines[above]).rstrip("*_ ").endswith(":")


def stands_in(name: str, lines: list[str]) -> bool:
    """Whether lines hold a name in words of its own, not as part of a longer one."""
    text = "\n".join(lines)
    if name not in text:
        return False
    return any(
        not text[found.end() : found.end() + 2].strip(" ").istitle()
        and not _LAST_WORD.search(text[: found.start()])[1].istitle()  # type: ignore[index]
        for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    )
