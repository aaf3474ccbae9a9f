"""Whatever was done to the bulletin, an incremental build comes to what a clean one comes to.

`make fuzz-build` tries far more, and makes a sequence that fails shorter.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.fuzz.site.edit import Edit
from tests.fuzz.site.interrupt import Ending, Interruption
from tests.fuzz.site.oracle import Step, check_step
from tests.fuzz.site.sequence import random_sequence, try_sequence
from tests.fuzz.site.site import Site

_SEEDS = 4
_STEPS = 12


@pytest.fixture(scope="module")
def photos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Derivatives of the photos, made once for all sites."""
    return tmp_path_factory.mktemp("photos")


@pytest.mark.parametrize("seed", range(_SEEDS))
def test_random_edits_come_to_what_a_clean_build_comes_to(seed: int, photos: Path) -> None:
    try_sequence(random_sequence(Random(seed), _STEPS), photos)


def steps(*edits: Edit) -> list[Step]:
    return [Step((edit,)) for edit in edits]


CASES = {
    "an output folder that somebody deleted": steps(Edit("lose all")),
    "files of the theme that somebody deleted": steps(Edit("lose several", 8, 3)),
    "a file that was renamed, its address being the same": steps(Edit("rename", 9, 10)),
    "two files that swapped their texts": steps(Edit("swap", 3, 15)),
    "another spelling of a category, at the same address": steps(Edit("category", 9, 11)),
    "feeds that have no articles yet": steps(Edit("long ago", 3)),
    "an attachment that was edited in place": steps(Edit("attachment", 0, 13)),
    "a published attachment that somebody wrote into": steps(Edit("overwrite attachment", 0, 1)),
    "a photo that was edited in place": steps(Edit("photo", 2, 1)),
    "an overriding template that changed": steps(Edit("override", 1, 1), Edit("override", 1, 2)),
    "a same-size edit within the clock's grain": steps(
        Edit("same size, unsettled", 3, 1), Edit("same size, unsettled", 3, 2)
    ),
    "an edit that keeps size and time, where times are not trusted": steps(
        Edit("build setting", 8), Edit("same size, same time", 3, 1)
    ),
    "a mistake that was mended": steps(Edit("wrong date", 4), Edit("text", 4)),
    "an article whose time has come, and went back": steps(Edit("later", 7), Edit("earlier", 7)),
    "a state with a bit flipped": steps(Edit("flip state", 5, 9), Edit("text", 5)),
    "static pages of one title": steps(Edit("page", 1, 5), Edit("page", 15, 5)),
    "a draft that others link to, deleted": steps(
        Edit("page status", 15, 7), Edit("delete page", 6, 2)
    ),
    "an old address that goes from one article to another, and where one was": steps(
        Edit("old addresses", 1, 2),
        Edit("old addresses", 1),
        Edit("old addresses", 4, 1),
        Edit("slug", 4, 1),
        Edit("slug", 4, 2),
        Edit("old addresses", 4, 4),
    ),
    "a page that introduces an author, then a series, and its old address": steps(
        Edit("introduction", 0, 4),
        Edit("authors", 0, 3),
        Edit("introduction", 2, 4),
        Edit("introduction", 0, 0),
        Edit("series", 0, 0),
        Edit("delete", 0),
        Edit("introduction", 0, 7),
    ),
    "a list of old addresses that comes, changes and goes": steps(
        Edit("redirects", 0, 5),
        Edit("redirects", 1, 7),
        Edit("slug", 0, 2),
        Edit("redirects", 0, 6),
    ),
    "a document and a notice that come, change and go, the last of their lists": steps(
        Edit("of a collection", 0, 1),
        Edit("of a collection", 2, 1),
        Edit("later", 7),
        Edit("of a collection", 0, 2),
        Edit("of a collection", 0, 4),
        Edit("of a collection", 2, 4),
    ),
    "news that become a notice, and a notice that becomes news": steps(
        Edit("to another kind", 5, 1), Edit("to another kind", 12, 2)
    ),
    "the first film, and the last": steps(Edit("film", 3), Edit("film", 3)),
    "a record that names files outside": steps(Edit("record", 2, 2), Edit("delete", 9)),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_case_comes_to_what_a_clean_build_comes_to(case: list[Step], photos: Path) -> None:
    try_sequence(case, photos)


MANY = (Edit("delete", 9), Edit("title", 5, 1), Edit("add", 3, 3), Edit("photo", 2, 2))


@pytest.fixture(scope="module")
def moments(photos: Path, tmp_path_factory: pytest.TempPathFactory) -> int:
    """How many changes of files the build after ``MANY`` makes."""
    try_sequence([Step(MANY)], photos)  # so that all photos have been made
    site = Site(tmp_path_factory.mktemp("site"), photos)
    check_step(site, Step(()))
    ending = check_step(site, Step(MANY, before=Interruption(10**6))).before
    assert ending is not None
    assert ending.how == "done"
    return int(ending.said)


@pytest.mark.parametrize("part", range(1, 9))
def test_a_build_that_is_killed_leaves_whole_pages_and_the_next_is_right(
    part: int, moments: int, photos: Path
) -> None:
    ending = after_an_interruption(Interruption(moments * part // 8), photos)
    assert ending.how == "killed"


@pytest.mark.parametrize("part", range(3))
def test_a_build_that_finds_the_disk_full_says_so_and_the_next_is_right(
    part: int, moments: int, photos: Path
) -> None:
    ending = after_an_interruption(Interruption(1 + moments * part // 3, "full"), photos)
    assert ending.how == "failed"
    assert "No space left on device" in ending.said
    assert "Kiểm tra" in ending.said


def test_what_a_build_wrote_last_before_it_was_killed_may_be_withdrawn(photos: Path) -> None:
    killed = Interruption(0, "committed")
    added = [Step((Edit("add", 3, 3),), 2, killed, left=True), Step((Edit("delete", 9),), 2)]
    assert try_sequence(added, photos) == 2


def after_an_interruption(interruption: Interruption, photos: Path) -> Ending:
    site = Site(photos.parent / f"site-{interruption}", photos)
    check_step(site, Step(()))
    ending = check_step(site, Step(MANY, before=interruption)).before
    assert ending is not None
    return ending
