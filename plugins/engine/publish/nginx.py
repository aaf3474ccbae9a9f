"""``python -m plugins.engine.publish.nginx SETTINGS FILE``: write the include for nginx.

It follows from the settings (``plugins/metadata/headers``) and the script that stands in each page,
so it is written when they change or the program does, not with each build.
"""

from __future__ import annotations

import sys
from pathlib import Path

from plugins.core.files import write_whole
from plugins.core.problems import ProblemError
from plugins.core.text.streams import speak_utf8
from plugins.engine.project.project import Project, read_project
from plugins.engine.render.headers import nginx_file


def write_include(project: Project, file: Path) -> None:
    """Write the file, whole or not at all. Raises ``OSError``."""
    write_whole(file, nginx_file(project).encode())


def main(settings_file: str, file: str) -> int:
    """Run the command; return its exit status."""
    speak_utf8()
    try:
        write_include(read_project(settings_file), Path(file))
    except ProblemError as error:
        return _failed(str(error))
    except OSError as error:
        return _failed(f"LỖI: không ghi được: {error}.")
    sys.stdout.write(f"Đã ghi {file}. Cách đưa lên máy chủ: docs/deploy.md.\n")
    return 0


def _failed(text: str) -> int:
    sys.stderr.write(f"{text}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
