from __future__ import annotations

from pathlib import Path

import pytest

from plugins.counter.widget.embed import embed
from plugins.engine.project import digests
from plugins.engine.project.digests import code_and_libraries
from plugins.engine.project.fingerprints import Fingerprints, fingerprints_of
from tests.engine.small_site import SmallSite


@pytest.fixture
def surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folders in the place of the program's and of the installed packages'."""
    for name in ("plugins/engine", "site-packages/markdown-3.11.dist-info"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "plugins" / "engine" / "a.py").write_text("a = 1")
    monkeypatch.setattr(digests, "_PLUGINS", tmp_path / "plugins")
    monkeypatch.setattr("sysconfig.get_path", lambda _: str(tmp_path / "site-packages"))
    return tmp_path


def look(site: SmallSite) -> Fingerprints:
    code_and_libraries.cache_clear()
    return fingerprints_of(site.project, embed(site.project.counter))


def changed(site: SmallSite, before: Fingerprints) -> set[str]:
    """Return which digests are others than before."""
    after = look(site)
    return {name for name in ("program", "theme") if getattr(after, name) != getattr(before, name)}


def test_the_world_stays_the_same_while_nothing_happens(
    site: SmallSite, surroundings: Path
) -> None:
    before = look(site)
    site.write("articles/a.md")
    (surroundings / "plugins" / "engine" / "__pycache__").mkdir()
    (surroundings / "plugins" / "engine" / "__pycache__" / "a.py").write_text("x")
    (surroundings / "plugins" / "engine" / "a.txt").write_text("x")
    (surroundings / "plugins" / "engine" / "a.py").touch()
    assert changed(site, before) == set()


def test_another_program_makes_everything_otherwise(site: SmallSite, surroundings: Path) -> None:
    code = surroundings / "plugins" / "engine"
    before = look(site)
    (code / "a.py").write_text("a = 2")
    assert changed(site, before) == {"program"}
    before = look(site)
    (code / "b.py").write_text("")
    assert changed(site, before) == {"program"}
    before = look(site)
    (code / "b.py").rename(code / "c.py")
    assert changed(site, before) == {"program"}


@pytest.mark.parametrize("name", ["markdown-3.12.dist-info", "new-1.0.dist-info"])
def test_so_does_another_version_of_a_package_or_a_new_one(
    site: SmallSite, surroundings: Path, name: str
) -> None:
    before = look(site)
    (surroundings / "site-packages" / name).mkdir()
    assert changed(site, before) == {"program"}


def test_so_does_another_python(
    site: SmallSite, surroundings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = look(site)
    monkeypatch.setattr("sys.version", "4.0")
    assert changed(site, before) == {"program"}


def test_so_does_a_setting(site: SmallSite, surroundings: Path) -> None:
    before = look(site)
    site.settings["SITENAME"] = "Khác"
    assert changed(site, before) == {"program"}


@pytest.mark.parametrize(
    "name", ["strings.toml", "templates/index.html", "static/css/base.css", "static/icons/x.svg"]
)
def test_another_theme_only_shows_things_otherwise(
    site: SmallSite, surroundings: Path, name: str
) -> None:
    before = look(site)
    with (site.theme / name).open("a") as file:
        file.write("\n")
    assert changed(site, before) == {"theme"}


def test_a_file_of_the_theme_that_came_went_or_was_renamed_is_noticed(
    site: SmallSite, surroundings: Path
) -> None:
    icon = site.theme / "static" / "icons" / "x.svg"
    before = look(site)
    icon.rename(icon.with_name("y.svg"))
    assert changed(site, before) == {"theme"}
    before = look(site)
    icon.with_name("y.svg").unlink()
    assert changed(site, before) == {"theme"}


def test_so_do_other_numbers_of_visitors_and_another_counter(
    site: SmallSite, surroundings: Path
) -> None:
    known = site.folder / "counter.json"
    site.settings["COUNTER"] = {"known": str(known)}
    before = look(site)
    known.write_text(
        '{"v":1,"online":1,"today":2,"week":3,"total":4,"as_of":"2026-11-23T20:00:00+07:00"}'
    )
    assert changed(site, before) == {"theme"}
    before = look(site)
    known.touch()
    assert changed(site, before) == set()
    site.settings["COUNTER"] = {"known": str(known), "endpoint": "/tk/v1/"}
    assert changed(site, before) == {"theme"}


def test_an_older_or_newer_version_of_the_program_can_tell_that_it_is_another() -> None:
    # Attributes, unlike arguments, are taken by whatever class has the name there.
    assert Fingerprints("a", "b").__reduce_ex__(2)[2] == {"program": "a", "theme": "b"}
