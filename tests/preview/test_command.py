from __future__ import annotations

import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.preview.served import PATIENCE, Served, wait_for


def test_ctrl_c_ends_it_with_status_0_and_without_a_traceback(tmp_path: Path) -> None:
    served = Served(tmp_path)
    served.newsroom.write("articles/mot.md", Title="Một")
    with served.running("-e", 'SITE={"name": "Tờ tin khác"}') as process:
        assert "Tờ tin khác" in served.get("/").text  # an option of pelican's
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0
    assert "Traceback" not in served.said


def test_the_browser_is_opened_when_it_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, browser = tmp_path / "mở.txt", tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" >"{opened}"\n', encoding="utf-8")
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", str(browser))
    served = Served(tmp_path / "tòa soạn")
    served.newsroom.write("articles/mot.md", Title="Một")
    with served.running("--open"):
        wait_for(lambda: opened.exists() and opened.read_text())
        assert opened.read_text().strip() == f"http://127.0.0.1:{served.port}/"


def test_settings_that_cannot_be_loaded_are_told(tmp_path: Path) -> None:
    served = Served(tmp_path)
    served.settings.write_text("SITENAME = (\n", encoding="utf-8")
    done = _run("plugins.preview", *served.arguments, "-p", "0")
    assert done.returncode == 1
    assert "conf.py:1: LỖI: mã Python sai cú pháp" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_a_busy_port_is_told() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = _run("plugins.preview.serve", ".", "-p", str(port))
    assert done.returncode == 1
    assert f"cổng {port} đang được một chương trình khác dùng" in done.stderr
    assert "Cách sửa:" in done.stderr


def test_serve_shows_a_folder_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<body>Chào</body>", encoding="utf-8")
    (tmp_path / "404.html").write_text("Của trang", encoding="utf-8")
    served = Served(tmp_path / "tòa soạn")
    command = [sys.executable, "-m", "plugins.preview.serve", str(tmp_path), "-p", "0"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        served.port = int(process.stdout.readline().split(":")[2].split("/")[0])
        assert served.get("/").text == "<body>Chào</body>"
        missing = served.get("/__preview/reload.js")
        assert (missing.status, missing.text) == (404, "Của trang")
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0


def _run(module: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=PATIENCE,
    )
