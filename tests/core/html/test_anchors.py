from __future__ import annotations

import re
from pathlib import Path

import markdown
import pytest

from plugins.core.html.anchors import PREFIX, own_id, separate_ids
from plugins.core.html.cleaning import clean_html

TEMPLATES = Path(__file__).parents[3] / "theme/templates"


def test_no_id_of_the_page_begins_as_an_articles_do() -> None:
    sources = [path.read_text(encoding="utf-8") for path in TEMPLATES.rglob("*.html")]
    ids = {name for source in sources for name in re.findall(r'\bid="([^"]+)"', source)}
    assert "noi-dung" in ids
    assert not any(name.startswith((PREFIX, "fn:", "fnref")) for name in ids)


def test_ids_and_the_links_to_them_get_the_prefix() -> None:
    source = '<p><a href="#muc">xem</a></p><h2 id="muc">Mục</h2><p><a href="#m%C3%A0u">a</a></p>'
    assert separate_ids(f'{source}<i id="màu">b</i>') == (
        '<p><a href="#bai-muc">xem</a></p><h2 id="bai-muc">Mục</h2>'
        '<p><a href="#bai-m%C3%A0u">a</a></p><i id="bai-màu">b</i>',
        [],
    )


def test_links_to_the_page_stay() -> None:
    source = '<a href="#noi-dung">a</a><a href="#">b</a><h2 id="bai-x">c</h2><a href="/y#x">d</a>'
    assert separate_ids(source) == (source, [])


def test_what_refers_to_an_id_follows_it() -> None:
    source = '<table><tr><th id="a">A</th><td headers="a b" aria-labelledby="a">1</td></tr></table>'
    written, _ = separate_ids(source)
    assert 'headers="bai-a b" aria-labelledby="bai-a"' in written


def test_footnotes_keep_their_ids() -> None:
    source = markdown.markdown("Một[^1], hai[^1].\n\n[^1]: a", extensions=["footnotes"])
    assert separate_ids(source) == (source, [])


def test_a_footnotes_label_of_two_words_still_leads_to_its_note() -> None:
    source = markdown.markdown("Một[^chú thích].\n\n[^chú thích]: a", extensions=["footnotes"])
    cleaned, removals = clean_html(source)
    assert removals == []
    for name in ("fn:chú-thích", "fnref:chú-thích"):
        assert f'id="{name}"' in cleaned
        assert f'href="#{name}"' in cleaned


@pytest.mark.parametrize("second", ["muc", "bai-muc"])
def test_of_two_equal_ids_the_second_goes_with_a_warning(second: str) -> None:
    cleaned, removals = clean_html(f'<h2 id="muc">a</h2><h2 id="{second}" class="x">b</h2>')
    assert cleaned == '<h2 id="bai-muc">a</h2><h2 class="x">b</h2>'
    (removal,) = removals
    assert removal.snippet == second
    assert removal.fix


def test_an_embeds_id_is_one_too() -> None:
    source = '<iframe id="viewer" src="https://v.example/1" title="a"></iframe>'
    cleaned, _ = clean_html(source, ["v.example"])
    assert ' id="bai-viewer"' in cleaned


@pytest.mark.parametrize(
    ("name", "own"),
    [("x", "bai-x"), ("bai-x", "bai-x"), ("fn:1", "fn:1"), ("fnref2:1", "fnref2:1"), ("", "")],
)
def test_prefixing_twice_is_prefixing_once(name: str, own: str) -> None:
    assert own_id(name) == own
    assert own_id(own) == own
