from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.figures.captions.credit import LONGEST, begins_with_credit, runs_on, split_credit
from plugins.figures.tree.text import LINE_END

TEXT = "Quang cảnh hội nghị."


@pytest.mark.parametrize(
    "end",
    [
        "Ảnh: Ngọc Bằng",
        "(Ảnh: Ngọc Bằng)",
        "(Ảnh: Ngọc Bằng).",
        "(Ảnh: Ngọc Bằng.)",
        "[Ảnh: Ngọc Bằng]",
        "“Ảnh: Ngọc Bằng”",
        "Ảnh: Ngọc Bằng.",
        "Ảnh: Ngọc Bằng./.",
        "Ảnh : Ngọc Bằng",
        "Ảnh:Ngọc Bằng",
        "ẢNH: Ngọc Bằng",
        "Ảnh：Ngọc Bằng",
        "Nguồn ảnh: Ngọc Bằng",
        "(Nguồn ảnh: Ngọc Bằng)",
        "NGUỒN ẢNH: Ngọc Bằng",
        "Photo: Ngọc Bằng",
        "- Ảnh: Ngọc Bằng",
        "– Ảnh: Ngọc Bằng",
        "— ảnh: Ngọc Bằng",
        "/ Ảnh: Ngọc Bằng",
        "| Ảnh: Ngọc Bằng",
        "(ảnh: Ngọc Bằng)",
        "ảnh: Ngọc Bằng",
        "\u00a0Ảnh:\u00a0Ngọc Bằng",
        unicodedata.normalize("NFD", "Ảnh: Ngọc Bằng"),
    ],
)
def test_a_credit_at_the_end_is_data(end: str) -> None:
    assert split_credit(f"{TEXT} {end}") == (TEXT, "Ngọc Bằng")
    assert split_credit(end) == ("", "Ngọc Bằng")


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("Ảnh: Hà Anh, Ngọc Bằng.", "Hà Anh, Ngọc Bằng"),
        ("Ảnh: Internet", "Internet"),
        ("Ảnh: BTC", "BTC"),
        ("Ảnh: T.L.", "T.L."),
        ("Ảnh: Trần T.L.", "Trần T.L."),
        ("Ảnh: NSNA. Trần Hà", "NSNA. Trần Hà"),
        ("Ảnh: PV. Hà/TTXVN.", "PV. Hà/TTXVN"),
        ("Ảnh: Hà (TTXVN)", "Hà (TTXVN)"),
        ("(Ảnh: Hà (TTXVN)).", "Hà (TTXVN)"),
        ("Ảnh: nhân vật cung cấp", "nhân vật cung cấp"),
        ("Ảnh: Công an tỉnh", "Công an tỉnh"),
    ],
)
def test_a_name_is_kept_as_it_was_written(text: str, credit: str) -> None:
    assert split_credit(f"{TEXT} {text}") == (TEXT, credit)


@pytest.mark.parametrize(
    "text",
    [
        "Chùm ảnh: Lễ hội đền Thượng",
        "Bức ảnh: một kỷ niệm",
        "TRIỂN LÃM ẢNH: SẮC MÀU TÂY BẮC",
        "Ảnh: Chợ phiên đông vui. Sau đó mọi người ra về.",
        "Quang cảnh (Ảnh: Hà) tại hội trường",
        "Ảnh: Hà. Anh ấy đến chợ từ sớm.",
        "Bài, ảnh: Ngọc Bằng",
        "Bài và ảnh: Ngọc Bằng",
        "Tin, ảnh: Ngọc Bằng",
        "Bài - Ảnh: Ngọc Bằng",
        "Video và Ảnh: Ngọc Bằng",
        "Phóng sự, ảnh: Ngọc Bằng",
        "Ảnh:",
        "Ảnh minh họa",
        "Nguồn: Báo Lào Cai",
        "Ảnh: " + "chữ " * (LONGEST + 1),
    ],
)
def test_what_only_looks_like_a_credit_stays_caption(text: str) -> None:
    assert split_credit(text) == (text.strip(), None)


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        ("Chợ Bắc Hà. Ảnh minh họa: Hà", "Chợ Bắc Hà. Ảnh minh họa"),
        ("Chợ Bắc Hà (Ảnh minh hoạ: Hà)", "Chợ Bắc Hà (Ảnh minh hoạ)"),
        ("Ảnh tư liệu: Hà", "Ảnh tư liệu"),
        ("Chợ. Ảnh và video: Hà", "Chợ. Ảnh và video"),
        ("Chợ. Ảnh, clip: Hà", "Chợ. Ảnh, clip"),
    ],
)
def test_what_the_label_says_besides_stays_in_the_caption(text: str, caption: str) -> None:
    assert split_credit(text) == (caption, "Hà")


