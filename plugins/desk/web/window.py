"""Set up what the desk needs, and run it: ``python -m plugins.desk.web.window [options]``.

This is what a double click on ``toa-soan.cmd`` runs, as ``plugins.preview.window`` is what one on
``xem-thu.cmd`` does: with whatever Python the computer has, so only Python's own modules are
imported. Options are those of ``python -m plugins.desk serve``.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from plugins.preview.http.free_port import obstacle
from plugins.preview.window import HOST, ROOT, set_up

PORTS = range(8765, 8775)
LOCK = Path("requirements/desk.lock")
STAMP = Path(".venv/.ready-desk")
"""The signature of ``make desk``, whose work this does where there is no make."""
_NOT_SET_UP = """LỖI: cài đặt chưa xong.
    Cách sửa: kiểm tra mạng Internet và chỗ trống của ổ đĩa, rồi nhấp đúp lại vào toa-soan.cmd.
    Nếu vẫn vậy, chụp cả cửa sổ này gửi người phụ trách kỹ thuật."""


def main(options: list[str]) -> int:
    """Serve the desk of this project until it is stopped; return the exit status."""
    try:
        python = set_up(ROOT, LOCK, STAMP)
    except (OSError, subprocess.CalledProcessError) as error:
        sys.stderr.write(f"({error})\n{_NOT_SET_UP}\n")
        return 1
    with subprocess.Popen(desk_command(python, options), cwd=ROOT) as desk:  # noqa: S603 - our own words
        while True:
            try:
                return desk.wait()
            except KeyboardInterrupt:  # which the desk got as well, and ends with
                continue


def desk_command(python: Path, options: list[str]) -> list[str]:
    """Return the command that serves the desk at the first free port and opens it."""
    port = next((one for one in PORTS if obstacle(HOST, str(one)) is None), PORTS[0])
    start = [str(python), "-X", "utf8", "-m", "plugins.desk", "-s", "pelicanconf.py", "serve"]
    return [*start, "-p", str(port), "--open", *options]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
