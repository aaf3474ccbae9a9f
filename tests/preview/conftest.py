from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.engine.small_site import SmallSite
from tests.preview.served import Served


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A running preview of a small bulletin, for all tests of a module."""
    served = Served(tmp_path_factory.mktemp("xem thử"))
    write = served.newsroom.write
    write("articles/cho-phien.md", Title="Chợ phiên", Category="Văn hóa")
    write("articles/nhap.md", Title="Bài nháp", Status="draft")
    write("articles/chua-ngay.md", Title="Chưa có ngày", Status="draft", Date="")
    write("articles/hen.md", Title="Bài hẹn", Date="12/02/2024 07:30")
    write("articles/bo-di.md", Title="Bỏ đi")
    write("pages/lien-he.md", Title="Liên hệ", Date="", Status="draft")
    with served.running():
        yield served


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    """A bulletin without an article yet."""
    return SmallSite(tmp_path)
