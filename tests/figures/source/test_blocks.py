"""Which photos belong together, and which text is their caption."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown import Markdown

from plugins.figures.extension import FiguresExtension
from plugins.figures.source import blocks
from tests.figures.conftest import Newsroom, Read

PHOTOS = ("a.jpg", "b.jpg", "c.jpg", "d.jpg", "Hội nghị (2).jpg")


def test_a_pasted_article_has_its_figures_and_captions(read: Read) -> None:
    """Seven photos in four figures, with the stray white space of a real paste."""
    names = [f"{n}-{n * 1731}-{n * 977}.jpg" for n in range(1, 8)]
    body = f"""Sáng 12/1, xã vùng cao khai mạc ngày hội khuyến học đầu năm.

Hơn hai trăm gia đình về dự.

{names[0]}
Sân trường trước giờ khai mạc.

Ngay từ sớm, các thôn đã cử người dựng trại.

{names[1]}
{names[2]}
\u0020
{names[3]}
Phụ huynh xem sách tại các gian trưng bày.

Ban tổ chức trao bốn mươi suất học bổng.

{names[4]}
Trao học bổng cho học sinh.

Ngày hội còn có phần thi kể chuyện.

{names[5]}

\u00a0

{names[6]}
Phần thi kể chuyện của khối tiểu học.

