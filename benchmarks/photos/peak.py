"""Make everything of one photo and print this process's peak: ``python -m … <photo>``."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from plugins.photos.config import PhotoSettings
from plugins.photos.encode.encoder import encode
from plugins.photos.inspect.facts import inspect
from plugins.photos.inspect.failure import PhotoError
from plugins.photos.model import Facts
from plugins.photos.plan.derivatives import plan


def peak() -> int:
    """Return the most MiB that this process has held since its program began."""
    status = Path("/proc/self/status")
    if status.exists():
        # On Linux, getrusage also counts what the parent held when it started this process.
        words = status.read_text().partition("VmHWM:")[2].split()
        return int(words[0]) // 1024
    unit = 1024**2 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // unit


def main(path: Path) -> None:
    """Print the peak in MiB, or why the photo is refused."""
    facts, settings = inspect(path), PhotoSettings()
    if not isinstance(facts, Facts):
        raise SystemExit(facts.message)
    try:
        for _ in encode(path, facts, plan(path.name, facts, settings, lead=True), settings):
            pass
    except PhotoError as error:
        print(error)
    else:
        print(peak())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
