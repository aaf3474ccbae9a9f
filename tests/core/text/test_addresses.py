from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.errors import AddressError
from plugins.core.text.addresses import page_at, read_old_address, requests_for


@pytest.mark.parametrize(
    ("written", "name", "page"),
    [
        ("/tin-tuc/123.html", "/tin-tuc/123.html", "tin-tuc/123.html"),
        ("/index.php?id=5", "/index.php?id=5", None),
        ("cu/duong-dan/", "/cu/duong-dan/", "cu/duong-dan/"),
        ("/cu/duong-dan", "/cu/duong-dan/", "cu/duong-dan/"),
        ("/cu/index.html", "/cu/index.html", "cu/"),
        ("/gia-vang-12.5", "/gia-vang-12.5/", "gia-vang-12.5/"),
        ("/tin.HTM", "/tin.HTM", "tin.HTM"),
        ("/tin.php", "/tin.php", None),
        ("/ke-hoach.pdf", "/ke-hoach.pdf", None),
        ("/tin-t%E1%BB%A9c/", "/tin-tức/", "tin-tức/"),
        ("/tin-t\u01b0\u0301c/", "/tin-tức/", "tin-tức/"),
        ("/?p=12", "/?p=12", None),
    ],
)
def test_an_old_address_has_a_page_where_a_static_host_shows_one(
    written: str, name: str, page: str | None
) -> None:
    assert read_old_address(written).name == name
    assert page_at(name) == page


@pytest.mark.parametrize(
    "written",
    [
        "",
        "//evil.example/x",
        "https://bao.example/x",
        "javascript:alert(1)",
        "bao.example/tin/1.html",
        "/a//b",
        "/%2F/evil",
        "/../x",
        "/%2e%2e/x",
        "/.published",
        "/a\\b",
        "/a%5Cb",
        "/a b",
        "/a\tb",
        "/a%0Ab",
        "/a%00",
        "/a%FF",
        "/a\u202eb",
        "/a#b",
        "/a%3Fb",
        "/a<b>",
        "/a%22b",
        f"/{'a' * 256}",
        f"/{'a/' * 600}",
    ],
)
def test_what_is_no_address_below_this_site_is_refused(written: str) -> None:
    with pytest.raises(AddressError) as refused:
        read_old_address(written)
    assert refused.value.message
    assert refused.value.fix


def test_spellings_of_one_address_share_a_key() -> None:
    written = ("/Cu/Duong", "/cu/duong/", "cu/duong/index.html", "/CU/DUONG/INDEX.HTML")
    assert len({read_old_address(one).key for one in written}) == 1
    assert read_old_address("/x?id=1").key != read_old_address("/x?id=2").key


def test_a_folder_is_asked_for_with_and_without_its_slash() -> None:
    assert requests_for("/cu/") == ("/cu/", "/cu")
    assert requests_for("/cu/index.html") == ("/cu/index.html", "/cu/", "/cu")
    assert requests_for("/1.html") == ("/1.html",)
    assert requests_for("/xem?id=5") == ("/xem?id=5",)
    assert requests_for("/?p=1") == ("/?p=1",)


def test_what_is_asked_for_is_encoded_as_browsers_do() -> None:
    assert requests_for("/tin-tức (1).html") == ("/tin-t%E1%BB%A9c%20(1).html",)
    assert requests_for('/100%"<>`{}.html') == ("/100%25%22%3C%3E%60%7B%7D.html",)
    name = read_old_address("/x?ten=hà&a=%20'").name
    assert requests_for(name) == ("/x?ten=h%C3%A0&a=%20%27",)


@given(st.text(max_size=20))
def test_whatever_is_written_stays_below_the_site_in_printable_ascii(text: str) -> None:
    try:
        name = read_old_address(text).name
    except AddressError:
        return
    assert name.startswith("/")
    assert not name.startswith("//")
    for asked in requests_for(name):
        assert asked.isascii()
        assert asked.isprintable()
        assert not set(asked) & set(' "\\#')
    page = page_at(name)
    if page is not None:
        assert ".." not in page.split("/")
        assert unquote(requests_for(name)[0]).lstrip("/").startswith(page)
