from __future__ import annotations

import unicodedata

import pytest

from plugins.names.outlets import KnownOutlets, is_outlet, is_plain_name, spell


@pytest.mark.parametrize(
    "name",
    [
        "Báo Lào Cai điện tử",
        "báo Yên Bái",
        "Tạp chí Cộng sản",
        "Đài Phát thanh - Truyền hình Lào Cai",
        "Đài PTTH",
        "Cổng Thông tin điện tử Chính phủ",
        "Thông tấn xã Việt Nam",
        "TTXVN",
        "VTV1",
        "QĐND",
        "VOV Tây Bắc",
        "UBND huyện Bát Xát",
        "Ủy ban nhân dân tỉnh",
        "Công an tỉnh Lào Cai",
        "Sở Y tế",
        "Sở GTVT",
        "Sở Văn hóa, Thể thao và Du lịch",
        "Trung tâm Văn hóa, Thể thao - Truyền thông huyện Bắc Hà",
        "Bộ Công an",
        "Ban Tuyên giáo Tỉnh ủy",
        "Hội Nông dân tỉnh",
        "VnExpress",
        "VietNamNet",
        "vnexpress.net",
        "Baolaocai.VN",
        "Tuổi Trẻ",
        "Báo Tin tức/TTXVN",
    ],
)
def test_names_with_an_outlets_mark_are_outlets(name: str, known: KnownOutlets) -> None:
    assert is_outlet(name, known)
    assert is_outlet(unicodedata.normalize("NFD", f"  {name}\u00a0"), known)


@pytest.mark.parametrize(
    "name",
    [
        "Trần Tuấn Ngọc",
        "Trang Anh",
        "Ban Mai",
        "Hội An",
        "Đài Trang",
        "PV",
        "CTV",
        "LINH",
        "NGỌC",
        "TP.HCM",
        "Lào Cai",
        "Báo cáo của Sở Y tế",
        "Bộ trưởng Bộ Y tế",
        "Hội nghị tổng kết",
        "Báo Tuổi Trẻ, Hà Nội",
        "Báo Lào Cai, hội nghị diễn ra hai ngày",
        "Ngọc Bằng/TTXVN",
        "Báo " + "rất dài " * 15,
        "",
    ],
)
def test_other_names_are_not(name: str, known: KnownOutlets) -> None:
    assert not is_outlet(name, known)


def test_a_known_name_gets_its_canonical_spelling(known: KnownOutlets) -> None:
    decomposed = unicodedata.normalize("NFD", "BÁO  LÀO\u00a0CAI Điện Tử")
    assert spell(decomposed, known) == "Báo Lào Cai điện tử"
    assert is_outlet("lam sơn", known)


def test_a_name_that_differs_in_diacritics_is_left_as_written(known: KnownOutlets) -> None:
    assert spell("Báo Lão Cai", known) == "Báo Lão Cai"


def test_a_name_from_mid_sentence_gets_a_capital(known: KnownOutlets) -> None:
    assert spell("báo Yên Bái", known) == "Báo Yên Bái"
    assert spell("vnexpress.net", known) == "vnexpress.net"


def test_home_pages_come_from_the_settings(known: KnownOutlets) -> None:
    assert known.homepage("báo lào cai điện tử") == "https://baolaocai.example/"
    assert known.homepage("Báo Lào Cai") is None
    assert known.at_host("https://www.baolaocai.example/bai-1.html") == "Báo Lào Cai điện tử"
    assert known.at_host("https://[hỏng") is None
    both = KnownOutlets(pages={"Báo A": "https://a.vn/", "Báo A điện tử": "https://www.a.vn/"})
    assert both.at_host("https://a.vn/x") == "Báo A"


def test_a_name_that_goes_on_in_lower_case_says_more_than_a_name(known: KnownOutlets) -> None:
    assert is_plain_name("Ủy ban nhân dân tỉnh Lào Cai", known)
    assert is_plain_name("Trung tâm Dự báo Khí tượng Thủy văn quốc gia", known)
    assert not is_plain_name("Bộ Y tế khuyến cáo người dân", known)
