from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.attribution.claims.signature import Signature, read_signature
from plugins.attribution.lines.decoration import Undressed
from plugins.names.outlets import KnownOutlets


def signature(text: str, known: KnownOutlets) -> Signature:
    found = read_signature(Undressed(text, ()), known)
    assert found is not None, text
    return found


def said(text: str, known: KnownOutlets) -> tuple[str, list[str]]:
    found = signature(text, known)
    assert found.certain
    outlets = found.claim.source.outlets if found.claim else ()
    assert found.claim is None or found.claim.source.author == found.people
    return found.people, [outlet.name for outlet in outlets]


@pytest.mark.parametrize(
    "text",
    [
        "Vân Khánh",
        "Bài: Vân Khánh",
        "BÀI: Vân Khánh",
        "Bài viết: Vân Khánh",
        "Bài và ảnh: Vân Khánh",
        "Bài, ảnh: Vân Khánh",
        "Bài - ảnh: Vân Khánh",
        "Tin: Vân Khánh",
        "Tin bài: Vân Khánh",
        "Tin, ảnh: Vân Khánh",
        "Ảnh, bài: Vân Khánh",
        "Bài, ảnh và video: Vân Khánh",
        "Bài, ảnh: (Vân Khánh)",
        "Thực hiện: Vân Khánh",
        "Người thực hiện: Vân Khánh",
        "Tác giả: Vân Khánh",
        "Phóng viên: Vân Khánh",
        "PV: Vân Khánh",
        "Biên soạn: Vân Khánh",
        "Vân Khánh (tổng hợp)",
        "Vân Khánh (Tổng hợp)",
        "Vân Khánh tổng hợp",
        "Vân Khánh - Tổng hợp",
        "Vân Khánh (t/h)",
        "Vân Khánh (T.H)",
        "Vân Khánh (TH)",
        "Vân Khánh (thực hiện)",
        "Vân Khánh thực hiện",
        "Vân Khánh ghi",
        "Vân Khánh (Bài và ảnh)",
    ],
)
def test_every_form_names_the_same_author(text: str, known: KnownOutlets) -> None:
    assert said(text, known) == ("Vân Khánh", [])


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Bài và ảnh: Vân Khánh - Đức Lâm", "Vân Khánh - Đức Lâm"),
        ("Vân Khánh - Đức Lâm (tổng hợp)", "Vân Khánh - Đức Lâm"),
        ("V.K (tổng hợp)", "V.K"),
        ("Moon (t/h)", "Moon"),
        ("Bài: Hải Dương", "Hải Dương"),
        ("Tin, ảnh: Nhóm PV", "Nhóm PV"),
    ],
)
def test_people_are_as_written_and_may_have_any_name_where_it_is_announced(
    text: str, people: str, known: KnownOutlets
) -> None:
    assert said(text, known) == (people, [])


@pytest.mark.parametrize(
    ("text", "people", "outlets"),
    [
        ("Vân Khánh (Theo Reuters)", "Vân Khánh", ["Reuters"]),
        ("Vân Khánh (theo Bold News)", "Vân Khánh", ["Bold News"]),
        ("Vân Khánh (Theo AFP, RT)", "Vân Khánh", ["AFP", "RT"]),
        ("Vân Khánh (Theo The Post/AP, Hani,...)", "Vân Khánh", ["The Post", "AP", "Hani"]),
        ("Vân Khánh (Theo AFP và Hani)", "Vân Khánh", ["AFP", "Hani"]),
        ("Vân Khánh (Tổng hợp theo Dân trí)", "Vân Khánh", ["Dân trí"]),
        ("Vân Khánh (Dịch từ Mirror)", "Vân Khánh", ["Mirror"]),
        ("Vân Khánh (Nguồn: Times of Asia)", "Vân Khánh", ["Times of Asia"]),
        ("Vân Khánh - Theo Vnexpress", "Vân Khánh", ["VnExpress"]),
        ("Vân Khánh, theo Zing", "Vân Khánh", ["Zing"]),
        ("Vân Khánh Theo Dân trí", "Vân Khánh", ["Dân trí"]),
        ("PV/Theo TTXVN", "PV", ["TTXVN"]),
        ("V.K (Theo Bold Sea)", "V.K", ["Bold Sea"]),
        ("Vân Khánh/Báo Lào Cai", "Vân Khánh", ["Báo Lào Cai"]),
        ("Vân Khánh - Báo Lào Cai", "Vân Khánh", ["Báo Lào Cai"]),
        ("Vân Khánh (TTXVN)", "Vân Khánh", ["TTXVN"]),
        ("Tin, ảnh: Vân Khánh (Phòng Văn hóa huyện)", "Vân Khánh", ["Phòng Văn hóa huyện"]),
    ],
)
def test_an_outlet_behind_the_people_had_it_first(
    text: str, people: str, outlets: list[str], known: KnownOutlets
) -> None:
    assert said(text, known) == (people, outlets)


def test_a_date_behind_the_outlet_is_the_first_publication(known: KnownOutlets) -> None:
    claim = signature("Vân Khánh (Theo Bold Sea, 11/01/2024)", known).claim
    assert claim is not None
    assert claim.date == "11/01/2024"


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Vân Khánh (Video: VTV)", "Video: VTV"),
        ("Bài: Vân Khánh - Ảnh: Đức Lâm", "Ảnh: Đức Lâm"),
        ("Vân Khánh. Đồ họa: Đức Lâm", "Đồ họa: Đức Lâm"),
        ("Vân Khánh (lược dịch)", "Vân Khánh (lược dịch)"),
        ("Vân Khánh (CTV)", "Vân Khánh (CTV)"),
        ("Vân Khánh (từ Viên Chăn)", "Vân Khánh (từ Viên Chăn)"),
    ],
)
def test_what_says_more_than_who_wrote_it_stays(text: str, rest: str, known: KnownOutlets) -> None:
    found = signature(text, known)
    assert (found.people, found.rest, found.certain) == ("Vân Khánh", rest, True)


@pytest.mark.parametrize("text", ["Văn Trăm", "Theo Vân Khánh", "Nhà thơ Vân Khánh"])
def test_what_may_be_something_else_is_not_certain(text: str, known: KnownOutlets) -> None:
    assert not signature(text, known).certain


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hội nghị đã kết thúc.",
        "Ảnh: Vân Khánh",
        "Video: Vân Khánh",
        "Thực hiện: Sở Y tế",
        "PV: Vâng",
        "PV: Xin cảm ơn ông!",
        "Tin: Mưa lớn ở vùng cao",
        "Số ca mắc mới (theo Bộ Y tế)",
        "Theo Báo Lào Cai",
        "Nguồn: Báo Lào Cai",
        "Báo Lào Cai",
        "Ông Trần Văn Bình (Theo AFP)",
        "Trần Văn Bình - Chủ tịch xã",
        "Vân Khánh kể lại chuyện cũ",
    ],
)
def test_other_lines_name_nobody(text: str, known: KnownOutlets) -> None:
    assert read_signature(Undressed(text, ()), known) is None


@settings(deadline=None)
@given(st.text(alphabet="aAàĐnN.-,/():theoTổng hợpẢnh \u00a0", max_size=80))
def test_any_line_can_be_read(text: str) -> None:
    read_signature(Undressed(text, ()), KnownOutlets())
