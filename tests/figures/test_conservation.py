"""Nothing is ever lost: as many images out as in, and every word that was written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from bs4.element import NavigableString
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from markdown import Markdown

from plugins.core.document import Document
from plugins.photos import PhotoLibrary
from tests.figures.conftest import Newsroom, Result

# The same examples each time: a build must not fail by chance.
MIXED = settings(deadline=None, derandomize=True)
NAMES = ["a.jpg", "Hội nghị (2).jpg", "_MG_7.jpg", "x-1.PNG", "chợ phiên.jpeg"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    room = Newsroom(tmp_path_factory.mktemp("content"))
    for name in NAMES:
        room.photo(name)
    return room


def words() -> SearchStrategy[str]:
    """Words that can be told apart from everything else in a document."""
    return st.integers(0, 10_000).map(lambda number: f"từ{number}q")


name = st.sampled_from(NAMES)
sentence = st.lists(words(), min_size=1, max_size=4).map(" ".join)
credit = st.one_of(st.just(""), sentence.map(" Ảnh: {}".format), sentence.map(" (Ảnh: {})".format))
caption = st.tuples(sentence, credit).map("".join)
image = st.one_of(
    name,
    name.map("![](<{}>)".format),
    st.tuples(sentence, name).map(lambda it: f"![{it[0]}](<{it[1]}>)"),
    st.tuples(name, sentence).map(lambda it: f'![](<{it[0]}> "{it[1]}")'),
    st.tuples(sentence, name).map(lambda it: f"[![{it[0]}](<{it[1]}>)](https://x.example/)"),
    name.map('<img src="{}">'.format),
    name.map('<p align="center"><img src="{}"></p>'.format),
    st.tuples(name, name).map(lambda it: f"![](<{it[0]}>) ![](<{it[1]}>)"),
)
hard_break = st.sampled_from(["", "", "  ", "\\", "\u00a0", "<br>"])
line = st.one_of(
    st.tuples(image, hard_break).map("".join),
    st.tuples(caption, hard_break).map("".join),
    st.sampled_from(["", "", "\u00a0", " \u00a0\u200b", "    \u00a0", "&nbsp;"]),
    sentence.map("*{}*".format),
    sentence.map("**Ảnh:** {}".format),
    sentence.map("## {}".format),
    sentence.map("- {}".format),
    sentence.map("> {}".format),
    st.tuples(sentence, name).map(lambda it: f"{it[0]} ![](<{it[1]}>) bên cạnh"),
    st.tuples(name, caption).map(
        lambda it: f'<figure><img src="{it[0]}"><figcaption>{it[1]}</figcaption></figure>'
    ),
    st.just("---"),
)
body = st.lists(line, max_size=14).map("\n".join)


def images_in(text: str) -> int:
    """Count markup; bare names are counted by what became of them."""
    return len(re.findall(r"!\[|<img", text))


def bare_names_left(result: Result) -> list[NavigableString]:
    """Return one string for each name that stayed text."""
    pattern = re.compile("|".join(map(re.escape, NAMES)))
    return [each for each in result.soup.find_all(string=pattern) for _ in pattern.findall(each)]


@given(body)
@settings(MIXED, max_examples=300)
def test_images_and_words_survive_whatever_is_mixed(folder: Newsroom, text: str) -> None:
    result = folder.read(text)
    shown = result.soup.find_all("img")
    assert all(each.find_parent(["li", "blockquote"]) for each in bare_names_left(result))
    written = images_in(text) + sum(
        line.strip("\u00a0 \\").removesuffix("<br>") in NAMES for line in text.split("\n")
    )
    # A bare name in a list or a quote is Markdown's text there, and warned of.
    assert len(shown) + len(bare_names_left(result)) == written
    assert len(result.photos) == len(shown)
    assert set(re.findall(r"từ\d+q", text)) <= set(re.findall(r"từ\d+q", result.html))
    assert not [each for each in result.problems if each[0] == "error"]


@given(body)
@settings(MIXED, max_examples=100)
def test_figures_as_data_say_what_the_page_shows(folder: Newsroom, text: str) -> None:
    result = folder.read(text)
    figures = result.soup.find_all("figure")
    assert len(figures) == len(result.figures)
    for element, figure in zip(figures, result.figures, strict=True):
        caption = element.find("span", class_="caption")
        credit = element.find("span", class_="credit")
        shown = "" if caption is None else caption.get_text()
        assert figure.caption.split() == shown.split()
        assert (figure.credit is None) == (credit is None)
        assert credit is None or credit.get_text() == f"Ảnh: {figure.credit}"
        links = element.select("a > picture > img")
        assert len(links) == len(figure.photos)
        assert [img["alt"] for img in links] == [photo.alt for photo in figure.photos]


@given(body)
@settings(MIXED, max_examples=50)
def test_the_same_text_comes_out_the_same_twice(folder: Newsroom, text: str) -> None:
    assert folder.read(text).html == folder.read(text).html


MARKUP = """
a.jpg ![x](a.jpg) ![](<chợ\u00a0phiên.jpeg>) [![](a.jpg)](u) <img/src='a.jpg'> <figure> </figure>
<figcaption> </figcaption> <p> </p> <div> </div> <center> </center> <br> <!-- --> <table> <tr><td>
&nbsp; { } | --- `` ` ``` * ** _ [ ] ( ) ! < \\ chữ Ảnh: === ![r] </a> <![if> [^1] &
"""
PIECES = st.one_of(
    st.sampled_from(MARKUP.split()),
    st.sampled_from(
        ["\n", "\n\n", " ", "    ", "\u00a0", "  \n", "\\\n", "\ufeff", "\n- ", "\n> "]
    ),
    st.sampled_from(["\n1. ", "\n# ", "\n[r]: a.jpg\n", "\n[^1]: x\n", "\n<figure markdown='1'>"]),
)


def count_images(html: str) -> int:
    return len(re.findall("<img", re.sub("<!--.*?-->", "", html, flags=re.DOTALL)))


@given(st.lists(PIECES, max_size=24).map("".join))
@settings(MIXED, max_examples=400)
def test_no_image_that_markdown_would_show_is_lost_whatever_is_typed(
    folder: Newsroom, text: str
) -> None:
    stock = Markdown(extensions=["markdown.extensions.extra", "markdown.extensions.sane_lists"])
    assert count_images(folder.read(text).html) >= count_images(stock.convert(text))


def test_one_instance_serves_many_articles(tmp_path: Path) -> None:
    room = Newsroom(tmp_path)
    room.photo("a.jpg")
    markdown = Markdown(extensions=["plugins.figures.extension"])
    for _ in range(2):
        document = Document(
            tmp_path / "bai" / "x.md", PhotoLibrary(tmp_path), "bai/x.md", ["a.jpg", "Chú."], 1
        )
        markdown.reset()
        markdown.document = document  # type: ignore[attr-defined] # extensions look for it there
        html = markdown.convert("a.jpg\nChú.")
        assert BeautifulSoup(html, "html.parser").find("figcaption") is not None
        assert len(document.found.figures) == 1
