from __future__ import annotations

import pytest

from plugins.desk.text.blocks import blocks_of
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
    "a table, caption below": (
        f"<table><tr><td><p>{A}</p></td></tr><tr><td><p>Chợ họp.</p></td></tr></table><p>Thân.</p>",
        "0\nChợ họp.\n\nThân.",
    ),
    "a table, caption above": (
        f"<table><tr><td>Chợ họp.</td></tr><tr><td>{A}</td></tr></table>",
        "0\nChợ họp.",
    ),
    "a table of one cell": (f"<table><tr><td><p>{A}</p><p>Chợ.</p></td></tr></table>", "0\nChợ."),
    "a table of two photos and one caption": (
        f'<table><tr><td>{A}</td><td>{B}</td></tr><tr><td colspan="2">Hai góc.</td></tr></table>',
        "0\n1\nHai góc.",
    ),
    "a table of two photos and two captions": (
        f"<table><tr><td>{A}</td><td>{B}</td></tr><tr><td>Sáng.</td><td>Chiều.</td></tr></table>",
        "0\nSáng.\n\n1\nChiều.",
    ),
    "a table of four photos": (
        f"<table><tr><td>{A}</td><td>{B}</td></tr><tr><td>{C}</td><td>{D}</td></tr></table>",
        "0\n1\n2\n3",
    ),
    "a photo beside its caption": (f"<table><tr><td>{A}</td><td>Chợ.</td></tr></table>", "0\nChợ."),
    "a photo in a table of numbers": (
        f"<table><tr><td>Mận</td><td>25</td></tr><tr><td>Đào</td><td>30 {A}</td></tr></table>",
        "| Mận | 25 |\n| Đào | 30 |\n\n0",
    ),
    "a caption that begins as a list does": (
        f'<p>{A}</p><p class="desk-caption-0-start">1. Chợ họp</p>',
        "0\n1\\. Chợ họp",
    ),
    "a heading below a photo": (f"<p>{A}</p><h2>Ngày hội</h2>", "0\n\n## Ngày hội"),
    "bold caption in the middle of nothing": (
        f"<p>{A}</p><p><b>Vui hội</b></p>",
        "0\n\n**Vui hội**",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_caption_is_known_by(name: str) -> None:
    html, expected = CASES[name]
    assert written(with_captions(blocks_of(html)), str).rstrip("\n") == expected
