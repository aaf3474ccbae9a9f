from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

from plugins.core import checks
from plugins.core.problems import Problem
from plugins.desk.check.formats import FORMATS, Located, locate

LONG = f"{'chữ ' * 30}của của {'chữ ' * 40}".strip()


@pytest.fixture
def content(tmp_path: Path) -> Path:
    file = tmp_path / "content" / "a.md"
    file.parent.mkdir()
    file.write_text(f"Title: Bài\n\n\tNhà của của ta\n{LONG}\n", encoding="utf-8")
    return tmp_path / "content"


def twice(line: int, column: int) -> Problem:
    return Problem(checks.WORD_DOUBLED, "a.md", line, "từ lặp", "Xóa: 100%, đi", column)


def said(name: str, content: Path, *problems: Problem) -> str:
    return FORMATS[name](locate(problems, content, content.parent))


def test_people_read_the_line_with_a_caret_and_the_mend(content: Path) -> None:
    assert said("text", content, twice(3, 6)).split("\n") == [
        "content/a.md:3:6: SOAT01 Cảnh báo: từ lặp",
        "     Nhà của của ta",
        "         ^",
        "    Sửa: Xóa: 100%, đi",
        "0 lỗi, 1 cảnh báo.",
    ]


def test_of_a_long_line_what_is_round_the_place_is_shown(content: Path) -> None:
    _, line, caret, *_ = said("text", content, twice(4, 121)).split("\n")
    assert len(line) == 4 + 100 + 2
    assert line[caret.index("^") :].startswith("của của")


def test_without_a_column_there_is_no_caret_and_without_a_line_no_quotation(
    content: Path,
) -> None:
    missing = Problem(checks.TITLE_MISSING, "a.md", 1, "thiếu", "Thêm")
    assert said("text", content, missing).split("\n")[:3] == [
        "content/a.md:1: DAU01 Lỗi: thiếu",
        "    Title: Bài",
        "    Sửa: Thêm",
    ]
    whole = missing._replace(path="pelicanconf.py", line=None)
    assert said("text", content, whole).startswith("pelicanconf.py: DAU01 Lỗi: thiếu\n    Sửa")


def test_without_a_problem_people_are_told_so(content: Path) -> None:
    assert said("text", content) == "Không có lỗi, không có cảnh báo."


def test_github_gets_one_command_a_problem(content: Path) -> None:
    assert said("github", content, twice(3, 6), twice(4, 121)).split("\n")[0] == (
        "::warning file=content/a.md,line=3,col=6,title=SOAT01%3A một từ lặp hai lần::"
        "từ lặp%0ASửa: Xóa: 100%25, đi"
    )


def test_json_says_everything(content: Path) -> None:
    (found,) = json.loads(said("json", content, twice(3, 6)))
    assert found == {
        "file": "content/a.md",
        "line": 3,
        "column": 6,
        "code": "SOAT01",
        "level": "warning",
        "message": "từ lặp",
        "fix": "Xóa: 100%, đi",
    }


def test_sarif_refers_to_its_rules_and_places(content: Path) -> None:
    log = json.loads(said("sarif", content, twice(3, 6)))
    (run,) = log["runs"]
    (result,) = run["results"]
    rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert (log["version"], rule["id"], result["ruleId"]) == ("2.1.0", "SOAT01", "SOAT01")
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "content/a.md"
    assert place["region"] == {"startLine": 3, "startColumn": 6}


def test_sarif_has_addresses_without_spaces_and_marks(content: Path) -> None:
    (content / "chợ phiên").mkdir()
    (content / "chợ phiên" / "a.md").write_text("Nhà của của ta", encoding="utf-8")
    problem = twice(1, 5)._replace(path="chợ phiên/a.md")
    for here, uri in (
        (content.parent, "content/ch%E1%BB%A3%20phi%C3%AAn/a.md"),
        (content / "khác", (content / "chợ phiên" / "a.md").as_uri()),
    ):
        (run,) = json.loads(FORMATS["sarif"](locate([problem], content, here)))["runs"]
        place = run["results"][0]["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == uri


@pytest.mark.parametrize(
    ("stored", "place"),
    [
        ("Bài\r\n\r\nViệt của của", (3, 6)),
        ("\ufeffBài\n\nViệt của của", (3, 6)),
        (unicodedata.normalize("NFD", "Bài\n\nViệt của của"), (3, 8)),
        ("Bài\n\nVi\u200bệt của của", (3, 7)),
        ("Bài\u2028hai\nViệt của của", (2, 6)),
        ("Bài\n\u2028Việt của của", (2, 7)),
    ],
)
def test_places_are_those_of_the_file_as_it_is_stored(
    content: Path, stored: str, place: tuple[int, int]
) -> None:
    (content / "a.md").write_bytes(stored.encode())
    (located,) = locate([twice(3, 6)], content, content)
    assert (located.line, located.column) == place
    found = json.loads(FORMATS["json"]([located]))[0]
    assert (found["line"], found["column"]) == place
    first, quoted, caret, *_ = FORMATS["text"]([located]).split("\n")
    assert first.startswith(f"a.md:{place[0]}:{place[1]}: ")
    assert quoted[caret.index("^") :] == "của của"


def test_a_caret_stands_below_its_letter_behind_what_is_wide(content: Path) -> None:
    (content / "a.md").write_text("😀 ❤️ của của", encoding="utf-8")
    _, quoted, caret, *_ = said("text", content, twice(1, 6)).split("\n")
    assert (quoted, caret) == ("    😀 ❤️ của của", "         ^")


def test_what_a_terminal_obeys_is_shown(content: Path) -> None:
    odd = Located(twice(1, 1)._replace(message="\x1b[31m"), "a.md", "", 1, 1)
    assert "\\x1b[31m" in FORMATS["text"]([odd])
