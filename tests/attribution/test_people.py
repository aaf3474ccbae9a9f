from __future__ import annotations

import pytest

from plugins.attribution.outlets import KnownOutlets
from plugins.attribution.people import are_people, has_family_name, is_person


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
