from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.attribution.claims.parties import name_outlets, parse_parties
from plugins.names.outlets import KnownOutlets

NGOC = "Trần Tuấn Ngọc"
LAO_CAI = "Báo Lào Cai điện tử"


@pytest.mark.parametrize(
    "text",
    [
        f"{NGOC}, {LAO_CAI}",
        f"{NGOC}; {LAO_CAI}",
        f"{NGOC} - {LAO_CAI}",
        f"{NGOC} – {LAO_CAI}",
        f"{NGOC}/{LAO_CAI}",
        f"{NGOC} / {LAO_CAI}",
        f"{NGOC} | {LAO_CAI}",
        f"{NGOC} ({LAO_CAI})",
        f"{LAO_CAI}, {NGOC}",
        f"{LAO_CAI} - {NGOC}",
        f"{LAO_CAI} ({NGOC})",
    ],
)
def test_a_person_and_an_outlet_are_told_apart(text: str, known: KnownOutlets) -> None:
    parties = parse_parties(text, known)
    assert (parties.author, parties.outlets, parties.certain) == (NGOC, (LAO_CAI,), True)


@pytest.mark.parametrize(
    ("text", "author", "outlets"),
    [
        ("Nguyễn A - Trần B, Báo C", "Nguyễn A - Trần B", ("Báo C",)),
        ("Lê Hà và Trần Bình, Báo Cà Mau", "Lê Hà và Trần Bình", ("Báo Cà Mau",)),
        ("Lê Hà, Trần Bình, Báo Cà Mau", "Lê Hà, Trần Bình", ("Báo Cà Mau",)),
        ("PV, Báo Lào Cai", "PV", ("Báo Lào Cai",)),
        ("Hà, TTXVN và VOV", "Hà", ("TTXVN", "VOV")),
        ("Ban Mai, Báo Lào Cai", "Ban Mai", ("Báo Lào Cai",)),
        (
            "Thu Hà - Đài Phát thanh - Truyền hình Lào Cai",
            "Thu Hà",
            ("Đài Phát thanh - Truyền hình Lào Cai",),
        ),
    ],
)
def test_several_persons_and_pen_names_stay_as_written(
    text: str, author: str, outlets: tuple[str, ...], known: KnownOutlets
) -> None:
    parties = parse_parties(text, known)
    assert (parties.author, parties.outlets) == (author, outlets)


@pytest.mark.parametrize(
    ("text", "outlets"),
    [
        ("Báo A và Báo B", ("Báo A", "Báo B")),
        ("Báo A; Báo B", ("Báo A", "Báo B")),
        ("Báo A & Báo B", ("Báo A", "Báo B")),
        ("Báo A, Báo B", ("Báo A", "Báo B")),
        ("Báo A; Báo B và TTXVN", ("Báo A", "Báo B", "TTXVN")),
        ("Báo A; Gió Núi", ("Báo A", "Gió Núi")),
        ("Reuters, AFP", ("Reuters", "AFP")),
        ("Tuổi Trẻ và Thanh Niên", ("Tuổi Trẻ", "Thanh Niên")),
        ("Sở Văn hóa, Thể thao và Du lịch", ("Sở Văn hóa, Thể thao và Du lịch",)),
        (
            "Sở Văn hóa, Thể thao và Du lịch và Báo Lào Cai",
            ("Sở Văn hóa, Thể thao và Du lịch", "Báo Lào Cai"),
        ),
        ("Sở Nội vụ và Lao động", ("Sở Nội vụ và Lao động",)),
        ("Báo Nhân Dân và Lao Động", ("Báo Nhân Dân", "Lao Động")),
        ("BÁO LÀO CAI VÀ TUỔI TRẺ", ("BÁO LÀO CAI", "TUỔI TRẺ")),
        ("Báo Giáo dục và Thời đại", ("Báo Giáo dục và Thời đại",)),
    ],
)
def test_outlets_are_divided_only_where_each_part_is_one(
    text: str, outlets: tuple[str, ...], known: KnownOutlets
) -> None:
    parties = parse_parties(text, known)
    assert (parties.author, parties.outlets) == (None, outlets)


@pytest.mark.parametrize(
    "text",
    [
        NGOC,
        "Gió Núi, Mây Ngàn",
        "PV (Tổng hợp)",
        "Báo Tuổi Trẻ, Mù Cang Chải",
        "Báo Tuổi Trẻ, Hà Nội",
        "Thu Hà/Báo Lào Cai, Mai Anh/TTXVN",
        "Bài, ảnh: Ngọc Bằng, Báo Lào Cai",
    ],
)
def test_in_doubt_it_is_one_outlet_without_an_author(text: str, known: KnownOutlets) -> None:
    parties = parse_parties(text, known)
    assert (parties.author, parties.outlets, parties.certain) == (None, (text,), False)


WORDS = st.lists(
    st.sampled_from(
        ["Trần", "Ngọc", "Báo", "Lào Cai", "và", "TTXVN", "-", "&", "Sở", "tế", "5", "PV", "Hà"]
    ).flatmap(
        lambda word: st.sampled_from([word, f"{word},", f"{word};", f"({word})", f"{word}/"])
    ),
    min_size=1,
    max_size=9,
)


@settings(deadline=None)
@given(words=WORDS)
def test_every_word_is_in_the_author_or_in_an_outlet(words: list[str]) -> None:
    known = KnownOutlets()
    text = " ".join(words)
    parties = parse_parties(text, known)
    kept = " ".join([parties.author or "", *parties.outlets])
    strip = str.maketrans(dict.fromkeys(",;()/&-", " "))
    before, after = text.translate(strip).split(), kept.translate(strip).split()
    assert sorted(w for w in before if w != "và") == sorted(w for w in after if w != "và")


@pytest.mark.parametrize(
    ("text", "outlets"),
    [
        ("AFP, RT", ("AFP", "RT")),
        ("AFP/Hani", ("AFP", "Hani")),
        ("AFP và Hani", ("AFP", "Hani")),
        ("Pháp luật và Bạn đọc", ("Pháp luật và Bạn đọc",)),
        ("Sở Văn hóa, Thể thao và Du lịch", ("Sở Văn hóa, Thể thao và Du lịch",)),
        ("The Post, Bold Sea, …", ("The Post", "Bold Sea")),
    ],
)
def test_behind_theo_outlets_are_named_known_or_not(
    text: str, outlets: tuple[str, ...], known: KnownOutlets
) -> None:
    assert name_outlets(text, known) == outlets


@pytest.mark.parametrize(
    "text", ["", "lời kể", "Hani đưa tin", "Ông Bình", "Nghị quyết 5", "Hani. Ai cũng vui"]
)
def test_what_says_more_than_a_name_is_no_outlet(text: str, known: KnownOutlets) -> None:
    assert name_outlets(text, known) == ()
