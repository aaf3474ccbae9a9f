"""How a build ends that somebody stopped with Ctrl+C."""

from __future__ import annotations

import sys

STATUS = 130  # as shells have it for who ended by SIGINT: what stands behind "&&" is not run


def say_stopped() -> int:
    """Say that the build was stopped; return the exit status."""
    sys.stderr.write(
        "Đã dừng theo yêu cầu; trang nào cũng còn nguyên vẹn, lần dựng sau làm tiếp.\n"
    )
    return STATUS
