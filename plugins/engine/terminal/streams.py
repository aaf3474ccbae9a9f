"""What is said is Vietnamese, whatever the system takes for the encoding of its output."""

from __future__ import annotations

import io
import sys


def speak_utf8() -> None:
    """Have standard output and standard error take any text. On Windows they could not, where they
    are no console: a pipe to another program, or a file."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower() != "utf-8":
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
