from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.attribution.lines.line import BrokenLine, SourceLine, read_line, read_statement
from plugins.names.outlets import KnownOutlets

NGOC = "Trần Tuấn Ngọc"
LAO_CAI = "Báo Lào Cai điện tử"
URL = "https://baolaocai.example/tin-1.html"


def said(raw: str, known: KnownOutlets) -> tuple[str | None, tuple[str, ...], str | None]:
    line = read_line(raw, known, {})
    assert isinstance(line, SourceLine), raw
    source = line.claim.source
    return source.author, tuple(outlet.name for outlet in source.outlets), source.url


@pytest.mark.parametrize(
    "raw",
    [
        f"Nguồn: {NGOC}, {LAO_CAI}",
        f"Nguồn tin: {NGOC}, {LAO_CAI}",
        f"Nguồn bài viết: {NGOC}, {LAO_CAI}",
        f"(Nguồn: {NGOC}, {LAO_CAI})",
        f"NGUỒN: {NGOC}, {LAO_CAI.upper()}",
        f"Nguồn： {NGOC}, {LAO_CAI}",
        f"Nguồn :{NGOC}, {LAO_CAI}.",
        f"Nguon: {NGOC}, {LAO_CAI}",
        f"Nguồn: Theo {NGOC}, {LAO_CAI}",
        f"Theo: {NGOC}, {LAO_CAI}",
        f"Theo {NGOC}, {LAO_CAI}",
        f"(Theo {NGOC}, {LAO_CAI})",
        f"Theo nguồn: {NGOC}, {LAO_CAI}",
        f"Nguồn {NGOC}, {LAO_CAI}",
        unicodedata.normalize("NFD", f"Nguồn: {NGOC}, {LAO_CAI}"),
    ],
)
def test_every_form_says_the_same(raw: str, known: KnownOutlets) -> None:
    assert said(raw, known) == (NGOC, (LAO_CAI,), None)


@pytest.mark.parametrize(
    "raw",
    [
        f"Nguồn: [{LAO_CAI}]({URL})",
        f"Nguồn: {LAO_CAI} {URL}",
        f"Nguồn: {LAO_CAI} ({URL})",
        f"Nguồn: {LAO_CAI}, {URL}",
        f"[Nguồn: {LAO_CAI}]({URL})",
        f'<p align="right">Nguồn: <a href="{URL}">{LAO_CAI}</a></p>',
        f"Nguồn: {URL}",
        f"Theo [{LAO_CAI}]({URL})",
    ],
)
def test_a_link_may_lie_anywhere(raw: str, known: KnownOutlets) -> None:
    assert said(raw, known) == (None, (LAO_CAI,), URL)


def test_a_date_behind_it_is_the_first_publication(known: KnownOutlets) -> None:
    line = read_line(f"Nguồn: {NGOC}, {LAO_CAI} (11/01/2024 15:30)", known, {})
    assert isinstance(line, SourceLine)
    assert line.claim.date == "11/01/2024 15:30"


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "Hội nghị khép lại.",
        "Nguồn ảnh: Báo Lào Cai",
        "(Nguồn ảnh: Báo Lào Cai)",
        "Ảnh: Ngọc Bằng",
        "Nguồn video: VTV",
        "Nguồn clip: VTV",
        "Nguồn nước sạch về bản",
        "Nguồn nước: sạch",
        "Theo Báo Lào Cai, hội nghị diễn ra trong hai ngày.",
        "Theo Báo Lào Cai đưa tin",
        "Theo báo cáo của Sở Y tế",
        "Theo Bộ Y tế khuyến cáo người dân đeo khẩu trang.",
        "Theo Sở Y tế, tính đến nay đã có 28 ca.",
        "Theo Trần Tuấn Ngọc",
        "Theo quy định",
        "Theo: ",
        "Theo dõi Báo Lào Cai",
    ],
)
def test_other_lines_are_no_source(raw: str, known: KnownOutlets) -> None:
    assert not isinstance(read_line(raw, known, {}), SourceLine)


def test_a_label_without_a_name_is_empty(known: KnownOutlets) -> None:
    assert read_line("**Nguồn:**", known, {}) == BrokenLine(empty=True)
    assert read_line("Nguồn: 11/01/2024", known, {}) == BrokenLine(empty=True)


@pytest.mark.parametrize(
    "raw",
    [
        "Nguồn: ![logo](a.png) Báo A",
        "Nguồn: Ngân sách chi 40% cho cả tỉnh.",
        "Nguồn: Ông kể lại chuyện cũ. Ai cũng lặng im.",
        "Nguồn: " + "chuyện dài " * 20,
        "**Nguồn:** <Tên> Báo A",
    ],
)
def test_what_a_source_cannot_hold_stays_in_the_body(raw: str, known: KnownOutlets) -> None:
    assert read_line(raw, known, {}) == BrokenLine(empty=False)


@pytest.mark.parametrize("raw", ["theo Sở Y tế", "Theo Sở Y tế", "nguồn: Báo Lào Cai"])
def test_a_plain_line_may_be_the_rest_of_a_sentence(raw: str, known: KnownOutlets) -> None:
    line = read_line(raw, known, {})
    assert isinstance(line, SourceLine)
    assert line.may_continue


