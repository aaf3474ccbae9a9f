from __future__ import annotations

import pickle

import pytest

from plugins.core import checks
from plugins.core.problems import Problem, ProblemError

MISSING = Problem(checks.PHOTO_MISSING, "a.md", 3, "không tìm thấy ảnh “x.jpg”", "Chép ảnh vào.")


def test_an_editor_reads_place_level_message_code_and_fix() -> None:
    assert str(MISSING) == (
        "a.md:3: LỖI: không tìm thấy ảnh “x.jpg” [ANH01]\n    Cách sửa: Chép ảnh vào."
    )
    unused = Problem(checks.FILE_UNUSED, "a.md", None, "tệp này chưa dùng: “b”", "Xóa.")
    assert str(unused).startswith("a.md: CẢNH BÁO: tệp này chưa dùng: “b” [TEP13]\n")


def test_the_check_says_whether_a_problem_stops_the_build() -> None:
    assert MISSING.level == "error"
    assert MISSING._replace(check=checks.CAPTION_MISSING).level == "warning"


def test_problems_come_whole_out_of_another_process() -> None:
    error = pickle.loads(pickle.dumps(ProblemError([MISSING])))  # noqa: S301 - our own
    assert error.problems == [MISSING]


@pytest.mark.parametrize("odd", ["\n", "\x1b[31m", "\x7f", "\x9b", "\u202e", "\u2066", "\udc80"])
def test_what_a_text_or_a_name_holds_does_nothing_to_a_terminal(odd: str) -> None:
    said = str(Problem(checks.FILE_UNUSED, f"a{odd}b.md", 3, f"dòng “{odd}”", f"Xóa {odd}."))
    assert odd[0] not in said.replace("\n    Cách sửa", "")
    assert said.count(ascii(odd[0])[1:-1]) == 3


def test_a_message_quotes_no_more_than_a_few_hundred_letters() -> None:
    problem = Problem(checks.TITLE_MISSING, "a.md", 1, f"có “{'x' * 100_000}” ở đây", "y" * 9999)
    said = str(problem)
    assert len(said) < 1500
    assert "xx…” [DAU01]" in said
