"""Serve until Ctrl+C, and say in Vietnamese why that can't be done."""

from __future__ import annotations

import errno
import signal
import sys
from types import FrameType

from plugins.preview.http.server import Server


def listen(server: Server) -> None:
    """Answer requests until the process is asked to end (SIGINT or SIGTERM)."""
    for number in (signal.SIGINT, signal.SIGTERM):  # a shell may have had the first ignored
        signal.signal(number, _interrupt)
    try:
        server.serve_forever(poll_interval=0.1)
    except KeyboardInterrupt:
        pass
    finally:
        server.server_close()


def address_of(server: Server) -> str:
    """Return the address to open in a browser."""
    host, port = map(str, server.server_address[:2])
    everywhere = "0.0.0.0"  # noqa: S104 - no browser opens it
    return f"http://{'127.0.0.1' if host == everywhere else host}:{port}/"


def refusal(error: OSError, host: str, port: int) -> str:
    """Return why nothing can be served at an address, and what to do."""
    if error.errno == errno.EADDRINUSE:
        return (
            f"LỖI: cổng {port} đang được một chương trình khác dùng.\n    Cách sửa: đóng chương "
            "trình đó, hoặc chọn cổng khác bằng cách thêm PORT=… vào lệnh make "
            "(vào lệnh python hay py thì thêm -p …).\n"
        )
    return (
        f"LỖI: không lắng nghe được ở {host}:{port} ({error.strerror}).\n"
        "    Cách sửa: chọn cổng (PORT) hay địa chỉ (SERVER) khác.\n"
    )


def say(line: str) -> None:
    """Print a line at once, also where the output is not a terminal."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
