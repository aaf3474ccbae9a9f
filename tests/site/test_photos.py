"""Photos as an editor puts them in, and what of them stands in the built site."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from tests.photos import exiftool
from tests.photos.samples import CORNERS, corners, detailed, four_colours, near, save
from tests.site.newsroom import Newsroom
from tests.site_files import files_below


def photos(newsroom: Newsroom) -> dict[str, bytes]:
    """Return the published photos by name, without the folder."""
    return {
        name.removeprefix("anh/"): data
        for name, data in newsroom.files().items()
        if name.startswith("anh/")
    }


def put(newsroom: Newsroom, name: str, image: Image.Image | None = None, **options: object) -> Path:
    path = newsroom.content / name
    path.parent.mkdir(parents=True, exist_ok=True)
    return save(path, image, **options)


@pytest.fixture(scope="module")
def exif_room(tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    """A built site of one article with a camera's photo in each of the eight orientations."""
    newsroom = Newsroom(tmp_path_factory.mktemp("exif"))
    body = []
    for orientation in range(1, 9):
        path = put(newsroom, f"articles/huong-{orientation}.jpg", _stored(orientation), quality=90)
        exiftool.write(
            path,
            f"-IFD0:Orientation#={orientation}",
            "-GPS:GPSLatitude=22.4",
            "-GPS:GPSLatitudeRef=N",
            "-GPS:GPSLongitude=103.9",
            "-GPS:GPSLongitudeRef=E",
            "-XMP-exif:GPSLatitude=22.4",
            "-ExifIFD:SerialNumber=SO-MAY-4711",
            "-IFD0:Model=May anh 3000",
            "-IPTC:Caption-Abstract=Chợ phiên Bắc Hà.",
            "-IPTC:By-line=Ngọc Bằng",
            "-IPTC:Credit=Bản tin",
            "-IPTC:CopyrightNotice=© Bản tin",
            "-XMP-dc:Rights=© Bản tin",
        )
        body.append(f"huong-{orientation}.jpg\n")
    body.append("Xem [ảnh chụp](huong-1.jpg) và ![x](huong-2.jpg).")
    newsroom.write("articles/bai.md", "\n".join(body))
    newsroom.write("articles/khac.md", Lead_photo="huong-3.jpg")
    built = newsroom.build("--fatal=errors")
    assert built.status == 0, built.said
    return newsroom


# What a camera that was held so writes down: the opposite of what has to be done to see it.
_STORED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def _stored(orientation: int) -> Image.Image:
    turn = _STORED.get(orientation)
    return corners() if turn is None else corners().transpose(turn)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_published_picture_is_upright(exif_room: Newsroom, orientation: int) -> None:
    made = {n: d for n, d in photos(exif_room).items() if n.startswith(f"huong-{orientation}-")}
    whole = {name: data for name, data in made.items() if "-cat-" not in name}
    assert whole
    for name, data in whole.items():
        with Image.open(io.BytesIO(data)) as picture:
            assert picture.width > picture.height, name
            assert near(four_colours(picture), CORNERS, within=25), name
    image = exif_room.soup("2024/01/bai/").select(".content img")[orientation - 1]
    assert (image["width"], image["height"]) == ("800", "600")


def test_no_published_picture_tells_place_or_camera_and_all_tell_caption_and_rights(
    exif_room: Newsroom,
) -> None:
    pictures = (".jpg", ".jpeg", ".avif", ".png")
    found = {name for name in exif_room.files() if name.endswith(pictures)}
    assert {name for name in found if not name.startswith(("anh/", "theme/"))} == {
        "apple-touch-icon.png"
    }
    told = exiftool.read_all(exif_room.output / "anh")
    assert len(told) == len(photos(exif_room)) > 40
    for tags in told:
        everything = str(tags)
        for secret in ("GPS", "4711", "May anh", "MakerNote", "Thumbnail", "Orientation"):
            assert secret not in everything, tags
        assert tags["XMP-dc:Description"] == "Chợ phiên Bắc Hà."
        assert tags["XMP-dc:Creator"] == "Ngọc Bằng"
        assert tags["XMP-dc:Rights"] == "© Bản tin"
        assert tags["XMP-photoshop:Credit"] == "Bản tin"
        if tags["File:FileType"] == "JPEG":
            assert tags["IPTC:By-line"] == "Ngọc Bằng"
            assert tags["IPTC:Caption-Abstract"] == "Chợ phiên Bắc Hà."
            assert tags["IPTC:CopyrightNotice"] == "© Bản tin"


def test_what_the_files_say_is_shown_and_reported_with_file_and_line(exif_room: Newsroom) -> None:
    page = exif_room.soup("2024/01/bai/")
    captions = {caption.get_text() for caption in page.select(".content figcaption")}
    assert captions == {"Chợ phiên Bắc Hà. Ảnh: Ngọc Bằng/Bản tin"}
    said = exif_room.build().said
    assert "articles/bai.md:4: CẢNH BÁO: ảnh “huong-1.jpg” không có chú thích" in said
    assert "articles/bai.md:18: CẢNH BÁO: ảnh “huong-8.jpg” không có tên người chụp" in said


