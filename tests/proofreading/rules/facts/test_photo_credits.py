from __future__ import annotations

import pytest

from plugins.proofreading.rules.facts import photo_credits
from tests.proofreading.conftest import Find

HEAD = "Title: Chợ phiên\nDate: 11/01/2024\n\n"
ONE = "a.jpg\nChợ phiên sáng sớm. (Ảnh: Ngọc Bằng)\n\nMột đoạn văn của bài.\n\n"
OTHER = "b.jpg\nĐào bán theo cành.\n\nMột đoạn văn khác của bài.\n"


def test_a_photo_without_a_credit_beside_one_that_has_it_is_found(find: Find) -> None:
    assert find(photo_credits, f"{HEAD}{ONE}{OTHER}") == [("ANH16", 9, 1, "b.jpg", None)]


@pytest.mark.parametrize(
    "text",
    [
        OTHER + OTHER.replace("b.jpg", "c.jpg"),  # none has a credit
        ONE,
        ONE + OTHER.replace("cành.", "cành. Ảnh: Thu Hà"),
        ONE + OTHER.replace("Đào bán theo cành.", "Ảnh minh họa."),
        ONE + OTHER.replace("Đào bán theo cành.", "Bản đồ đường đi."),
        f"{ONE}{OTHER}\nBài và ảnh: Thu Hà\n",
        f"{ONE}{OTHER}\nTin, ảnh: Thu Hà\n",
    ],
)
def test_an_article_that_credits_all_or_none_is_right(find: Find, text: str) -> None:
    assert find(photo_credits, HEAD + text) == []


def test_of_several_the_first_is_told_with_their_number(find: Find) -> None:
    text = f"{HEAD}{ONE}{OTHER}\n{OTHER.replace('b.jpg', 'c.jpg')}"
    (found,) = find(photo_credits, text)
    assert (found.line, found.words) == (9, "b.jpg")
