"""What stands above a name in a body's last line: a text that it may sign, or something else."""

from __future__ import annotations

import re

from plugins.attribution.lines.body import BodyLines, is_photo, is_rule
from plugins.core.text.expressions import expression
from plugins.core.text.spaces import fold, squeeze
from plugins.names.syllables import NAME_SYLLABLES
from plugins.names.word_lists import FAMILY_NAMES

_HEADING = expression(r" {0,3}#")
_MARK = expression(r"\s*(?:[-–—+*•|>]|\d+[.)])(?:\s|$)")
# Above the name of somebody who signs a document.
_SIGNED = expression(r"\W*(?:đã ký|ký tên|(?:tm|kt|tl|tuq)\.)", re.IGNORECASE)
_OFFICE = expression(
    r"(?:quyền |phó )?(?:chủ tịch|giám đốc|tổng giám đốc|bí thư|hiệu trưởng|trưởng|cục trưởng|"
    r"vụ trưởng|chánh văn phòng|thủ trưởng|đại diện|thay mặt|nơi nhận|kính|người)\b",
    re.IGNORECASE,
)
# "Sín Chéng, tháng 11/2024": where and when a text was written.
_WRITTEN = expression(
    r"[^\W\d_][^.!?:;\d]{1,40},\s*(?:ngày\s+)?(?:\d{1,2}\s*(?:[/.-]|tháng)\s*|tháng\s+)"
    r"\d{1,2}\s*(?:[/.-]|,?\s*năm)\s*\d{4}\W*",
    re.IGNORECASE,
)
_CREDIT = expression(
    r"\W*(?:(?:nguồn|(?:nguồn )?(?:tin|ảnh|video|clip)|đồ h(?:ọa|oạ)|photo)\s*:|theo\b)",
    re.IGNORECASE,
)
_PICTURES = expression(r"\b(?:ảnh|hình|video|clip|đoạn phim|xem)\b", re.IGNORECASE)
_NAMED_FOR_WORK = expression(
    r"\b(?:ảnh|video|clip|photo|đồ h(?:ọa|oạ)|phóng viên|pv|ctv|tác giả|nguồn)\b[^\n.]{0,30}$",
    re.IGNORECASE,
)
_LAST_WORD = expression(r"(\w*) ?$")
_NEAR = 60
_SHORTEST_SENTENCE = 4
_SHORTEST_LEAD = 5


def is_item(line: str) -> bool:
    """Whether a line is an item of a list, a line of dialogue, a quotation or a table's row."""
    return _MARK.match(line) is not None


def has_ended(body: BodyLines, start: int) -> bool:
    """Whether the text above the line at ``start`` has come to its end."""
    above = body.above(start)
    if above is not None and is_rule(body.lines[above]):
        above = body.above(above)
    if above is None:
        return False
    line = body.lines[above]
    text = squeeze(re.sub(r"<[^<>]*>|[*_]", "", line))
    if _HEADING.match(line) or _SIGNED.match(text) or text.endswith(","):
        return False
    if text.endswith(":") and len(text.split()) < _SHORTEST_LEAD:
        return False
    if _WRITTEN.fullmatch(text):
        return above > 0 and not body.continues(above)
    if body.kinds[above] == "code" or not body.continues(above + 1) or is_item(line):
        return True
    if above + 1 == start:
        return False
    if is_photo(line) or body.is_with_photo(above) or _CREDIT.match(text):
        return True
    if text.isupper() or _OFFICE.match(text):
        return False
    return len(text.split()) >= _SHORTEST_SENTENCE


def is_announced(body: BodyLines, start: int) -> bool:
    """Whether the line above may introduce the name: ``Xin cảm ơn nhà tài trợ kim cương:``.

    Where it speaks of pictures, those are what stood there.
    """
    above = body.above(start)
    line = "" if above is None else squeeze(body.lines[above]).rstrip("*_ ")
    return line.endswith(":") and not _PICTURES.search(line)


def stands_in(name: str, lines: list[str]) -> bool:
    """Whether lines hold a name in words of its own, not as part of a longer one.

    Who signs may well be named as a photo's photographer or as the reporter.
    """
    text = "\n".join(lines)
    if name not in text:
        return False
    return any(
        not text[found.end() : found.end() + 2].strip(" ").istitle()
        and not _is_named_otherwise(text[max(0, found.start() - _NEAR) : found.start()])
        for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    )


def _is_named_otherwise(before: str) -> bool:
    """Whether the words before a name make it part of a longer one, or say who did what."""
    return _is_name_syllable(before) or _NAMED_FOR_WORK.search(before) is not None


def _is_name_syllable(before: str) -> bool:
    """Whether the last word before a name is a name's too."""
    found = _LAST_WORD.search(before)
    word = found[1] if found else ""
    return word.istitle() and fold(word) in FAMILY_NAMES | NAME_SYLLABLES