def test_a_phones_photo_of_twelve_million_pixels_becomes_light_files(newsroom: Newsroom) -> None:
    source = put(newsroom, "articles/IMG_1.JPG", detailed(), quality=90)
    assert source.stat().st_size > 5_000_000
    newsroom.write("articles/bai.md", "IMG_1.JPG\nRừng. Ảnh: Hà")
    assert newsroom.build().status == 0
    made = photos(newsroom)
    large = [name for name in made if name.endswith("-lon.jpg")]
    assert len(large) == 1
    with Image.open(io.BytesIO(made[large[0]])) as picture:
        assert picture.size == (2560, 1920)
    assert {name for name, data in made.items() if len(data) > 400_000} <= set(large)
    shown = newsroom.soup("2024/01/bai/").select_one(".content picture")
    assert shown is not None
    for offered in shown.select("source[media]"):
        for candidate in str(offered["srcset"]).split(", "):
            name = candidate.split()[0].removeprefix("/anh/")
            assert len(made[name]) <= 60_000, name
    assert not [name for name in newsroom.files() if name.endswith("IMG_1.JPG")]


ODD = {
    "mot.png": Image.new("RGB", (1, 1), "red"),
    "ngang.jpg": Image.linear_gradient("L").resize((10000, 200)).convert("RGB"),
    "dung.jpg": Image.linear_gradient("L").resize((200, 10000)).convert("RGB"),
    "cmyk.jpg": corners().convert("CMYK"),
    "xam.png": Image.merge(
        "LA", (corners().convert("L"), Image.linear_gradient("L").resize((800, 600)))
    ),
    "sau.png": corners().convert("L").convert("I;16").point(lambda value: value * 256),
    "bang.png": corners().convert("P"),
    "anh chup.HEIC": corners(),
    "TÊN  CÓ DẤU.JPG": corners(401, 300),
}


def test_odd_photos_come_out_right(newsroom: Newsroom) -> None:
    for name, image in ODD.items():
        options: dict[str, object] = {"transparency": 3} if name == "bang.png" else {}
        options |= {"format": "HEIF"} if name.endswith("HEIC") else {}
        put(newsroom, f"articles/{name}", image, **options)
    body = "\n".join(f"{name}\nChú thích. Ảnh: Hà\n" for name in ODD)
    newsroom.write("articles/bai.md", body)
    built = newsroom.build("--fatal=errors")
    assert built.status == 0, built.said
    assert "CẢNH BÁO" not in built.said
    shown = newsroom.soup("2024/01/bai/").select(".content figure img")
    shapes = [(int(str(image["width"])), int(str(image["height"]))) for image in shown]
    assert shapes == [
        (1, 1),
        (1200, 24),
        (200, 10000),
        (800, 600),
        (800, 600),
        (800, 600),
        (800, 600),
        (800, 600),
        (401, 300),
    ]
    made = photos(newsroom)
    for element, name in zip(shown, ODD, strict=True):
        with Image.open(io.BytesIO(made[str(element["src"]).removeprefix("/anh/")])) as picture:
            assert picture.mode in ("RGB", "L")
            if name in ("cmyk.jpg", "anh chup.HEIC"):
                assert near(four_colours(picture), CORNERS, within=40), name


def test_a_moving_picture_is_shown_still_and_warned_of_with_a_warm_cache_too(
    newsroom: Newsroom,
) -> None:
    frames = [corners(400, 300), Image.new("RGB", (400, 300), "black")]
    path = put(newsroom, "articles/dong.gif", frames[0], save_all=True, append_images=frames[1:])
    os.utime(path, (1, 1))
    for text in ("Chữ.", "Chữ khác."):
        newsroom.write("articles/bai.md", f"{text}\n\ndong.gif\nChú thích. Ảnh: Hà")
        built = newsroom.build("--fatal=errors")
        assert built.status == 0
        assert "articles/bai.md:6: CẢNH BÁO: ảnh “dong.gif”: ảnh động" in built.said
    assert photos(newsroom)
    for data in photos(newsroom).values():
        with Image.open(io.BytesIO(data)) as picture:
            assert getattr(picture, "n_frames", 1) == 1
            assert picture.convert("RGB").getpixel((10, 10)) != (0, 0, 0)


def test_addresses_change_with_content_and_settings_and_with_nothing_else(
    newsroom: Newsroom,
) -> None:
    path = put(newsroom, "articles/a.jpg")
    newsroom.write("articles/bai.md", "a.jpg\nMột. Ảnh: Hà")
    newsroom.build()
    before = photos(newsroom)

    os.utime(path, (1, 1))
    newsroom.write("articles/bai.md", "a.jpg\nHai. Ảnh: Hà")
    newsroom.build()
    assert photos(newsroom) == before

    put(newsroom, "articles/a.jpg", corners(800, 602))
    newsroom.build()
    other = photos(newsroom)
    assert not set(other) & set(before)

    newsroom.photo_settings = {"jpeg_quality": 60}
    newsroom.build()
    assert not set(photos(newsroom)) & (set(other) | set(before))


