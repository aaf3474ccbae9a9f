"""The way from one site to the next, written down before its first step.

Until there is a journal in the staging folder, readers have the old site; once it is there, the
new one is whole beside it, and only names are still to change. A build that ends on the way
leaves the rest to the next one, which goes it first of all, whatever has become of the content.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from plugins.engine.publish.output import JOURNAL, PREFIX, delete, is_inside, move


def begin(staged: Path, new: Iterable[str], gone: Iterable[str]) -> None:
    """Write down which staged files are to be put in their places, and which files are to go."""
    unfinished = staged / f"{JOURNAL}.new"
    unfinished.write_text(json.dumps([sorted(new), sorted(gone)]), encoding="utf-8")
    unfinished.replace(staged / JOURNAL)


def carry_out(staged: Path, output: Path) -> int:
    """Do what is still to be done of what was written down; return how many files went."""
    new, gone = json.loads((staged / JOURNAL).read_bytes())
    here = (path for path in new if is_inside(path) and (staged / path).is_file())
    move(here, staged, output)
    return delete(gone, output)


def end(staged: Path) -> None:
    """Note that there is nothing left to carry out."""
    (staged / JOURNAL).unlink()


def is_begun(output: Path) -> bool:
    """Whether a build has begun, and not finished, to change names in ``output``."""
    return any(output.glob(f"{PREFIX}*/{JOURNAL}"))


def complete(output: Path) -> bool:
    """Carry out what a build that was killed has begun; return whether one had.

    Raises ``OSError`` where the output folder still cannot be written.
    """
    done = False
    for journal in list(output.glob(f"{PREFIX}*/{JOURNAL}")):
        # A journal that a fault of the disk spoilt tells nothing: this build finds what differs.
        with suppress(ValueError):
            carry_out(journal.parent, output)
            done = True
        shutil.rmtree(journal.parent)
    return done
