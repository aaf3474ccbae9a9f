from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.names.likeness import Likeness, likeness_of_people, may_sign
from plugins.names.outlets import KnownOutlets

NONE, PERHAPS, SURELY = Likeness


@pytest.mark.parametrize(
    "text",
    [
        "Vân Khánh",
        "VÂN KHÁNH",
        "Kiều Bảo Trân",
        "Trần Văn Bình",
        "Đỗ Mươi Chín",
        "Giàng Seo Vảng",
        "Tẩn Mẩy",
        "Nguyễn Thị Hà Giang",
        "Lê Hồng-Minh",
        "Thùy Hoá",
        "V.K",
        "V. K.",
        "N.T.Lan",
        "H. Quyên",
        "Kh. Quyên",
        "PV",
        "Nhóm PV",
        "Nhóm phóng viên Thời sự",
        "Ban Biên tập",
        "PV Vân Khánh",
        "Nhà báo Vân Khánh",
        "Cộng tác viên Lù A Páo",
        "Vân Khánh - Đức Lâm",
        "Vân Khánh, Đức Lâm và Lù A Páo",
        "Vân Khánh - Hải Dương",
        "Vân Khánh - Văn Trăm",
        unicodedata.normalize("NFD", "Vân Khánh"),
    ],
)
def test_texts_of_name_syllables_are_surely_names(text: str, known: KnownOutlets) -> None:
    assert likeness_of_people(text, known) is SURELY


@pytest.mark.parametrize(
    "text",
    ["Văn Trăm", "Khánh", "VK", "Vân - Khánh", "Nhà thơ Vân Khánh", "TS. Trần Văn Bình"],
)
def test_a_syllable_that_no_name_has_or_a_scholars_title_leaves_doubt(
    text: str, known: KnownOutlets
) -> None:
    assert likeness_of_people(text, known) is PERHAPS


@pytest.mark.parametrize(
    "text",
    [
        "",
        "vân khánh",
        "Vân khánh",
        "Hội nghị đã kết thúc",
        "Ông Trần Văn Bình",
        "Bà Giàng Thị Mỷ",
        "Anh Vàng A Chư",
        "Chị Vân Khánh",
        "Đồng chí Trần Văn Bình",
        "Nghệ nhân Lù Thị Mai",
        "Bắc Hà",
        "Sa Pa",
        "Hồ Gươm",
        "Sông Chảy",
        "Bản Cát Cát",
        "Chợ Cán Cấu",
        "Lào Cai - Yên Bái",
        "Hoàng Anh Gia Lai",
        "Than Quảng Ninh",
        "Kinh Doanh",
        "VĂN HÓA",
        "Thời Sự",
        "Văn hoá - Giáo Dục",
        "Hòa Phát",
        "Xuân Bính Ngọ",
        "Chào Thân Ái",
        "Hết",
        "HẾT",
        "TP.HCM",
        "Real Madrid",
        "Báo Lào Cai",
        "Vân Khánh - Báo Lào Cai",
        "Tuổi Trẻ",
        "12 Vân Khánh",
        "(Vân Khánh",
    ],
)
def test_titles_places_words_and_outlets_are_no_names(text: str, known: KnownOutlets) -> None:
    assert likeness_of_people(text, known) is NONE


@pytest.mark.parametrize("text", ["Moon", "Hải Dương", "CTV", "Vân Khánh, Moon", "TH", "Sên"])
def test_where_a_name_is_announced_any_capitalised_word_signs(
    text: str, known: KnownOutlets
) -> None:
    assert may_sign(text, known)


@pytest.mark.parametrize(
    "text", ["", "số ca mắc", "Ông Bình", "Báo Lào Cai", "Kinh Doanh", "Tuần 5"]
)
def test_and_nothing_else_does(text: str, known: KnownOutlets) -> None:
    assert not may_sign(text, known)


@given(st.text(alphabet="aAàÀđĐ nNgGhH.-,/'’()0vV\u00a0", max_size=40))
def test_any_text_can_be_judged(text: str) -> None:
    likeness_of_people(text, KnownOutlets())
    may_sign(text, KnownOutlets())
