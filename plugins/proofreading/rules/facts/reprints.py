"""A reprint that does not say when and where its text was first, or that comes too soon after it.

A general news site in Vietnam takes its news from others and has to say from whom: the author, the
outlet, when it was published there, with a link to it under the text, and not before an hour has
passed. To name author or outlet and the time of first publication was Decree 72/2013/NĐ-CP,
Article 20(2), which Decree 147/2024/NĐ-CP replaced on 25 December 2024; of the hour and the link
the ministry told the press when that was issued. Its text was not at hand when this was written, so
no article of it is cited. What is the newsroom's own (its name, its publisher, ``own_outlets``) is
no reprint. Whether it is too soon is asked only if both times of day are said.

Wrong::

    Title: Chợ phiên cuối năm
    Date: 11/01/2024 15:30

    Từ năm giờ sáng, các ngả đường đã đầy người.

    Nguồn: Báo Lào Cai điện tử

Right::

    Title: Chợ phiên cuối năm
    Date: 11/01/2024 15:30
    Source: Báo Lào Cai điện tử
    Source_url: https://baolaocai.example/cho-phien.html
    Source_date: 11/01/2024 10:00

    Từ năm giờ sáng, các ngả đường đã đầy người.

In the guide::

    Trang tin tổng hợp đăng lại bài thì ghi thời gian đăng lần đầu và dẫn liên kết đến bài gốc, sau
    bài gốc ít nhất một giờ (Nghị định 147/2024/NĐ-CP). Bài của chính mình không cần.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from plugins.core import checks
from plugins.core.dates.date import format_timed
from plugins.core.text.spaces import fold
from plugins.proofreading.config import ProofreadingSettings
from plugins.proofreading.finding import Finding
from plugins.proofreading.proof import Proof

if TYPE_CHECKING:
    from plugins.attribution import Source
    from plugins.core.article import Article

_SOONEST = timedelta(hours=1)


def find(proof: Proof, settings: ProofreadingSettings) -> Iterator[Finding]:
    """Yield what a reprint lacks, and that it comes too soon."""
    article = proof.article
    if article is None or article.kind != "article" or article.source is None:
        return
    own = {fold(name) for name in settings.own_outlets}
    if all(fold(outlet.name) in own for outlet in article.source.outlets):
        return
    place = _place(proof, article.source)
    if lacks := list(_lacks(article.source)):
        yield Finding(
            checks.REPRINT_INCOMPLETE,
            *place,
            f"bài đăng lại của {article.source.outlet} thiếu "
            f"{' và '.join(what for what, _ in lacks)}",
            f"Thêm ở đầu bài {' và '.join(f'“{line}”' for _, line in lacks)}.",
        )
    if said := _too_soon(article, article.source):
        yield Finding(
            checks.REPRINT_TOO_SOON,
            *place,
            said,
            "Sửa “Date” thành ít nhất một giờ sau giờ đăng của bài gốc, hoặc sửa “Source_date”.",
        )


def _lacks(source: Source) -> Iterator[tuple[str, str]]:
    """Yield what a source does not say, and a line that says it."""
    if source.date is None:
        yield "thời gian đăng lần đầu", "Source_date: 11/01/2024 15:30"
    if source.url is None:
        yield "đường dẫn đến bài gốc", "Source_url: https://…"


def _too_soon(article: Article, source: Source) -> str:
    first, date = source.date, article.date
    if first is None or date is None:
        return ""
    if not (_has_time(first) and _has_time(date)):
        is_before = date.date() < first.date()
    elif date < first:
        is_before = True
    elif date - first < _SOONEST:
        return (
            f"bài đăng lại lên trang lúc {format_timed(date)}, chưa đầy một giờ sau bài gốc "
            f"({format_timed(first)})"
        )
    else:
        is_before = False
    if not is_before:
        return ""
    return f"bài đăng lại lên trang trước cả bài gốc: {format_timed(date)} và {format_timed(first)}"


def _has_time(moment: datetime) -> bool:
    return (moment.hour, moment.minute) != (0, 0)


def _place(proof: Proof, source: Source) -> tuple[int, int]:
    """Return where the source is said: in the head, or in one of the last lines."""
    document = proof.document
    field = document.fields.get("Source")
    name = source.outlets[-1].name.split()[-1]
    lines = range(len(document.lines), document.body_line - 1, -1)
    below = (number for number in lines if name in document.lines[number - 1])
    line = field.line if field else next(below, min(document.body_line, len(document.lines)))
    start = proof.start_of(line)
    return start, start + len(document.lines[line - 1])
