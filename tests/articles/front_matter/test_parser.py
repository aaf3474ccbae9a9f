from __future__ import annotations

import re
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.articles.front_matter.keys import KEYS
from plugins.articles.front_matter.parser import FrontMatter, parse_front_matter
from plugins.core import checks


def parse(text: str) -> FrontMatter:
    return parse_front_matter(textwrap.dedent(text).strip("\n").split("\n"))


def told(head: FrontMatter) -> list[tuple[str, int, str]]:
    """Return the level, line and message of each problem."""
    return [(each.check.level, each.line, each.message) for each in head.problems]


def values(text: str) -> dict[str, object]:
    head = parse(text)
    assert head.problems == []
    return {key: field.value for key, field in head.fields.items()}


def test_real_yaml_between_lines_of_hyphens_is_read() -> None:
    assert values(
        """
        ---
        Title: "Chợ phiên: mùa “mận” chín"
        Date: 2024-01-11 15:30  # giờ đăng
        Tags:
          - Bắc Hà
          - 'du lịch'
        Authors: [Trần Tuấn, "Trần Tuân"]
        Summary: >
          Dòng một
          dòng hai: vẫn là sapo.
        ---
        Thân bài
        """
    ) == {
        "Title": "Chợ phiên: mùa “mận” chín",
        "Date": "2024-01-11 15:30",
        "Tags": ["Bắc Hà", "du lịch"],
        "Authors": ["Trần Tuấn", "Trần Tuân"],
        "Summary": "Dòng một dòng hai: vẫn là sapo.",
    }


def test_pelicans_plain_header_is_read() -> None:
    head = parse(
        """
        Title: Lễ hội: ngày đầu
        Date: 11/01/2024
        Tags: Bắc Hà, Si Ma Cai; du lịch
        Summary: Dòng một
            dòng hai

        Thân bài: dòng này không phải khóa.
        """
    )
    assert {key: field.value for key, field in head.fields.items()} == {
        "Title": "Lễ hội: ngày đầu",
        "Date": "11/01/2024",
        "Tags": ["Bắc Hà", "Si Ma Cai", "du lịch"],
        "Summary": "Dòng một dòng hai",
    }
    assert head.body_line == 6
    assert head.problems == []


@pytest.mark.parametrize(
    "title",
    [
        "Lào Cai: 28 điển hình",
        "Giải #1 thuộc về Bắc Hà",
        "[Video] Lễ xuống đồng",
        "[Ảnh] Chợ: phiên cuối năm",
        "“Nghĩa tình” vùng cao",
        '"Nghĩa tình" và "biên giới"',
        "'Tết sớm' ở Y Tý",
        "Tỷ lệ 40% & <2026>",
        "* Tin vắn",
        "- Tin vắn",
        "@ Sa Pa",
        "!Tin nóng",
        "&Tin nóng",
        "!important tin",
        "{Tin} ngắn: gọn",
        "> 100 hộ thoát nghèo",
        "| dọc",
        "100% thôn có điện: kỳ tích",
    ],
)
def test_a_title_without_quotes_keeps_every_character(title: str) -> None:
    for text in (f"---\nTitle: {title}\nDate: 2024-01-11\n---\n", f"Title: {title}\nDate: x\n\n"):
        head = parse_front_matter(text.split("\n"))
        assert head.fields["Title"].value == title
        assert head.problems == []


def test_keys_do_not_depend_on_letter_case_or_a_space_before_the_colon() -> None:
    assert values("TITLE : Một\ndate: 2024-01-11\nlead-photo: a.jpg") == {
        "Title": "Một",
        "Date": "2024-01-11",
        "Lead_photo": "a.jpg",
    }


def test_leading_blank_lines_and_dashes_that_word_joined_are_no_obstacle() -> None:
    head = parse_front_matter(["", "  ", "—", "Title: Một", "—", "Thân"])
    assert head.fields["Title"].value == "Một"
    assert head.fields["Title"].line == 4
    assert head.body_line == 6


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("Tilte: Một", "Title"),
        ("Chuyên mục：Văn hóa", "Category"),
        ("Chuyên mục： Văn hóa", "Category"),
        ("Category： Văn hóa", "Category"),
        ("Tác giả: Trần Tuấn", "Authors"),
        ("Ngày: 11/01/2024", "Date"),
        ("Sumary: Tóm tắt", "Summary"),
        ("Source url: https://x.vn", "Source_url"),
        ("Nguồn: Báo X", "Source"),
    ],
)
def test_a_misspelt_key_is_an_error_that_names_the_nearest_right_one(line: str, meant: str) -> None:
    head = parse_front_matter(["---", "Title: Một", line, "---", "Thân"])
    assert [(each.line, f"“{meant}:”" in each.fix) for each in head.problems] == [(3, True)]


