from __future__ import annotations

import pytest

from plugins.proofreading.rules.spelling import glued_words
from tests.proofreading.conftest import Find, Found


@pytest.mark.parametrize(
    ("text", "words", "replacement"),
    [
        ("Hôm nay trời.Mưa to.", "trời.Mưa", "trời. Mưa"),
        ("Tỉnh Yên Bái.Ngoài ra có.", "Bái.Ngoài", "Bái. Ngoài"),
        ("Họ nói:Đây là.", "nói:Đây", "nói: Đây"),
        ("Mấy ngày,tháng qua.", "ngày,tháng", "ngày, tháng"),
        ("(Ảnh:Reuters)", "Ảnh:Reuters", "Ảnh: Reuters"),
        ("Đi đâu?Tôi hỏi.", "đâu?Tôi", "đâu? Tôi"),
        ("Họ “lách”quy định.", "lách”quy", "lách” quy"),
        ("Theo BHXH (tỉnh)Việt Nam.", "tỉnh)Việt", "tỉnh) Việt"),
        ("Nhà củacác em.", "củacác", "của các"),
        ("Ảnh: DOÃN HÒANhững ngày qua.", "HÒANhững", "HÒA Những"),
        ("Theo BBCdẫn lời.", "BBCdẫn", "BBC dẫn"),
        ("Chợ đông...Bà con vui.", "đông...Bà", "đông... Bà"),
        ("Chợ đông…Bà con vui.", "đông…Bà", "đông… Bà"),
        ("Bà con(Bắc Hà) vui.", "con(Bắc", "con (Bắc"),
        ("Ông nói“Được mùa”.", "nói“Được", "nói “Được"),
        ("Có “20người” và 5 xã.", "20người", "20 người"),
        ("Giá 5.000đồng, rẻ.", "5.000đồng", "5.000 đồng"),
        ("Từ ngày15/1 đến nay.", "ngày15/1", "ngày 15/1"),
        ("Theo UBNDxã, TPHCM.", "UBNDxã", "UBND xã"),
        ("Ảnh: DANH TRỌNGĐội cứu hộ.", "TRỌNGĐội", "TRỌNG Đội"),
    ],
)
def test_words_that_stand_together_by_mistake_are_found_and_divided(
    find: Find, text: str, words: str, replacement: str
) -> None:
    column = text.index(words) + 1
    assert find(glued_words, text) == [Found("SOAT05", 1, column, words, replacement)]


@pytest.mark.parametrize(
    "text",
    [
        "TP.HCM, TP.Hà Nội, Q.Bình Thạnh, A.Páo, Th.S Nam, GS.TS Lê, v.v., N.T.Lan, U.S.",
        "Tỉ số 2:1, lúc 7:30, 1.500 đồng, 3,5 tấn, 42/2022/NĐ-CP, ĐH,CĐ.",
        "Ừ…thì thôi, màu...phù, ừ...thì.",
        "f(x), print(name), Bác(s), file(s), BS(Bác sĩ), (Bắc Hà), “Được”.",
        "Nhà nước1, 12h30, 15ha, 5kg, 20m2, QL4D, Covid19, 4K, #năm2024, năm2024_a, 5đ, VTV3, 3G.",
        "Ôtô, môtô, bêtông, nilông, balô, virút, vôlăng, galăng.",
        "Hộp thư toasoan@báo.vn, https://tòa.soạn/Mưa, Vietnam.vn.",
        "VietnamPlus, ChợTốt, iPhone, UBKTTƯ, TUYẾT.",
        "H'Mông, K'Ho, ki-lô-mét, và/hoặc.",
        "Người HMông, HMÔng ở Kon PLông, KRông Nô, GIám đốc THÔng báo, THủy điện.",
    ],
)
def test_abbreviations_numbers_and_loanwords_are_let_be(find: Find, text: str) -> None:
    assert not find(glued_words, text)


def test_a_word_of_the_newsroom_is_right(find: Find) -> None:
    assert not find(glued_words, "Báo Hànộimới, quán Củacác ở củacác.", "củacác")
