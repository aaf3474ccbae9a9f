"""A LibreOffice that is none: it takes the same arguments and goes wrong in the same ways.

What the real one does was looked at with version 7.4: it writes beside nothing else, ends with
status 0 whatever happens, and is a script whose child does the work.
"""

from __future__ import annotations

import os
import sys
import time
import zipfile
from pathlib import Path
from typing import Literal

import pytest

Way = Literal["works", "cannot read", "hangs"]

_SCRIPT = """#!{python}
import argparse, pathlib, shutil, subprocess, sys
arguments = argparse.ArgumentParser(prefix_chars="-")
arguments.add_argument("--headless", action="store_true", required=True)
arguments.add_argument("--norestore", action="store_true")
arguments.add_argument("--convert-to", required=True)
arguments.add_argument("--outdir", type=pathlib.Path, required=True)
arguments.add_argument("file", type=pathlib.Path)
profile, *rest = sys.argv[1:]
given = arguments.parse_args(rest)
assert profile.startswith("-env:UserInstallation=file:///")
profile = pathlib.Path(profile.partition("file://")[2])
profile.mkdir()  # a profile that is there is another program's
pathlib.Path({log!r}).open("a").write(given.file.suffix + "\\n")
if {way!r} == "hangs":
    child = [sys.executable, "-c", "import time; time.sleep(60)"]
    child = subprocess.Popen(child)
    pathlib.Path({log!r}).write_text(str(child.pid))
    child.wait()
if {way!r} == "cannot read" or not given.file.is_file():
    sys.exit("Error: source file could not be loaded")
shutil.copyfile({made!r}, given.outdir / (given.file.stem + "." + given.convert_to))
"""


def install(
    folder: Path, monkeypatch: pytest.MonkeyPatch, way: Way, made: Path | None = None
) -> Path:
    """Have a program ``soffice`` be the only one on PATH, which makes a copy of ``made`` of
    everything; return its log: the kinds of what it was given, or the process that hangs."""
    folder.mkdir()
    office, log = folder / "soffice", folder / "log"
    text = _SCRIPT.format(python=sys.executable, log=str(log), way=way, made=str(made))
    office.write_text(text, encoding="utf-8")
    office.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    return log


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STARTS = {
    ".doc": OLE + bytes(600),
    ".dot": OLE + bytes(600),
    ".rtf": b"{\\rtf1 Ch\\u7907?}",
}


def old_file(path: Path) -> Path:
    """Write a file that begins as its kind does."""
    kind = path.suffix
    if kind == ".odt":
        with zipfile.ZipFile(path, "w") as file:
            file.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    else:
        path.write_bytes(_STARTS[kind])
    return path


def ends(process: int) -> bool:
    """Wait for the end of a process that was told to end; return whether it came."""
    for _ in range(100):
        if not _is_running(process):
            return True
        time.sleep(0.05)
    return False


def _is_running(process: int) -> bool:
    """Whether a process works, and does not only wait for its parent to hear of its end."""
    status = Path(f"/proc/{process}/stat")
    if status.parents[1].is_dir():
        return status.exists() and status.read_text().rpartition(")")[2].split()[0] != "Z"
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