Ngày hội kéo dài đến hết chiều."""
    result = read(body, *names)
    assert result.outline == [
        "p: Sáng 12/1, xã vùng cao khai mạc ngày hội khuyến học đầu năm.",
        "p: Hơn hai trăm gia đình về dự.",
        "figure 1: Sân trường trước giờ khai mạc.",
        "p: Ngay từ sớm, các thôn đã cử người dựng trại.",
        "figure 3: Phụ huynh xem sách tại các gian trưng bày.",
        "p: Ban tổ chức trao bốn mươi suất học bổng.",
        "figure 1: Trao học bổng cho học sinh.",
        "p: Ngày hội còn có phần thi kể chuyện.",
        "figure 2: Phần thi kể chuyện của khối tiểu học.",
        "p: Ngày hội kéo dài đến hết chiều.",
    ]
    assert [photo.name for photo in result.photos] == names
    assert result.problems == []


@pytest.mark.parametrize(
    "line",
    [
        "![Mô tả](a.jpg)",
        "![](a.jpg)",
        "![](<Hội nghị (2).jpg>)",
        "![](Hội nghị (2).jpg)",
        "![](H%E1%BB%99i%20ngh%E1%BB%8B%20(2).jpg)",
        "![Mô \\] tả [1] *x*](a.jpg)",
        "[![Mô tả](a.jpg)](https://x.example/)",
        '[![](a.jpg)](<https://x.example/a b> "Xem")',
        "![Mô tả][anh]",
        "![anh]",
        "![anh][]",
        "**![](a.jpg)**",
        "*![](a.jpg)*  ",
        "![](a.jpg)\\",
        "\u00a0![](a.jpg)\u00a0",
        "   ![](a.jpg)",
        '![](a.jpg){width="6.5in" height="4in"}',
        '<img src="a.jpg">',
        "<IMG SRC='a.jpg' ALT='x' />",
        '<a href="https://x.example/"><img src="a.jpg"></a>',
        '<p align="center"><img src="a.jpg"></p>',
        '<div class="x"><p><span><img src="a.jpg"/></span></p></div>',
        "<center>![](a.jpg)</center>",
        '<p style="text-align: center">a.jpg</p>',
        "![Mô tả\ndài hai dòng](a.jpg)",
        '<img\n  src="a.jpg"\n  alt="x">',
        '<a href="https://x.example/">\n<img src="a.jpg">\n</a>',
        "a.jpg",
        "A.JPG",
        "\t\ta.jpg",
        "\u00a0\u00a0\u00a0\u00a0a.jpg",
        "        a.jpg",
        "Hội nghị (2).jpg",
        "**a.jpg**",
        "a.jpg\\",
        "{static}/bai/a.jpg",
        "./a.jpg",
    ],
)
def test_a_line_of_one_image_in_any_form_is_a_figure(read: Read, line: str) -> None:
    result = read(f"Trước.\n\n{line}\n\nSau.\n\n[anh]: a.jpg\n", *PHOTOS)
    assert [each.split(":")[0] for each in result.outline] == ["p", "figure 1", "p"]
    assert len(result.photos) == 1
    assert [problem for problem in result.problems if problem[0] == "error"] == []


@pytest.mark.parametrize(
    "line", ["![](a.jpg) ![](b.jpg)", "![](a.jpg)![](b.jpg)", "a.jpg, b.jpg", "a.jpg b.jpg"]
)
def test_a_line_of_several_images_is_a_gallery(read: Read, line: str) -> None:
    assert read(f"{line}\nChú.", *PHOTOS).outline == ["figure 2: Chú."]


@pytest.mark.parametrize(
    "between",
    [
        "\n",
        "\n\n",
        "\n\u00a0\n",
        "\n\n\u00a0\n\n",
        "\n \u3000\u200b\n",
        "\n    \u00a0\n",
        "\n\n\n\n",
        "\n&nbsp;\n",
        "\n\n<p>&nbsp;</p>\n\n",
        "  \n",
        "\\\n",
        "\n\n<!-- x -->\n\n",
    ],
)
def test_photo_lines_with_nothing_to_be_seen_between_them_are_one_figure(
    read: Read, between: str
) -> None:
    assert read(f"a.jpg{between}![](b.jpg)\nChú.", *PHOTOS).outline == ["figure 2: Chú."]


def test_a_caption_between_photos_makes_two_figures(read: Read) -> None:
    expected = ["figure 1: Một. Ảnh: Hà", "figure 1: Hai dòng.", "figure 1: Ba."]
    body = "a.jpg\nMột. Ảnh: Hà\nb.jpg\nHai\\\ndòng.\n![](c.jpg)  \nBa."
    assert read(body, *PHOTOS).outline == expected


def test_lines_right_under_the_last_photo_are_the_caption_up_to_a_blank_line(read: Read) -> None:
    assert read("a.jpg\nMột\nhai  \nba.\n\nThân.", *PHOTOS).outline == [
        "figure 1: Một hai ba.",
        "p: Thân.",
    ]
    assert read("a.jpg\nMột.\n\u00a0\nThân.", *PHOTOS).outline == ["figure 1: Một.", "p: Thân."]


def test_after_a_blank_line_other_text_is_body(read: Read) -> None:
    for text in ("Thân bài.", "**Đậm.**", "*Nghiêng* rồi thôi.", "Chùm ảnh: Chợ."):
        assert read(f"a.jpg\n\n{text}", *PHOTOS).outline[0] == "figure 1: "


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        ("*Chú thích.*", "Chú thích."),
        ("_Chú **thích**._", "Chú thích."),
        ("***Chú thích.***", "Chú thích."),
        ("*Chú thích*\n*hai dòng.*", "Chú thích hai dòng."),
        ("<em>Chú thích.</em>", "Chú thích."),
        ("<p><i>Chú thích.</i></p>", "Chú thích."),
        ("*Chú thích.* Ảnh: Hà", "Chú thích. Ảnh: Hà"),
        ("Ảnh: Hà", "Ảnh: Hà"),
        ("(Ảnh: Hà)", "Ảnh: Hà"),
        ("**Ảnh:** Hà", "Ảnh: Hà"),
        ("- Ảnh: Hà", "Ảnh: Hà"),
        ("Nguồn ảnh: Hà", "Ảnh: Hà"),
        ("<p>Ảnh: Hà</p>", "Ảnh: Hà"),
        ("Ảnh minh họa.", "Ảnh minh họa."),
    ],
)
def test_after_a_blank_line_italics_or_a_credit_are_caption(
    read: Read, text: str, caption: str
) -> None:
    for blank in ("\n\n", "\n\u00a0\n", "\n\n\u00a0\n\n"):
        result = read(f"a.jpg{blank}{text}\n\nThân.", *PHOTOS)
        assert result.outline == [f"figure 1: {caption}", "p: Thân."]


def test_a_captioned_figure_takes_a_credit_that_stands_alone_and_no_more(read: Read) -> None:
    assert read("a.jpg\nChú.\n\nẢnh: Hà\n\nThân.", *PHOTOS).outline == [
        "figure 1: Chú. Ảnh: Hà",
        "p: Thân.",
    ]
    assert read("a.jpg\n\n*Chú.*\n\n(Ảnh: Hà)\n\n*Nghiêng.*", *PHOTOS).outline == [
        "figure 1: Chú. Ảnh: Hà",
        "p: Nghiêng.",
    ]
    assert read("a.jpg\nChú.\n\n*Nghiêng.*", *PHOTOS).outline == ["figure 1: Chú.", "p: Nghiêng."]
    assert read("a.jpg\nChú. Ảnh: Hà\n\nẢnh: Bằng", *PHOTOS).outline == [
        "figure 1: Chú. Ảnh: Hà",
        "p: Ảnh: Bằng",
    ]


def test_a_photo_glued_under_a_paragraph_leaves_it(read: Read) -> None:
    for glue in ("\n", "  \n", "\\\n", "<br>\n"):
        assert read(f"Thân một\nhai.{glue}a.jpg\nChú.\n\nSau.", *PHOTOS).outline == [
            "p: Thân một\nhai.",
            "figure 1: Chú.",
            "p: Sau.",
        ]


def test_markup_that_is_indented_amid_a_block_is_no_code(read: Read) -> None:
    for body in (
        "Thân.\n        ![](a.jpg)\nChú.",
        "Thân.\n\u00a0\n        ![](a.jpg)\nChú.",
    ):
        assert read(body, *PHOTOS).outline == ["p: Thân.", "figure 1: Chú."]
    assert read("a.jpg\n\n\u00a0\n    ![](b.jpg)\nChú.", *PHOTOS).outline == ["figure 2: Chú."]
    body = "a.jpg\nMột.\n    ![](b.jpg)\n    Hai.\n\u00a0\n    Thân."
    assert read(body, *PHOTOS).outline == ["figure 1: Một.", "figure 1: Hai.", "p: Thân."]


def test_a_title_is_a_caption(read: Read) -> None:
    assert read('![](a.jpg "Một. Ảnh: Hà")', *PHOTOS).outline == ["figure 1: Một. Ảnh: Hà"]
    assert read("![](a.jpg 'Nói \"chào\"')", *PHOTOS).outline == ['figure 1: Nói "chào"']
    assert read('![](a.jpg "Một.")\nHai.', *PHOTOS).outline == ["figure 1: Một. Hai."]
    assert read('![](a.jpg "Một.")\n\nẢnh: Hà', *PHOTOS).outline == ["figure 1: Một. Ảnh: Hà"]
    assert read('![](a.jpg)\n![](b.jpg "Chung.")', *PHOTOS).outline == ["figure 2: Chung."]
    assert read('![](a.jpg "Một") ![](b.jpg "Hai")', *PHOTOS).outline == ["figure 2: Một Hai"]
    assert read('![x][r]\n\n[r]: a.jpg "Một."', *PHOTOS).outline == ["figure 1: Một."]


def test_a_photo_whose_title_is_its_caption_begins_no_gallery(read: Read) -> None:
    for blank in ("\n", "\n\n"):
        body = f'![](a.jpg "Một"){blank}![](b.jpg "Hai"){blank}![](c.jpg)\nBa'
        assert read(body, *PHOTOS).outline == ["figure 1: Một", "figure 1: Hai", "figure 1: Ba"]


def test_a_title_that_is_the_file_name_says_nothing(read: Read) -> None:
    assert read('![](a.jpg "a.jpg")\nChú.', *PHOTOS).outline == ["figure 1: Chú."]


@pytest.mark.parametrize(
    ("below", "outline"),
    [
        ("## Đề\nThân", ["h2: Đề", "p: Thân"]),
        ("- một\n- hai", ["ul: một\nhai"]),
        ("1. một", ["ol: một"]),
        ("> lời", ["blockquote: lời"]),
        ("---\nThân", ["hr: ", "p: Thân"]),
        ("Đề\n===\nThân", ["h1: Đề", "p: Thân"]),
        ("| a | b |\n|---|---|\n| 1 | 2 |", ["table: a\nb\n\n\n\n\n1\n2"]),
        ("```\nmã\n```", ["pre: mã"]),
        ("<h3>Đề</h3>", ["h3: Đề"]),
        ("[r]: https://x.example/", []),
    ],
)
def test_other_blocks_right_under_a_photo_keep_markdowns_meaning(
    read: Read, below: str, outline: list[str]
) -> None:
    assert read(f"a.jpg\n{below}", *PHOTOS).outline == ["figure 1: ", *outline]
    result = read(f"a.jpg\nChú.\n{below}", *PHOTOS)
    assert result.outline == ["figure 1: Chú.", *outline]


@pytest.mark.parametrize(
    "body",
    [
        "```\na.jpg\n![](b.jpg)\n```",
        "~~~ text\n![](b.jpg)\n~~~",
        "    ![](b.jpg)\n    a.jpg",
        "Mã `![](a.jpg)` trong dòng.",
        "`một\na.jpg\nhai`",
        "> a.jpg\n> Chú.",
        "> ![](a.jpg)\n> Chú.",
        "- ![](a.jpg)\n- chữ",
        "1. chữ\n\n    ![](a.jpg)\n",
        "| a | b |\n|---|---|\n| ![](a.jpg) | x |",
        "Từ\n: ![](a.jpg)",
        "Chữ[^1]\n\n[^1]: Ghi chú\n\n    ![](a.jpg)",
        "# ![](a.jpg)",
        "![](a.jpg)\n===",
        "<table><tr><td><img src='a.jpg'></td></tr></table>",
    ],
)
def test_in_code_quotes_lists_tables_and_headings_markdowns_meaning_holds(
    read: Read, body: str
) -> None:
    assert "<figure" not in read(body, *PHOTOS).html


def test_text_beside_an_image_leaves_it_inline(read: Read) -> None:
    for body in ("Chữ ![](a.jpg)", "![](a.jpg) chữ", "*![](a.jpg) chữ*", "<img src='a.jpg'> chữ"):
        result = read(body, *PHOTOS)
        assert "<figure" not in result.html
        assert len(result.soup.find_all("img")) == 1


def test_a_hand_written_figure_means_the_same(read: Read) -> None:
    body = (
        '<figure id="f" class="big"><a href="https://x.example/"><img src="a.jpg" alt="x"></a>\n'
        "<figcaption><p>Một <strong>hai</strong>.</p>\n\n<p>Ảnh: Hà</p></figcaption></figure>\n\n"
        "<figure><img src='b.jpg'><img src='c.jpg'><figcaption>Ba.</figcaption></figure>\nThân."
    )
    result = read(body, *PHOTOS)
    assert result.outline == ["figure 1: Một hai. Ảnh: Hà", "figure 2: Ba.", "p: Thân."]
    assert [figure.credit for figure in result.figures] == ["Hà", None]
    assert result.soup.figure is not None
    assert result.soup.figure["id"] == "f"


def test_a_figure_of_something_else_is_left_alone(read: Read) -> None:
    body = "<figure><pre>mã</pre><figcaption>Mã</figcaption></figure>"
    assert read(body).html == body


def test_a_paste_from_word_or_a_portal_is_understood(read: Read) -> None:
    body = """<p class="MsoNormal" align="center"><span><img src="a.jpg"></span><o:p></o:p></p>
