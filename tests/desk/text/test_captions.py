from __future__ import annotations

import pytest

from plugins.desk.text.blocks import Photos, blocks_of
from plugins.desk.text.captions import with_captions
from plugins.desk.text.markdown import written

A, B, C, D = (chr(0x100000 + number) for number in range(4))
STYLED = '<p class="desk-caption-0-start">Quang cảnh phiên chợ.</p>'
LONG = "Sáng nay, " + "người xuống chợ đông hơn mọi năm, " * 12 + "và trời rét."

CASES = {
    "Word's own style": (
        f"<p>{A}</p>{STYLED}<p>Thân bài.</p>",
        "0\nQuang cảnh phiên chợ.\n\nThân bài.",
    ),
    "a style, above the photo": (
        f"<p>Thân bài.</p>{STYLED}<p>{A}</p><p>Hết.</p>",
        "Thân bài.\n\n0\nQuang cảnh phiên chợ.\n\nHết.",
    ),
    "a style, below the paragraph that the photo floats beside": (
        f"<p>{A}</p><p>{LONG}</p>{STYLED}<p>Hết.</p>",
        f"{LONG}\n\n0\nQuang cảnh phiên chợ.\n\nHết.",
    ),
    "a style, above the next photo": (
        f"<p>{A}</p><p>{LONG}</p>{STYLED}<p>{B}</p>",
        f"0\n\n{LONG}\n\n1\nQuang cảnh phiên chợ.",
    ),
    "a number": (f"<p>{A}</p><p>Hình 1: Chợ họp.</p>", "0\nHình 1: Chợ họp."),
    "a number, above the photo": (f"<p>Hình 2. Chợ họp.</p><p>{A}</p>", "0\nHình 2. Chợ họp."),
    "several numbers": (
        f"<p>{LONG}</p><p>{A}</p><p>{B}</p><p>Ảnh 1, 2 và 3: {LONG}</p>",
        f"{LONG}\n\n0\n1\nẢnh 1, 2 và 3: {LONG}",
    ),
    "a text box each, below the line of photos that float": (
        f'<p class="desk-text-0-start-alone">{A}</p><p class="desk-text-0-start-alone">{B}</p>'
        '<p class="desk-text-0-start-box">Sáng.</p><p class="desk-text-0-start-box">Chiều.</p>',
        "0\nSáng.\n\n1\nChiều.",
    ),
    "italics": (f"<p>{A}</p><p><em>Chợ họp.</em></p><p>Thân.</p>", "0\nChợ họp.\n\nThân."),
    "the middle": (
        f'<p>{A}</p><p class="desk-text-0-center">Chợ họp.</p><p>{LONG}</p>',
        f"0\nChợ họp.\n\n{LONG}",
    ),
    "the middle, in a text that stands there": (
        f'<p>{A}</p><p class="desk-text-0-center">{LONG}</p><p class="desk-text-0-center">Hết.</p>',
        f"0\n\n{LONG}\n\nHết.",
    ),
    "a credit": (f"<p>{A}</p><p>Chợ họp. Ảnh: Ngọc Bằng</p>", "0\nChợ họp. Ảnh: Ngọc Bằng"),
    "a credit of its own line": (
        f"<p>{A}</p>{STYLED}<p>Ảnh: Ngọc Bằng</p><p>Thân.</p>",
        "0\nQuang cảnh phiên chợ.\nẢnh: Ngọc Bằng\n\nThân.",
    ),
    "the photo's own paragraph": (
        f"<p>{A}<br>Chợ họp sớm.</p><p>Thân.</p>",
        "0\nChợ họp sớm.\n\nThân.",
    ),
    "no caption": (f"<p>{A}</p><p>{LONG}</p>", f"0\n\n{LONG}"),
    "a short paragraph that is none": (f"<p>{A}</p><p>Chợ họp sớm.</p>", "0\n\nChợ họp sớm."),
    "photos in a row with one caption": (
        f"<p>{A}</p><p>{B} {C}</p><p><i>Ba góc chợ.</i></p>",
        "0\n1\n2\nBa góc chợ.",
    ),
    "photos with a caption each": (
        f"<p>{A}</p><p><i>Sáng.</i></p><p>{B}</p><p><i>Chiều.</i></p>",
        "0\nSáng.\n\n1\nChiều.",
    ),
    "a caption that begins as a list does": (
        f'<p>{A}</p><p class="desk-caption-0-start">1. Chợ họp</p>',
        "0\n1\\. Chợ họp",
    ),
    "a heading below a photo": (f"<p>{A}</p><h2>Ngày hội</h2>", "0\n\n## Ngày hội"),
    "the photo's own paragraph, with the text below": (
        f"<p>{LONG}<br>{A}<br>Chợ họp sớm,<br>người đông.<br>{LONG}<br>Hết.</p>",
        f"{LONG}\n\n0\nChợ họp sớm, người đông.\n\n{LONG}\n\nHết.",
    ),
    "the photo's own paragraph, with a credit of its own line": (
        f"<p>{A}<br>Chợ họp sớm.<br>Ảnh: Ngọc Bằng<br>{LONG}</p>",
        f"0\nChợ họp sớm.\nẢnh: Ngọc Bằng\n\n{LONG}",
    ),
    "the photo's own paragraph, in italics over two lines": (
        f"<p>{A}<br><i>Chợ họp sớm.</i><br><i>Người đông.</i><br>{LONG}</p>",
        f"0\nChợ họp sớm. Người đông.\n\n{LONG}",
    ),
    "the photo's own paragraph, of a caption's style": (
        f'<p class="desk-caption-0-start">{A}<br>Chợ họp sớm.<br>Người đông.</p>',
        "0\nChợ họp sớm. Người đông.",
    ),
    "no caption: a sentence round the photo": (
        f"<p>Sáng nay, người dân {A} xuống chợ.</p>",
        "Sáng nay, người dân\n\n0\n\nxuống chợ.",
    ),
    "no caption: a long text behind a photo in its line": (
        f"<p>{LONG} {A} Người các bản gùi{' ngô' * 40} xuống chợ.</p>",
        f"{LONG}\n\n0\n\nNgười các bản gùi{' ngô' * 40} xuống chợ.",
    ),
    "a number, above each photo": (
        f"<p>{LONG}</p><p>Ảnh 1: Chợ.</p><p>{A}</p><p>Ảnh 2: Lễ.</p><p>{B}</p><p>Thân.</p>",
        f"{LONG}\n\n0\nẢnh 1: Chợ.\n\n1\nẢnh 2: Lễ.\n\nThân.",
    ),
    "a number, above each photo, with a credit below": (
        f"<p>Ảnh 1: Chợ.</p><p>{A}</p><p>Ảnh: Thu Hà</p><p>Ảnh 2: Lễ.</p><p>{B}</p>",
        "0\nẢnh 1: Chợ.\nẢnh: Thu Hà\n\n1\nẢnh 2: Lễ.",
    ),
    "a number, below each photo, where a sentence above tells of the first": (
        f"<p>Ảnh 1: Chợ.</p><p>{A}</p><p>Ảnh 1: Chợ.</p><p>{B}</p><p>Ảnh 2: Lễ.</p>",
        "Ảnh 1: Chợ.\n\n0\nẢnh 1: Chợ.\n\n1\nẢnh 2: Lễ.",
    ),
    "italics, behind the credit": (
        f"<p>{A}</p><p><i>Ảnh: Ngọc Bằng</i></p><p><i>Chợ họp.</i></p><p>Thân.</p>",
        "0\nChợ họp.\nẢnh: Ngọc Bằng\n\nThân.",
    ),
    "no caption: stars in the middle": (
        f'<p>{A}</p><p class="desk-text-0-center">***</p><p>{LONG}</p>',
        f"0\n\n\\*\\*\\*\n\n{LONG}",
    ),
    "bold caption in the middle of nothing": (
        f"<p>{A}</p><p><b>Vui hội</b></p>",
        "0\n\n**Vui hội**",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_caption_is_known_by(name: str) -> None:
    html, expected = CASES[name]
    assert written(with_captions(blocks_of(html)), str).rstrip("\n") == expected


SEEN = "<p>Quang cảnh hội nghị.</p>"
TWO = f"<p>{LONG}</p><p>{LONG}</p>"


def photos_of(html: str) -> list[Photos]:
    return [block for block in with_captions(blocks_of(html)) if isinstance(block, Photos)]


@pytest.mark.parametrize(
    "html",
    [
        f"{TWO}<p>{A}</p>{SEEN}<p>{LONG}</p>",
        f"{TWO}<p>{A}</p>{SEEN}",
        f"{TWO}<p>{A}</p>{SEEN}<p>Theo kế hoạch, chợ họp ba ngày.</p><p>{LONG}</p>",
        f"{TWO}<p>{A}</p>{SEEN}<p>Người các bản gùi{' ngô' * 20} xuống chợ.</p><p>{LONG}</p>",
        f"{TWO}<p>{A}</p>{SEEN}<p>Ngọc Bằng</p><p>Nguồn: Báo Lào Cai</p>",
        f"{TWO}<p>{A}</p>{SEEN}<p>Nguồn: Báo Lào Cai.</p>",
        f"{TWO}<p>{A}</p>{SEEN}<p>Ảnh: Ngọc Bằng</p><p>Hết rồi.</p>",
        f"{TWO}<p>{A}</p><p>{B}</p>{SEEN}<p>{LONG}</p>",
        f"<h1>Chợ phiên</h1><p>{A}</p>{SEEN}{TWO}",
        f'{TWO}<p class="desk-text-0-start-alone">{A}</p>{SEEN}<p>{LONG}</p>',
        f'{TWO}<p class="desk-text-0-start-float">{A}</p><p>{LONG}</p>{SEEN}<p>{LONG}</p>',
    ],
)
def test_a_short_sentence_among_long_paragraphs_is_guessed_to_be_a_caption(html: str) -> None:
    (photos,) = photos_of(html)
    assert photos.captions[0].plain == photos.perhaps == "Quang cảnh hội nghị."


@pytest.mark.parametrize(
    "html",
    [
        f"<p>{LONG}</p><p>{A}</p>{SEEN}",  # what is usual, one paragraph does not say
        f"{TWO}<p>{A}</p>{SEEN}{SEEN}<p>{LONG}</p>",
        f"{TWO}<p>{A}</p>{SEEN}<p><b>{LONG}</b></p><p>{LONG}</p>",
        f"{TWO}<p>{A}</p>{SEEN}{'<p>Nhớ mang theo nắng vàng</p>' * 3}",
        f"{TWO}<p>{A}</p>{SEEN}<p>- Chợ có gì mới.</p><p>{LONG}</p>",
        f"{TWO}<p>{A}</p>{SEEN}<h2>Hàng Tết</h2><p>{LONG}</p>",
        f"{TWO}<p>{A}</p>{SEEN}<ul><li>Mận</li></ul>",
        f"{TWO}<p>{A}</p>{SEEN}<table><tr><td>Mận</td><td>25</td></tr></table>",
        f"{TWO}<p>{A}</p><p><b>Quang cảnh hội nghị.</b></p><p>{LONG}</p>",
        f'{TWO}<p>{A}</p><p class="desk-text-0-right">Quang cảnh hội nghị.</p><p>{LONG}</p>',
        f"<p>{A}</p>{SEEN}{TWO}",  # nothing stands above: it may be the headline
        f"<h1>Chợ có gì mới?</h1><p>{A}</p><p>Quang cảnh hội nghị{' và chợ phiên' * 4}.</p>{TWO}",
        f'{TWO}<p class="desk-text-0-start-float">{A}</p><p>Chợ đông.</p>{SEEN}<p>{LONG}</p>',
        f'{TWO}<p class="desk-text-0-start-float">{A}</p><p>{LONG}</p>{SEEN}<p>{B}</p>{SEEN}',
        f'{TWO}<p class="desk-text-0-start-box">{A}</p>{SEEN}<p>{LONG}</p>',
        f'{TWO}<p class="desk-text-0-start-alone">{A}</p><p class="desk-text-0-start-float">{B}</p>'
        f"{SEEN}<p>{LONG}</p>",
        f"{TWO}<p>{A}</p><p>Quang cảnh hội nghị</p>",
        f"{TWO}<p>{A}</p><p>UBND huyện Bắc Hà.</p>",
        f"{TWO}<p>{A}</p><p>Trần Tuấn Ngọc.</p>",
        f"{TWO}<p>{A}</p>{STYLED}<p>{LONG}</p><p>{B}</p>{SEEN}<p>{LONG}</p>",
    ],
)
def test_where_it_may_be_anything_else_the_editor_is_asked(html: str) -> None:
    photos = photos_of(html)[-1 if STYLED in html else 0]
    assert photos.captions == []
    assert photos.perhaps or "<b>" in html


@pytest.mark.parametrize(
    "said",
    [
        "Theo kế hoạch, chợ họp ba ngày.",
        "Tuy vậy, chợ vẫn đông.",
        "Trong đó có 20 hộ nghèo.",
        "Hiện nay chợ có 120 gian.",
        "Dự hội nghị có các đồng chí.",
        "Bên cạnh đó, chợ có trò chơi.",
        "“Tôi vui lắm”, bà Máy nói.",
        "- Chợ có gì mới.",
        "Hình 1 cho thấy mức tăng.",
        "người xuống chợ rất đông.",
        "Chợ có gì mới?",
        "Ban tổ chức nhắc ba việc:",
        "Chợ đã tan...",
        "Chợ tan trong niềm vui./.",
        "Hết rồi.",
    ],
)
def test_a_sentence_that_begins_or_ends_as_a_text_does_is_no_caption(said: str) -> None:
    (photos,) = photos_of(f"{TWO}<p>{A}</p><p>{said}</p><p>{LONG}</p>")
    assert photos.captions == []


@pytest.mark.parametrize("said", ["Hiện trường vụ sạt lở.", "Trong ảnh: Chợ.", "Dự án cầu mới."])
def test_some_captions_begin_nearly_so(said: str) -> None:
    (photos,) = photos_of(f"{TWO}<p>{A}</p><p>{said}</p><p>{LONG}</p>")
    assert [text.plain for text in photos.captions] == [said]


BYLINES = ["Bài, ảnh: Ngọc Bằng", "Thu Hà (tổng hợp)", "Theo TTXVN", "(Theo Báo Lào Cai)"]


def signed(said: str, place: str = "center") -> str:
    return f'<p class="desk-text-0-{place}"><i>{said}</i></p>'


@pytest.mark.parametrize("said", BYLINES)
@pytest.mark.parametrize("place", ["start", "center", "right"])
def test_who_wrote_the_text_is_no_caption_of_its_last_photo(said: str, place: str) -> None:
    below = with_captions(blocks_of(f"<p>{LONG}</p><p>{A}</p>{signed(said, place)}"))
    assert written(below, str).rstrip("\n") == f"{LONG}\n\n0\n\n{said}"


@pytest.mark.parametrize("said", [*BYLINES, "Ngọc Bằng"])
@pytest.mark.parametrize("caption", ["", "<p><i>Chợ họp.</i></p>"])
def test_who_wrote_the_text_stands_behind_the_photos_at_its_end(said: str, caption: str) -> None:
    html = f"<p>{LONG}</p>{signed(said, 'right')}<p>{A}</p>{caption}<p>{B}</p>{caption}"
    shown = "0\nChợ họp.\n\n1\nChợ họp." if caption else "0\n1"
    assert written(with_captions(blocks_of(html)), str) == f"{LONG}\n\n{shown}\n\n{said}\n"


def test_a_byline_and_a_source_both_stand_behind_the_last_photo() -> None:
    html = f"<p>{LONG}</p><p>{A}</p>{signed('Ngọc Bằng', 'right')}{signed('Theo TTXVN', 'right')}"
    shown = written(with_captions(blocks_of(html)), str)
    assert shown == f"{LONG}\n\n0\n\nNgọc Bằng\n\nTheo TTXVN\n"


@pytest.mark.parametrize("said", ["Bài, ảnh: Ngọc Bằng", "Ngọc Bằng"])
def test_a_name_further_up_stays_where_it_is(said: str) -> None:
    html = f"<h1>Chợ</h1><p>{said}</p><p>{A}</p><p><i>Chợ họp.</i></p><p>{LONG}</p>"
    assert written(with_captions(blocks_of(html)), str).startswith(f"## Chợ\n\n{said}\n\n0\nChợ")


@pytest.mark.parametrize("said", ["Trần Tuấn Ngọc", "UBND huyện Bắc Hà"])
def test_a_name_in_italics_below_the_last_photo_is_its_caption_and_told(said: str) -> None:
    (photos,) = photos_of(f"{TWO}<p>{A}</p>{signed(said)}")
    assert [text.plain for text in photos.captions] == [photos.perhaps] == [said]


@pytest.mark.parametrize("said", ["Ảnh: Ngọc Bằng", "Theo chân đoàn công tác", "(Nguồn: TTXVN)"])
def test_what_may_be_said_of_a_photo_stays_its_caption(said: str) -> None:
    (photos,) = photos_of(f"{TWO}<p>{A}</p>{signed(said)}")
    assert [text.plain for text in photos.captions] == [said]


def test_words_that_go_on_in_the_line_of_a_photo_are_its_caption_and_told() -> None:
    (photos,) = photos_of(f"<p>{LONG} {A} Chợ họp sớm.</p><p>{LONG}</p>")
    assert [text.plain for text in photos.captions] == [photos.perhaps] == ["Chợ họp sớm."]
    (photos,) = photos_of(f"<p>{LONG}<br>{A}<br>Chợ họp sớm.</p><p>{LONG}</p>")
    assert [text.plain for text in photos.captions] == ["Chợ họp sớm."]
    assert photos.perhaps == ""


def test_a_headline_in_the_line_of_the_first_photo_is_no_caption() -> None:
    html = f'<p class="desk-text-0-center">{A}<br><b>Chợ phiên cuối năm</b></p>{TWO}'
    (photos,) = photos_of(html)
    assert photos.captions == []


@pytest.mark.parametrize(
    ("html", "perhaps"),
    [
        (f"{TWO}<p>{A}</p><p><b>Chợ họp sớm.</b></p><p>{LONG}</p>", "Chợ họp sớm."),
        (
            f'{TWO}<p>{A}</p><p class="desk-text-0-center"><b>Chợ họp</b></p><p>{LONG}</p>',
            "Chợ họp",
        ),
        (f"{TWO}<p>{A}</p><p><b>Hàng Tết</b></p><p>{LONG}</p>", ""),
        (f'<p>{A}</p><p class="desk-text-0-center"><b>Chợ họp</b></p>{TWO}', ""),
    ],
)
def test_a_bold_caption_is_asked_about_but_no_heading(html: str, perhaps: str) -> None:
    (photos,) = photos_of(html)
    assert (photos.captions, photos.perhaps) == ([], perhaps)


def test_a_sentence_above_each_photo_is_not_taken_for_the_photo_before() -> None:
    every = photos_of(f"{TWO}{SEEN}<p>{A}</p>{SEEN}<p>{B}</p><p>{LONG}</p>")
    assert [photos.captions for photos in every] == [[], []]


def test_below_the_last_photo_a_line_without_a_stop_is_as_the_others_are() -> None:
    last = f"<p>{B}</p><p>Thư viện huyện</p>"
    *_, alone = photos_of(f"<p>{LONG}</p><p>{A}</p><p>Chợ họp. Ảnh: Ngọc Bằng</p>{TWO}{last}")
    *_, as_others = photos_of(f"<p>{LONG}</p><p>{A}</p><p>Quang cảnh hội nghị</p>{TWO}{last}")
    assert (alone.captions, alone.perhaps) == ([], "Thư viện huyện")
    assert [text.plain for text in as_others.captions] == ["Thư viện huyện"]
