"""``python -m plugins.engine.publish.nginx SETTINGS FILE``: write the include for nginx.

It follows from the settings alone (``plugins/metadata/headers``), so it is written when they change
or the program does, not with each build.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from plugins.core.errors import SettingsError
from plugins.core.problems import ProblemError
from plugins.core.settings_file import settings_problem
from plugins.engine.project.project import project_of
from plugins.engine.render.headers import nginx_file


def write_include(settings: Mapping[str, Any], file: Path) -> None:
    """Write the file, whole or not at all. Raises :class:`SettingsError` and ``OSError``."""
    text = nginx_file(project_of(settings))
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=file.parent, delete=False) as new:
        new.write(text.encode())
    temporary = Path(new.name)
    temporary.chmod(0o644)  # nginx may run as another user
    temporary.replace(file)


def main(settings_file: str, file: str) -> int:
    """Run the command; return its exit status."""
    try:
        write_include(_read(settings_file), Path(file))
    except SettingsError as error:
        _say(str(settings_problem(error, ["-s", settings_file])))
        return 1
    except (ProblemError, OSError) as error:
        _say(str(error) if isinstance(error, ProblemError) else f"LỖI: không ghi được: {error}.")
        return 1
    sys.stdout.write(f"Đã ghi {file}. Cách đưa lên máy chủ: docs/deploy.md.\n")
    return 0


def _read(settings_file: str) -> dict[str, Any]:
    from pelican.settings import read_settings

    try:
        settings: dict[str, Any] = read_settings(settings_file)
    except Exception as error:  # a settings file is a program: anything
        raise ProblemError([settings_problem(error, ["-s", settings_file])]) from error
    return settings


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