@pytest.mark.parametrize(
    "raw", ["(theo Sở Y tế)", "*Theo Sở Y tế*", " " * 20 + "Theo Sở Y tế", "Nguồn: Sở Y tế"]
)
def test_a_line_that_is_set_off_is_not(raw: str, known: KnownOutlets) -> None:
    line = read_line(raw, known, {})
    assert isinstance(line, SourceLine)
    assert not line.may_continue


def test_a_statement_needs_no_label(known: KnownOutlets) -> None:
    for text in (f"{NGOC}, {LAO_CAI}", f"Nguồn: {NGOC}, {LAO_CAI}"):
        claim = read_statement(text, known)
        assert claim is not None
        assert claim.source.author == NGOC
    assert read_statement("![x](y.png)", known) is None


BLANKS = st.text("\u00a0\u2007\u202f\u3000\u200b \t", max_size=30)
PAIRS = st.sampled_from(
    [
        ("", ""),
        ("**", "**"),
        ("*", "*"),
        ("_", "_"),
        ("(", ")"),
        ("***", "***"),
        ('<p align="right">', "</p>"),
        ("<div class='x'><em>", "</em></div>"),
        ("<right>", "</right>"),
        ("", "."),
        ("", "\\"),
        ("- ", ""),
    ]
)
LABELS = st.sampled_from(
    ["Nguồn:", "Nguồn tin:", "NGUỒN :", "Theo", "Theo:", "**Nguồn:**", "nguồn："]
)
AUTHORS = st.sampled_from(["Trần Tuấn Ngọc", "Giàng A Páo", "Hoàng Thu", "Lê Hà - Mai Anh", "PV"])
OUTLETS = st.sampled_from(["Báo Lào Cai", "TTXVN", "VnExpress", "Sở Văn hóa, Thể thao và Du lịch"])


@settings(deadline=None)
@given(
    label=LABELS,
    author=AUTHORS,
    outlets=st.lists(OUTLETS, min_size=1, max_size=3, unique=True),
    joint=st.sampled_from([" và ", "; ", ", ", " & "]),
    between=st.sampled_from([", ", " - ", "; ", "/"]),
    pairs=st.lists(PAIRS, max_size=3),
    before=BLANKS,
    after=BLANKS,
    decomposed=st.booleans(),
)
def test_decoration_never_changes_what_a_line_says(
    label: str,
    author: str,
    outlets: list[str],
    joint: str,
    between: str,
    pairs: list[tuple[str, str]],
    before: str,
    after: str,
    decomposed: bool,
) -> None:
    raw = f"{label} {author}{between}{joint.join(outlets)}"
    for opening, closing in pairs:
        raw = f"{opening}{raw}{closing}"
    raw = f"{before}{raw}{after}"
    if decomposed:
        raw = unicodedata.normalize("NFD", raw)
    assert said(raw, KnownOutlets(("Báo Lào Cai",))) == (author, tuple(outlets), None)


@settings(deadline=None)
@given(text=st.text(max_size=200))
def test_any_line_at_all_can_be_read(text: str) -> None:
    read_line(f"Nguồn: {text}", KnownOutlets(), {})
    read_line(text, KnownOutlets(), {})


@pytest.mark.parametrize(
    ("raw", "outlets"),
    [
        ("Theo Infonet", ("Infonet",)),
        ("Theo Bold Sea, Hani", ("Bold Sea", "Hani")),
        ("(Theo Đời sống trẻ)", ("Đời sống trẻ",)),
        ("Theo VX", ("VX",)),
        ("Theo Infonet.", ("Infonet",)),
    ],
)
def test_in_the_last_line_an_outlet_needs_not_be_known(
    raw: str, outlets: tuple[str, ...], known: KnownOutlets
) -> None:
    assert read_line(raw, known, {}) is None
    line = read_line(raw, known, {}, is_last=True)
    assert isinstance(line, SourceLine)
    assert tuple(outlet.name for outlet in line.claim.source.outlets) == outlets


@pytest.mark.parametrize(
    "raw",
    [
        "theo Infonet",
        "Theo Lào Cai",
        "Theo Vân Khánh",
        "Theo Phong thủy",
        "Theo Luật Đất đai",
        "Theo Nghị định 100",
        "Theo quy định",
        "Theo Báo A đưa tin",
        "Theo Infonet, số ca đã giảm",
    ],
)
def test_places_people_and_laws_are_no_outlets_there(raw: str, known: KnownOutlets) -> None:
    assert not isinstance(read_line(raw, known, {}, is_last=True), SourceLine)


@pytest.mark.parametrize("signs", ["{", "](", "***", "«»", "&"])
def test_signs_alone_are_no_outlet(signs: str, known: KnownOutlets) -> None:
    assert isinstance(read_line(f"Nguồn: {signs}", known, {}), BrokenLine)
    assert read_statement(signs, known) is None


@pytest.mark.parametrize("text", ["Bộ luật Lao động", "Sở hữu trí tuệ", "Hội nghị Tổng kết"])
def test_what_only_begins_like_an_outlet_is_none_behind_theo_either(
    text: str, known: KnownOutlets
) -> None:
    assert read_line(f"Theo {text}", known, {}, is_last=True) is None
    assert isinstance(read_line("Theo Trí thức trẻ", known, {}, is_last=True), SourceLine)
