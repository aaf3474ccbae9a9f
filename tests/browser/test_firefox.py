"""The desk's main way in a second engine: Firefox, from the system's packages."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.desk import Served
from tests.conftest import ROOT
from tests.desk.web.office import PASSWORDS, make_office
from tests.desk.word_files import TITLE, p, photo, word_file

FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox")
PACKAGES = ROOT / "tests" / "html" / "package.json"
NODE = Path(sys.executable).with_name("node")
TYPED = " Thêm một câu gõ trong Firefox."


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    office = make_office(tmp_path / "toa-soan")
    office.desk.close()
    made = Served(office)
    yield made
    made.end()


@pytest.mark.skipif(
    FIREFOX is None and not os.environ.get("CI"), reason="there is no Firefox on this machine"
)
def test_a_word_file_goes_to_the_site_in_firefox(served: Served, tmp_path: Path) -> None:
    body = p("Phiên chợ đông hơn mọi năm.") + p(photo()) + p("Hình 1: Cổng chợ.")
    asked = {
        "firefox": FIREFOX,
        "packages": str(PACKAGES),
        "address": served.address,
        "passwords": PASSWORDS,
        "word": str(word_file(tmp_path / "bài gửi.docx", TITLE + body)),
        "category": "Văn hóa",
        "typed": TYPED,
    }
    command = [str(NODE), str(Path(__file__).with_name("firefox.mjs")), json.dumps(asked)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=200, check=False)
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert seen["errors"] == []
    assert seen["title"] == "Chợ phiên cuối năm"
    page = served.office.site.page(seen["live"].strip("/"))
    assert "Phiên chợ đông hơn mọi năm." in page
    assert TYPED.strip() in page
