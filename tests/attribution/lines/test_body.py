from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.attribution.lines.body import BodyLines

SOURCE = "Nguồn: Báo A"


def last(text: str) -> str | None:
    lines = text.split("\n")
    found = BodyLines(lines).last()
    return None if found is None else "\n".join(lines[slice(*found)])


@pytest.mark.parametrize(
    "tail",
    [
        "",
        "\n\n",
        "\n\u00a0\n \t",
        "\n<!-- hết -->",
        "\n<!-- hết\nbài -->\n",
        "\n\n[1]: https://a.example/x",
        "\n\n[^1]: Chú thích.",
        "\n\n*[MTTQ]: Mặt trận Tổ quốc",
        "\n\n<!--EndFragment-->",
        "\n<!-- một --> <!-- hai\nba -->",
    ],
)
def test_what_readers_do_not_see_there_is_not_the_last_line(tail: str) -> None:
    assert last(f"Đoạn.\n\n{SOURCE}{tail}") == SOURCE


@pytest.mark.parametrize(
    "head",
    [
        "<!--StartFragment--><p>Đoạn</p>",
        "<!-- ghi chú --> Đoạn.",
        "<!-- ghi\nchú --> Đoạn.",
        "<!-- một --><!-- hai --> Đoạn.",
    ],
)
def test_a_comment_hides_nothing_behind_its_end(head: str) -> None:
    assert last(f"{head}\n\n{SOURCE}") == SOURCE
    assert last(f"{head}\n\n{SOURCE}\n\n<!--EndFragment-->\n") == SOURCE
    assert last(f"{SOURCE}\n\n{head}") == head.split("\n")[-1]


@pytest.mark.parametrize("line", ["[Ông A]: Vâng.", "[1]: 12/BC-UBND", "*[PV]: Thưa ông?*"])
def test_a_line_of_an_interview_is_seen(line: str) -> None:
    assert last(f"{SOURCE}\n\n{line}") == line


def test_a_wrapper_over_several_lines_is_one_line() -> None:
    wrapped = f'<p align="right">\n{SOURCE}\n</p>'
    assert last(f"Đoạn.\n\n{wrapped}\n") == wrapped
    spaced = f"<div class='x'>\n\n{SOURCE}\n\n</div>"
    assert last(f"Đoạn.\n\n{spaced}") == spaced


@pytest.mark.parametrize(
    "text",
    [
        f"Đoạn.\n\n```\n{SOURCE}\n```",
        f"Đoạn.\n\n~~~ text\n{SOURCE}\n~~~~",
        f"Đoạn.\n\n<pre>\n{SOURCE}\n</pre>",
        f"Đoạn.\n\n> Trích.\n> {SOURCE}",
        f"Đoạn.\n\n> Trích.\n{SOURCE}",
        "",
        "\n\u00a0\n",
    ],
)
def test_code_and_quotes_at_the_end_have_no_last_line(text: str) -> None:
    assert last(text) is None


@pytest.mark.parametrize("stray", ["```", "~~~", "<!-- dở", "<pre> dở"])
def test_what_is_never_closed_hides_nothing(stray: str) -> None:
    assert last(f"{stray}\n\nĐoạn.\n\n{SOURCE}") == SOURCE


def test_lines_outside_code_and_quotes_are_text() -> None:
    body = BodyLines(["Một", "", "```", "hai", "```", "> ba", "<!-- bốn -->", "năm <!-- sáu -->"])
    assert body.text_lines() == [0, 7]


@pytest.mark.parametrize(
    ("above", "breaks_off"),
    [("từ hai", True), ("tăng 40%,", True), ("Hết câu.", False), ("”", False), ("", False)],
)
def test_a_line_goes_on_under_one_that_breaks_off(above: str, breaks_off: bool) -> None:
    assert BodyLines([above, "theo Sở Y tế"]).continues(1) is breaks_off


def test_the_first_line_goes_on_from_nothing() -> None:
    assert not BodyLines(["theo Sở Y tế"]).continues(0)


def test_taking_a_line_out_tidies_the_seam() -> None:
    assert BodyLines(["Đoạn.\\", SOURCE]).without(1, 2) == ["Đoạn.", ""]
    assert BodyLines(["Đoạn.", "", "---", "", SOURCE]).without(4, 5) == ["Đoạn.", "", ""]
    assert BodyLines(["Đầu đề", "---", "", SOURCE]).without(3, 4) == ["Đầu đề", "---", ""]
    after = ["[1]: https://a.example"]
    assert BodyLines(["Đoạn.", SOURCE, *after]).without(1, 2) == ["Đoạn.", "", *after]


LINE = st.text(st.sampled_from("aĐ1 \t<>[]^:*_`~#-!.pre/\u200b"))


@given(LINE.filter(lambda line: line.lstrip()[:1].isalnum()), LINE)
def test_a_line_that_begins_with_a_letter_or_digit_opens_nothing(line: str, below: str) -> None:
    assert BodyLines([line, below]).kinds[0] == "text"
    assert BodyLines([f"\u200b{line}", below]).kinds[0] == "text"


@pytest.mark.parametrize(
    "text",
    [
        "a.jpg\n(Nguồn: Báo A)",
        "![Chợ](a.jpg)\nChợ phiên.\n(Nguồn: Báo A)",
        "a.jpg, B.JPG.\n(Nguồn: Báo A)",
        "a.jpg\n\n(Nguồn: Báo A)",
        "a.jpg\nChợ.\n\n*(Nguồn: Báo A)*",
        "<p><img src='a.jpg'></p>\n\n(Nguồn: Báo A)",
    ],
)
def test_a_line_under_a_photo_or_its_caption_is_caption(text: str) -> None:
    lines = text.split("\n")
    assert BodyLines(lines).is_caption(len(lines) - 1)


@pytest.mark.parametrize(
    "text",
    [
        "Đoạn.\n(Nguồn: Báo A)",
        "a.jpg\n\n**Báo A**",
        "a.jpg\n\nNguồn: Báo A",
        "(Nguồn: Báo A)",
        "Tệp a.jpg ở đây.\nB",
    ],
)
def test_other_lines_are_not(text: str) -> None:
    lines = text.split("\n")
    assert not BodyLines(lines).is_caption(len(lines) - 1)


def test_the_line_above_is_the_last_that_readers_see() -> None:
    assert BodyLines(["Một", "", "<!-- hai -->", "Ba"]).above(3) == 0
    assert BodyLines(["Một"]).above(0) is None


def test_a_part_of_a_line_may_be_kept() -> None:
    assert BodyLines(["Đoạn.", "", "Tên. Ảnh: Hà"]).without(2, 3, "Ảnh: Hà") == [
        "Đoạn.",
        "",
        "Ảnh: Hà",
        "",
    ]
