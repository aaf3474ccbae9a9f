"""Whatever was done to the bulletin, a check finds what one finds that knows nothing."""

from __future__ import annotations

import io
from contextlib import redirect_stderr, suppress
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from plugins.core.problems import Problem
from plugins.engine.check import check
from plugins.engine.project.project import Project
from tests.fuzz.site.edit import Edit, NothingToPickError
from tests.fuzz.site.oracle import CONTENT
from tests.fuzz.site.site import Site

_STEPS = 20


@pytest.mark.parametrize("seed", range(4))
def test_a_check_after_edits_finds_what_a_first_one_finds(seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    site = Site(tmp_path / "site", tmp_path / "photos")
    done: list[Edit] = []
    for number in range(_STEPS):
        before = site.snapshot()
        edits = random.choice((1, 1, 2, 3)) if number else 0
        done += [_edited(site, random) for _ in range(edits)]
        project = site.project()
        nothing = replace(project.build, cache_dir=str(tmp_path / str(number)))
        first = _found(site, replace(project, build=nothing))
        stops = any(one.level == "error" for one in first)
        for _ in range(2):
            found = _found(site, project)
            if stops:  # where something cannot be read, a first check does not look at the rest
                first, found = (
                    {one for one in some if one.level == "error"} for some in (first, found)
                )
            assert found == first, done
        if stops:
            site.restore(before)


def _edited(site: Site, random: Random) -> Edit:
    edit = Edit(random.choice(sorted(CONTENT)), random.randrange(16), random.randrange(16))
    with suppress(NothingToPickError):
        CONTENT[edit.name](site, edit.a, edit.b)
    return edit


def _found(site: Site, project: Project) -> set[Problem]:
    with redirect_stderr(io.StringIO()):
        return set(check(project, site.now, site.extra))
