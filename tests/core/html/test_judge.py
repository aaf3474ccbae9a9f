from __future__ import annotations

import pytest

from plugins.core.document import SITE_ROOT
from plugins.core.html.judge import judge_embed, judge_end, judge_start

HOSTS = ("www.youtube-nocookie.com", "video.example")


def test_an_allowed_tag_is_written_in_one_form() -> None:
    verdict = judge_start("<P CLASS=a  title='b \"c\" &amp; d' />", "p")
    assert verdict.html == '<p class="a" title="b &quot;c&quot; &amp; d"></p>'
    assert verdict.removals == ()
    assert judge_start("<br />", "br").html == "<br>"


def test_end_tags_follow_their_elements() -> None:
    assert judge_end("p").html == "</p>"
    assert judge_end("form").html == ""
    assert judge_end("br").html == ""


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("text-align: right;", "align-right"),
        ("TEXT-ALIGN:Center", "align-center"),
    ],
)
def test_a_cells_alignment_stays_as_a_class(given: str, written: str) -> None:
    verdict = judge_start(f'<td style="{given}">', "td")
    assert verdict.html == f'<td class="{written}">'
    assert verdict.removals == ()


def test_other_styles_go_and_are_named() -> None:
    verdict = judge_start('<td style="text-align:right;color:red">', "td")
    assert verdict.html == '<td class="align-right">'
    assert "style" in verdict.removals[0].what
    assert judge_start('<p style="text-align:right">', "p").html == "<p>"


def test_an_obsolete_align_of_a_cell_becomes_a_class_beside_its_others() -> None:
    verdict = judge_start("<td align=RIGHT>", "td")
    assert (verdict.html, verdict.removals) == ('<td class="align-right">', ())
    verdict = judge_start(
        '<th align=center class="a align-center" style="text-align:center">', "th"
    )
    assert (verdict.html, verdict.removals) == ('<th class="a align-center">', ())
    assert judge_start("<td align=char>", "td").html == "<td>"
    assert judge_start("<p align=right>", "p").html == "<p>"


@pytest.mark.parametrize(
    "href",
    ["https://a.example/x", "http://a.example", "//a.example/x", "HTTPS://a.example"],
)
def test_a_link_outwards_gets_noopener(href: str) -> None:
    assert judge_start(f'<a href="{href}">', "a").html == f'<a href="{href}" rel="noopener">'


@pytest.mark.parametrize(
    "href",
    [
        "\ufdd0/2024/01/bai/",
        "{filename}/a:b.md",
        "{static}/tệp 1.pdf",
        "|static|/a",
        "/x",
        "#fn:1",
        "mailto:a@b.example",
        "tel:0214",
        "bài:1",
    ],
)
def test_other_links_stay_as_they_are(href: str) -> None:
    verdict = judge_start(f'<a href="{href}">', "a")
    assert (verdict.html, verdict.removals) == (f'<a href="{href}">', ())


def test_an_editors_link_types_stay() -> None:
    assert judge_start('<a href="/x" rel="nofollow">', "a").html == '<a href="/x" rel="nofollow">'
    verdict = judge_start('<a href="https://a.example" rel="opener nofollow">', "a")
    assert verdict.html.endswith('rel="nofollow noopener">')
    assert "rel" in verdict.removals[0].what


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        " JavaScript:x",
        "java\tscript:x",
        "\x01javascript:x",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "javascript&colon;x",
    ],
)
def test_dangerous_addresses_go(href: str) -> None:
    verdict = judge_start(f'<a href="{href}">', "a")
    assert verdict.html == "<a>"
    assert "href" in verdict.removals[0].what


@pytest.mark.parametrize(
    "attribute",
    [
        "onclick=x",
        "ONERROR='x'",
        "data-x=1",
        "width=100%",
        "tabindex=5",
        "border=1",
        "contenteditable",
        "aria-Ô=x",
        "class=a class=b",
        "target=_top",
    ],
)
def test_other_attributes_go_and_are_listed(attribute: str) -> None:
    verdict = judge_start(f"<a {attribute}>", "a")
    assert verdict.html in ("<a>", '<a class="a">')
    assert len(verdict.removals) == 1


