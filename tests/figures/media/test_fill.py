"""Films, sounds, documents and films elsewhere on a line of their own."""

from __future__ import annotations

import hashlib

import pytest

from plugins.core.document import SITE_ROOT
from plugins.figures import Film
from tests.figures.conftest import Newsroom
from tests.media_files import media_file


def digest(name: str) -> str:
    return hashlib.sha256(media_file(name)).hexdigest()[:8]


FILM, SOUND = digest("a.mp4"), digest("a.mp3")


def put(newsroom: Newsroom, *names: str, size: int = 1) -> None:
    for name in names:
        (newsroom.root / "bai" / name).write_bytes(media_file(name, size=size))


def test_a_film_beside_the_article_gets_a_player_that_loads_nothing_by_itself(
    newsroom: Newsroom,
) -> None:
    put(newsroom, "ban-tin.mp4")
    result = newsroom.read("ban-tin.mp4\nVideo hội nghị. Ảnh: Ngọc Bằng\n\nĐoạn.")
    assert result.html == (
        '<figure class="figure video">\n'
        f'<video aria-label="Video: Video hội nghị." controls="" preload="none" '
        f'src="{SITE_ROOT}/tep/ban-tin-{FILM}.mp4"></video>\n'
        '<figcaption><span class="caption">Video hội nghị.</span> '
        '<span class="credit">Ảnh: Ngọc Bằng</span></figcaption>\n'
        "</figure>\n"
        "<p>Đoạn.</p>"
    )
    assert [each.url for each in result.document.found.attachments] == [f"tep/ban-tin-{FILM}.mp4"]
    assert result.problems == []


def test_a_photo_called_like_the_film_stands_for_it_until_it_plays(newsroom: Newsroom) -> None:
    put(newsroom, "ban-tin.mp4")
    result = newsroom.read("ban-tin.mp4", "Ban-tin.jpg")
    (photo,) = result.photos
    assert result.soup.video is not None
    assert result.soup.video["poster"] == f"{SITE_ROOT}/{photo.url}"


def test_a_film_is_kept_as_data_with_its_caption_and_its_picture(newsroom: Newsroom) -> None:
    put(newsroom, "ban-tin.mp4", "hai.mp4", "loi.mp3")
    result = newsroom.read(
        "ban-tin.mp4\nVideo hội nghị. Ảnh: Ngọc Bằng\n\nĐoạn.\n\nhai.mp4\n\nĐoạn.\n\nloi.mp3",
        "ban-tin.jpg",
    )
    (photo,) = result.photos
    assert result.document.found.films == (
        Film(f"tep/ban-tin-{FILM}.mp4", photo.url, "Video hội nghị."),
        Film(f"tep/hai-{FILM}.mp4", "", ""),
    )


def test_a_sound_gets_a_player(newsroom: Newsroom) -> None:
    put(newsroom, "phỏng vấn 1.mp3")
    result = newsroom.read("phỏng vấn 1.mp3")
    audio = result.soup.audio
    assert audio is not None
    assert audio.attrs == {
        "aria-label": "Âm thanh: phỏng vấn 1",
        "controls": "",
        "preload": "none",
        "src": f"{SITE_ROOT}/tep/phong-van-1-{SOUND}.mp3",
    }
    assert result.problems == []


@pytest.mark.parametrize(
    ("size", "facts"), [(1, "1 KB"), (340 * 1024, "340 KB"), (1258291, "1,2 MB")]
)
def test_a_document_is_a_line_with_its_title_type_and_size(
    newsroom: Newsroom, size: int, facts: str
) -> None:
    put(newsroom, "ke-hoach 12 (bản ký).pdf", size=size)
    result = newsroom.read("Đoạn.\nke-hoach 12 (bản ký).pdf")
    link = result.soup.select_one("figure.file > a.file__link")
    assert link is not None
    assert link.get_text() == f"ke-hoach 12 (bản ký) (PDF, {facts})"
    assert str(link["href"]).startswith(f"{SITE_ROOT}/tep/ke-hoach-12-ban-ky-")
    assert result.outline[0] == "p: Đoạn."


def test_a_plain_line_under_a_document_is_its_title(newsroom: Newsroom) -> None:
    put(newsroom, "kh12.docx")
    result = newsroom.read("kh12.docx\nKế hoạch số 12 về phòng chống rét\n\nĐoạn.")
    assert result.soup.figure is not None
    assert result.soup.figure.get_text().split("\n") == [
        "",
        "Kế hoạch số 12 về phòng chống rét (DOCX, 1 KB)",
        "",
    ]
    assert result.outline[1:] == ["p: Đoạn."]


def test_a_line_with_markup_under_a_document_stays_its_caption(newsroom: Newsroom) -> None:
    put(newsroom, "kh12.pdf")
    result = newsroom.read("kh12.pdf\nTheo [tỉnh](https://x.vn) ngày 1/2")
    assert result.outline == ["figure 0: Theo tỉnh ngày 1/2"]
    assert [title.get_text() for title in result.soup.select(".file__title")] == ["kh12"]


def test_several_documents_on_a_line_stand_one_under_the_other(newsroom: Newsroom) -> None:
    put(newsroom, "a.pdf", "b.xlsx")
    result = newsroom.read("a.pdf, b.xlsx\nHai phụ lục.")
    assert [each.get_text() for each in result.soup.select(".file__link")] == [
        "a (PDF, 1 KB)",
        "b (XLSX, 1 KB)",
    ]
    assert result.outline == ["figure 0: Hai phụ lục."]


