"""What edits at random do not reach: links in the theme, and copies that the system kills."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from plugins.counter.widget.embed import embed
from plugins.engine import command, fork
from plugins.engine.errors import BuildFailed
from plugins.engine.project.fingerprints import fingerprints_of
from plugins.engine.render.renderer import Renderer
from tests.engine.small_site import SmallSite, nothing_more


def test_a_template_behind_a_link_is_looked_at_too(site: SmallSite, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "part.html").write_text("một")
    (site.theme / "templates" / "linked").symlink_to(elsewhere)
    (elsewhere / "back").symlink_to(site.theme)  # and round in circles
    before = fingerprints_of(site.project, embed(site.project.counter))
    (elsewhere / "part.html").write_text("hai")
    assert fingerprints_of(site.project, embed(site.project.counter)) != before


def test_an_editors_lock_in_the_theme_stops_nothing(site: SmallSite) -> None:
    site.write("articles/a.md")
    (site.theme / "templates" / ".#base.html").symlink_to("nobody@nowhere.1")
    assert site.build().changed == 1


def test_an_overriding_template_is_part_of_the_theme(site: SmallSite, tmp_path: Path) -> None:
    site.settings["THEME_TEMPLATES_OVERRIDES"] = [str(tmp_path)]
    before = fingerprints_of(site.project, embed(site.project.counter))
    (tmp_path / "404.html").write_text("khác")
    assert fingerprints_of(site.project, embed(site.project.counter)).theme != before.theme


def test_a_copy_that_the_system_kills_is_told_and_changes_nothing(site: SmallSite) -> None:
    for number in range(1, 9):
        site.write(f"articles/b{number}.md", Tags=f"x{number}")
    site.build()
    site.write("articles/b1.md", "Khác.", Tags="y")
    before = site.files()
    parent, render = os.getpid(), Renderer.render

    def die_in_a_copy(self: Renderer, page: Any) -> str:
        if os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return render(self, page)

    with (
        patch.object(fork, "_WORTHWHILE", 1),
        patch("plugins.engine.build.process_count", lambda: 2),
        patch.object(Renderer, "render", die_in_a_copy),
        pytest.raises(BuildFailed, match="máy hết bộ nhớ"),
    ):
        command.run(site.project, lambda line: None, extra=nothing_more)
    assert site.files() == before
    assert not list(site.output.glob(".build-*/"))
