"""Compiled templates: kept for the next build, and never believed when they are others."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader

from plugins.engine.render.bytecode_cache import CompiledTemplates
from tests.engine.small_site import SmallSite

TEMPLATE = "{% if 1 %}\n{{ 2 | ten }}{% endif %}"


def render(folder: Path, making: str, **options: Any) -> str:
    """Render a template of which Jinja works all out when it compiles."""
    (folder / "trang.html").write_text(TEMPLATE, encoding="utf-8")
    made = Environment(
        loader=FileSystemLoader(folder),
        bytecode_cache=CompiledTemplates(folder / "kept", making),
        autoescape=True,
        **options,
    )
    made.filters["ten"] = lambda number: f"{number} {making}"
    return made.get_template("trang.html").render()


def test_what_was_compiled_under_other_settings_is_not_used(tmp_path: Path) -> None:
    assert render(tmp_path, "mười", trim_blocks=True) == "2 mười"
    assert render(tmp_path, "chục", trim_blocks=False) == "\n2 chục"
    assert render(tmp_path, "mười", trim_blocks=True) == "2 mười"


def test_it_is_used_while_all_is_the_same(tmp_path: Path) -> None:
    render(tmp_path, "mười")
    (kept,) = (tmp_path / "kept").iterdir()
    before = kept.stat()
    assert render(tmp_path, "mười") == "\n2 mười"
    assert kept.stat() == before


def test_damage_is_noticed_wherever_it_is(tmp_path: Path) -> None:
    right = render(tmp_path, "mười")
    (kept,) = (tmp_path / "kept").iterdir()
    sound = kept.read_bytes()
    damaged = [b"", sound[:-9], b"x" + sound]
    damaged += [
        bytes([*sound[:at], sound[at] ^ 1, *sound[at + 1 :]]) for at in range(0, len(sound), 7)
    ]
    for content in damaged:
        kept.write_bytes(content)
        assert render(tmp_path, "mười") == right
        assert kept.read_bytes() == sound


def test_a_full_disk_keeps_nothing_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Path, target: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(target))

    monkeypatch.setattr(Path, "replace", full)
    assert render(tmp_path, "mười") == "\n2 mười"
    assert list((tmp_path / "kept").iterdir()) == []


def test_a_clean_build_believes_no_compiled_template(site: SmallSite) -> None:
    (site.theme / "templates" / "404.html").write_text("{{ 2 | ten }}", encoding="utf-8")
    words = ["mười"]
    # What a filter gets from elsewhere, the digest of the settings does not know.
    site.settings["JINJA_FILTERS"] = {"ten": lambda number: f"{number} {words[0]}"}
    site.write("articles/a.md")
    site.build()
    words[0] = "chục"
    site.build(clean=True)
    assert site.files()["404.html"] == "2 chục".encode()
