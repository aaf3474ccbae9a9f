from __future__ import annotations

import pytest

from plugins.desk.text.blocks import blocks_of
from plugins.desk.text.captions import with_captions
from plugins.desk.text.markdown import written

A, B, C, D = (chr(0x100000 + number) for number in range(4))
LONG = "Sáng nay, " + "người xuống chợ đông hơn mọi năm, " * 12 + "và trời rét."


def column(*cells: str) -> str:
    rows = "".join(f"<tr><td>{cell}</td></tr>" for cell in cells)
    return f"<table>{rows}</table>"


CASES = {
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
    "a table of two photos and two captions above": (
        f"<table><tr><td>Sáng.</td><td>Chiều.</td></tr><tr><td>{A}</td><td>{B}</td></tr></table>",
        "0\nSáng.\n\n1\nChiều.",
    ),
    "a table of rows of captions above rows of photos": (
        f"<table><tr><td>Sáng.</td><td>Chiều.</td></tr><tr><td>{A}</td><td>{B}</td></tr>"
        f"<tr><td>Mưa.</td><td>Nắng.</td></tr><tr><td>{C}</td><td>{D}</td></tr></table>",
        "0\nSáng.\n\n1\nChiều.\n\n2\nMưa.\n\n3\nNắng.",
    ),
    "a text with its photo in one column": (
        column("Chợ", f"<p>{LONG}</p>", A, "<i>Sáng.</i>", f"<p>{LONG}</p><p>Hết.</p>"),
        f"Chợ\n\n{LONG}\n\n0\nSáng.\n\n{LONG}\n\nHết.",
    ),
    "a text in one column": (column("Chợ", LONG, LONG), f"Chợ\n\n{LONG}\n\n{LONG}"),
    "a list in one column, below a text": (
        f"<p>{LONG}</p>{column('Mận', 'Đào')}",
        f"{LONG}\n\n| Mận |\n| Đào |",
    ),
    "a table in a column": (
        column(LONG, "<table><tr><td>Mận</td><td>25</td></tr></table>", LONG),
        f"{LONG}\n\n| Mận | 25 |\n\n{LONG}",
    ),
}


@pytest.mark.parametrize(("html", "shown"), CASES.values(), ids=CASES)
def test_a_table_that_lays_a_text_out_gives_way_to_it(html: str, shown: str) -> None:
    assert written(with_captions(blocks_of(html)), str) == f"{shown}\n"
