"""A bulletin with a program, theme and settings of its own, to be changed by a test."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from plugins.engine.checks.withdrawal import ALLOW_WITHDRAWAL
from tests.conftest import NOW, ROOT
from tests.site.newsroom import Built, Newsroom, run
from tests.site_files import write_code

PELICAN = "pelican"
OURS = "plugins.engine"
"""The two commands: Pelican's, and what ``make html`` runs in its place."""


class ProjectCopy(Newsroom):
    """A newsroom whose ``root`` holds what a clone of the project holds."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.root = folder / "mã nguồn"
        for name in ("plugins", "theme"):  # with what Python has compiled of it
            shutil.copytree(ROOT / name, self.root / name)
        shutil.copy(ROOT / "pelicanconf.py", self.root)

    def run(self, *options: str, module: str = OURS, now: str = NOW) -> Built:
        """Run one of the commands as ``make`` does."""
        return run(self.arguments(*options, module=module), self.root, self.environment(now))

    def arguments(self, *options: str, module: str = OURS) -> list[str]:
        """Return a command that builds the content with the copy's settings."""
        paths = ["-s", str(self.root / "pelicanconf.py"), "-o", str(self.output)]
        return [sys.executable, "-m", module, str(self.content), *paths, *options]

    def environment(self, now: str = NOW) -> dict[str, str]:
        """Return the environment of a run, the same each time."""
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
        allowed = {ALLOW_WITHDRAWAL: "1"}  # as in tests/engine/conftest.py
        return kept | allowed | {"SOURCE_DATE_EPOCH": now, "NO_COLOR": "1", "COLUMNS": "400"}

    def change(self, name: str, old: str, new: str) -> None:
        """Replace a text in one of the copy's own files."""
        path = self.root / name
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{name} no longer holds {old!r}"
        text = text.replace(old, new)
        if path.suffix == ".py":
            write_code(path, text)
        else:
            path.write_text(text, encoding="utf-8")

    def clean_files(self, now: str = NOW) -> dict[str, bytes]:
        """Return what a clean build makes, elsewhere."""
        with self.elsewhere():
            built = self.run("--ignore-cache", module=PELICAN, now=now)
            assert built.status == 0, built.said
            return self.files()
