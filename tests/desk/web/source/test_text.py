from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.desk.web.source.text import FieldRefusedError, SourceText, new_text

PLAIN = "title:  Chợ phiên\nDate : 11/01/2024\nTags: Bắc Hà, chợ\nslug: cho\n\nMột.\n\nHai.\n"
FENCED = (
    "---\r\nTitle: Chợ\r\nTags:\r\n  - Bắc Hà\r\n  - chợ\r\nSummary: >\r\n  Một\r\n  hai\r\n"
    "Slug: cho\r\n---\r\n\r\nMột.\r\nHai.\r\n"
)


@pytest.mark.parametrize(
    "data",
    [
        PLAIN.encode(),
        FENCED.encode(),
        b"\xef\xbb\xbf" + PLAIN.encode(),
        b"\xff\xfe" + PLAIN.encode("utf-16-le"),
        PLAIN.replace("\n", "\r\n").encode(),
        "Title: Chợ\n\nVe\u0302\u0323 NFD\u200b và \u2028 dòng.".encode(),
        b"",
        b"Title: x",
        b"no head\n",
    ],
)
def test_what_is_not_edited_is_the_same_to_the_byte(data: bytes) -> None:
    source = SourceText(data)
    assert source.edited(source.fields, source.body) == data


@pytest.mark.parametrize("text", [PLAIN, PLAIN.replace("\n", "\r\n"), FENCED])
def test_another_title_changes_its_own_line_alone(text: str) -> None:
    source = SourceText(text.encode())
    new = source.edited(source.fields | {"Title": "Tít: mới #1"}, source.body).decode()
    before, after = text.split("\n"), new.split("\n")
    assert len(before) == len(after)
    assert [i for i, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]] == [
        text.split("\n").index(next(line for line in before if "itle" in line))
    ]
    assert SourceText(new.encode()).fields["Title"] == "Tít: mới #1"


def test_a_paragraph_that_changes_leaves_the_line_ends_of_the_others() -> None:
    text = "Title: x\r\n\r\nMột.\r\nHai.\nBa.\r\n"
    new = SourceText(text.encode()).edited({"Title": "x"}, "Một.\nHai!\nBa.").decode()
    assert new == "Title: x\r\n\r\nMột.\r\nHai!\r\nBa.\r\n"


def test_lists_and_folded_text_become_one_line_and_go_whole() -> None:
    source = SourceText(FENCED.encode())
    assert source.fields["Tags"] == "Bắc Hà, chợ"
    new = SourceText(source.edited({"Title": "Chợ", "Tags": "a, b"}, source.body))
    assert new.fields == {"Title": "Chợ", "Tags": "a, b"}
    assert "Slug: cho" in source.edited({"Title": "Chợ"}, source.body).decode()


def test_a_new_article_has_a_head_a_blank_line_and_its_text() -> None:
    text = new_text({"Status": "draft", "Title": "A", "Tags": "b"}, "Một.\n\nHai.").decode()
    assert text == "Title: A\nTags: b\nStatus: draft\n\nMột.\n\nHai.\n"


@given(
    st.sampled_from([PLAIN, FENCED, "", "Title: a\n", "---\nTitle: a\n---\nx\n", "x y\n"]),
    st.text(st.sampled_from("aằ \"'[]{}:#-|>&*!,“”\\"), max_size=20),
    st.text(st.sampled_from("aằ \n#:-.>|"), max_size=40),
)
@settings(max_examples=300, deadline=None)
def test_what_is_typed_is_what_is_read_or_it_is_refused(text: str, title: str, body: str) -> None:
    source = SourceText(text.encode())
    try:
        new = SourceText(source.edited(source.fields | {"Title": title, "Date": "1/1/2024"}, body))
    except FieldRefusedError:
        return
    assert new.fields.get("Title", "") == " ".join(title.split())
    assert new.body.strip("\n") == body.strip("\n")
    assert new.fields["Date"] == "1/1/2024"