def test_a_key_given_twice_is_an_error_but_corrections_repeat() -> None:
    head = parse("Title: Một\nTitle: Hai\nCorrection: 12/01/2024: a\nCorrection: 13/01/2024: b")
    assert [each.line for each in head.problems] == [2]
    assert head.fields["Correction"].value == ["12/01/2024: a", "13/01/2024: b"]


def test_a_head_that_is_not_closed_is_an_error_and_is_read_all_the_same() -> None:
    head = parse_front_matter(["---", "Title: Một", "Tilte: Hai", "", "Thân bài"])
    assert [each.line for each in head.problems] == [1, 3]


def test_a_quote_that_is_not_closed_is_an_error_with_its_line() -> None:
    head = parse('---\nTitle: Một\nSummary: "Dòng một\n  dòng hai\nDate: 2024-01-11\n---\n')
    assert [each.line for each in head.problems] == [3] or head.problems[0].line in (3, 4)
    assert head.fields["Date"].value == "2024-01-11"


def test_every_wrong_line_is_reported_not_only_the_first() -> None:
    head = parse("---\nTilte: Một\nlạc lõng\nDtae: x\n---\n")
    assert [each.line for each in head.problems] == [2, 3, 4]


def test_a_text_without_a_head_is_all_body() -> None:
    head = parse_front_matter(["Một câu văn bình thường.", "", "Nguồn: Báo X"])
    assert head.fields == {}
    assert head.body_line == 1


@pytest.mark.parametrize(
    "slip",
    [
        "Categry:Văn hóa",
        "Chuyên mục:Văn hóa",
        "**Status:** draft",
        "- Status: draft",
        "* Status : draft",
        " Modified: 12/01/2024",
    ],
)
def test_a_slip_in_a_plain_head_is_an_error_and_never_lets_a_draft_out(slip: str) -> None:
    lines = ["Title: Một", "Summary: Dòng một", slip, "Source: Báo X", "Status: draft", "", "Thân"]
    head = parse_front_matter(lines)
    assert [each.line for each in head.problems] == [3]
    assert head.fields["Title"].value == "Một"
    assert head.fields["Status"].value == "draft"
    assert head.body_line == 6


def test_a_space_may_be_missing_after_the_colon_or_stand_before_it() -> None:
    assert values("Title: Một\nStatus :draft\nDate:11/01/2024") == {
        "Title": "Một",
        "Status": "draft",
        "Date": "11/01/2024",
    }


@pytest.mark.parametrize(
    "line",
    ["Status: draft", "**Source:** Báo X", "- Correction: x", "draft: true", "Published: no"],
)
def test_a_key_behind_a_blank_line_is_an_error(line: str) -> None:
    head = parse_front_matter(["Title: Một", "", line, "", "Thân bài."])
    assert [each.line for each in head.problems] == [3]


def test_a_draft_of_another_system_behind_a_blank_line_is_told_how_to_be_one() -> None:
    head = parse_front_matter(["Title: Một", "", "draft: true", "", "Thân bài."])
    assert head.problems == [
        (
            checks.KEY_IN_BODY,
            3,
            "khóa “Status” đứng trong thân bài nên không có tác dụng",
            "Đưa dòng “Status: draft” lên phần đầu bài, không để dòng trống ở trên nó.",
        )
    ]


@pytest.mark.parametrize("yaml_head", [True, False])
def test_the_advice_for_a_foreign_key_knows_all_keys_of_the_head(yaml_head: bool) -> None:
    head = ["draft: true # nháp", "Update: 2024-02-01", "Status: draft", "Modified: 2024-02-01"]
    lines = ["---", *head, "---", "x"] if yaml_head else [*head, "", "x"]
    fixes = [each.fix for each in parse_front_matter(lines).problems]
    assert fixes[0] == "Ghi “draft” vào dòng “Status” đã có, rồi xóa dòng này."
    assert fixes[1].startswith("Đã có dòng “Modified:”: xóa dòng này")


def test_a_draft_glued_to_its_value_is_an_error_too() -> None:
    head = parse_front_matter(["Title: Một", "draft:true", "", "x"])
    assert [(each.line, each.fix) for each in head.problems] == [(2, "Sửa thành “Status: draft”.")]


# Standfirsts of several lines


