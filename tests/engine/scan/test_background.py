from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

import pytest

from plugins.engine.build import build
from plugins.engine.scan.background import BackgroundScan
from plugins.engine.store.checkpoint import write_checkpoint
from plugins.engine.store.database import State
from tests.engine.made import NOW
from tests.engine.small_site import SmallSite


@pytest.fixture
def built(site: SmallSite) -> SmallSite:
    """Two articles, built, whose signatures are settled."""
    site.write("articles/a.md")
    site.write("articles/b.md")
    site.build()
    for name in "ab":
        site.settle(site.content / "articles" / f"{name}.md")
    site.build()
    return site


def scouting(site: SmallSite) -> BackgroundScan:
    return BackgroundScan(site.project.layout, site.output, site.project.state)


def test_a_scout_tells_what_changed_and_which_pages_are_lost(built: SmallSite) -> None:
    built.write("articles/c.md")
    (built.output / "index.html").unlink()
    with scouting(built) as background, closing(State(built.project.state)):
        seen = background.scan()
        assert seen
        assert seen.articles == ("articles/c.md",)
        assert background.lost() == {"index.html"}


def test_a_build_with_a_scout_does_what_one_without_does(built: SmallSite) -> None:
    built.write("articles/a.md", body="Khác hẳn.")
    (built.output / "404.html").unlink()
    with scouting(built) as background:
        outcome = build(built.project, NOW, extra=lambda _: None, background=background)
    assert outcome.changed == 1
    assert (built.output / "404.html").is_file()
    assert built.build().pages == 0


def test_what_was_seen_of_another_state_is_not_told(built: SmallSite) -> None:
    with scouting(built) as background:
        os.waitid(os.P_PID, background._process, os.WEXITED | os.WNOWAIT)
        state = built.project.state
        os.utime(state, ns=(1, 1))
        write_checkpoint(state)
        assert background.scan() is None


def test_what_a_killed_build_learnt_last_is_not_overlooked(
    built: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It committed, but was killed before SQLite moved that from its log into the file."""
    page = built.output / "2024" / "01" / "c" / "index.html"
    article = built.write("articles/c.md")
    process = os.fork()
    if not process:
        monkeypatch.setattr(State, "close", lambda _: os._exit(9))
        built.build()
    os.waitpid(process, 0)
    assert page.is_file()
    article.unlink()
    with scouting(built) as background:
        build(built.project, NOW, extra=lambda _: None, background=background)
    assert not page.exists()


def test_without_a_state_there_is_nothing_to_tell(built: SmallSite) -> None:
    built.project.state.unlink()
    with scouting(built) as background:
        assert background.scan() is None


def test_a_damaged_state_is_for_the_build_to_find_out(built: SmallSite) -> None:
    built.project.state.write_bytes(b"x" * 100_000)
    with scouting(built) as background:
        assert background.scan() is None
        assert background.lost() is None


def test_no_scout_is_left_behind(built: SmallSite) -> None:
    with scouting(built) as background:
        process = background._process
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_a_page_that_is_lost_while_the_scout_is_out_is_found_by_the_next_build(
    built: SmallSite, tmp_path: Path
) -> None:
    with scouting(built) as background:
        os.waitid(os.P_PID, background._process, os.WEXITED | os.WNOWAIT)
        (built.output / "index.html").unlink()
        build(built.project, NOW, extra=lambda _: None, background=background)
    built.build()
    assert (built.output / "index.html").is_file()