def test_an_image_without_a_picture_goes() -> None:
    verdict = judge_start("<img src='data:image/png;base64,x' alt=a>", "img")
    assert verdict.html == ""
    assert len(verdict.removals) == 2


def test_media_come_from_this_site_only() -> None:
    assert judge_start('<video src="{static}/a.mp4">', "video").removals == ()
    assert judge_start('<video src="https://a.example/a.mp4">', "video").html == "<video>"
    assert judge_start('<source srcset="a.webp 1x, //a.example/b 2x">', "source").html == ""


def embed(attributes: str, content: str = "") -> tuple[str, list[str]]:
    opening = f"<iframe {attributes}>"
    verdict = judge_embed(f"{opening}{content}</iframe>", opening, content, HOSTS)
    return verdict.html, [removal.what for removal in verdict.removals]


def test_an_embed_from_an_allowed_host_is_written_anew() -> None:
    written, removals = embed(
        'width="560" height="315" src="https://video.example/v/1?a=1&amp;b=2" title="Lễ hội" '
        'frameborder="0" allow="autoplay" loading="eager" allowfullscreen'
    )
    assert 'src="https://video.example/v/1?a=1&amp;b=2"' in written
    assert 'title="Lễ hội"' in written
    assert 'loading="lazy"' in written
    assert 'width="560"' in written
    assert "allowfullscreen" in written
    assert "frameborder" not in written
    assert "autoplay" not in written
    assert removals == []


def test_youtube_plays_without_its_cookies() -> None:
    written, removals = embed('src="//www.youtube.com/embed/abc?si=x" title="Lễ hội"')
    assert 'src="https://www.youtube-nocookie.com/embed/abc?si=x"' in written
    assert removals == []


def test_an_embed_without_a_title_gets_one_and_the_editor_is_told() -> None:
    written, removals = embed('src="https://video.example/v"')
    assert 'title="Nội dung nhúng từ video.example"' in written
    assert len(removals) == 1
    assert "title" in removals[0]


@pytest.mark.parametrize(
    "src",
    [
        "https://evil.example/x",
        "https://video.example.evil.example/x",
        "/x",
        "",
        "javascript:x",
        "https://video.example@evil.example/",
        "https://video.example:99/",
        "https://[x",
        "data:,x",
        "https://www.youtube.com/watch?v=1",
        "ftp://video.example/x",
    ],
)
def test_other_embeds_go(src: str) -> None:
    written, removals = embed(f'src="{src}" title="x"')
    assert written == ""
    assert len(removals) == 1


def test_what_else_an_embed_held_is_listed() -> None:
    _, removals = embed('src="https://video.example/v" title="x" onload="y"', "dự phòng")
    assert len(removals) == 2


def test_an_id_and_the_link_to_it_hold_no_white_space() -> None:
    assert judge_start("<p id='a  b'>", "p").html == '<p id="a-b">'
    assert judge_start("<a href='#a  b'>", "a").html == '<a href="#a-b">'


def test_files_of_several_sizes_are_the_builds_own_only() -> None:
    own = f"{SITE_ROOT}/anh/a-480.avif 480w, {SITE_ROOT}/anh/a-768.avif 768w"
    assert judge_start(f'<source srcset="{own}">', "source").html == f'<source srcset="{own}">'
    verdict = judge_start('<img src="a.jpg" srcset="b.jpg 480w">', "img")
    assert verdict.html == '<img src="a.jpg">'
    assert [(each.what, each.snippet) for each in verdict.removals] == [
        ("HTML không được phép, đã bỏ thuộc tính srcset của <img>", "b.jpg 480w")
    ]


def test_the_name_of_a_place_as_word_writes_it_becomes_its_id() -> None:
    assert judge_start('<a name="_ftn1" href="#_ftnref1">', "a").html == (
        '<a id="_ftn1" href="#_ftnref1">'
    )
