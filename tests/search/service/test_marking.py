from __future__ import annotations

from plugins.search.service.marking import excerpt, marked
from plugins.search.service.query import Query


def test_what_was_found_is_marked_and_all_else_escaped() -> None:
    found = marked("Họp <xã> & khen thưởng", Query("khen thuong").runs())
    assert found.html == "Họp &lt;xã&gt; &amp; <mark>khen</mark> <mark>thưởng</mark>"
    assert found.told == {"khen", "thuong"}


def test_a_word_of_a_run_is_marked_beside_its_neighbour_only() -> None:
    assert "<mark>" not in marked("Khen và thưởng", Query("khen thuong").runs()).html
    assert "<mark>Khen</mark>" in marked("Khen và thưởng", Query("khen").runs()).html


def test_an_excerpt_shows_words_that_stand_far_apart() -> None:
    runs = Query("khen thuong tap the").runs()
    text = f"{'a ' * 50}khen cá nhân, tập thể, thưởng"
    assert excerpt(text, runs) == f"… {'a ' * 8}khen cá nhân, tập thể, thưởng"
    found = marked("khen cá nhân, tập thể và cái thể", runs, each=True).html
    assert found == ("<mark>khen</mark> cá nhân, <mark>tập</mark> <mark>thể</mark> và cái thể")


def test_if_some_are_as_typed_these_alone_are_marked() -> None:
    found = marked("Dương, đường", Query("đường").runs()).html
    assert found == "Dương, <mark>đường</mark>"


def test_an_excerpt_is_where_most_was_found() -> None:
    text = f"{'a ' * 50}họp {'b ' * 50}họp họp {'c ' * 50}"
    found = excerpt(text, Query("họp").runs())
    assert found == f"… {'b ' * 8}họp họp {'c ' * 30}…"
    assert excerpt("khác", Query("họp").runs()) == ""
