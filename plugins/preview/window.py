"""Set up what the preview needs, and run it: ``python -m plugins.preview.window [options]``.

This is what a double click on ``xem-thu.cmd`` runs, with whatever Python the computer has: only
Python's own modules are imported. It makes ``.venv``, installs what the lock says when the lock is
newer than the last time, and opens the preview in the browser. Options are the preview's.
"""

# ruff: noqa: T201 - as a command it speaks through print

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from plugins.preview.http.free_port import obstacle

ROOT = Path(__file__).resolve().parents[2]
HOST = "127.0.0.1"
PORTS = range(8000, 8010)
LOCK = Path("requirements/build.lock")
STAMP = Path(".venv/.ready-build")
"""The signature of ``make setup``, whose work this does where there is no make."""

_SUITABLE = "import sys; sys.exit(sys.version_info < (3, 11))"
_NOT_SET_UP = """LỖI: cài đặt chưa xong.
    Cách sửa: kiểm tra mạng Internet và chỗ trống của ổ đĩa, rồi nhấp đúp lại vào xem-thu.cmd.
    Nếu vẫn vậy, chụp cả cửa sổ này gửi người phụ trách kỹ thuật."""


def main(options: list[str]) -> int:
    """Serve the preview of this project until it is stopped; return the exit status."""
    try:
        python = set_up(ROOT)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"({error})", _NOT_SET_UP, sep="\n", file=sys.stderr, flush=True)
        return 1
    command = preview_command(python, options)
    with subprocess.Popen(command, cwd=ROOT) as preview:  # noqa: S603 - our own words
        while True:
            try:
                return preview.wait()
            except KeyboardInterrupt:  # which the preview got as well, and ends with
                continue


def set_up(root: Path, lock: Path = LOCK, stamp: Path = STAMP) -> Path:
    """Return the Python of the project in ``root``, with all that ``lock`` names; ``stamp`` says
    when it was installed.

    Raises ``OSError`` and ``subprocess.CalledProcessError`` where that can't be done.
    """
    python = root / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not _runs(python):
        _say("Đang tạo môi trường riêng trong thư mục .venv…")
        for each in (root / ".venv").glob(".ready-*"):
            each.unlink()
        # One whose Python was taken away or is too old is made anew.
        _run(root, Path(sys.executable), "-m", "venv", "--clear", ".venv")
    if is_outdated(root / stamp, root / lock):
        _say("Đang cài đặt những gì cần dùng; lần đầu mất vài phút…")
        quiet = ("--quiet", "--disable-pip-version-check", "--require-hashes")
        _run(root, python, "-m", "pip", "install", *quiet, "-r", str(lock))
        (root / stamp).touch()
    return python


def is_outdated(signature: Path, lock: Path) -> bool:
    """Whether the lock is newer than the signature, or there is none."""
    return not signature.exists() or signature.stat().st_mtime < lock.stat().st_mtime


def preview_command(python: Path, options: list[str]) -> list[str]:
    """Return the command that serves the preview at the first free port and opens it."""
    port = next((one for one in PORTS if obstacle(HOST, str(one)) is None), PORTS[0])
    start = [str(python), "-X", "utf8", "-m", "plugins.preview", "content"]
    return [*start, "-s", "pelicanconf.py", "-b", HOST, "-p", str(port), "--open", *options]


def _runs(python: Path) -> bool:
    try:
        return subprocess.run([python, "-c", _SUITABLE], check=False).returncode == 0  # noqa: S603 - our own words
    except OSError:
        return False


def _run(root: Path, python: Path, *arguments: str) -> None:
    subprocess.run([python, *arguments], cwd=root, check=True)  # noqa: S603 - our own words


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
