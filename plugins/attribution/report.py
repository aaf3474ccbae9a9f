"""What the editor is told about a source, in Vietnamese."""

from __future__ import annotations

from collections.abc import Iterable

from plugins.attribution.claims.merging import contradicts, describe
from plugins.attribution.lines.decoration import footnote_marks
from plugins.attribution.lines.pasted import Dropped
from plugins.attribution.model import Source
from plugins.core import checks
from plugins.core.dates.date import format_full
from plugins.core.document import Document
from plugins.core.terms import check_name
from plugins.core.text.spaces import is_blank, squeeze

_EXAMPLE = "“Nguồn: Trần Tuấn Ngọc, Báo Lào Cai điện tử”"


class SourceReport:
    """Adds problems to ``document``; indexes are those of ``lines``, the body as it came."""

    def __init__(self, document: Document, lines: list[str]) -> None:
        self._document = document
        self._lines = lines

    def number(self, index: int) -> int | None:
        """Return the file's line number (from 1) of the body's line at ``index``.

        Counted from the end: there the file and the body are the same, whatever the
        reader took from the body's beginning.
        """
        if len(self._document.numbers) == len(self._lines):
            return self._document.numbers[index]
        whole, line = self._document.lines, squeeze(self._lines[index])
        number = _shown(whole) - _shown(self._lines) + index + 1
        if 1 <= number <= len(whole) and squeeze(whole[number - 1]) == line:
            return number
        same = (at for at in range(len(whole), 0, -1) if squeeze(whole[at - 1]) == line)
        return next(same, None)

    def portal_lines(self, dropped: Dropped) -> None:
        """The portal's sidebar was cut off the body's end."""
        first = self.number(dropped.start)
        last = self.number(dropped.start + len(dropped.lines) - 1)
        place = f"dòng {first}" if first == last else f"các dòng {first}–{last}"
        self._document.report(
            checks.PORTAL_LINES_DROPPED,
            first,
            f"đã bỏ {place} của cổng thông tin, dính theo khi dán bài: “{dropped.text}”",
            "Xóa chỗ ấy khỏi tệp; nếu là nội dung bài thì viết thành câu trọn vẹn.",
        )

    def broken(self, index: int, *, empty: bool) -> None:
        """The last line begins as a source line and is none."""
        if empty:
            self._document.report(
                checks.SOURCE_WITHOUT_OUTLET,
                self.number(index),
                "dòng nguồn không ghi tên báo nào",
                f"Ghi đủ, ví dụ {_EXAMPLE}, hoặc xóa dòng này.",
            )
        else:
            self._document.report(
                checks.SOURCE_LINE_UNREADABLE,
                self.number(index),
                f"dòng cuối bài trông như dòng nguồn nhưng không đọc được: “{self._quote(index)}”",
                f"Nếu là nguồn, chỉ ghi người viết và tên báo, ví dụ {_EXAMPLE}.",
            )

    def misplaced(self, index: int) -> None:
        """A line that looks like a source line is not the last, and no source is known."""
        self._document.report(
            checks.SOURCE_LINE_MISPLACED,
            self.number(index),
            f"bài chưa có nguồn, nhưng dòng này trông như ghi nguồn: “{self._quote(index)}”",
            "Nếu là nguồn của cả bài, đưa nó thành dòng riêng ở cuối bài, "
            "hoặc ghi “Source: tên báo” ở đầu bài.",
        )

    def unlabelled(self, index: int, names: str) -> None:
        """The last line is an outlet's name alone, and no source is known."""
        self._document.report(
            checks.SOURCE_LINE_UNLABELLED,
            self.number(index),
            f"bài chưa có nguồn, nhưng dòng cuối chỉ ghi tên báo, cơ quan: “{self._quote(index)}”",
            f"Nếu đó là nguồn của bài, viết “Nguồn: {names}”.",
        )

    def unsure(self, index: int, people: str) -> None:
        """The last line looks like a name, and may be something else."""
        self._document.report(
            checks.BYLINE_DOUBTFUL,
            self.number(index),
            f"dòng cuối bài trông như tên người viết nhưng chưa chắc, vẫn để trong bài: “{people}”",
            f"Nếu là người viết, ghi “Bài: {people}”; nếu không phải, thêm dấu chấm ở cuối dòng.",
        )

    def other_authors(self, index: int, people: str, authors: Iterable[str]) -> None:
        """The last line names other authors than the front matter."""
        self._document.report(
            checks.BYLINES_DIFFER,
            self.number(index),
            f"hai người viết khác nhau: “Authors” ở đầu bài ghi “{', '.join(authors)}”, "
            f"cuối bài ghi “{people}”; đã dùng tên ở đầu bài",
            "Giữ tên đúng: sửa “Authors”, hoặc xóa dòng cuối bài.",
        )

    def person(self, name: str, index: int | None) -> None:
        """What is named as the outlet looks like a person; ``index`` is the source line's."""
        self._document.report(
            checks.SOURCE_IS_PERSON,
            self._place(index),
            f"nguồn “{name}” trông như tên người, không phải tên báo",
            f"Ghi thêm tên báo: “Nguồn: {name}, Báo …”; nếu đó đúng là tên một tờ báo thì nhờ "
            "người quản trị thêm vào “known_outlets” trong pelicanconf.py.",
        )

    def long(self, name: str, index: int | None) -> None:
        """An outlet's name is too long to be one; ``index`` is the source line's."""
        fix = f"Chỉ ghi người viết và tên báo, tách bằng dấu phẩy, ví dụ {_EXAMPLE}."
        check_name(
            self._document, checks.SOURCE_NAME_TOO_LONG, self._place(index), "nguồn", name, fix
        )

    def footnotes(self, start: int, end: int) -> None:
        """A footnote's mark was taken out of the body with the source line."""
        for mark in footnote_marks("\n".join(self._lines[start:end])):
            self._document.report(
                checks.SOURCE_LINE_WITH_NOTE,
                self.number(start),
                f"dấu chú thích “{mark}” ở dòng nguồn không hiện trên trang; lời chú thích vẫn còn",
                "Chuyển dấu ấy vào thân bài, hoặc xóa cả dấu lẫn lời chú thích.",
            )

    def contradiction(self, index: int, field: Source, line: Source) -> bool:
        """Whether the front matter and the last line name different sources (an error)."""
        if contradicts(field, line):
            self._document.report(
                checks.SOURCES_DIFFER,
                self.number(index),
                f"hai nguồn khác nhau: đầu bài ghi “{describe(field)}”, "
                f"cuối bài ghi “{describe(line)}”",
                "Giữ nguồn đúng và xóa nguồn kia.",
            )
            return True
        dates = [format_full(source.date) if source.date else None for source in (field, line)]
        for one, other in ((field.url, line.url), dates):
            if one and other and one != other:
                self._document.report(
                    checks.SOURCE_DETAILS_DIFFER,
                    self.number(index),
                    f"nguồn ở đầu bài và ở cuối bài ghi khác nhau: {one} và {other}; "
                    "đã dùng cái ở đầu bài",
                    "Giữ cái đúng và xóa cái kia.",
                )
        return False

    def nameless(self) -> None:
        """There is an author, a link or a date of a source, and no outlet."""
        keys = ("Source_author", "Source_url", "Source_date")
        key = next(key for key in keys if key in self._document.fields)
        self._document.report(
            checks.SOURCE_WITHOUT_OUTLET,
            self._document.fields[key].line,
            f"có “{key}” nhưng không ghi nguồn là báo nào",
            "Thêm dòng “Source: tên báo” ở đầu bài, hoặc dòng “Nguồn: …” ở cuối bài.",
        )

    def _place(self, index: int | None) -> int | None:
        """Return the line of the front matter's source, or of the source line at ``index``."""
        if field := self._document.fields.get("Source"):
            return field.line
        return None if index is None else self.number(index)

    def _quote(self, index: int) -> str:
        text = squeeze(self._lines[index])
        return text if len(text) <= 100 else f"{text[:100]}…"


def _shown(lines: list[str]) -> int:
    """Return how many lines there are up to the last one that shows anything."""
    return next((at for at in range(len(lines), 0, -1) if not is_blank(lines[at - 1])), 0)
