from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.captions.layouts import (
    LAYOUTS,
    above,
    at_the_end,
    before_the_source,
    floats_on_its_caption,
    floats_on_the_text_above,
    in_its_paragraph,
)
from tests.desk.captions.measure import NONE, Result, cases, judged, written
from tests.desk.captions.uncaptioned import UNCAPTIONED, short_sentence

# Nothing but a guess would tell these from a heading, a sign-off, a line of the text.
ASKED = {
    (above, "in the middle"),
    (above, "nothing"),
    (above, "nothing, without a full stop"),
    (at_the_end, "nothing, without a full stop"),
    (before_the_source, "nothing, without a full stop"),
    (floats_on_its_caption, "nothing"),
}
GUESSED = {(floats_on_the_text_above, "nothing, without a full stop")}


def result_of(layout: str, kind: str, folder: Path) -> Result:
    manuscript = written(layout, kind)
    return judged(manuscript, manuscript.save(folder / "bai.docx"))


@pytest.mark.parametrize(("layout", "kind"), [e for e in cases() if e[1] not in ("nothing", NONE)])
def test_a_caption_that_something_tells_comes_to_its_photo(
    layout: str, kind: str, tmp_path: Path
) -> None:
    result = result_of(layout, kind, tmp_path)
    case = (LAYOUTS[layout], kind)
    assert (result.wrong != "", result.told) == (case in ASKED, case in ASKED | GUESSED), result


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_caption_that_only_its_place_tells_is_guessed_or_asked_about(
    layout: str, tmp_path: Path
) -> None:
    result = result_of(layout, "nothing", tmp_path)
    told_by_place = "able" in layout and "below the table" not in layout
    is_sure = told_by_place or "text box" in layout or LAYOUTS[layout] is in_its_paragraph
    asked = (LAYOUTS[layout], "nothing") in ASKED
    assert (result.wrong != "", result.told) == (asked, not is_sure), result


@pytest.mark.parametrize("layout", UNCAPTIONED)
def test_a_photo_without_a_caption_takes_none_in_silence(layout: str, tmp_path: Path) -> None:
    result = result_of(layout, NONE, tmp_path)
    looks_like_one = UNCAPTIONED[layout] is short_sentence
    assert (result.wrong != "", result.told) == (looks_like_one, looks_like_one), result
