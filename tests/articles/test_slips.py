from __future__ import annotations

import pytest

from plugins.articles.slips import find_phone, find_slip


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("htp:/x.vn", "http://x.vn"),
        ("htps://x.vn/a", "https://x.vn/a"),
        ("htpps://x.vn", "https://x.vn"),
        ("hhtp://x.vn", "http://x.vn"),
        ("ttps://x.vn", "https://x.vn"),
        ("http:/x.vn", "http://x.vn"),
        ("https//x.vn/a?b=1#c", "https://x.vn/a?b=1#c"),
        ("http:\\\\x.vn\\a", "http://x.vn/a"),
        ("https;//x.vn", "https://x.vn"),
        ("HTTPS:///x.vn", "https://x.vn"),
        ("https:x.vn", "https://x.vn"),
        ("http://https://x.vn/a", "https://x.vn/a"),
        ("/\\x.vn/a", "https://x.vn/a"),
        ("///x.vn", "https://x.vn"),
        ("//\\x.vn\\a", "https://x.vn/a"),
        ("//lien-he/", "/lien-he/"),
    ],
)
def test_a_misspelt_scheme_is_mended(href: str, address: str) -> None:
    slip = find_slip(href)
    assert slip is not None
    assert slip.address == address
    assert slip.message == f"địa chỉ liên kết “{href}” viết sai, đã sửa"
    assert slip.fix == f"Sửa “{href}” thành “{address}”."


@pytest.mark.parametrize(
    "href",
    [
        "banbientap@laocai.gov.vn",
        "mail:banbientap@laocai.gov.vn",
        "email: banbientap@laocai.gov.vn",
        "mailto://banbientap@laocai.gov.vn",
        "maito:banbientap@laocai.gov.vn",
    ],
)
def test_an_address_of_mail_gets_its_scheme(href: str) -> None:
    slip = find_slip(href)
    assert slip is not None
    assert slip.address == "mailto:banbientap@laocai.gov.vn"
    assert slip.message == f"“{href}” là địa chỉ thư, thiếu “mailto:” ở đầu, đã sửa"


def test_a_name_that_begins_like_mailto_is_kept_whole() -> None:
    slip = find_slip("mailbox@x.vn?subject=Thư")
    assert slip is not None
    assert slip.address == "mailto:mailbox@x.vn?subject=Thư"


@pytest.mark.parametrize(
    ("href", "message"),
    [
        (
            "file:///C:/Users/Ha/kh.docx",
            "liên kết dẫn tới tệp trong máy của người viết, đã bỏ: “file:///C:/Users/Ha/kh.docx”",
        ),
        (r"D:\kh.pdf", r"liên kết dẫn tới tệp trong máy của người viết, đã bỏ: “D:\kh.pdf”"),
        (r"\\may\kh.pdf", r"liên kết dẫn tới tệp trong máy của người viết, đã bỏ: “\\may\kh.pdf”"),
        ("ftp://x.vn/a", "địa chỉ liên kết không dùng được, đã bỏ: “ftp://x.vn/a”"),
        ("javascript:x()", "địa chỉ liên kết không dùng được, đã bỏ: “javascript:x()”"),
    ],
)
def test_what_no_reader_can_open_is_no_link(href: str, message: str) -> None:
    slip = find_slip(href)
    assert slip is not None
    assert (slip.address, slip.message) == ("", message)


@pytest.mark.parametrize(
    "href",
    [
        *("https://x.vn", "HTTP://x.vn/a//b", "mailto:a@x.vn", "tel:02143840123", "//x.vn/a", "#a"),
        *("/2024/11/a/", "ke-hoach.pdf", "../a.md", "http/a.pdf", "phs/a.pdf", "x.vn:8080/a"),
        *("{tag}Sa Pa", "{static}/a.pdf", "https://x.vn/?u=http://y.vn", "anh@la-co.jpg"),
        *("anh@2x.svg", "so-do@laocai.avif", "so-lieu@quy-iv.csv"),
    ],
)
def test_other_addresses_are_left_alone(href: str) -> None:
    assert find_slip(href) is None


def test_the_number_of_a_telephone_gets_its_scheme() -> None:
    slips = find_phone("0214 3840 123"), find_phone("+84 (214) 3840123")
    found = [slip.address for slip in slips if slip]
    assert found == ["tel:02143840123", "tel:+842143840123"]
    assert find_phone("2024") is None
    assert find_phone("ke-hoach-12345678") is None
