"""No letter and no digit of an article is lost in silence, whatever it is mixed of."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.fuzz.text.check import wrong
from tests.fuzz.text.mixture import MARKS, STARTS, WHOLE, article_of, text_of
from tests.fuzz.text.room import FILES, HEAD, PHOTOS, Room
from tests.fuzz.text.shrink import shortest

SEEDS = 400
MIXED = settings(deadline=None, derandomize=True, max_examples=400)


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Room:
    return Room(tmp_path_factory.mktemp("content"))


words = st.lists(
    st.sampled_from(["một", "hai", "Năm", "1954", "xã", "Sa Pa"]), min_size=1, max_size=4
)
piece = st.one_of(words.map(" ".join), st.sampled_from(MARKS), words.map("".join))
odd_line = st.tuples(st.sampled_from(STARTS), st.lists(piece, max_size=5).map(" ".join)).map(
    "".join
)
line = st.one_of(odd_line, odd_line, st.sampled_from([*WHOLE, *PHOTOS, *FILES]))
body = st.lists(st.tuples(line, st.sampled_from(["\n", "\n", "\n\n"])).map("".join), max_size=10)


@given(body.map("".join))
@settings(MIXED)
@example("1954. Giải phóng.\n\n1979. Có chiến sự.\n\n1991. Tái lập tỉnh.\n")
@example("| Xã | Máy |\n| --- | --- |\n| Tả Phời | 2 | hỏng 1 máy |\n")
@example("Chị Mai (*) và anh Nam (*) nói.\n\n(*) Tên đã đổi.\n")
@example("Theo [1] và [2].\n\n[1]: https://a.example/1\n[2]: https://a.example/2 Kế hoạch 12\n")
@example("Mở đầu.\n\n*[]: Trống\n\nKết thúc.\n")
@example("Đáp án {A, B, C}, còn **câu ba**{1, 2}.\n\n## Xổ số {12, 34}\n")
@example("- Một\n  - con 1\n  - con 2\n- Hai\n\n1) Ba\n2) Bốn\n\na) Năm\nđ) Sáu\n")
@example("Theo nghị quyết[^2] của tỉnh.\n")
def test_whatever_is_typed_is_read_and_nothing_of_it_is_lost(room: Room, text: str) -> None:
    assert wrong(room, HEAD + text) == []


@pytest.mark.parametrize("start", range(0, SEEDS, 100))
def test_articles_that_are_disturbed_at_random_lose_nothing(room: Room, start: int) -> None:
    told = []
    for seed in range(start, start + 100):
        text = article_of(seed)
        if found := wrong(room, text):
            told.append(f"seed {seed}: {found[0]}")
    assert told == []


def test_a_seed_stands_for_one_text_only() -> None:
    assert text_of("text 7") == text_of("text 7")
    assert len({article_of(seed) for seed in range(300)}) > 290


def test_a_failing_text_is_made_as_short_as_it_can_be() -> None:
    text = "Một dòng.\n\nHai chữ xấu ở đây.\n\nBa dòng nữa.\n"
    assert shortest(text, lambda rest: "xấu" in rest, patience=5) == "xấu"
    assert shortest("abc", lambda rest: rest.count("b") == 1, patience=5) == "b"
