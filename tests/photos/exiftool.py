"""The independent reader of metadata: exiftool (Debian's libimage-exiftool-perl)."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any


def _command() -> str:
    command = shutil.which("exiftool")
    assert command, "these tests need exiftool: apt-get install libimage-exiftool-perl"
    return command


def read(path: Path) -> dict[str, Any]:
    """Return all tags of a file as ``Group:Name``, without those of the file system."""
    (tags,) = read_all(path)
    return tags


def read_all(path: Path) -> list[dict[str, Any]]:
    """Return the tags of every file in a folder, of each as above."""
    command = [_command(), "-json", "-G1", "-a", "-u", "-charset", "iptc=utf8", str(path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    told: list[dict[str, Any]] = json.loads(done.stdout)
    others = ("System:", "ExifTool:", "Source")
    return [{k: v for k, v in tags.items() if not k.startswith(others)} for tags in told]


def write(path: Path, *arguments: str) -> Path:
    """Change a file's tags as ``-Group:Name=value`` arguments say."""
    command = [_command(), "-q", "-m", "-overwrite_original", "-codedcharacterset=utf8"]
    subprocess.run([*command, *arguments, str(path)], check=True, capture_output=True)
    return path
