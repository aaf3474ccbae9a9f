from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.conftest import NOW, ROOT
from tests.site.newsroom import Newsroom


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline, "nothing happened within a minute"
        time.sleep(0.1)


def test_watching_survives_a_mistake_and_builds_again_when_it_is_mended(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    newsroom.write("articles/sai.md", Date="31/02/2024")
    log = tmp_path / "nói.txt"
    command = [sys.executable, "-m", "pelican", "-r", str(newsroom.content)]
    with log.open("wb") as out:
        process = subprocess.Popen(
            [*command, "-s", str(ROOT / "pelicanconf.py"), "-o", str(newsroom.output)],
            env=os.environ | {"SOURCE_DATE_EPOCH": NOW, "NO_COLOR": "1"},
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    try:
        wait_for(lambda: "LỖI" in log.read_text("utf-8"))
        time.sleep(1.5)
        assert log.read_text("utf-8").count("LỖI") == 1  # it waits instead of trying again
        newsroom.write("articles/sai.md", Date="11/01/2024", Title="Đã sửa")
        wait_for((newsroom.output / "2024/01/da-sua/index.html").exists)
    finally:
        process.terminate()
        process.wait(30)
