from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from jinja2 import StrictUndefined, TemplateNotFound, UndefinedError
from markupsafe import Markup

from plugins.core.article import Body
from plugins.core.document import SITE_ROOT
from plugins.counter.widget.embed import embed
from plugins.engine.plan.catalogue import ALL
from plugins.engine.plan.pages import plan_feeds
from plugins.engine.plan.planned import PlannedPage, Ref
from plugins.engine.render.assets import Assets
from plugins.engine.render.loader import ArticleLoader
from plugins.engine.render.renderer import Renderer, Written, put, write_pages
from tests.engine.made import Collected, article, keep, read
from tests.engine.small_site import SmallSite


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """The output folder and the staging folder in it."""
    (tmp_path / "out" / ".build-x").mkdir(parents=True)
    return tmp_path / "out", tmp_path / "out" / ".build-x"


def test_a_new_file_waits_in_the_staging_folder(folders: tuple[Path, Path]) -> None:
    output, staged = folders
    done = put("a/b/index.html", b"abc", output, staged)
    state = (staged / "a/b/index.html").stat()
    assert done == Written("a/b/index.html", 3, state.st_mtime_ns, staged=True)
    assert not (output / "a").exists()


def test_a_file_that_is_there_already_keeps_its_time_and_is_not_written(
    folders: tuple[Path, Path],
) -> None:
    output, staged = folders
    (output / "a.html").write_bytes(b"abc")
    os.utime(output / "a.html", ns=(5, 1_700_000_000_000_000_123))
    before = (output / "a.html").stat()
    done = put("a.html", b"abc", output, staged)
    after = (output / "a.html").stat()
    assert done == Written("a.html", 3, 1_700_000_000_000_000_123, staged=False)
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert list(staged.iterdir()) == []


@pytest.mark.parametrize("content", [b"abd", b"abcd", b""])
def test_a_file_with_other_bytes_is_written_anew(
    folders: tuple[Path, Path], content: bytes
) -> None:
    output, staged = folders
    (output / "a.html").write_bytes(b"abc")
    assert put("a.html", content, output, staged).staged
    assert (staged / "a.html").read_bytes() == content
    assert (output / "a.html").read_bytes() == b"abc"


@pytest.mark.parametrize("there", ["a.html/b.html", "a"])
def test_a_folder_or_a_file_in_the_way_does_not_hinder_the_writing(
    folders: tuple[Path, Path], there: str
) -> None:
    output, staged = folders
    (output / there).parent.mkdir(exist_ok=True)
    (output / there).write_bytes(b"abc")
    path = "a.html" if there != "a" else "a/index.html"
    assert put(path, b"abc", output, staged).staged
    assert (staged / path).read_bytes() == b"abc"


# Rendering


def shelf_of(collected: Collected) -> ArticleLoader:
    return ArticleLoader(collected.state, collected.catalogue)


def renderer(site: SmallSite, loader: ArticleLoader | None = None, **site_context: Any) -> Renderer:
    loader = loader or shelf_of(Collected())
    assets = Assets(site.theme / "static", site.project.site.url)
    counter = embed(site.project.counter).widget
    return Renderer(site.project, {"nav": []} | site_context, loader, assets, counter)


def template(site: SmallSite, name: str, text: str) -> None:
    (site.theme / "templates" / name).write_text(text, encoding="utf-8")


def test_a_template_knows_settings_words_frame_assets_and_where_it_is(site: SmallSite) -> None:
    site.settings["SITEURL"] = "https://bantin.example/tin"
    template(
        site,
        "404.html",
        "{{ SITENAME }} {{ SITE.name }} {{ t.words.hello }} {{ nav }} "
        "{{ assets.url('js/site.js') }} {{ SITEURL }} {{ output_file }} "
        "{{ page_url }} {{ page_kind }} {{ one }}",
    )
    page = PlannedPage("a/b/", "404", "404", {"one": 1})
    words = renderer(site, nav=["x"]).render(page).split()
    assert words[:6] == ["Bản", "tin", "Bản", "tin", "Chào", "['x']"]
    assert words[6].startswith("theme/js/site.")
    assert words[7:] == ["/tin", "a/b/index.html", "a/b/", "404", "1"]