def test_what_nothing_refers_to_leaves_the_output_and_then_the_cache(newsroom: Newsroom) -> None:
    put(newsroom, "articles/a.jpg")
    put(newsroom, "articles/b.jpg", corners(640, 480))
    newsroom.write("articles/bai.md", "a.jpg\nb.jpg\nHai ảnh. Ảnh: Hà")
    newsroom.build()
    assert {name[0] for name in photos(newsroom)} == {"a", "b"}
    newsroom.write("articles/bai.md", "a.jpg\nMột ảnh. Ảnh: Hà")
    newsroom.build()
    assert {name[0] for name in photos(newsroom)} == {"a"}
    folders = [path for path in newsroom.cache.glob("??/*") if path.is_dir()]
    assert len(folders) == 2  # an hour's grace: another build may be about to use it
    for folder in folders:
        os.utime(folder, (1, 1))
    newsroom.build("--ignore-cache")  # which looks at all photos; other builds do so once a day
    assert len([path for path in newsroom.cache.glob("??/*") if path.is_dir()]) == 1
    assert {name[0] for name in photos(newsroom)} == {"a"}


def test_a_draft_and_a_scheduled_article_publish_no_photo_and_a_hidden_one_and_a_page_do(
    newsroom: Newsroom,
) -> None:
    for number, name in enumerate(("nhap", "hen", "kin", "trang", "ca-hai")):
        put(newsroom, f"images/{name}.jpg", corners(400 + number, 300))
    said = "{0}.jpg\nChú thích. Ảnh: Hà\n\nca-hai.jpg\nChú thích. Ảnh: Hà"
    newsroom.write("articles/nhap.md", said.format("nhap"), Status="draft")
    newsroom.write("articles/hen.md", said.format("hen"), Date="01/01/2030")
    newsroom.write("articles/kin.md", said.format("kin"), Status="hidden")
    newsroom.write("articles/bai.md")
    newsroom.write("pages/trang.md", "trang.jpg\nChú thích. Ảnh: Hà", Date="", Slug="trang")
    built = newsroom.build("--fatal=errors")
    assert built.status == 0, built.said
    assert {name.split("-")[0] for name in photos(newsroom)} == {"kin", "trang", "ca"}
    everything = b"".join(newsroom.files().values())
    assert b"/anh/nhap" not in everything
    assert b"/anh/hen" not in everything


def test_photos_of_one_name_in_two_folders_and_one_photo_in_two_articles_keep_apart(
    newsroom: Newsroom,
) -> None:
    put(newsroom, "articles/mot/a.jpg", corners(500, 300))
    put(newsroom, "articles/hai/a.jpg", corners(600, 300))
    put(newsroom, "images/chung.jpg", corners(700, 500))
    newsroom.write("articles/mot/index.md", "a.jpg\nMột. Ảnh: Hà\n\nchung.jpg\nHai. Ảnh: Hà")
    newsroom.write("articles/hai/index.md", "a.jpg\nBa. Ảnh: Hà", Lead_photo="chung.jpg")
    built = newsroom.build("--fatal=errors")
    assert built.status == 0, built.said
    widths = [
        [image["width"] for image in newsroom.soup(f"2024/01/{name}/").select("article figure img")]
        for name in ("mot", "hai")
    ]
    assert widths == [["500", "700"], ["700", "600"]]
    shared = {name for name in photos(newsroom) if name.startswith("chung-")}
    assert any("-chia-se-" in name for name in shared)
    assert len({name.split("-")[1] for name in shared}) == 1


def test_make_clean_keeps_the_cache_and_distclean_does_not(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    shutil.copy(root / "Makefile", tmp_path)
    for folder in ("output/anh", ".cache/photos", "tests/html"):
        (tmp_path / folder).mkdir(parents=True)
    for target, left in (("clean", True), ("distclean", False)):
        subprocess.run(["make", "-s", target], cwd=tmp_path, check=True, capture_output=True)
        assert not (tmp_path / "output").exists()
        assert (tmp_path / ".cache/photos").exists() == left


def test_the_cache_is_one_folder_that_gives_another_checkout_all_its_photos(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    put(newsroom, "articles/a.jpg")
    newsroom.write("articles/bai.md", "a.jpg\nMột. Ảnh: Hà")
    newsroom.build()
    other = Newsroom(tmp_path / "nơi khác")
    shutil.copytree(newsroom.content, other.content, dirs_exist_ok=True)
    shutil.copytree(newsroom.cache, other.cache)
    before = files_below(other.cache)
    before.pop("index.json", None)
    os.utime(other.content / "articles/a.jpg", (1, 1))
    assert other.build().status == 0
    assert photos(other) == photos(newsroom)
    after = files_below(other.cache)
    after.pop("index.json", None)
    assert after == before
