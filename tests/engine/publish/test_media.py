"""Photos and attachments: there while somebody shows them, and gone with the last."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from plugins.engine.build import build
from plugins.engine.errors import BuildFailed
from plugins.engine.publish.media import Made, Media
from tests.engine.made import NOW
from tests.engine.small_site import SmallSite, nothing_more
from tests.media_files import media_file
from tests.photos.samples import corners, save

FIGURE = "a.jpg\nMột chú thích.\n"


def media(site: SmallSite) -> set[str]:
    """Return what the output has of photos and attachments, without their digests."""
    return {
        path.rpartition("-")[0] if path.startswith("tep/") else path.split("-")[0]
        for path in site.files()
        if path.startswith(("anh/", "tep/"))
    }


def photos(site: SmallSite) -> set[str]:
    return {path for path in site.files() if path.startswith("anh/")}


def in_folder(site: SmallSite, folder: str, body: str = FIGURE, **head: str) -> Path:
    return site.write(f"articles/{folder}/index.md", body, Title=folder, **head)


def test_what_two_articles_show_stays_until_neither_does(site: SmallSite) -> None:
    site.photo("images/a.jpg")
    in_folder(site, "mot")
    in_folder(site, "hai")
    site.build()
    shown = photos(site)
    assert shown
    in_folder(site, "mot", "Không ảnh.")
    assert site.build().deleted == 0
    assert photos(site) == shown
    in_folder(site, "hai", "Không ảnh.")
    assert site.build().deleted == len(shown)
    assert photos(site) == set()
    assert not (site.output / "anh").exists()


def test_a_photo_that_moves_from_one_article_to_another_is_neither_lost_nor_made_again(
    site: SmallSite,
) -> None:
    site.photo("images/a.jpg")
    in_folder(site, "mot")
    in_folder(site, "hai", "Không ảnh.")
    site.build()
    shown = photos(site)
    for one, other in (("hai", "mot"), ("mot", "hai")):  # whichever is looked at first
        in_folder(site, one)
        in_folder(site, other, "Không ảnh.")
        outcome = site.build()
        assert (outcome.photos, outcome.deleted) == (0, 0)
        assert photos(site) == shown


def test_a_deleted_article_takes_its_photos_and_attachments_with_it(site: SmallSite) -> None:
    site.photo("articles/mot/a.jpg")
    site.raw("articles/mot/Kế hoạch.pdf", media_file("a.pdf"))
    path = in_folder(site, "mot", f"{FIGURE}\n[x](Kế hoạch.pdf)")
    in_folder(site, "hai", "Không ảnh.")
    site.build()
    assert media(site) == {"anh/a", "tep/ke-hoach"}
    path.unlink()
    site.build()
    assert media(site) == set()
    assert site.files() == site.clean_files()


@pytest.mark.parametrize("head", [{"Status": "draft"}, {"Date": "01/01/2025"}])
def test_what_only_articles_show_that_nobody_sees_is_not_published(
    site: SmallSite, head: dict[str, str]
) -> None:
    site.photo("images/a.jpg")
    site.raw("images/b.pdf", media_file("b.pdf"))
    in_folder(site, "hai", "Không ảnh.")
    in_folder(site, "mot", f"{FIGURE}\n[x](b.pdf)", **head)
    site.build()
    assert media(site) == set()
    in_folder(site, "mot", f"{FIGURE}\n[x](b.pdf)")
    site.build()
    assert media(site) == {"anh/a", "tep/b"}
    in_folder(site, "mot", f"{FIGURE}\n[x](b.pdf)", **head)
    site.build()
    assert media(site) == set()


def test_a_hidden_article_and_a_static_page_show_theirs(site: SmallSite) -> None:
    site.photo("images/a.jpg")
    site.photo("images/b.jpg", "blue")
    in_folder(site, "hai", "Không ảnh.")
    in_folder(site, "mot", Status="hidden")
    site.write("pages/lien-he.md", "b.jpg\nMột chú thích.\n", Date="")
    site.build()
    assert media(site) == {"anh/a", "anh/b"}


def test_another_photo_of_the_same_name_takes_the_place_of_the_first(site: SmallSite) -> None:
    site.photo("articles/mot/a.jpg", "red")
    in_folder(site, "mot")
    site.build()
    before = photos(site)
    site.photo("articles/mot/a.jpg", "blue")
    outcome = site.build()
    assert "2024/01/mot/" in site.rendered(outcome)
    assert photos(site)
    assert photos(site).isdisjoint(before)
    assert site.files() == site.clean_files()


def test_a_photo_that_is_replaced_during_a_build_is_read_by_the_next(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo = site.photo("images/a.jpg", "red")
    in_folder(site, "mot")
    site.build()
    red = photos(site)
    make = Media.make

    def replaced(of: Media, *args: Any, **kwargs: Any) -> Made:
        site.photo("images/a.jpg", "blue")
        os.utime(photo, (1_600_000_000, 1_600_000_000))  # as by "cp -p"
        return make(of, *args, **kwargs)

    monkeypatch.setattr(Media, "make", replaced)
    site.settle(site.output / "anh")  # so that all photos are gone through
    site.build()
    monkeypatch.undo()
    site.build()
    assert photos(site).isdisjoint(red)
    site.build(clean=True)
    assert photos(site).isdisjoint(red)


def test_what_copies_of_the_process_read_of_photos_is_not_read_again(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.photo("images/a.jpg")
    in_folder(site, "mot")
    for number in range(70):
        in_folder(site, f"bai-{number}", "Không ảnh.")
    build(site.project, NOW, processes=2, extra=nothing_more)
    monkeypatch.setattr("plugins.photos.inspect.facts.inspect", None)
    site.build(clean=True)
    assert photos(site)


def test_another_attachment_of_the_same_name_too(site: SmallSite) -> None:
    site.raw("articles/mot/b.pdf", media_file("b.pdf"))
    in_folder(site, "mot", "[x](b.pdf)")
    site.build()
    (before,) = (path for path in site.files() if path.startswith("tep/"))
    site.raw("articles/mot/b.pdf", media_file("b.pdf", b"y"))
    site.build()
    (after,) = (path for path in site.files() if path.startswith("tep/"))
    assert after != before
    assert site.files()[after] == media_file("b.pdf", b"y")


def test_a_photo_nearer_to_the_article_is_shown_instead(site: SmallSite) -> None:
    site.photo("images/a.jpg", "red")
    in_folder(site, "mot")
    site.build()
    before = photos(site)
    site.photo("articles/mot/A.JPG", "blue")
    site.build()
    assert photos(site).isdisjoint(before)
    (site.content / "articles" / "mot" / "A.JPG").unlink()
    site.build()
    assert photos(site) == before


def test_a_photo_that_is_gone_is_an_error_of_the_article_and_nothing_changes(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    photo = site.photo("articles/mot/a.jpg")
    in_folder(site, "mot")
    site.build()
    before = site.files()
    photo.unlink()
    for _ in range(2):  # also when the article itself has not changed since
        with pytest.raises(BuildFailed):
            site.build()
        assert "articles/mot/index.md:5: LỖI: không tìm thấy ảnh “a.jpg”" in capsys.readouterr().err
    assert site.files() == before
    site.photo("articles/mot/a.jpg")
    site.build()
    assert photos(site)


def test_a_photo_nobody_uses_changes_nothing(site: SmallSite) -> None:
    site.photo("articles/mot/a.jpg")
    in_folder(site, "mot")
    site.build()
    site.photo("articles/mot/khac.jpg")
    outcome = site.build()
    assert (outcome.changed, outcome.pages, outcome.photos) == (0, 0, 0)


def test_what_only_a_lead_photo_needs_goes_when_another_leads(site: SmallSite) -> None:
    site.photo("images/a.jpg")
    site.photo("images/b.jpg", "blue")
    both = f"{FIGURE}\nb.jpg\nHai.\n"
    in_folder(site, "mot", both)
    site.build()
    crops = {path for path in photos(site) if "-chia-se-" in path}
    assert {path.split("-")[0] for path in crops} == {"anh/a"}
    in_folder(site, "mot", both, Lead_photo="b.jpg")
    site.build()
    crops = {path for path in photos(site) if "-chia-se-" in path}
    assert {path.split("-")[0] for path in crops} == {"anh/b"}
    assert site.files() == site.clean_files()


def test_a_photo_that_somebody_deleted_from_the_output_comes_back(site: SmallSite) -> None:
    site.photo("images/a.jpg")
    in_folder(site, "mot")
    site.build()
    whole = site.files()
    (site.output / min(photos(site))).unlink()
    assert site.build().photos == 1
    assert site.files() == whole


def test_a_damaged_photo_is_an_error_at_its_line_and_nothing_changes(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    photo = site.photo("articles/mot/a.jpg")
    in_folder(site, "mot")
    site.build()
    before = site.files()
    data = site.photo("articles/mot/b.jpg", "blue").read_bytes()
    site.raw("articles/mot/b.jpg", data[: len(data) * 2 // 3])
    in_folder(site, "mot", "Một đoạn.\n\nb.jpg\nHai.\n")
    with pytest.raises(BuildFailed):
        site.build()
    assert "articles/mot/index.md:7: LỖI: ảnh “b.jpg”" in capsys.readouterr().err
    assert site.files() == before
    assert photo.exists()


def test_the_cache_is_swept_by_a_build_that_knows_all_photos(site: SmallSite) -> None:
    site.photo("images/a.jpg")
    in_folder(site, "mot")
    site.build()
    red = _places(site)
    site.photo("images/a.jpg", "blue")
    site.build()
    assert red < _places(site)  # may be wanted again
    for place in red:
        site.settle(place)  # long ago: no other build is about to use it
    in_folder(site, "mot", "Thân mới.\n\na.jpg\nMột.\n")
    site.build()
    assert red < _places(site)
    site.build(clean=True)
    assert _places(site)
    assert red.isdisjoint(_places(site))


def _places(site: SmallSite) -> set[Path]:
    return set(site.project.photo_cache.glob("??/*"))


def test_the_stamp_tells_when_a_file_came_or_went(site: SmallSite) -> None:
    of = Media(site.project)
    assert of.signature() == (0, 0, frozenset())
    (site.output / "anh").mkdir(parents=True)
    before = of.signature()
    assert before != (0, 0)
    site.settle(site.output / "anh")
    assert of.signature() != before


def _cut(site: SmallSite, name: str) -> None:
    """Write a photo that was cut off behind its header."""
    data = save(site.photo(name), corners(900, 700)).read_bytes()
    site.raw(name, data[:5000])


def test_damaged_photos_are_told_with_the_mistakes_of_texts_and_in_the_same_article(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    good = site.photo("articles/mot/a.jpg")
    in_folder(site, "mot")
    site.build()
    before, places = site.files(), _places(site)
    for folder in ("mot", "hai"):
        _cut(site, f"articles/{folder}/b.jpg")
    site.photo("articles/hai/tot.jpg", "green")
    in_folder(site, "mot", "Một đoạn.\n\nb.jpg\nHai.\n\nkhong-co.jpg\nBa.\n")
    in_folder(site, "hai", "b.jpg\nHai.\n\ntot.jpg\nBốn.\n")
    with pytest.raises(BuildFailed, match="3 lỗi"):
        site.build()
    said = capsys.readouterr().err
    assert "articles/hai/index.md:5: LỖI: ảnh “b.jpg”: tệp ảnh hỏng" in said
    assert "articles/mot/index.md:7: LỖI: ảnh “b.jpg”: tệp ảnh hỏng" in said
    assert "articles/mot/index.md:10: LỖI: không tìm thấy ảnh “khong-co.jpg”" in said
    assert site.files() == before
    assert good.exists()
    (sound,) = _places(site) - places
    assert [path.name for path in sound.iterdir()] == ["sound"]


@pytest.mark.parametrize("head", [{"Status": "draft"}, {"Date": "01/01/2035"}])
def test_a_photo_that_nobody_is_to_see_yet_is_not_looked_at(
    site: SmallSite, capsys: pytest.CaptureFixture[str], head: dict[str, str]
) -> None:
    _cut(site, "articles/mot/b.jpg")
    in_folder(site, "mot", "b.jpg\nHai.\n\nkhong-co.jpg\nBa.\n", **head)
    with pytest.raises(BuildFailed, match="1 lỗi"):
        site.build()
    assert "hỏng" not in capsys.readouterr().err
