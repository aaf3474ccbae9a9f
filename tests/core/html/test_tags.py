from __future__ import annotations

import time
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.core.html.tags import attributes, is_self_closed, set_attributes, tokens, unescape


def kinds(source: str) -> list[tuple[str, str]]:
    return [(token.kind, token.raw) for token in tokens(source)]


@pytest.mark.parametrize(
    ("source", "pieces"),
    [
        ("chữ", [("text", "chữ")]),
        ("a < b", [("text", "a "), ("stray", "<"), ("text", " b")]),
        ("<p>a</p >", [("start", "<p>"), ("text", "a"), ("end", "</p >")]),
        ("<br/>", [("start", "<br/>")]),
        ("<!-- <p> -->a", [("comment", "<!-- <p> -->"), ("text", "a")]),
        ("<!--> a", [("comment", "<!-->"), ("text", " a")]),
        ("<!-- dở", [("stray", "<"), ("text", "!-- dở")]),
        ("<!quan trọng>", [("stray", "<"), ("text", "!quan trọng>")]),
        ("<!DOCTYPE html>", [("markup", "<!DOCTYPE html>")]),
        ("<![if !vml]>", [("markup", "<![if !vml]>")]),
        ("<?xml version='1'?>", [("markup", "<?xml version='1'?>")]),
        ("</3", [("stray", "<"), ("text", "/3")]),
        ('<p title="a > b">', [("start", '<p title="a > b">')]),
        ("<p title=it's>", [("start", "<p title=it's>")]),
        ("<p dở", [("stray", "<"), ("text", "p dở")]),
        ('<a href="x>b</a>', [("start", '<a href="x>'), ("text", "b"), ("end", "</a>")]),
        ("<Tên riêng>", [("start", "<Tên riêng>")]),
    ],
)
def test_html_is_cut_where_a_browser_cuts_it(source: str, pieces: list[tuple[str, str]]) -> None:
    assert kinds(source) == pieces


def test_a_script_is_one_piece_whatever_it_holds() -> None:
    source = '<SCRIPT async>if (a<b) write("<p></p>")</script\n>'
    (token,) = tokens(source)
    assert (token.kind, token.name, token.opening) == ("code", "script", "<SCRIPT async>")
    assert token.content == 'if (a<b) write("<p></p>")'


def test_a_script_that_is_never_closed_does_not_swallow_the_article() -> None:
    assert kinds("<script>a<b>")[0] == ("start", "<script>")


def test_attributes_are_read_with_and_without_quotes() -> None:
    tag = "<A HREF='a&amp;b' title=\"c > d\" width=5 open data-x = y =z>"
    found = [(attribute.name, attribute.value) for attribute in attributes(tag)]
    assert found == [
        ("href", "a&b"),
        ("title", "c > d"),
        ("width", "5"),
        ("open", ""),
        ("data-x", "y"),
        ("=z", ""),
    ]
    assert attributes(tag)[0].raw == "HREF='a&amp;b'"


def test_slashes_divide_attributes() -> None:
    assert [part.name for part in attributes('<a/href="x"/title=y>')] == ["href", "title"]
    assert [part.value for part in attributes('<a title="b > c">')] == ["b > c"]


def test_an_empty_element_of_xhtml_is_recognised() -> None:
    assert all(map(is_self_closed, ("<a />", "<br/>", '<a id="x"/>', "<a id=x />")))
    assert not any(map(is_self_closed, ("<a>", "<a href=/x/>", "<a id=x/>")))


MESSY = st.text(alphabet="<>/!-=\"' aptscri&;ê\n", max_size=60)


@settings(deadline=None)
@given(source=MESSY)
def test_all_pieces_together_are_the_input(source: str) -> None:
    assert "".join(token.raw for token in tokens(source)) == source


@settings(deadline=None)
@given(source=MESSY)
def test_an_attributes_text_stands_in_its_tag(source: str) -> None:
    for token in tokens(source):
        if token.kind == "start":
            assert all(attribute.raw in token.raw for attribute in attributes(token.raw))


@pytest.mark.parametrize("piece", ["<a ", '<a b="', "<!--", "<script>", "</", "<a b='c'", "<"])
def test_broken_html_takes_no_undue_time(piece: str) -> None:
    start = time.perf_counter()
    list(tokens(piece * 2000))
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize(
    ("tag", "written"),
    [
        ("<a href=x>", '<a href="y&amp;&quot;">'),
        ("<A class='b' HREF = \"x\" id=c />", "<A class='b' href=\"y&amp;&quot;\" />"),
        ("<a data-href=x id='href=x'>", "<a data-href=x>"),
        ("<a>", "<a>"),
    ],
)
def test_attributes_get_other_values_and_all_else_stays(tag: str, written: str) -> None:
    assert set_attributes(tag, {"href": 'y&"', "id": None}) == written


TAGS = st.sampled_from(
    ["<p>", "</p>", "<P>", "<p >", "<a>", "<br>", "</a >", "<script>", "</script>"]
)


@given(st.lists(TAGS | st.sampled_from(["<iframe>", "</iframe>", "a", "<", ">", "<!--", "-->"])))
def test_a_bare_tag_is_read_as_any_other(pieces: list[str]) -> None:
    source = "".join(pieces)
    known = list(tokens(source))
    with patch("plugins.core.html.tags.BARE_TAGS", {}):
        assert list(tokens(source)) == known


@pytest.mark.parametrize("number", ["8", "0", "x1F", "XD800", "xFFFE", "129", "1114112"])
def test_the_number_of_no_visible_character_is_text(number: str) -> None:
    assert unescape(f"a &#{number}; &#{number} b") == f"a &#{number}; &#{number} b"


def test_other_numbers_are_their_characters() -> None:
    assert unescape("&#8211; &#x1F600; &#160;&#10;&#13;&amp; &#128 &#;") == "– 😀 \u00a0\n\r& € &#;"
