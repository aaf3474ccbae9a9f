from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.newsroom import Built, Newsroom, environment, run
from tests.site_files import ROOT, files_below

# What a plugin that makes pages small or adds files does, only worse: twice is not as once.
_PLUGIN = """\
from pathlib import Path
from pelican import signals


def rewrite(pelican):
    output = Path(pelican.output_path)
    pages = sorted(output.rglob("*.html"))
    for file in [*pages, *output.rglob("*.jpg"), *output.rglob("*.xml")]:
        with file.open("ab") as out:
            out.write(b"<!-- thu -->")
    if not (there := output / "danh-sach.txt").exists():
        there.write_text(" ".join(str(each.relative_to(output)) for each in pages))
    print("sites:", output.name, len(pages))


def ignore(*_): ...


def register():
    signals.finalized.connect(rewrite)
    signals.article_generator_finalized.connect(ignore)
"""
_USED = """
PLUGIN_PATHS = [{folder!r}]
PLUGINS = [*PLUGINS, "thu_gon", "sitemap"]
"""


@pytest.fixture
def rewritten(newsroom: Newsroom) -> Newsroom:
    """A newsroom with a plugin that writes into the finished site."""
    folder = newsroom.content.parent / "plugin"
    folder.mkdir()
    (folder / "thu_gon.py").write_text(_PLUGIN, encoding="utf-8")
    (folder / "sitemap.py").write_text("raise SystemExit(9)", encoding="utf-8")
    newsroom.more_settings = _USED.format(folder=str(folder))
    newsroom.write("articles/a/index.md", "Ảnh.\n\nanh.jpg\nChú thích.")
    newsroom.photo("articles/a/anh.jpg", size=(400, 300))
    newsroom.write("articles/b.md", "Bài khác.")
    return newsroom


def built(newsroom: Newsroom, *options: str, command: str = "pelican") -> Built:
    if command == "pelican":
        done = newsroom.build(*options)
    else:
        arguments = newsroom.command(*options)
        arguments[2] = command
        done = run(arguments, ROOT, environment())
    assert done.status == 0, done.said
    return done


def clean(newsroom: Newsroom) -> dict[str, bytes]:
    with newsroom.elsewhere():
        built(newsroom, "--ignore-cache")
        return newsroom.files()


def photos_in(newsroom: Newsroom) -> dict[str, bytes]:
    """Return the finished pictures in the cache."""
    found = files_below(newsroom.cache).items()
    pictures = {name: data for name, data in found if name.endswith(".jpeg")}
    assert pictures
    return pictures


@pytest.mark.parametrize("command", ["pelican", "plugins.engine"])
def test_what_a_plugin_writes_into_the_site_is_what_it_would_write_into_a_clean_one(
    rewritten: Newsroom, command: str
) -> None:
    said = built(rewritten, command=command).said
    assert f"sites: {rewritten.output.name} " in said
    pages = rewritten.page("index.html").count("<!-- thu -->")
    assert pages == 1
    kept = photos_in(rewritten)
    assert rewritten.files() == clean(rewritten)
    built(rewritten, command=command)  # nothing has changed
    assert rewritten.files() == clean(rewritten)
    rewritten.write("articles/b.md", "Bài khác, đã sửa.")
    rewritten.write("articles/c.md", "Bài mới.")
    built(rewritten, command=command)
    assert rewritten.files() == clean(rewritten)
    assert photos_in(rewritten) == kept


def test_what_a_plugin_wrote_goes_with_the_plugin_and_was_never_in_the_cache(
    rewritten: Newsroom,
) -> None:
    rewritten.more_settings, used = "", rewritten.more_settings
    built(rewritten)
    kept = photos_in(rewritten)
    rewritten.more_settings = used
    built(rewritten)
    assert photos_in(rewritten) == kept
    rewritten.more_settings = ""
    built(rewritten)
    assert rewritten.files() == clean(rewritten)


def test_a_settings_file_that_listens_by_itself_is_heard_in_each_build(
    rewritten: Newsroom,
) -> None:
    rewritten.more_settings = _PLUGIN + "\nregister()"
    for _ in range(2):
        said = built(rewritten, command="plugins.engine").said
        assert f"sites: {rewritten.output.name} " in said
        assert "không phát: own_settings (article_generator_finalized)" in said
    assert rewritten.files() == clean(rewritten)


def test_plugins_that_wait_in_vain_and_those_that_are_not_needed_are_named_once(
    rewritten: Newsroom,
) -> None:
    for _ in range(2):
        said = built(rewritten, command="plugins.engine").said
        (line,) = [line for line in said.splitlines() if "[MAY13]" in line]
        assert "không phát: thu_gon (article_generator_finalized)" in line
        (line,) = [line for line in said.splitlines() if "[MAY12]" in line]
        assert "sitemap (sitemap.xml" in line


def test_what_is_said_of_settings_is_said_again_by_a_build_of_what_changed(
    newsroom: Newsroom,
) -> None:
    newsroom.write("articles/a.md")
    newsroom.more_settings = 'TAG_URL = "tag/{slug}/"\nSITNAME = "x"'
    for _ in range(2):
        said = built(newsroom, command="plugins.engine").said
        assert "own_settings.py:6: CẢNH BÁO: TAG_URL không có tác dụng [MAY10]" in said
        assert "own_settings.py:7: CẢNH BÁO: không có thiết lập SITNAME [MAY11]" in said


def test_the_sources_of_articles_are_no_static_files(newsroom: Newsroom) -> None:
    newsroom.write("articles/a.md")
    newsroom.write("articles/nhap.md", Status="draft")
    newsroom.raw("articles/so-lieu.csv", "1,2")
    newsroom.more_settings = 'STATIC_PATHS = ["articles"]'
    built(newsroom)
    assert [name for name in newsroom.files() if name.startswith("articles/")] == [
        "articles/so-lieu.csv"
    ]


@pytest.mark.parametrize("theme", ["notmyidea", "simple"])
def test_a_theme_made_for_pelican_is_refused_with_what_one_needs_here(
    newsroom: Newsroom, theme: str
) -> None:
    newsroom.write("articles/a.md")
    failed = newsroom.build("-t", theme)
    assert failed.status == 1
    assert f"THEME = '{theme}' là giao diện làm cho Pelican" in failed.said
    assert "strings.toml" in failed.said
    assert str(Path(theme) / "strings.toml") not in failed.said
