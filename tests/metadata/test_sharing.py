from __future__ import annotations

import base64
import json
from urllib.parse import parse_qs, urlsplit

import pytest

from plugins.metadata.sharing import zalo_link


@pytest.mark.parametrize("length", range(3))
def test_zalo_gets_the_address_of_the_page_as_its_own_button_gives_it(length: int) -> None:
    address = "https://bantin.example.vn/2024/01/" + "a" * length + "/"
    (said,) = parse_qs(urlsplit(zalo_link(address)).query)["d"]
    assert json.loads(base64.b64decode(said)) == {"url": address}
    assert "%3D" not in zalo_link(address)
