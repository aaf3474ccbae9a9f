"""Say why a port cannot be served on: ``python -m plugins.preview.http.free_port HOST PORT``.

Ends with status 0 and prints nothing when the port is free. Pelican would answer a busy
port with the operating system's words, after the whole site was built.
"""

# ruff: noqa: T201 - as a command it speaks through print

from __future__ import annotations

import errno
import socket
import sys

from plugins.core.text.streams import speak_utf8


def obstacle(host: str, port: str) -> tuple[str, str] | None:
    """Return what keeps a server from listening on ``host`` and ``port``, and the fix.

    ``None`` if nothing does. ``port`` is text, as it comes from the command line.
    """
    if not port.isdecimal() or not 0 < int(port) < 65536:
        return f"cổng phải là một số từ 1 đến 65535, không phải “{port}”", "viết PORT=8000"
    with socket.socket() as probe:
        # As http.server does: the address of a server that has just ended is free.
        # Not on Windows, where the option would let two servers share one address.
        if sys.platform != "win32":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, int(port)))
        except OSError as error:
            return _words(error, host, int(port))
    return None


def _words(error: OSError, host: str, port: int) -> tuple[str, str]:
    if error.errno == errno.EADDRINUSE:
        other = port + 1 if port < 65535 else port - 1
        return (
            f"cổng {port} đang được một chương trình khác dùng",
            f"đóng chương trình đó, hoặc chọn cổng khác bằng cách thêm PORT={other} vào lệnh",
        )
    if error.errno == errno.EACCES:
        return f"không có quyền dùng cổng {port}", "chọn một cổng từ 1024 trở lên, như PORT=8000"
    return f"không lắng nghe được ở {host}: {error.strerror}", "kiểm tra lại SERVER"


def main() -> int:
    """Check the address given on the command line; the exit status is for `make`."""
    speak_utf8()
    host, port = sys.argv[1:]
    found = obstacle(host, port)
    if found is None:
        return 0
    message, fix = found
    print(f"LỖI: {message}.\n    Cách sửa: {fix}.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
