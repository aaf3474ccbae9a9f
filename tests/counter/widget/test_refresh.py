from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from plugins.counter.stats import Totals
from plugins.counter.widget.last_known import UnknownError, read_known
from plugins.counter.widget.refresh import main, refresh
from tests.conftest import ROOT
from tests.fuzz.counter.service import Service


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    started = Service("--database", str(tmp_path / "counter.sqlite3"))
    yield started
    if started.process.poll() is None:
        started.kill()


def _settings(site: str, tmp_path: Path, **counter: Any) -> dict[str, Any]:
    known = str(tmp_path / "counter.json")
    return {"SITEURL": site, "COUNTER": {"known": known, "endpoint": "/tk/v1/", **counter}}


def test_the_numbers_come_from_where_pages_ask_for_them(service: Service, tmp_path: Path) -> None:
    elsewhere = {"endpoint": f"{service.url}/tk/v1/"}
    for settings in (
        _settings(service.url, tmp_path),
        _settings("https://bantin.example/tin", tmp_path, **elsewhere),
    ):
        found = refresh(settings)
        assert found is not None
        assert found.totals == Totals(0, 0, 0)
        assert read_known(tmp_path / "counter.json") == found
        (tmp_path / "counter.json").unlink()


@pytest.mark.parametrize("counter", [{"endpoint": ""}, {"enabled": False}, {"known": ""}])
def test_where_pages_ask_nobody_nobody_is_asked(counter: dict[str, Any], tmp_path: Path) -> None:
    assert refresh(_settings("http://127.0.0.1:1", tmp_path, **counter)) is None


def test_a_service_that_is_down_leaves_the_numbers_of_last_time(
    service: Service, tmp_path: Path
) -> None:
    settings = _settings(service.url, tmp_path)
    known = refresh(settings)
    service.kill()
    with pytest.raises(UnknownError):
        refresh(settings)
    assert read_known(tmp_path / "counter.json") == known


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "không có tệp thiết lập này"),
        ("\nx = y\n", "conf.py:2: LỖI: thiết lập không dùng được (NameError"),
        ("COUNTER = {'rows': ['month']}\n", "conf.py:1: LỖI: COUNTER['rows'] có dòng không biết"),
    ],
)
def test_wrong_settings_are_told_with_their_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str | None, said: str
) -> None:
    file = tmp_path / "conf.py"
    if text is not None:
        file.write_text(text, encoding="utf-8")
    assert main(str(file)) == 1
    assert said in capsys.readouterr().err


def test_the_command_reads_the_settings_of_production(service: Service, tmp_path: Path) -> None:
    known = tmp_path / "counter.json"
    (tmp_path / "conf.py").write_text(
        "import sys\n"
        f"sys.path.insert(0, {str(ROOT)!r})\n"
        "from publishconf import *\n"
        f'COUNTER = {{**COUNTER, "known": {str(known)!r}}}\n',
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "plugins.counter.widget.refresh", str(tmp_path / "conf.py")]

    def run(**environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False
        )

    assert "không hỏi bộ đếm truy cập nào" in run(COUNTER_ENDPOINT="").stdout
    done = run(COUNTER_ENDPOINT=f"{service.url}/tk/v1/")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Đã lấy số liệu truy cập lúc ")
    before = known.read_bytes()
    service.kill()
    done = run(COUNTER_ENDPOINT=f"{service.url}/tk/v1/")
    assert done.returncode == 1
    assert done.stderr.startswith("LỖI: không hỏi được")
    assert known.read_bytes() == before
