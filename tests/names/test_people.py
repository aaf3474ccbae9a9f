from __future__ import annotations

import pytest

from plugins.names.outlets import KnownOutlets
from plugins.names.people import are_people, has_family_name, is_person, split_people


@pytest.mark.parametrize(
    "name",
    [
        "Trần Tuấn Ngọc",
        "TRẦN TUẤN NGỌC",
        "Ngọc Bằng",
        "Giàng A Páo",
        "H'Hen Niê",
        "Nguyễn V. An",
        "Nhà báo Trần Tuấn Ngọc",
        "TS. Lê Bình",
        "Công Tằng Tôn Nữ Thị Lan",
    ],
)
def test_two_to_six_capitalised_syllables_are_a_person(name: str, known: KnownOutlets) -> None:
    assert is_person(name, known)


@pytest.mark.parametrize(
    "name",
    [
        "Hà",
        "Trần Tuấn Ngọc 2",
        "trần tuấn ngọc",
        "Báo Lào Cai",
        "Hà Nội",
        "Si Ma Cai",
        "Tuổi Trẻ",
        "Một Hai Ba Bốn Năm Sáu Bảy",
        "Nghiêng Nghiêng Nghiêng Nghiêng Ngang",
        "",
    ],
)
def test_other_texts_are_no_person(name: str, known: KnownOutlets) -> None:
    assert not is_person(name, known)


@pytest.mark.parametrize(
    "names",
    ["PV", "Hà", "T.L.", "Nguyễn A - Trần B", "Lê Hà và Trần Bình", "Hà, Mai", "Nhóm PV"],
)
def test_pen_names_and_several_persons_are_people(names: str, known: KnownOutlets) -> None:
    assert are_people(names, known)


@pytest.mark.parametrize("names", ["", "TTXVN", "Lê Hà và Báo Lào Cai", "theo", "Số 5"])
def test_an_outlet_among_them_or_a_word_is_not_people(names: str, known: KnownOutlets) -> None:
    assert not are_people(names, known)


def test_a_family_name_tells_a_person_from_a_place() -> None:
    assert has_family_name("Trần Tuấn Ngọc")
    assert has_family_name("PV Thào A Sùng")
    assert not has_family_name("Mù Cang Chải")


@pytest.mark.parametrize(
    "text",
    [
        "Vân Khánh - Đức Lâm",
        "Vân Khánh – Đức Lâm",
        "Vân Khánh—Đức Lâm",
        "Vân Khánh- Đức Lâm",
        "Vân Khánh-Đức Lâm",
        "Vân Khánh và Đức Lâm",
        "Vân Khánh; Đức Lâm",
        "Vân Khánh,Đức Lâm",
        "Vân Khánh & Đức Lâm",
        "Vân Khánh + Đức Lâm",
        "Vân Khánh/Đức Lâm",
        "  Vân  Khánh -\u00a0Đức Lâm ",
        "Vân Khánh - Đức Lâm - Vân Khánh",
    ],
)
def test_two_names_in_one_text_are_two_people(text: str, known: KnownOutlets) -> None:
    assert split_people(text, known) == ["Vân Khánh", "Đức Lâm"]


def test_each_of_several_people_is_as_written(known: KnownOutlets) -> None:
    people = ["Lù A Páo", "T.L", "Lê Hồng-Minh"]
    assert split_people("Lù A Páo, T.L và Lê Hồng-Minh", known) == people
    assert split_people("HẢI DƯƠNG - VÂN KHÁNH", known) == ["HẢI DƯƠNG", "VÂN KHÁNH"]


@pytest.mark.parametrize(
    "text",
    [
        "Vân Khánh",
        "H'Hen Niê",
        "Hồng-Minh",
        "Vân Khánh - Báo Lào Cai",
        "Vân Khánh/TTXVN",
        "Vân Khánh - CTV",
        "Vân Khánh và nhóm bạn",
        "Lào Cai - Yên Bái",
        "Tổ Thư ký và Biên tập",
        "Báo Lào Cai và TTXVN",
    ],
)
def test_what_is_not_all_names_stays_one(text: str, known: KnownOutlets) -> None:
    assert split_people(text, known) == [text]


def test_nothing_names_nobody(known: KnownOutlets) -> None:
    assert split_people(" ", known) == []
