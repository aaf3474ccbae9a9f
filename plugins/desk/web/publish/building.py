"""Has the site built, by the command that everybody else uses."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from dataclasses import dataclass

from plugins.engine.project.project import Project

_MOST_SHOWN = 6  # problems
_ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True)
class Built:
    """How a build ended: whether the site is up to date, and what is wrong if it is not."""

    went_well: bool
    said: str = ""


class Builder:
    """Builds one at a time; can be ended from another thread."""

    def __init__(self, project: Project, settings_file: str) -> None:
        self._command = [
            *(sys.executable, "-m", "plugins.engine", str(project.content)),
            *("-o", str(project.output), "-s", settings_file, "--fatal=errors"),
        ]
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None
        self.is_running = False

    def build(self) -> Built:
        """Bring the site up to date: only what changed is built."""
        with self._lock:
            self.is_running = True
            try:
                return self._build()
            finally:
                self.is_running = False

    def end(self) -> None:
        """End the build that is going on, if one is; the next one finishes what it began."""
        process = self._process
        if process is not None and process.poll() is None:
            process.terminate()
            process.wait()

    def _build(self) -> Built:
        self._process = subprocess.Popen(  # noqa: S603 - our own module, and a list
            self._command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )
        said, _ = self._process.communicate()
        if self._process.returncode == 0:
            return Built(went_well=True)
        return Built(went_well=False, said=_wrong(_ESCAPES.sub("", said)))


def _wrong(said: str) -> str:
    """Return the errors in what a build said, with how to mend them."""
    lines = said.splitlines()
    errors = [
        f"{line.strip()} {lines[at + 1].strip() if at + 1 < len(lines) else ''}"
        for at, line in enumerate(lines)
        if "LỖI:" in line
    ]
    shown = errors[:_MOST_SHOWN] or [line.strip() for line in lines if line.strip()][-3:]
    more = len(errors) - len(shown)
    return "\n".join([*shown, *([f"… và {more} lỗi nữa."] if more > 0 else [])])
