from __future__ import annotations

import pytest

from tests.articles.typed.conftest import Read


@pytest.mark.parametrize(
    ("said", "href"),
    [
        ("https://laocai.gov.vn/tin", "https://laocai.gov.vn/tin"),
        ("http://x.vn/a_b_c*d*?x=1", "http://x.vn/a_b_c*d*?x=1"),
        ("https://vi.wikipedia.org/wiki/Sa_Pa_(xã)", "https://vi.wikipedia.org/wiki/Sa_Pa_(xã)"),
        ("www.laocai.gov.vn", "https://www.laocai.gov.vn"),
        ("ban_bien.tap@laocai.gov.vn", "mailto:ban_bien.tap@laocai.gov.vn"),
        ("0214 3840 123", "tel:+842143840123"),
        ("0214.3840.123", "tel:+842143840123"),
        ("(0214) 3 840 123", "tel:+842143840123"),
        ("0912345678", "tel:+84912345678"),
        ("+84 214 3840 123", "tel:+842143840123"),
    ],
)
@pytest.mark.parametrize("around", ["Xem {}.", "({})", "Xem {}, rồi về", "“{}”", "**{}**"])
def test_an_address_becomes_a_link_without_the_sentences_signs(
    read: Read, said: str, href: str, around: str
) -> None:
    html = read(f"Đoạn. {around.format(said)}").html
    assert f'<a href="{href}">{said}</a>' in html


@pytest.mark.parametrize(
    "text",
    [
        "ngày 01/02/2024", "mã 010203004567", "giá 0,214", "số 0123/QĐ", "09 10", "a @ b", "@nhom",
        "https://", "www.", "1900 2000", "tỷ số 02-03",
    ],
)  # fmt: skip
def test_what_is_no_address_stays_text(read: Read, text: str) -> None:
    assert "<a" not in read(f"Xem {text} nhé").html


def test_links_hold_no_links(read: Read) -> None:
    html = read(
        "[https://x.vn](https://y.vn) <https://z.vn> <a href='/t/'>www.t.vn</a> `www.m.vn`"
    ).html
    assert html.count("<a ") == 3
    assert "<code>www.m.vn</code>" in html
