"""A photo that cannot be published stops the build, with file and line."""

from __future__ import annotations

import pytest
from PIL import Image

from plugins.photos.inspect.heic import enable_heic
from tests.figures.conftest import Newsroom, Read


def errors(read: Read, body: str, *names: str) -> list[tuple[int | None, str]]:
    return [(line, text) for level, line, text in read(body, *names).problems if level == "error"]


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("Chữ.\n\nkhong.jpg\nChú.", 3),
        ("Chữ.\n\n\t![](khong.jpg)", None),
        ("Chữ.\n\n![](khong.jpg)\nChú.", 3),
        ("Chữ\n\nchữ ![](khong.jpg)", 3),
        ("- chữ\n- ![](khong.jpg)", 2),
        ("> chữ\n> ![](khong.jpg)", 2),
        ("| a | b |\n|---|---|\n| ![](khong.jpg) | x |", 3),
        ("<div>\n<p>\n<img src='khong.jpg'></p></div>", 3),
        ("<figure>\n<img src='khong.jpg'>\n</figure>", 2),
        ("![x][r]\n\nChữ.\n\n[r]: khong.jpg", 1),
        ("[![](khong.jpg)](https://x.example/)\nChú.", 1),
    ],
)
def test_a_missing_photo_is_an_error_on_its_line(read: Read, body: str, line: int | None) -> None:
    expected = [] if line is None else [(line, "không tìm thấy ảnh “khong.jpg”")]
    assert errors(read, body) == expected


def test_lines_count_from_the_beginning_of_the_file(newsroom: Newsroom) -> None:
    result = newsroom.read("Chữ.\n\nkhong.jpg", first_line=7)
    assert result.problems[0][1] == 9
    assert result.document.problems[0].path == "bai/index.md"


def test_every_missing_photo_is_reported_each_on_its_own_line(read: Read) -> None:
    body = "Xem khong.jpg sau.\n\nkhong.jpg\nMột.\n\nb.jpg\nHai.\n\nkhong.jpg\nBa. ![](khong.jpg)"
    assert errors(read, body) == [
        (3, "không tìm thấy ảnh “khong.jpg”"),
        (6, "không tìm thấy ảnh “b.jpg”"),
        (9, "không tìm thấy ảnh “khong.jpg”"),
        (10, "không tìm thấy ảnh “khong.jpg”"),
    ]


def test_the_nearest_real_name_is_offered(read: Read) -> None:
    problem = read("1-7617-1132.jpg", "1-7617-1131.jpg").document.problems[0]
    assert "“1-7617-1131.jpg”" in problem.fix


def test_a_slip_in_a_name_with_spaces_is_an_error_too(read: Read) -> None:
    assert errors(read, "Hội nghị tổng kêt.jpg\nChú.", "Hội nghị tổng kết.jpg") == [
        (1, "không tìm thấy ảnh “Hội nghị tổng kêt.jpg”")
    ]


@pytest.mark.parametrize(
    "src", ["https://x.example/a.jpg", "//x.example/a.jpg", "data:image/png;base64,AA"]
)
def test_a_photo_elsewhere_has_to_be_downloaded(read: Read, src: str) -> None:
    for body in (f"![x]({src})", f"Chữ ![x]({src})", f'<p><img src="{src}"></p>'):
        assert errors(read, body) == [(1, f"ảnh nằm ở nơi khác: “{src}”")]


def test_a_path_out_of_the_content_folder_is_an_error(read: Read) -> None:
    assert errors(read, "![](../../x.jpg)") == [(1, "ảnh “../../x.jpg” nằm ngoài thư mục nội dung")]


def test_an_image_without_an_address_is_an_error(read: Read) -> None:
    for body in ("Chữ.\n\n![]()", "Chữ.\n\nchữ ![](  ) chữ", "Chữ.\n\n<img alt='x'> chữ"):
        assert errors(read, body) == [(3, "ảnh không có tên tệp")]


