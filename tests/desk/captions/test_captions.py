from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.captions.layouts import (
    LAYOUTS,
    above,
    at_the_end,
    before_the_source,
    floats_on_the_text_above,
    in_its_paragraph,
)
from tests.desk.captions.measure import Result, cases, judged, written

# Nothing but a guess would tell these from a heading, a sign-off, a line of the text.
ASKED = {
    (above, "in the middle"),
    (above, "nothing, without a full stop"),
    (at_the_end, "nothing, without a full stop"),
    (before_the_source, "nothing, without a full stop"),
    (floats_on_the_text_above, "nothing, without a full stop"),
}


def result_of(layout: str, kind: str, folder: Path) -> Result:
    manuscript = written(layout, kind)
    return judged(manuscript, manuscript.save(folder / "bai.docx"))


@pytest.mark.parametrize(("layout", "kind"), [each for each in cases() if each[1] != "nothing"])
def test_a_caption_that_something_tells_comes_to_its_photo(
    layout: str, kind: str, tmp_path: Path
) -> None:
    result = result_of(layout, kind, tmp_path)
    asked = (LAYOUTS.get(layout), kind) in ASKED
    assert (result.wrong != "", result.asked) == (asked, asked), result.wrong


@pytest.mark.parametrize("layout", LAYOUTS)
def test_of_a_caption_that_only_its_place_tells_the_editor_is_asked(
    layout: str, tmp_path: Path
) -> None:
    result = result_of(layout, "nothing", tmp_path)
    told_by_place = "able" in layout and "below the table" not in layout
    boxed = "text box" in layout
    is_found = told_by_place or boxed or LAYOUTS[layout] is in_its_paragraph
    assert (result.wrong == "", result.asked) == (is_found, not is_found), result.wrong
