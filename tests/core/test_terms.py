from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plugins.core.terms import assign_terms, term_key


def slugs(*uses: tuple[str, int], **pinned: str) -> dict[str, str]:
    terms = assign_terms("tag", uses, pinned)
    return {term.name: term.slug for term in terms.values()}


def test_terms_that_differ_only_in_diacritics_never_share_a_page() -> None:
    assert slugs(("Bắc Hà", 1), ("Bạc Hà", 2)) == {"Bắc Hà": "bac-ha", "Bạc Hà": "bac-ha-2"}


def test_later_names_of_the_same_letters_are_numbered_by_their_first_use() -> None:
    uses = (("Bác Hà", 7), ("Bạc Hà", 5), ("Bắc Hà", 1), ("Bác Hà", 9))
    expected = {"Bắc Hà": "bac-ha", "Bạc Hà": "bac-ha-2", "Bác Hà": "bac-ha-3"}
    assert slugs(*uses) == slugs(*reversed(uses)) == expected
    without = [use for use in uses if use[0] != "Bạc Hà"]
    assert slugs(*without)["Bác Hà"] == "bac-ha-2"
    assert slugs(*without, **{"Bác Hà": "bac-ha-3"})["Bác Hà"] == "bac-ha-3"


def test_a_number_that_is_a_names_own_is_not_given_to_another() -> None:
    uses = (("Quý 2", 1), ("Quý", 2), ("Quỷ", 3))
    assert slugs(*uses) == {"Quý 2": "quy-2", "Quý": "quy", "Quỷ": "quy-3"}


def test_a_numbered_term_knows_the_address_in_telex_that_it_had() -> None:
    uses = [("Bắc Hà", 1), ("Bạc Hà", 2), ("A-B", 1), ("A B", 2), ("Sa Pa", 1)]
    terms = assign_terms("tag", uses, {"Sa Pa": "sapa"})
    former = {term.name: term.former_url for term in terms.values() if term.former}
    assert former == {"Bạc Hà": "the/bajc-haf/"}


def test_a_term_that_is_pinned_away_from_a_taken_slug_keeps_its_former_address() -> None:
    terms = assign_terms("tag", [("Bắc Hà", 1), ("Bạc Hà", 2)], {"Bạc Hà": "bac-ha-2"})
    assert (terms["bạc hà"].slug, terms["bạc hà"].former) == ("bac-ha-2", "bajc-haf")


def test_a_former_address_is_never_another_terms_own() -> None:
    uses = [("Bắc Hà", 1), ("Bạc Hà", 2), ("bajc haf", 3), ("Bạc-Hà", 4)]
    terms = assign_terms("tag", uses, {})
    addresses = [slug for term in terms.values() for slug in (term.slug, term.former) if slug]
    assert len(addresses) == len(set(addresses))


def test_the_older_terms_address_does_not_change_when_another_comes() -> None:
    before = slugs(("Bạc Hà", 5))
    after = slugs(("Bắc Hà", 9), ("Bạc Hà", 5), ("Bác Há", 7))
    assert after["Bạc Hà"] == before["Bạc Hà"] == "bac-ha"
    assert len(set(after.values())) == 3


def test_letter_case_and_spacing_make_no_new_term() -> None:
    assert slugs(("Du lịch", 1), ("du  lịch", 2), ("DU LỊCH", 3)) == {"Du lịch": "du-lich"}


def test_names_that_differ_only_in_signs_are_numbered() -> None:
    assert sorted(slugs(("A-B", 1), ("A B", 2), ("A/B", 3)).values()) == ["a-b", "a-b-2", "a-b-3"]


def test_a_pinned_slug_is_kept_free_for_its_name() -> None:
    terms = assign_terms("tag", [("Bắc Hà", 1), ("Bạc Hà", 2)], {"Bạc Hà": "bac-ha"})
    assert {term.name: term.slug for term in terms.values()} == {
        "Bạc Hà": "bac-ha",
        "Bắc Hà": "bac-ha-2",
    }


def test_a_terms_address_follows_from_its_kind() -> None:
    urls = [
        assign_terms(kind, [("Văn hóa", 1)], {})["văn hóa"].url
        for kind in ("category", "tag", "author", "source")
    ]
    assert urls == [
        "chuyen-muc/van-hoa/",
        "the/van-hoa/",
        "tac-gia/van-hoa/",
        "nguon/van-hoa/",
    ]


def test_every_slug_is_a_name_that_file_systems_take() -> None:
    found = slugs(*((letter * 120, 1) for letter in "aẫậấ㏂"))
    assert len(set(found.values())) == 5
    assert max(map(len, found.values())) <= 255


@given(
    st.lists(
        st.tuples(st.text("aáàâbăạ -", min_size=1, max_size=4), st.integers(0, 99)), max_size=12
    )
)
def test_every_name_has_a_slug_of_its_own_whatever_the_order(uses: list[tuple[str, int]]) -> None:
    named = [use for use in uses if use[0].strip()]
    terms = assign_terms("tag", named, {})
    assert set(terms) == {term_key(name) for name, _ in named}
    assert len({term.slug for term in terms.values()}) == len(terms)
    assert assign_terms("tag", reversed(named), {}) == terms
