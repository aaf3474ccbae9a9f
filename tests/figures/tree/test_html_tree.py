from __future__ import annotations

from xml.etree.ElementTree import Element, tostring

from markdown.serializers import to_html_string

from plugins.figures.tree.html_tree import decode_attributes, encode, parse_fragment, plain_text


def shape(html: str) -> str:
    return tostring(parse_fragment(html), encoding="unicode", method="html")


def test_text_is_plain_in_the_tree() -> None:
    assert parse_fragment("R&amp;D &lt;x&gt; &nbsp;").text == "R&D <x> \u00a0"
    assert parse_fragment('<img alt="a &amp; b">')[0].get("alt") == "a & b"


def test_broken_markup_is_mended_as_browsers_do() -> None:
    assert shape("<p>a<p>b") == "<fragment><p>a</p><p>b</p></fragment>"
    assert shape("<b>a<i>b</b>c") == "<fragment><b>a<i>b</i></b>c</fragment>"
    assert shape("a</b><br>b<!-- c -->") == "<fragment>a<br>b</fragment>"


def test_reading_text_is_one_line_without_footnote_marks() -> None:
    html = 'a<br>b<sup id="fnref:1"><a href="#fn:1">1</a></sup>\n <b>c</b><sup>2</sup>'
    assert plain_text(parse_fragment(html)) == "a b c2"


def test_an_encoded_tree_shows_every_character_as_it_was() -> None:
    element = Element("p", {"title": "&lt; & <"})
    element.text = "&lt;b> & <"
    element.tail = "&amp;"
    encode(element)
    assert to_html_string(element) == (
        '<p title="&amp;lt; &amp; &lt;">&amp;lt;b&gt; &amp; &lt;</p>&amp;'
    )


def test_attributes_without_a_value_are_empty() -> None:
    element = Element("img", {"src": "a&amp;b.jpg"})
    element.set("hidden", None)  # type: ignore[arg-type] # as python-markdown does
    decode_attributes(element)
    assert element.attrib == {"src": "a&b.jpg", "hidden": ""}


def test_what_is_no_end_tag_and_no_character_stays_as_it_was_typed() -> None:
    assert parse_fragment("a</n đ>b</b>").text == "a</n đ>b"
    assert parse_fragment("&#8; &#xFFFE &#160;").text == "&#8; &#xFFFE \u00a0"


def test_what_only_begins_like_a_tag_is_text() -> None:
    image = '<img src="a.jpg">'
    for typed in ("<a bếp ", "</_ bếp ", "</b bếp ", "<!bếp ", "<? bếp ", "</> "):
        fragment = parse_fragment(f"<p>{typed}{image} lửa</p>")
        assert fragment[0].text == typed
        assert [(each.tag, each.tail) for each in fragment[0]] == [("img", " lửa")]
    assert shape("<![if !vml]>a<![endif]><!DOCTYPE html>") == "<fragment>a</fragment>"


def test_code_is_kept_apart_from_the_text_and_an_empty_element_holds_none() -> None:
    assert shape("<script>a<b></script>c") == "<fragment><script>a<b></script>c</fragment>"
    assert shape("<style>a") == "<fragment><style></style>a</fragment>"
    assert shape('<a id="x"/>b') == '<fragment><a id="x"></a>b</fragment>'