@pytest.mark.parametrize(
    ("below", "standfirst"),
    [
        (["dòng hai."], "Dòng một, dòng hai."),
        (["dòng hai,", "dòng ba."], "Dòng một, dòng hai, dòng ba."),
        (["    thụt vào,", "dòng ba."], "Dòng một, thụt vào, dòng ba."),
        (["trong đó: ba xã."], "Dòng một, trong đó: ba xã."),
        (["nhất: tạm dừng."], "Dòng một, nhất: tạm dừng."),
        (["Sa Pa đông khách."], "Dòng một, Sa Pa đông khách."),
        (["100 hộ thoát nghèo."], "Dòng một, 100 hộ thoát nghèo."),
        (["1996) và một người khác."], "Dòng một, 1996) và một người khác."),
        (["– Cầu Giẽ thông xe."], "Dòng một, – Cầu Giẽ thông xe."),
    ],
)
@pytest.mark.parametrize("last", [[], ["Source: Báo X"], ["Status: draft", "Tags: a"]])
@pytest.mark.parametrize("yaml_head", [True, False])
def test_lines_below_a_standfirst_are_part_of_it(
    below: list[str], standfirst: str, last: list[str], yaml_head: bool
) -> None:
    head = ["Title: Một", "Summary: Dòng một,", *below, *last]
    lines = ["---", *head, "---", "Thân."] if yaml_head else [*head, "", "Thân."]
    found = parse_front_matter(lines)
    assert found.fields["Summary"].value == standfirst
    assert lines[found.body_line - 1 :][-1] == "Thân."
    assert found.problems == []
    assert all(key.partition(":")[0] in found.fields for key in last)


def test_a_standfirst_may_begin_below_its_key() -> None:
    assert values("Summary:\nDòng một,\ndòng hai.\nTitle: Một\n\nThân.")["Summary"] == (
        "Dòng một, dòng hai."
    )
    assert values("---\nSummary: >\nDòng một,\ndòng hai.\n---\nThân.")["Summary"] == (
        "Dòng một, dòng hai."
    )


def test_a_sentence_below_a_finished_standfirst_is_taken_for_it_with_one_warning() -> None:
    head = parse_front_matter(
        ["Title: Một", "Summary: Câu một.", "Câu hai.", "Câu ba.", "", "Thân bài."]
    )
    assert head.fields["Summary"].value == "Câu một. Câu hai. Câu ba."
    assert head.body_line == 5
    assert told(head) == [
        ("warning", 3, "dòng “Câu hai.” đứng sát dưới “Summary” nên được đọc là sapo")
    ]


@pytest.mark.parametrize(
    ("below", "body_line", "standfirst"),
    [
        (["Đoạn một.", "Đoạn hai."], 2, "Sapo."),
        (["a1.jpg", "Chú thích", "", "Thân."], 2, "Sapo."),
        (["## Tít phụ", "", "Thân."], 2, "Sapo."),
        (["- Một", "- Hai", "", "Thân."], 2, "Sapo."),
        (["1. Một", "2. Hai", "", "Thân."], 2, "Sapo."),
        (["![](a.jpg)", "", "Thân."], 2, "Sapo."),
    ],
)
def test_what_can_only_be_the_body_is_no_standfirst(
    below: list[str], body_line: int, standfirst: str
) -> None:
    head = parse_front_matter(["Summary: Sapo.", *below])
    assert head.fields["Summary"].value == standfirst
    assert head.body_line == body_line


def test_an_unfinished_standfirst_goes_on_even_where_the_body_is_glued_to_it() -> None:
    head = parse_front_matter(["Summary: Dòng một,", "dòng hai.", "Thân bài.", "Đoạn hai."])
    assert head.fields["Summary"].value == "Dòng một, dòng hai."
    assert head.body_line == 3


@pytest.mark.parametrize("line", ["Subtitle: Phụ đề", "Categry: Văn hóa", "Tác giả: Trần Tuấn"])
def test_a_wrong_key_below_a_standfirst_is_none_of_it(line: str) -> None:
    head = parse_front_matter(["Title: Một", "Summary: Dòng một", line, "", "Thân."])
    assert head.fields["Summary"].value == "Dòng một"
    assert [each.line for each in head.problems] == [3]


def test_a_list_of_names_goes_on_behind_its_comma() -> None:
    assert values("Title: Một\nTags: Sa Pa,\nBắc Hà\n\nThân.")["Tags"] == ["Sa Pa", "Bắc Hà"]
    head = parse_front_matter(["Title: Một", "Tags: Sa Pa", "Bắc Hà đón khách.", "", "Thân."])
    assert head.body_line == 3


def test_text_glued_to_a_title_is_told() -> None:
    half = parse_front_matter(["Date: 11/01/2024", "Title: Tít dài", "còn một nửa", "", "Thân."])
    assert told(half) == [
        ("error", 3, "dòng “còn một nửa” đứng sát dưới “Title” nên được đọc là thân bài")
    ]
    whole = parse_front_matter(["Date: 11/01/2024", "Title: Tít", "Sáng nay, hội nghị họp."])
    assert [(each.check.level, each.line) for each in whole.problems] == [("warning", 3)]
    assert parse_front_matter(["Date: 11/01/2024", "Title: Tít", "", "Thân."]).problems == []


# Lists


