"""Vietnamese to write articles with: sentences of our own, drawn from a seed.

Python promises that ``random.Random`` keeps giving the same ``random()`` from the same seed; so
everything is drawn from that one method.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import TypeVar

from benchmarks.site.vocabulary import FAMILY_NAMES, GIVEN_NAMES, OUTLETS, PLACES, WORDS

T = TypeVar("T")

ORGANISATIONS = (
    *("Sở Y tế", "Sở Giáo dục và Đào tạo", "UBND tỉnh", "HĐND huyện", "Tỉnh đoàn", "Hội Nông dân"),
    *("Công an xã", "Trạm Khuyến nông", "Ban Quản lý chợ", "Trung tâm Văn hóa", "Hội Chữ thập đỏ"),
    *("Hợp tác xã Quế Xanh", "Trường THCS số 2", "Đồn Biên phòng", "Bưu điện huyện"),
)
ROLES = (
    *("Giám đốc", "Phó Chủ tịch", "Trưởng thôn", "Bí thư Chi bộ", "Hiệu trưởng", "Chủ nhiệm"),
    *("bác sĩ", "nghệ nhân", "cô giáo", "kỹ sư", "anh", "chị", "ông", "bà"),
)
THINGS = (
    *("quế vỏ", "ngô lai", "máy cày nhỏ", "phòng học", "bể nước", "cây mận", "đàn trâu", "thẻ bảo"),
    *("hồ sơ", "nhà bếp bán trú", "tủ sách", "cột mốc", "vườn ươm", "áo ấm", "khung cửi", "cầu"),
)
TIMES = (
    *("Sáng {day}/{month}", "Chiều {day}/{month}/{year}", "Ngày {day}-{month}-{year}", "Tối qua"),
    *("Cuối tuần trước", "Từ năm {year}", "Trong quý {quarter}", "Đầu tháng {month}"),
    *("Sau {few} tháng", "Mùa này", "Đến {hour} giờ {minute} phút", "Năm học {year}-{next_year}"),
)
SENTENCES = (
    "{time}, {org} tổ chức lớp tập huấn cho {many} người ở {place}.",
    "{time}, {org} trao {many} {thing} cho bà con {place} và {place}.",
    "{role_cap} {person} cho biết {clause}.",
    "Theo {role} {person}, {clause}, còn {clause}.",
    "Toàn xã có {many} hộ, trong đó {percent}% đã {words}.",
    "{org} yêu cầu các thôn {words} trước ngày {day}/{month}.",
    "Tổng kinh phí là {money} đồng, tăng {decimal} lần so với năm {year}.",
    "Bà con {place} trồng {many} ha {thing}, mỗi ha thu {decimal} tấn.",
    "“{clause_cap}”, {role} {person} nói.",
    "{role_cap} {person} ({org}) kể: “{clause_cap}.”",
    "Đường lên {place} dài {decimal} km, {clause}.",
    "Vì sao {clause}?",
    "Đã có {few} đoàn đến thăm; {clause}.",
    "Từ {place} đến {place} phải đi {few} giờ, {clause}.",
    "Ở đó {clause} – {words}.",
    "Riêng {place}, {clause}, {clause}.",
    "Bà {person}, {age} tuổi, {clause}…",
    "Cả bản vui như hội!",
    "{clause_cap}.",
    "{clause_cap}, {words}; {clause}.",
    "Nhờ vậy {clause}.",
    "Ông {person} là người đầu tiên ở {place} {words}.",
    "Số máy của {org}: 0214 {many} {many}.",
    "Giá {thing} ở TP. Lào Cai lên {thousand} đồng/kg.",
    "Kế hoạch số {number}/KH-UBND nêu rõ {clause}.",
    "Anh {person} (SN {birth}) {words}.",
)
"""With a full stop or its like at the end."""

_SLOT = re.compile(r"\{(\w+)\}")


class Draw:
    """Draws from a seed, which may be any text."""

    def __init__(self, seed: str) -> None:
        self._random = Random(seed)

    def number(self, below: int) -> int:
        """A number from 0 on."""
        return int(self._random.random() * below)

    def between(self, first: int, last: int) -> int:
        """A number from ``first`` to ``last``, both among them."""
        return first + self.number(last - first + 1)

    def one(self, of: Sequence[T]) -> T:
        """One of them."""
        return of[self.number(len(of))]

    def chance(self, one_in: int) -> bool:
        """Whether it happens, once in ``one_in`` times."""
        return self.number(one_in) == 0

    # Pieces of text

    def words(self, count: int) -> str:
        """Some words in small letters."""
        return " ".join(self.one(WORDS) for _ in range(count))

    def capital(self, count: int) -> str:
        """Some words, the first with a capital letter."""
        text = self.words(count)
        return text[0].upper() + text[1:]

    def person(self) -> str:
        """A name with its family name."""
        return f"{self.one(FAMILY_NAMES)} {self.one(GIVEN_NAMES)}"

    def place(self) -> str:
        """A place's name."""
        return self.one(PLACES)

    def outlet(self) -> str:
        """The name of a newspaper that the settings know."""
        return self.one(OUTLETS)

    def sentence(self) -> str:
        """One sentence with its full stop."""
        return self.filled(self.one(SENTENCES))

    def paragraph(self, most: int = 5) -> str:
        """One to ``most`` sentences."""
        return " ".join(self.sentence() for _ in range(self.between(1, most)))

    def filled(self, pattern: str) -> str:
        """A pattern with its ``{slots}`` filled."""
        while _SLOT.search(pattern):
            pattern = _SLOT.sub(lambda match: self._slot(match[1]), pattern)
        return pattern

    def _slot(self, name: str) -> str:
        if name == "time":
            return self.one(TIMES)
        if name in ("clause", "clause_cap"):
            clause = self.words(self.between(3, 7))
            return clause[0].upper() + clause[1:] if name == "clause_cap" else clause
        if name in ("role", "role_cap"):
            role = self.one(ROLES)
            return role[0].upper() + role[1:] if name == "role_cap" else role
        texts: dict[str, Callable[[], str]] = {
            "org": lambda: self.one(ORGANISATIONS),
            "person": self.person,
            "place": self.place,
            "thing": lambda: self.one(THINGS),
            "words": lambda: self.words(self.between(2, 4)),
        }
        if name in texts:
            return texts[name]()
        return self._figure(name)

    def _figure(self, name: str) -> str:
        first, last = {
            "day": (1, 28),
            "month": (1, 12),
            "quarter": (1, 4),
            "few": (2, 9),
            "many": (11, 980),
            "hour": (5, 22),
            "minute": (10, 59),
            "percent": (3, 99),
            "age": (18, 92),
            "birth": (1950, 2005),
            "year": (1975, 2024),
            "next_year": (2025, 2026),
            "number": (1, 400),
            "money": (10, 999),
            "decimal": (1, 99),
            "thousand": (5, 250),
        }[name]
        number = self.between(first, last)
        written = {
            "money": f"{number}.000.000",
            "thousand": f"{number}.000",
            "decimal": f"{number},{self.number(10)}",
        }
        return written.get(name, str(number))