def test_lines_of_media_one_under_the_other_are_figures_of_their_own(newsroom: Newsroom) -> None:
    put(newsroom, "a.mp4", "b.pdf")
    result = newsroom.read(
        "p.jpg\na.mp4\nVideo một.\nb.pdf\n\nhttps://youtu.be/abc\n\nhttps://youtu.be/def\n\nĐoạn.",
        "p.jpg",
    )
    assert [element["class"] for element in result.soup.select("figure")] == [
        ["figure"],
        ["figure", "video"],
        ["figure", "file"],
        ["figure", "embed"],
        ["figure", "embed"],
    ]
    assert result.outline[1] == "figure 0: Video một."
    assert result.outline[-1] == "p: Đoạn."


def test_a_film_elsewhere_is_a_box_that_leads_to_it(newsroom: Newsroom) -> None:
    result = newsroom.read(
        "https://www.youtube.com/watch?v=abc_def-123&t=5\nNgày hội xuống đồng. (Ảnh: Thu Hà)"
    )
    assert result.html == (
        '<figure class="figure embed">\n'
        '<a aria-label="Xem video trên YouTube: Ngày hội xuống đồng." class="embed__link" '
        'href="https://www.youtube.com/watch?v=abc_def-123&amp;t=5">'
        '<span class="embed__label">Xem video trên YouTube</span></a>\n'
        '<p class="embed__address">https://www.youtube.com/watch?v=abc_def-123&amp;t=5</p>\n'
        '<figcaption><span class="caption">Ngày hội xuống đồng.</span> '
        '<span class="credit">Ảnh: Thu Hà</span></figcaption>\n'
        "</figure>"
    )


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("Lũ quét qua bản. Video: VTV", '<span class="caption">Lũ quét qua bản.</span> '),
        ("Lũ quét qua bản - Video: VTV", '<span class="caption">Lũ quét qua bản</span> '),
        ("Lũ quét qua bản (Video: VTV)", '<span class="caption">Lũ quét qua bản</span> '),
        ("*Lũ* quét. **Video: VTV**", '<span class="caption"><em>Lũ</em> quét.</span> '),
        ("Video: VTV", ""),
    ],
)
def test_the_label_of_a_film_s_credit_is_shown_once(
    newsroom: Newsroom, line: str, shown: str
) -> None:
    html = newsroom.read(f"https://youtu.be/abc\n{line}").html
    credit = '<span class="credit">Video: VTV</span>'
    assert f"<figcaption>{shown}{credit}</figcaption>" in html


def test_a_box_without_a_caption_is_called_by_its_address(newsroom: Newsroom) -> None:
    result = newsroom.read("vimeo.com/76979871\n\nĐoạn.")
    link = result.soup.select_one("a.embed__link")
    assert link is not None
    assert link["aria-label"] == "Xem video trên Vimeo: vimeo.com/76979871"
    assert link["href"] == "https://vimeo.com/76979871"
    assert result.outline == ["figure 0: ", "p: Đoạn."]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("ban-tjn.mp4", "không tìm thấy tệp “ban-tjn.mp4”"),
        ("phim.avi", "trình duyệt không phát được “phim.avi”"),
        (
            "so-do.svg",
            "ảnh “so-do.svg” là hình vẽ SVG, bản tin không đăng vì tệp SVG có thể chứa mã "
            "chạy được",
        ),
    ],
)
def test_what_cannot_be_shown_is_an_error_on_its_line(
    newsroom: Newsroom, name: str, message: str
) -> None:
    put(newsroom, "ban-tin.mp4", "phim.avi", "so-do.svg")
    result = newsroom.read(f"Đoạn.\n\n{name}\nChú thích.", first_line=4)
    assert result.problems == [("error", 6, message)]


def test_the_nearest_name_of_a_missing_film_is_offered(newsroom: Newsroom) -> None:
    put(newsroom, "ban-tin.mp4")
    (problem,) = newsroom.read("ban-tjn.mp4").document.problems
    assert problem.fix.startswith("Tên gần giống nhất đang có: “ban-tin.mp4”. Đặt tệp cạnh bài")


def test_an_iphones_film_is_shown_with_a_warning(newsroom: Newsroom) -> None:
    put(newsroom, "IMG_1.MOV")
    result = newsroom.read("IMG_1.MOV")
    assert result.problems == [
        ("warning", 1, "video “IMG_1.MOV” (dạng MOV) không xem được trên nhiều máy")
    ]
    assert result.soup.video is not None


def test_a_photo_without_its_extension_gets_its_caption(newsroom: Newsroom) -> None:
    result = newsroom.read(
        "1-7617-1131\nQuang cảnh hội nghị. Ảnh: Ngọc Bằng\n\n![](a2)\nHai.",
        "1-7617-1131.jpg",
        "a2.png",
    )
    assert result.outline == ["figure 1: Quang cảnh hội nghị. Ảnh: Ngọc Bằng", "figure 1: Hai."]
    assert [photo.source.name for photo in result.photos] == ["1-7617-1131.jpg", "a2.png"]
    assert result.problems == []


def test_a_name_that_several_photos_have_is_an_error_that_names_them(newsroom: Newsroom) -> None:
    result = newsroom.read("a2\nChú thích.", "a2.jpg", "a2.png")
    assert result.problems == [
        ("error", 1, "có nhiều ảnh cùng tên “a2”: “a2.jpg”, “a2.png”"),
    ]


def test_a_film_elsewhere_is_kept_with_its_whole_address_and_no_picture(
    newsroom: Newsroom,
) -> None:
    result = newsroom.read("https://youtu.be/abc\nNgày hội.\n\nĐoạn.")
    assert result.document.found.films == (Film("https://youtu.be/abc", "", "Ngày hội."),)
