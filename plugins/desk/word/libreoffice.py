"""LibreOffice, where it is installed: old kinds of texts and of drawings into new ones."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

_LONGEST = 60  # seconds: its first start takes ten


def program() -> str | None:
    """Return the path of the program, ``None`` where there is none."""
    return shutil.which("soffice") or shutil.which("libreoffice")


if sys.platform != "win32":
    import resource

    def _unbound() -> None:
        """Take our own bounds off: it needs more addresses than we do."""
        for kind in (resource.RLIMIT_AS, resource.RLIMIT_CPU):
            resource.setrlimit(kind, (resource.getrlimit(kind)[1],) * 2)


def converted(source: Path, kind: str, folder: Path) -> Path | None:
    """Write a file as another ``kind`` (``"docx"``, ``"png"``) into a folder; return it, or
    ``None`` if there is no LibreOffice or it could not do so."""
    office = program()
    if office is None:
        return None
    with TemporaryDirectory() as profile:
        command = [office, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless"]
        command += ["--convert-to", kind, "--outdir", str(folder), str(source)]
        try:
            subprocess.run(  # noqa: S603 - a list, and a program found on PATH
                command,
                capture_output=True,
                check=True,
                timeout=_LONGEST,
                preexec_fn=None if sys.platform == "win32" else _unbound,
            )
        except (OSError, subprocess.SubprocessError):
            return None
    made = folder / f"{source.stem}.{kind}"
    return made if made.is_file() else None