@pytest.mark.parametrize("yaml_head", [True, False])
@pytest.mark.parametrize(
    ("value", "message", "fix"),
    [
        ("[a, b", "có dấu [ mà thiếu dấu ]: “[a, b”", "Thêm dấu ] vào cuối danh sách"),
        ("a, b]", "có dấu ] mà thiếu dấu [: “a, b]”", "Thêm dấu [ vào đầu danh sách"),
    ],
)
@pytest.mark.parametrize("key", ["Tags", "Authors"])
def test_a_list_with_one_bracket_is_an_error_that_says_so(
    key: str, value: str, message: str, fix: str, yaml_head: bool
) -> None:
    lines = ["Title: Một", f"{key}: {value}"]
    head = parse_front_matter(["---", *lines, "---", "x"] if yaml_head else [*lines, "", "x"])
    ((check, line, said, advice),) = head.problems
    assert (check, line) == (checks.VALUE_UNCLOSED, 2 + yaml_head)
    assert said == f"danh sách ở “{key}” {message}"
    assert advice.startswith(fix)
    assert f"“{key}: a, b”" in advice


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ('Tags: "Sa Pa", "Bắc Hà, chợ"', ['"Sa Pa"', '"Bắc Hà, chợ"']),
        ("Tags: #SaPa #BacHa, #chợ phiên", ["#SaPa", "#BacHa", "#chợ phiên"]),
        ("---\nTags: [#Sa Pa, #Bắc Hà]\n---", ["#Sa Pa", "#Bắc Hà"]),
        ("---\nTags:\n  - #Sa Pa\n  - Bắc Hà\n---", ["#Sa Pa", "Bắc Hà"]),
    ],
)
def test_no_tag_is_lost_to_a_quote_or_a_hash(text: str, tags: list[str]) -> None:
    assert values(text)["Tags"] == tags


def test_a_body_glued_to_a_plain_head_is_body() -> None:
    head = parse_front_matter(["Title: Một", "Date: x", "Sáng nay hội nghị họp.", "Ông A: vâng."])
    assert head.problems == []
    assert head.body_line == 3


def test_quotes_round_a_plain_headers_title_are_its_own_and_yamls_are_not() -> None:
    assert values('Title: "Ba không"\nTags: ["a, b", c]') == {
        "Title": '"Ba không"',
        "Tags": ["a, b", "c"],
    }
    assert values('---\nTitle: "Ba không"\n---') == {"Title": "Ba không"}


def test_hashtags_in_the_head_are_tags_or_told() -> None:
    assert values("Title: Một\nTags:\n#SaPa #BacHa\n\nThân.")["Tags"] == ["#SaPa", "#BacHa"]
    head = parse("Title: Một\n#SaPa #BacHa\nDate: 11/01/2024\n\nThân.")
    assert told(head) == [
        ("warning", 2, "dòng “#SaPa #BacHa” trong phần đầu bài bị bỏ qua, vì mở đầu bằng dấu #")
    ]
    assert parse("---\nTitle: Một\n# ghi chú\nDate: x\n---\n").problems == []


LINES = (
    "---", "Title: Một", "Title:", "Summary: Câu 1,", "Summary: Câu 1.", "Summary:", "Summary: >",
    "Summary: |", "dòng 2", "Dòng 3.", "    thụt 4", "  - mục 5", "- mục 6", "Tags: a7, b8,",
    "Tags: [a9, b10", "Tags:", "Tags: #x11 #y12", "Authors: A17 - B18", "draft: true", "Update: 19",
    "Ông A: lời 20", "trong đó: 21", "**Status:** draft", "Correction: 12/01/2024: s22", "",
    "a23.jpg", "Source: [B25](https://x.vn)", 'Summary: "mở 26', "Category：V27", "Title: 'n28'",
    "Lead_photo: [a31", "{x32}: 1", "? y33", "\tZ34", "...", "Tags: 'a36', b37]",
    "Authors: “Q38”, x39",
)  # fmt: skip


def words(value: object) -> set[str]:
    if isinstance(value, dict):
        return set().union(*(words(each) for pair in value.items() for each in pair))
    if isinstance(value, (list, tuple)):
        return set().union(*map(words, value))
    return {word.casefold() for word in re.findall(r"\w+", str(value))}


@given(st.lists(st.sampled_from(LINES) | st.text().filter(lambda text: "#" not in text)))
def test_every_word_of_a_head_is_in_its_values_or_in_a_message(lines: list[str]) -> None:
    lines = "\n".join(lines).split("\n")
    head = parse_front_matter(lines)
    said = [(each.message, each.fix) for each in head.problems]
    if any(re.search("đã có ở dòng|khóa lạ|không đọc được", message) for message, _ in said):
        return  # nothing is published before the line is mended
    kept = words([said, *head.fields, *(field.value for field in head.fields.values())])
    keys_alone = {key.casefold() for key in KEYS}
    assert words(lines[: head.body_line - 1]) <= kept | keys_alone