<p class="MsoNormal"><i>Chú thích.</i><o:p></o:p></p>
<p>Thân.</p>
<p style="text-align:center"><img src="b.jpg"><br/><img src="c.jpg"><br>
Chú <a href="https://x.example/">hai</a>.</p>
<div align="center"><img src="d.jpg"></div>
Chú ba."""
    result = read(body, *PHOTOS)
    assert result.outline == [
        "figure 1: Chú thích.",
        "p: Thân.",
        "figure 2: Chú hai.",
        "figure 1: Chú ba.",
    ]


def test_an_unclosed_figure_does_not_swallow_the_article(read: Read) -> None:
    result = read('<figure><img src="a.jpg">\n\nThân bài.', *PHOTOS)
    assert result.figures == ()
    assert len(result.photos) == 1
    assert "Thân bài." in result.html


def test_without_photos_a_no_break_space_changes_nothing(read: Read) -> None:
    assert read("Một\n\u00a0\nhai").outline == ["p: Một\n\u00a0\nhai"]


def test_code_under_a_photo_stays_code(read: Read) -> None:
    for blank in ("\n\n", "\n\n\n"):
        for code in ("*mã*", "![](b.jpg)", "Ảnh: Hà"):
            outline = read(f"a.jpg{blank}    {code}", *PHOTOS).outline
            assert outline == ["figure 1: ", f"pre: {code}"]


def test_code_above_a_photo_stays_code(read: Read) -> None:
    outline = read("    mã\na.jpg\nChú.", *PHOTOS).outline
    assert outline == ["pre: mã", "figure 1: Chú."]


def test_a_list_above_is_ended_by_a_blank_line_only(read: Read) -> None:
    assert read("- một\n\na.jpg\nChú.", *PHOTOS).outline == ["ul: một", "figure 1: Chú."]
    assert read("- một\n\u00a0\na.jpg\nChú.", *PHOTOS).outline == ["ul: một", "figure 1: Chú."]
    assert read("- một\na.jpg", *PHOTOS).outline == ["ul: một\na.jpg"]


def test_photos_are_found_in_the_folder_of_images_too(newsroom: Newsroom) -> None:
    newsroom.photo("/images/z.jpg")
    result = newsroom.read("z.jpg\nMột.\n\n![]({static}/images/z.jpg)\nHai.\n\n![]({attach}z.jpg)")
    assert [photo.source for photo in result.photos] == [newsroom.root / "images" / "z.jpg"] * 3
    assert [photo.name for photo in result.photos] == [
        "z.jpg",
        "{static}/images/z.jpg",
        "{attach}z.jpg",
    ]


def test_a_name_on_disk_in_another_unicode_form_or_case_is_found(newsroom: Newsroom) -> None:
    import unicodedata

    name = unicodedata.normalize("NFD", "Lễ hội.JPG")
    newsroom.photo(name)
    result = newsroom.read("Lễ hội.jpg\nChú.")
    assert [Path(photo.source).name for photo in result.photos] == [name]


def test_a_line_under_the_credit_stays_in_the_caption(read: Read) -> None:
    below = "Hội nghị diễn ra sáng 11/1 tại Lào Cai"
    for body in (
        f"a.jpg\nQuang cảnh hội nghị. Ảnh: Ngọc Bằng\n{below}",
        f"a.jpg\n**Quang cảnh hội nghị. Ảnh: Ngọc Bằng**  \n{below}",
        f'![](a.jpg "Quang cảnh hội nghị. Ảnh: Ngọc Bằng")\n{below}',
        f'<p><img src="a.jpg"><br>Quang cảnh hội nghị. Ảnh: Ngọc Bằng<br>{below}</p>',
    ):
        (figure,) = read(body, *PHOTOS).figures
        assert figure.credit == "Ngọc Bằng"
        assert figure.caption == f"Quang cảnh hội nghị. {below}"


def test_a_paragraph_that_says_more_than_the_credit_is_not_taken_for_one(read: Read) -> None:
    outline = read("a.jpg\nChú.\n\nẢnh: Hà\nHội nghị khai mạc", *PHOTOS).outline
    assert outline == ["figure 1: Chú.", "p: Ảnh: Hà\nHội nghị khai mạc"]


@pytest.mark.parametrize(
    "line",
    [
        "<b>a.jpg</b>",
        "<span>a.jpg</span>",
        '<span style="color:red">a.jpg</span>  ',
        "<strong><em>a.jpg</em></strong>",
        "<b>**a.jpg**</b>",
        "*<b>a.jpg</b>*",
        "<b>Hội nghị (2).jpg</b>",
        '<p class="MsoNormal"><b><span>a.jpg</span></b></p>',
    ],
)
def test_a_name_in_tags_that_only_dress_it_is_a_photo_line(read: Read, line: str) -> None:
    assert read(f"Thân.\n\n{line}\nChú.", *PHOTOS).outline == ["p: Thân.", "figure 1: Chú."]


def test_a_name_in_a_link_or_beside_words_is_none(read: Read) -> None:
    for line in ('<a href="a.jpg">a.jpg</a>', "<b>Xem</b> a.jpg", "<b>a.jpg</b> chữ"):
        assert "<figure" not in read(line, *PHOTOS).html


@pytest.mark.parametrize(
    ("body", "outline"),
    [
        ("a.jpg\n- nơi họp chợ.", ["figure 1: nơi họp chợ."]),
        ("a.jpg\n- nơi họp chợ.\n\nĐoạn.", ["figure 1: nơi họp chợ.", "p: Đoạn."]),
        ("a.jpg\n- một\n- hai", ["figure 1: ", "ul: một\nhai"]),
        ("a.jpg\nChợ.\n- một", ["figure 1: Chợ.", "ul: một"]),
        ("a.jpg\n(Nguồn: AFP/TTXVN)\n\nĐoạn.", ["figure 1: Ảnh: AFP/TTXVN", "p: Đoạn."]),
        ("a.jpg\nChợ.\n\n(ảnh H.LÂM)\n\nĐoạn.", ["figure 1: Chợ. Ảnh: H.LÂM", "p: Đoạn."]),
    ],
)
def test_a_line_behind_a_dash_and_a_source_in_brackets_belong_to_the_photo(
    read: Read, body: str, outline: list[str]
) -> None:
    assert read(body, "a.jpg").outline == outline


def test_lines_below_many_headings_are_not_looked_at_after_each(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked_at: list[str] = []
    monkeypatch.setattr(blocks, "may_be_media", looked_at.append)
    headings = [f"# Mục {number}" for number in range(100)]
    html = Markdown(extensions=[FiguresExtension()]).convert("\n".join(headings))
    assert html.count("<h1>") == 100
    assert len(looked_at) < 3 * 100


def test_a_photo_below_headings_is_found_after_each(read: Read) -> None:
    result = read("# Một\n# Hai\na.jpg\nMột góc.\n# Hai\na.jpg\n# Ba\nChữ.", "a.jpg")
    assert result.outline == [
        "h1: Một",
        "h1: Hai",
        "figure 1: Một góc.",
        "h1: Hai",
        "figure 1: ",
        "h1: Ba",
        "p: Chữ.",
    ]