@pytest.mark.parametrize(
    ("url", "root"), [("", "."), ("a/", ".."), ("a/b/c/", "../../.."), ("404.html", ".")]
)
def test_relative_addresses_lead_to_the_sites_root_from_every_depth(
    site: SmallSite, url: str, root: str
) -> None:
    site.settings["RELATIVE_URLS"] = True
    template(site, "404.html", "{{ SITEURL }}")
    assert renderer(site).render(PlannedPage(url, "404", "404", {})) == root


@pytest.mark.parametrize(
    ("relative", "siteurl", "root"),
    [
        (True, "https://bantin.example", "../../.."),
        (False, "https://bantin.example", ""),
        (False, "https://nguoidung.example/ban-tin", "/ban-tin"),
    ],
)
def test_an_articles_page_gets_its_body_with_the_sites_root(
    site: SmallSite, relative: bool, siteurl: str, root: str
) -> None:
    site.settings |= {"RELATIVE_URLS": relative, "SITEURL": siteurl}
    template(site, "article.html", "{{ article.title }} {{ related[0].title }} {{ content|safe }}")
    collected = Collected(article("b"))
    body = Body(f'<img src="{SITE_ROOT}/anh/x.jpg">', figures=())
    row = keep(collected.state, read(article("a"), body))
    loader = shelf_of(collected)
    loader.gather([row.id, collected.rows["b"].id], [row.id])
    related = [Ref(collected.rows["b"].id)]
    variables = {"article": Ref(row.id), "related": related}
    page = PlannedPage("2024/01/a/", "article", "article", variables)
    html = renderer(site, loader).render(page)
    assert html == f'a b <img src="{root}/anh/x.jpg">'


def test_a_feed_names_the_whole_address_even_where_pages_do_not(site: SmallSite) -> None:
    site.settings["RELATIVE_URLS"] = True
    collected = Collected()
    row = keep(collected.state, read(article("a"), Body(f'<a href="{SITE_ROOT}/lien-he/">x</a>')))
    loader = shelf_of(collected)
    loader.gather([row.id], [row.id])
    (page,) = plan_feeds(collected.catalogue, ALL, {"atom": "atom.xml"}, 3)
    text = renderer(site, loader).render(page)
    assert "https://bantin.example/lien-he/" in text
    assert "<feed" in text


def test_a_template_that_is_not_there_is_named(site: SmallSite) -> None:
    with pytest.raises(TemplateNotFound, match=r"mat\.html"):
        renderer(site).render(PlannedPage("a/", "mat", "404", {}))


def test_jinja_is_set_up_as_the_settings_say(site: SmallSite) -> None:
    site.settings["JINJA_ENVIRONMENT"] = {"autoescape": True, "undefined": StrictUndefined}
    site.settings["JINJA_FILTERS"] = {"bold": lambda text: Markup("<b>{}</b>").format(text)}
    template(site, "404.html", "{{ '<2026>' | bold }} {{ 1234567 | vi_number }}")
    html = renderer(site).render(PlannedPage("404.html", "404", "404", {}))
    assert html == "<b>&lt;2026&gt;</b> 1.234.567"
    template(site, "page.html", "{{ mat }}")
    with pytest.raises(UndefinedError):
        renderer(site).render(PlannedPage("a/", "page", "404", {}))


def test_pages_are_written_as_utf_8_one_after_the_other(
    site: SmallSite, folders: tuple[Path, Path]
) -> None:
    output, staged = folders
    template(site, "404.html", "Trang {{ page_url }}")
    pages = [PlannedPage(url, "404", "404", {}) for url in ("a/", "b/", "")]
    done = list(write_pages(pages, renderer(site), output, staged))
    assert [one.path for one in done] == ["a/index.html", "b/index.html", "index.html"]
    assert (staged / "a/index.html").read_bytes() == b"Trang a/"
    assert [one.size for one in done] == [8, 8, 6]