@pytest.mark.parametrize("caption", ['Cảnh "chợ"', "Cảnh „chợ“", "Cảnh „chợ”", "„A“ và “chợ”"])
def test_a_mark_that_closes_a_quotation_before_the_label_stays(caption: str) -> None:
    assert split_credit(f"{caption} Ảnh: Ngọc Bằng") == (caption, "Ngọc Bằng")
    assert split_credit(f'{caption} "Ảnh: Ngọc Bằng"') == (caption, "Ngọc Bằng")
    assert split_credit(f"{caption} “Ảnh: Ngọc Bằng”") == (caption, "Ngọc Bằng")


def test_only_the_last_credit_counts() -> None:
    assert split_credit("Ảnh: Hà. Ảnh: Bằng") == ("Ảnh: Hà.", "Bằng")
    assert split_credit("Bài: Hà Anh - Ảnh: Bằng") == ("Bài: Hà Anh", "Bằng")


@pytest.mark.parametrize(
    "text",
    [
        "Ảnh: Hà",
        "(Ảnh: Hà)",
        "Nguồn ảnh: Hà",
        "Ảnh minh họa: Hà",
        "- Ảnh: Hà",
        "Photo: Hà",
        "Ảnh minh họa",
        "(Ảnh minh hoạ).",
        "Ảnh: Chợ phiên đông vui. Sau đó mọi người ra về.",
    ],
)
def test_a_paragraph_may_begin_with_a_credit(text: str) -> None:
    assert begins_with_credit(text)


@pytest.mark.parametrize("text", [TEXT, f"{TEXT} Ảnh: Hà", "Ảnh minh họa cho bài viết", "Ảnh:"])
def test_other_paragraphs_do_not(text: str) -> None:
    assert not begins_with_credit(text)


@given(st.text(alphabet="aàẢnh:.,()[] -–/TLHBN\u00a0“”", max_size=60))
def test_caption_and_credit_together_hold_every_word(text: str) -> None:
    caption, credit = split_credit(text)
    label = {"Ảnh", "ảnh"}
    written = set(re.findall(r"\w+", unicodedata.normalize("NFC", text)))
    assert written - set(re.findall(r"\w+", f"{caption} {credit or ''}")) <= label


@pytest.mark.parametrize(
    ("lines", "caption", "credit"),
    [
        (["Chợ. Ảnh: Hà", "Dòng hai"], "Chợ. Dòng hai", "Hà"),
        (["Chợ. (Ảnh: Hà)", "Dòng hai"], "Chợ. Dòng hai", "Hà"),
        (["Chợ. Ảnh: Hà", "Hai. Ảnh: Bằng"], "Chợ. Ảnh: Hà Hai.", "Bằng"),
        (["Chợ. Ảnh minh họa: Hà", "Dòng hai"], "Chợ. Ảnh minh họa Dòng hai", "Hà"),
        (["Chợ. Ảnh:", "Ngọc Bằng"], "Chợ.", "Ngọc Bằng"),
        (["Bài và", "ảnh: Hà"], "Bài và ảnh: Hà", None),
    ],
)
def test_a_credit_ends_with_its_line(lines: list[str], caption: str, credit: str | None) -> None:
    text, name = split_credit(LINE_END.join(lines))
    assert (text.replace(LINE_END, " "), name) == (caption, credit)


def test_a_credit_in_a_bracket_goes_on_to_its_end() -> None:
    text = f"Chợ. (Ảnh: Ngọc{LINE_END}Bằng)"
    assert split_credit(text) == ("Chợ.", f"Ngọc{LINE_END}Bằng")


@pytest.mark.parametrize(
    "text",
    [
        f"Chợ. Ảnh: Hà{LINE_END}Hội nghị diễn ra sáng 11/1",
        "Chợ. Ảnh: Hà. Hội nghị diễn ra sáng 11/1",
        "Chợ (Ảnh: Hà). Hội nghị diễn ra sáng 11/1",
    ],
)
def test_a_sentence_after_the_credit_runs_on(text: str) -> None:
    assert runs_on(text)