def test_a_photo_that_browsers_do_not_show_has_to_be_saved_again(newsroom: Newsroom) -> None:
    (newsroom.root / "bai" / "a.tif").write_bytes(b"x")
    for body in ("a.tif\nChú.", "![](a.tif)\nChú.", "Chữ ![](a.tif)"):
        ((line, text),) = errors(newsroom.read, body)
        assert line == 1
        assert text.startswith("trình duyệt không hiển thị được ảnh “a.tif”")


def test_a_photo_of_a_phone_is_taken_as_it_is(newsroom: Newsroom) -> None:
    enable_heic()
    Image.new("RGB", (40, 30)).save(newsroom.root / "bai" / "IMG_0001.HEIC", format="HEIF")
    for body in ("IMG_0001.HEIC\nChú.", "![](img_0001.heic)\nChú.", "Chữ ![x](IMG_0001.HEIC)"):
        result = newsroom.read(body)
        assert result.problems == []
        assert result.soup.img is not None
        assert str(result.soup.img["src"]).endswith("-40.jpg")


def test_a_broken_photo_is_an_error(newsroom: Newsroom) -> None:
    (newsroom.root / "bai" / "a.jpg").touch()
    assert errors(newsroom.read, "a.jpg\nChú.") == [(1, "ảnh “a.jpg”: tệp ảnh rỗng (0 byte)")]


def test_a_photo_nobody_described_is_a_warning(read: Read) -> None:
    message = "ảnh “a.jpg” không có chú thích và cũng không có mô tả"
    assert read("Chữ.\n\na.jpg\nb.jpg\n\nThân.", "a.jpg", "b.jpg").problems == [
        ("warning", 3, message)
    ]
    assert read("a.jpg\nẢnh: Hà", "a.jpg").problems == [("warning", 1, message)]
    assert read("![Mô tả](a.jpg)", "a.jpg").problems == []


def test_a_missing_photo_among_several_on_a_line_is_named(read: Read) -> None:
    line = "a.jpg b.jpg khong-co.jpg"
    assert errors(read, f"Chữ.\n\n{line}\nChú.\n\nChữ.\n\n{line}", "a.jpg", "b.jpg") == [
        (3, "không tìm thấy ảnh “khong-co.jpg”"),
        (8, "không tìm thấy ảnh “khong-co.jpg”"),
    ]


@pytest.mark.parametrize(
    "caption",
    [
        "chữ " * 61,
        "Quang cảnh. Ảnh: Hà\nHội nghị diễn ra sáng 11/1.",
        "Quang cảnh. Ảnh: Hà. Hội nghị diễn ra sáng 11/1.",
    ],
)
def test_a_caption_on_which_the_article_seems_to_hang_is_a_warning(
    read: Read, caption: str
) -> None:
    result = read(f"Chữ.\n\na.jpg\n{caption}", "a.jpg")
    ((level, line, text),) = result.problems
    assert (level, line) == ("warning", 3)
    assert text.startswith("chú thích của ảnh “a.jpg” quá dài")
    assert "dòng trống" in result.document.problems[0].fix


def test_a_script_in_a_caption_is_left_out_with_a_warning(read: Read) -> None:
    body = "a.jpg\nChợ <script>x()</script> phiên <style>p{}</style>. Ảnh: Hà"
    result = read(body, "a.jpg")
    assert "x()" not in result.html
    assert "p{}" not in result.html
    assert (result.figures[0].caption, result.photos[0].alt) == ("Chợ phiên .", "Chợ phiên .")
    what = "HTML không được phép, đã bỏ"
    assert result.problems == [
        ("warning", 2, f"{what} <script> cùng nội dung của nó: <script>x()</script>"),
        ("warning", 2, f"{what} <style> cùng nội dung của nó: <style>p{{}}</style>"),
    ]
    assert "x()" not in read("![Chợ <script>x()</script>](a.jpg)", "a.jpg").html
