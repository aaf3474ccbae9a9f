"""What is said is Vietnamese, whatever the system takes for the encoding of its output, and that
nobody hears it is no fault of what was done."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import Any, TextIO


class _Deaf(io.FileIO):
    """A file into which nothing more can be written at some time (a pipe to ``head``, a log on a
    full disk), and which does not mind."""

    def write(self, data: Any, /) -> int:
        with suppress(OSError):
            return super().write(data)
        return memoryview(data).nbytes


def speak_utf8(*, must_arrive: bool = False) -> None:
    """Have standard output and standard error take any text, and as much as there is: also where
    they are closed, or whoever reads them goes away.

    ``must_arrive`` is for a command whose output is what it is run for: that fails without. Where
    not even names of files may be Vietnamese (``LC_ALL=C PYTHONUTF8=0``), the process begins anew
    in Python's UTF-8 mode (PEP 540): so call this before anything else.
    """
    if sys.getfilesystemencoding() != "utf-8" and os.environ.get("PYTHONUTF8") != "1":
        command = [sys.executable, *sys.orig_argv[1:]]
        os.execve(sys.executable, command, os.environ | {"PYTHONUTF8": "1"})  # noqa: S606 - this
    sys.stdout = _able(sys.stdout, must_arrive)
    sys.stderr = _able(sys.stderr, must_arrive)


def _able(stream: TextIO | None, must_arrive: bool) -> TextIO:
    if stream is None:  # closed by who called us: its number must not become that of a file
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.set_inheritable(nowhere, True)
        return open(nowhere, "w", encoding="utf-8", errors="backslashreplace")  # noqa: PTH123 - a descriptor, for good
    if type(stream) is not io.TextIOWrapper:  # somebody's own, as in tests
        return stream
    if stream.encoding.lower() != "utf-8" or stream.errors != "backslashreplace":
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    file = getattr(stream.buffer, "raw", stream.buffer)
    # A console of Windows is no file.
    if must_arrive or type(file) is not io.FileIO:
        return stream
    with suppress(OSError):
        stream.flush()
    return io.TextIOWrapper(
        io.BufferedWriter(_Deaf(file.fileno(), "w", closefd=False)),
        encoding="utf-8",
        errors="backslashreplace",
        line_buffering=stream.line_buffering or stream.write_through,
    )