@pytest.mark.parametrize(
    "text",
    [
        "Chợ. Ảnh: Hà",
        "Ảnh: Hà. Quang cảnh hội nghị ngày 11/1",
        "Chợ. Ảnh: NSNA. Trần Hà, Báo Lào Cai điện tử",
        f"Chợ. Ảnh: Hà{LINE_END}Hai. Ảnh: Bằng",
        "Một bức ảnh: kỷ niệm. Hội nghị diễn ra sáng 11/1",
    ],
)
def test_a_caption_that_ends_with_its_credit_does_not_run_on(text: str) -> None:
    assert not runs_on(text)


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        ("Đại biểu thảo luận (ảnh H.LÂM)", "Đại biểu thảo luận", "H.LÂM"),
        ("Bến phà sớm mai - Ảnh HÀ LÂM.", "Bến phà sớm mai", "HÀ LÂM"),
        ("Bến phà – ảnh Hà Lâm", "Bến phà", "Hà Lâm"),
        ("Bến phà. Ảnh TTXVN", "Bến phà.", "TTXVN"),
        ("Bến phà. (Ảnh Công an Lào Cai).", "Bến phà.", "Công an Lào Cai"),
        ("Bến phà (ảnh google map)", "Bến phà", "google map"),
        ("Bến phà - Ảnh do nhân vật cung cấp.", "Bến phà", "do nhân vật cung cấp"),
        ("Bến phà - Ảnh Sở Y tế cung cấp", "Bến phà", "Sở Y tế cung cấp"),
        ("Bến phà. Ảnh chụp màn hình", "Bến phà.", "chụp màn hình"),
        ("Bến phà (Ảnh cắt từ clip).", "Bến phà", "cắt từ clip"),
        ("Bến phà - Ảnh từ tài khoản Hà Lâm", "Bến phà", "từ tài khoản Hà Lâm"),
        ("Bến phà. Ảnh tư liệu TTXVN", "Bến phà. Ảnh tư liệu", "TTXVN"),
        ("Ảnh HÀ LÂM.", "", "HÀ LÂM"),
        ("Ảnh Phạm Hà", "", "Phạm Hà"),
        ("(Ảnh VGP/Hà Lâm)", "", "VGP/Hà Lâm"),
        ("Ảnh do gia đình cung cấp", "", "do gia đình cung cấp"),
    ],
)
def test_a_credit_needs_no_colon_where_it_is_set_off(text: str, caption: str, credit: str) -> None:
    assert split_credit(text) == (caption, credit)


@pytest.mark.parametrize(
    "text",
    [
        "Hai người chụp ảnh Hồ Gươm",
        "Đại biểu xem ảnh HÀ LÂM",
        "Bến phà (ảnh trái)",
        "Ông Bình (ảnh nhỏ, bên phải)",
        "Ảnh Bác Hồ",
        "Ảnh cưới của hai người",
        "Ảnh chụp màn hình cuộc nói chuyện giữa hai bên",
        "Bến phà - Ảnh minh họa",
        "Bến phà. Ảnh minh họa cho bài viết",
        "Bến phà - ảnh đẹp nhất tuần",
    ],
)
def test_a_photo_that_is_only_spoken_of_has_no_credit(text: str) -> None:
    assert split_credit(text) == (text, None)


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        ("(Nguồn: AFP/TTXVN)", "", "AFP/TTXVN"),
        ("Bản đồ khu vực. Nguồn: Google Maps", "Bản đồ khu vực.", "Google Maps"),
        ("Bến phà (Ảnh nguồn: Internet)", "Bến phà", "Internet"),
        ("Bến phà - Video: VTV", "Bến phà", "VTV"),
        ("Bến phà. Clip: Hà Lâm", "Bến phà.", "Hà Lâm"),
        ("Đồ họa: Hà Lâm", "", "Hà Lâm"),
        ("Bến phà. Ảnh (minh họa): AP", "Bến phà. Ảnh (minh họa)", "AP"),
    ],
)
def test_other_labels_credit_too(text: str, caption: str, credit: str) -> None:
    assert split_credit(text) == (caption, credit)


@pytest.mark.parametrize(
    "text", ["Video: Lũ quét qua bản", "Giá vàng, nguồn: SJC", "Clip: 4 em nhỏ"]
)
def test_a_headline_behind_a_label_is_no_name(text: str) -> None:
    assert split_credit(text) == (text, None)


@pytest.mark.parametrize(
    "caption",
    [
        "Khách chờ xe ở sân bay Nội Bài",
        "Tình nguyện viên thực hiện",
        "Công an xác minh thông tin",
        "Cháu nhỏ đang học bài",
        "Người dân xem video",
    ],
)
def test_a_word_before_the_dash_is_no_label_of_the_text(caption: str) -> None:
    assert split_credit(f"{caption} - Ảnh: P. LÂM") == (caption, "P. LÂM")
    assert split_credit(f"{caption} (Ảnh: Hà Lâm)") == (caption, "Hà Lâm")


@pytest.mark.parametrize("text", ["(Nguồn: AFP)", "(ảnh H.LÂM)", "Ảnh TTXVN", "- Ảnh HÀ LÂM."])
def test_a_paragraph_may_be_a_credit_without_a_colon_or_the_word(text: str) -> None:
    assert begins_with_credit(text)


@pytest.mark.parametrize("text", ["Nguồn: Báo Lào Cai", "Video: VTV", "Ảnh Bác Hồ treo giữa nhà"])
def test_one_that_may_be_something_else_is_none(text: str) -> None:
    assert not begins_with_credit(text)
