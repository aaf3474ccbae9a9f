"""``python -m plugins.desk import FILE… [--to NAME | --number]``, ``… new TITLE``, and ``… check
[PATH…] [--fix] [--online] [--only CODE] [--format text|github|json|sarif]``; of the desk in the
browser ``… serve``, ``… user add|password|disable|list``, ``… backup FILE`` and ``… restore FILE``.

``-s`` names the settings file (``pelicanconf.py``). Status 1: something was not made, or
an error was found.
"""

from __future__ import annotations

import argparse
import sys
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path

from plugins.core import checks
from plugins.core.dates.date import TIME_ZONE
from plugins.core.files import write_whole
from plugins.core.problems import Problem, ProblemError
from plugins.core.text.streams import speak_utf8
from plugins.desk.check.command import add_arguments, check
from plugins.desk.draft import folder_of, front_matter, is_taken, slug_of, written_date
from plugins.desk.placing import place
from plugins.desk.web.cli.arguments import COMMANDS, add_commands
from plugins.engine.project.project import read_project


def main() -> int:
    """Do what the arguments say; return the exit status."""
    speak_utf8()
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("-s", "--settings", default="pelicanconf.py")
    commands = parser.add_subparsers(dest="command", required=True)
    importing = commands.add_parser("import")
    importing.add_argument("files", nargs="+", type=Path, metavar="FILE")
    importing.add_argument("--to", default="", metavar="NAME")
    importing.add_argument("--number", action="store_true")
    commands.add_parser("new").add_argument("title")
    add_arguments(commands.add_parser("check"))
    if find_spec("starlette") is not None:
        add_commands(commands)
    given = parser.parse_args()
    if given.command == "check":
        return check(given)
    if given.command in COMMANDS:
        from plugins.desk.web.cli.run import run

        return run(given)
    try:
        content = read_project(given.settings).content
    except ProblemError as error:
        print(error)
        return 1
    if given.command == "new":
        made, lines = new(given.title, content)
        print(*lines, sep="\n")
        return 0 if made else 1
    status = 0
    for file in given.files:
        made, lines = place(file, content, given.settings, slug_of(given.to), numbered=given.number)
        print(*lines, "", sep="\n")
        status = status if made else 1
    return status


def new(title: str, content: Path) -> tuple[bool, list[str]]:
    """Make a draft with a head and no text; return whether it is there now, and what to say."""
    moment = datetime.now(TIME_ZONE)
    title, slug = " ".join(title.split()), slug_of(title)
    folder = folder_of(content, f"{moment:%Y/%m}", slug)
    article = folder / "index.md"
    if not slug:
        check = checks.TITLE_WITHOUT_SLUG
        return False, [str(Problem(check, "index.md", None, check.title, check.mend))]
    if is_taken(folder):
        check = checks.IMPORT_EXISTS
        return False, [str(Problem(check, str(article), None, check.title, check.mend))]
    fields = {"Title": title, "Date": written_date(moment)}
    write_whole(article, f"{front_matter(fields)}\n".encode())
    return True, [f"Đã tạo {article} (bản nháp)."]


if __name__ == "__main__":
    sys.exit(main())
