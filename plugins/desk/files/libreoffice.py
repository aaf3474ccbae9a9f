"""LibreOffice, where it is installed: old kinds of texts and of drawings into new ones."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.core import checks
from plugins.desk.errors import RefusedError

_LONGEST = 60  # seconds: its first start takes ten
# Where its installers put it, and PATH does not lead.
_USUAL = (
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)


def program() -> str | None:
    """Return the path of the program, ``None`` where there is none."""
    on_path = shutil.which("soffice") or shutil.which("libreoffice")
    return on_path or next((path for path in _USUAL if Path(path).is_file()), None)


if sys.platform != "win32":
    import resource

    def _unbound() -> None:
        """Take our own bounds off: it needs more addresses than we do."""
        for kind in (resource.RLIMIT_AS, resource.RLIMIT_CPU):
            resource.setrlimit(kind, (resource.getrlimit(kind)[1],) * 2)


def converted(source: Path, suffix: str, kind: str, folder: Path) -> Path:
    """Write a file, which should be called ``suffix``, as another ``kind`` (``"docx"``, ``"png"``)
    into a folder; return it. Raises :class:`RefusedError` saying why it could not be done."""
    office = program()
    if office is None:
        raise RefusedError(checks.IMPORT_KIND, f"tệp {suffix} cần LibreOffice, máy này không có")
    # A profile of its own: two that share one end each other. A name of its own: it may mean
    # something to the program, or hold what its command line cannot.
    with TemporaryDirectory(ignore_cleanup_errors=True) as room:
        given = Path(room, f"given{suffix}")
        shutil.copyfile(source, given)
        profile = Path(room, "profile").as_uri()
        command = [office, f"-env:UserInstallation={profile}", "--headless", "--norestore"]
        command += ["--convert-to", kind, "--outdir", str(folder), str(given)]
        _run(command, suffix)
    made = folder / f"given.{kind}"
    if not made.is_file():
        # What cannot be read it says on a channel of errors, and ends as if all were well.
        raise RefusedError(checks.IMPORT_BROKEN, f"LibreOffice không đọc được tệp {suffix}")
    return made


def _run(command: list[str], suffix: str) -> None:
    """Run a program to its end, or end it with all that it started."""
    process = subprocess.Popen(  # noqa: S603 - a list, and a program found on PATH
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=None if sys.platform == "win32" else _unbound,
    )
    try:
        process.wait(_LONGEST)
    except subprocess.TimeoutExpired as error:
        message = f"LibreOffice đọc tệp {suffix} quá lâu"
        raise RefusedError(checks.IMPORT_STOPPED, message) from error
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program, if it runs, with those it started: it is a script, and its child works."""
    if sys.platform == "win32":
        if process.poll() is not None:
            return
        subprocess.run(  # noqa: S603 - a list of our own
            ["taskkill", "/F", "/T", "/PID", str(process.pid)],  # noqa: S607 - a part of Windows
            capture_output=True,
            check=False,
        )
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
