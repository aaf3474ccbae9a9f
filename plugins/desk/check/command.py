"""``python -m plugins.desk check [PATH…] [--fix] [--online] [--only CODE] [--format FORMAT]``."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Collection, Sequence
from pathlib import Path

from pelican.settings import read_settings

from plugins.core.checks import BY_CODE
from plugins.core.problems import Problem, ProblemError
from plugins.core.text.decoding import normalise
from plugins.desk.check.formats import FORMATS, locate
from plugins.desk.check.mend_files import mend_files
from plugins.desk.check.online import dead_sources
from plugins.engine.checks.setting_types import settings_fault
from plugins.engine.pelican import Bulletin


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes: files and folders (all of the content if there are none),
    codes to which it keeps, whether it mends first, and whether it asks other sites if the
    articles that ours were taken from are still there."""
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH")
    parser.add_argument("--fix", action="store_true")
    parser.add_argument("--only", action="append", default=[], metavar="CODE")
    parser.add_argument("--online", action="store_true")
    parser.add_argument("--format", choices=list(FORMATS), default="text")


def check(given: argparse.Namespace) -> int:
    """Say what is wrong, after mending what a machine may if that is asked for. Return 1 if
    anything stops a build, 2 if what is ``given`` cannot be."""
    try:
        bulletin = _bulletin(given.settings)
        content = bulletin.project.content
        only = _codes(given.only)
        chosen = [_inside(path, content) for path in given.paths]
    except ProblemError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    # What a program reads must be that alone.
    told = sys.stdout if given.format == "text" else sys.stderr
    for line in mend_files(bulletin.project, chosen, only) if given.fix else ():
        told.write(f"{line}\n")
    found = [
        problem
        for problem in bulletin.check(dead_sources if given.online else None)
        if _is_chosen(problem, chosen, content) and (not only or problem.check.code in only)
    ]
    said = FORMATS[given.format](locate(found, content, Path.cwd()))
    sys.stdout.write(f"{said}\n" if said else "")
    return int(any(problem.level == "error" for problem in found))


def _bulletin(settings_file: str) -> Bulletin:
    """Raise :class:`ProblemError`, which says what is wrong with the settings."""
    try:
        return Bulletin(read_settings(settings_file))
    except Exception as error:  # a settings file is a program: anything
        raise ProblemError([settings_fault(error, ["-s", settings_file])]) from error


def _codes(given: Sequence[str]) -> frozenset[str]:
    codes = [code.upper() for each in given for code in each.split(",") if code]
    for code in codes:
        if code not in BY_CODE:
            raise ValueError(f"Không có mã “{code}”: chép đúng mã trong bảng của sách hướng dẫn.")
    return frozenset(codes)


def _inside(path: Path, content: Path) -> Path:
    """Return a file or a folder of the content, absolute. Raises ``ValueError``."""
    place = Path(os.path.abspath(path))  # noqa: PTH100 - a link within the content stays one
    if not place.exists():
        raise ValueError(f"Không có tệp hay thư mục “{path}”: kiểm tra tên đã gõ.")
    if place.is_relative_to(content):
        return place
    target, root = path.resolve(), content.resolve()
    if not target.is_relative_to(root):
        raise ValueError(
            f"“{path}” không nằm trong thư mục nội dung ({content}). Chép bài vào đó rồi soát."
        )
    return content / target.relative_to(root)


def _is_chosen(problem: Problem, chosen: Collection[Path], content: Path) -> bool:
    """Whether a problem is about a chosen file, or a file in a chosen folder."""
    if not chosen:
        return True
    names = [normalise(each.relative_to(content).as_posix()) for each in chosen]
    return any(name == "." or f"{problem.path}/".startswith(f"{name}/") for name in names)
