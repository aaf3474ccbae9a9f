from __future__ import annotations

import pytest

from plugins.proofreading.config import ProofreadingSettings
from plugins.proofreading.rules.spelling import two_spellings
from tests.proofreading.conftest import Find, Found, Marked

THRICE = "Ông Nguyễn Văn Hưng đến. Nay Nguyễn Văn Hưng nói.\n\nHọ gặp Nguyễn Văn Hưng.\n\n"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (f"{THRICE}Ông Nguyễn Văn Hừng vui.", "Nguyễn Văn Hừng"),
        (f"{THRICE}Ông Nguyễn Vân Hưng vui.", "Nguyễn Vân Hưng"),
        ("Tỉnh Trà Vinh, ở Trà Vinh.\n\nVề Trà Vinh.\n\nTỉnh Trà Vĩnh.", "Trà Vĩnh"),
        ("Tỉnh Đắk Lắk, ở Đắk Lắk.\n\nVề Đắk Lắk.\n\nTỉnh Đăk Lắk.", "Đăk Lắk"),
        ("Ở Thụy Sĩ, từ Thụy Sĩ.\n\nVề Thụy Sĩ.\n\nỞ Thụy Sỹ.", "Thụy Sỹ"),
        ("Cô Lê Thúy Nga, cô Lê Thúy Nga.\n\nRồi\n\nCô Lê Thuý Nga.", "Lê Thuý Nga"),
    ],
)
def test_a_name_in_another_form_is_found(find: Find, text: str, form: str) -> None:
    (found,) = find(two_spellings, text)
    line = text.count("\n") + 1
    assert found[:2] == ("SOAT06", line)
    assert found == Found("SOAT06", line, text.split("\n")[-1].index(form) + 1, form, None)


def test_the_message_names_both_forms_and_the_lines_of_the_other(proof: Marked) -> None:
    made = proof(f"{THRICE}Ông Nguyễn Văn Hừng vui.")
    (finding,) = two_spellings.find(made, ProofreadingSettings())
    assert finding.message == (
        "một tên viết hai cách: “Nguyễn Văn Hừng” ở đây, “Nguyễn Văn Hưng” ở dòng 1, 3"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Ông Nguyễn Văn Hưng và ông Nguyễn Văn Hùng đến.",
        f"{THRICE}Ông Nguyễn Văn Hùng (SN 1990) và Nguyễn Văn Hằng, 36 tuổi.",
        f"{THRICE}Người em trai Nguyễn Văn Hùng vui.",
        f"{THRICE}Ông Nguyễn Văn Hùng, rồi Nguyễn Văn Hùng vui.",
        f"{THRICE}Ông Nguyễn Văn Hải vui.",
        "Ông Nguyễn Văn Hưng, Nguyễn Văn Hưng.\n\nÔng Nguyễn Văn Hùng.",
        "Tại Bắc Hà. Ở Bắc Hà.\n\nVề Bắc Hà.\n\nTài Bắc Hà đến. Họ ở Bạc Há.",
        "Bộ Giáo dục, Bộ Giáo dục, Bộ Giáo dục, Bộ Giao thông.",
        "Tỉnh Quảng Ninh, ở Quảng Ninh, về Quảng Ninh; EVN Quang Ninh.",
    ],
)
def test_two_names_are_let_be(find: Find, text: str) -> None:
    assert not find(two_spellings, text)


def test_a_name_of_the_newsroom_is_right(find: Find) -> None:
    assert not find(two_spellings, f"{THRICE}Ông Nguyễn Văn Hừng vui.", "Nguyễn Văn Hừng")
