"""Everything that pages depend on besides the content: settings, code, libraries, theme,
and the visitor counter's block."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.counter.widget.embed import Embedded
from plugins.engine.project.digests import code_and_libraries, digest, tree
from plugins.engine.project.project import Project


# Stays a dataclass: who goes back to an older version of the program, which has one, builds with
# a state that this one pickled.
@dataclass(frozen=True)
class Fingerprints:
    """Digests. A build that finds ``program`` changed makes everything anew, one that finds
    ``theme`` changed renders all pages from what it has read before. ``theme`` is all that
    pages show around their content: the theme, and the last known numbers of visitors."""

    program: str
    theme: str


def program_fingerprint(project: Project) -> str:
    """Return what differs with the settings, the code and the libraries."""
    return digest("\n".join([project.digest(), code_and_libraries()]).encode())


def fingerprints_of(project: Project, counter: Embedded) -> Fingerprints:
    """Return the fingerprints as they are now, with the counter's block that pages show."""
    trees = (tree(folder) for folder in project.theme_folders)
    looks = "\n".join([*trees, repr(counter.widget)])
    return Fingerprints(program_fingerprint(project), digest(looks.encode()))
