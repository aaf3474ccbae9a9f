from __future__ import annotations

import base64
from pathlib import Path

from tests.desk.word_files import imported, picture


def test_a_text_is_a_paragraph_a_line_with_the_photos_beside_it(tmp_path: Path) -> None:
    (tmp_path / "DSC_1.JPG").write_bytes(picture())
    (tmp_path / "2.jpg").write_bytes(picture(colour="maroon"))
    file = tmp_path / "bai.txt"
    file.write_text(
        "\ufeffChợ phiên cuối năm\r\n\r\nChợ đông *vui*.\r\nDSC_1.JPG\r\n2.jpg\r\n"
        "Quang cảnh phiên chợ\r\nTrời rét.\r\nmat.jpg\r\nHết.\r\n"
        "\u00a0\u00a0\u00a0Nguồn: Trần Tuấn Ngọc, Báo Lào Cai điện tử\r\n",
        encoding="utf-8",
    )
    article = imported(file)
    assert article.text.startswith("Title: Chợ phiên cuối năm\n")
    assert article.body == (
        "Chợ đông \\*vui\\*.\n\ncho-phien-cuoi-nam-1.jpg\ncho-phien-cuoi-nam-2.jpg\n"
        "Quang cảnh phiên chợ\n\nTrời rét.\n\nHết.\n\n"
        "Nguồn: Trần Tuấn Ngọc, Báo Lào Cai điện tử\n"
    )
    assert article.told == ["WORD09: ảnh không nằm trong tệp: mat.jpg"]


def test_html_keeps_its_structure_and_the_pictures_that_it_has(tmp_path: Path) -> None:
    (tmp_path / "anh").mkdir()
    (tmp_path / "anh" / "cho 1.jpg").write_bytes(picture())
    data = base64.b64encode(picture(kind="PNG")).decode()
    file = tmp_path / "bai.htm"
    file.write_text(
        "<html><head><title>Trang</title><style>p { color: red }</style></head><body>"
        "<!-- ghi chú --><div><h1>Chợ phiên</h1><p>Chợ <b>đông</b>,<br>trời <font>rét</font>.</p>"
        '<figure><img src="anh/cho%201.jpg" alt="Người bán mận"><figcaption>Chợ họp.</figcaption>'
        f'</figure><img src="data:image/png;base64,{data}">'
        '<ul><li>Mận<ul><li>Tam hoa</li></ul></li><li>Đào</li></ul><ol start="3"><li>Ba</li></ol>'
        '<blockquote>Được mùa.</blockquote><p><a href="https://laocai.gov.vn/">Xem</a></p>'
        '<img src="https://example.com/a.jpg"><img src="../x.jpg"><script>alert(1)</script>'
        "</div></body></html>",
        encoding="utf-8",
    )
    article = imported(file)
    assert article.body == (
        "Chợ **đông**,\\\ntrời rét.\n\n![Người bán mận](cho-phien-1.jpg)\nChợ họp.\n\n"
        "cho-phien-2.png\n\n- Mận\n  - Tam hoa\n- Đào\n3. Ba\n\n> Được mùa.\n\n"
        "[Xem](https://laocai.gov.vn/)\n"
    )
    assert article.told == [
        "WORD09: ảnh không nằm trong tệp: https://example.com/a.jpg",
        "WORD09: ảnh không nằm trong tệp: ../x.jpg",
    ]


def test_text_of_an_old_font_is_read_before_its_letters_are_taken_for_spaces(
    tmp_path: Path,
) -> None:
    file = tmp_path / "bai.txt"
    old = "TØnh Lµo Cai \u00ae\u00ad\u00eec mïa lín\n§­êng d\u00adíi n\u00adíc bµ con phÊn khëi.\n"
    file.write_text(old, encoding="utf-8")
    article = imported(file)
    assert "Tỉnh Lào Cai được mùa lớn" in article.text
    assert article.body == "Đường dưới nước bà con phấn khởi.\n"
    assert [told[:6] for told in article.told] == ["WORD16"]
