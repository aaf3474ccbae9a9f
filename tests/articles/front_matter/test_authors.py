from __future__ import annotations

import pytest

from plugins.articles.front_matter.authors import bare_name, split_authors


@pytest.mark.parametrize(
    "text",
    [
        "Trần Tuấn - Ngọc Bằng",
        "Trần Tuấn – Ngọc Bằng",
        "Trần Tuấn -Ngọc Bằng",
        "Trần Tuấn-Ngọc Bằng",
        "Trần Tuấn và Ngọc Bằng",
        "Trần Tuấn VÀ Ngọc Bằng",
        "Trần Tuấn; Ngọc Bằng",
        "Trần Tuấn, Ngọc Bằng",
        "Trần Tuấn & Ngọc Bằng",
        "Trần Tuấn + Ngọc Bằng",
        "Trần Tuấn/Ngọc Bằng",
        "Trần Tuấn / Ngọc Bằng",
        "Trần Tuấn | Ngọc Bằng",
    ],
)
def test_two_people_are_two_however_they_are_joined(text: str) -> None:
    assert split_authors(text) == ("Trần Tuấn", "Ngọc Bằng")


@pytest.mark.parametrize(
    "text",
    [
        "Trần Tuấn",
        "H'Hen Niê",
        "Nguyễn Hồng-Minh",
        "Hồng-Minh",
        "PV - TTXVN",
        "Trung tâm Văn hóa - Thể thao",
        "Sở Văn hóa, Thể thao và Du lịch",
        "Sở Lao động, Thương binh và Xã hội",
        "Phòng Văn hóa và Thông tin",
        "Hội Nông dân – Hội Phụ nữ",
        "Đài PT-TH tỉnh",
        "Hà Nội - Lào Cai",
        "Kinh tế - Xã hội",
        "Trần Tuấn và cộng sự",
    ],
)
def test_one_name_stays_one(text: str) -> None:
    assert split_authors(text) == (text,)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Bùi Thị A, Trần B và Lê C", ["Bùi Thị A", "Trần B", "Lê C"]),
        ("Báo Lào Cai, Trần Tuấn và Thu Hà", ["Báo Lào Cai", "Trần Tuấn", "Thu Hà"]),
        (
            "Trung tâm Văn hóa - Thể thao, Trần Tuấn",
            ["Trung tâm Văn hóa - Thể thao", "Trần Tuấn"],
        ),
        ("Mai – Tuyết", ["Mai", "Tuyết"]),
        ("T.L - V.N", ["T.L", "V.N"]),
        ("THU HÀ - MINH ANH", ["THU HÀ", "MINH ANH"]),
        ("Giàng A Páo và nhóm PV", ["Giàng A Páo", "nhóm PV"]),
    ],
)
def test_several_of_different_kinds_come_apart(text: str, names: list[str]) -> None:
    assert list(split_authors(text)) == names


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Sa Pa.", "Sa Pa"),
        ("Sa Pa...", "Sa Pa"),
        ("Sa Pa…", "Sa Pa"),
        ("“Sa Pa”", "Sa Pa"),
        ("“Sa Pa”.", "Sa Pa"),
        ("“Sa Pa.”", "Sa Pa"),
        ("'Sa Pa'", "Sa Pa"),
        ('"a, b"', "a, b"),
        ("#Sa Pa", "Sa Pa"),
        ("#", ""),
        ("AI.", "AI"),
        ("v.v.", "v.v."),
        ("TP.", "TP."),
        ("TP.HCM", "TP.HCM"),
        ("Trần V.", "Trần V."),
        ("C#", "C#"),
        ("“Nghĩa tình” vùng cao", "“Nghĩa tình” vùng cao"),
        ("“", "“"),
    ],
)
def test_a_name_is_bare_of_what_is_typed_round_it(written: str, name: str) -> None:
    assert bare_name(written) == name
