from __future__ import annotations

from pathlib import Path

import pytest

from plugins.core import checks
from plugins.core.document import Document, Field
from plugins.core.errors import SettingsError
from plugins.core.problems import Problem
from plugins.photos import PhotoLibrary
from plugins.proofreading.config import ProofreadingSettings
from plugins.proofreading.silence import report_unusable, silence_of, take_marks

TWICE = Problem(checks.WORD_DOUBLED, "a.md", 2, "lặp", "xóa", 5)
MISSING = Problem(checks.TITLE_MISSING, "a.md", 2, "thiếu", "thêm")


@pytest.mark.parametrize(
    "mark",
    [
        "<!-- bỏ qua SOAT01 -->",
        "<!--bỏ qua: soat01-->  ",
        "<!-- Bo qua DAU19, SOAT01 -->",
        "<!-- bỏ qua DAU19 SOAT01 -->",
    ],
)
def test_a_mark_at_a_lines_end_silences_a_warning_there_and_leaves_the_text(mark: str) -> None:
    lines, marks = take_marks(["Một.", f"Ảnh: Ngọc Bằng {mark}", "Ba."])
    assert lines == ["Một.", "Ảnh: Ngọc Bằng", "Ba."]
    silence = silence_of({}, marks, ())
    assert silence.audible([TWICE, TWICE._replace(line=3)]) == [TWICE._replace(line=3)]


@pytest.mark.parametrize(
    "line", ["Chữ <!-- bỏ qua --> thôi", "<!-- ghi chú SOAT01 -->", "bỏ qua SOAT01"]
)
def test_other_comments_are_none(line: str) -> None:
    assert take_marks([line]) == ([line], {})


@pytest.mark.parametrize("value", [["SOAT01"], ["dau19", "soat01"], "SOAT01, DAU19"])
def test_a_key_in_the_head_silences_a_whole_file(value: object) -> None:
    silence = silence_of({"Skip_checks": Field(value, 1)}, {}, ())
    assert silence.audible([TWICE]) == []


def test_what_the_settings_silence_is_silent_in_every_file() -> None:
    assert silence_of({}, {}, ["SOAT01"]).audible([TWICE, MISSING]) == [MISSING]


def test_an_error_is_told_whatever_is_silenced() -> None:
    assert silence_of({}, {2: frozenset(["DAU01"])}, ["DAU01"]).audible([MISSING]) == [MISSING]


def test_codes_of_errors_and_of_nothing_are_reported_where_they_stand(tmp_path: Path) -> None:
    fields = {"Skip_checks": Field(["DAU01", "SOAT01"], 3)}
    document = Document(tmp_path / "a.md", PhotoLibrary(tmp_path), "a.md", [], 1, fields)
    report_unusable(document, {7: frozenset(["XYZ99"])})
    assert [(one.check.code, one.line, one.message) for one in document.problems] == [
        ("DAU27", 7, "“XYZ99” không phải mã của cảnh báo nào, nên không bỏ qua được gì"),
        ("DAU27", 3, "“DAU01” là lỗi, nên không bỏ qua được"),
    ]


@pytest.mark.parametrize("code", ["SOAT00", "DAU01"])
def test_settings_that_silence_an_error_or_nothing_are_wrong(code: str) -> None:
    with pytest.raises(SettingsError, match=code):
        ProofreadingSettings(silent=(code,))
