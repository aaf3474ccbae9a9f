from __future__ import annotations

from PIL import Image

from plugins.core import checks
from plugins.core.problems import Problem
from plugins.engine.scan.reading import Said
from plugins.engine.store.warned import Warned, by_article
from tests.engine.small_site import SmallSite

WARNED = '<p onclick="x()">Đoạn.</p>\n'


def warning(path: str, line: int) -> Problem:
    return Problem(checks.HTML_REMOVED, path, line, "lạ", "sửa")


def test_warnings_go_to_their_articles_and_the_rest_to_none() -> None:
    read = {7: Said("articles/a.md", ()), 8: Said("articles/b.md", ())}
    told = [warning("articles/a.md", 9), warning("x.txt", 1), warning("articles/a.md", 2)]
    assert by_article([*told, told[0]], read) == (
        {7: [told[2], told[0]]},
        (told[1],),
    )


def test_an_article_is_found_whatever_form_its_file_name_has() -> None:
    told = warning("articles/cà.md", 1)
    assert by_article([told], {7: Said("articles/ca\u0300.md", ())}) == ({7: [told]}, ())


def test_a_preview_tells_of_articles_that_did_not_change(site: SmallSite) -> None:
    site.settings["BUILD"]["preview"] = True
    site.write("articles/a.md", f"Một.\n\n{WARNED}")
    site.write("articles/b.md")
    site.raw("articles/ghi chú", "không đuôi".encode())
    first = site.build().warned
    (of_a, others) = first
    assert (of_a.page, of_a.source) == ("2024/01/a/index.html", "articles/a.md")
    assert [problem.line for problem in of_a.warnings] == [7]
    assert (others.page, others.source) == ("", "")
    assert [problem.path for problem in others.warnings] == ["articles/ghi chú"]
    site.write("articles/b.md", "Khác.")
    assert site.build().warned == first
    site.write("articles/a.md")
    assert site.build().warned == (others,)


def test_files_that_an_article_does_not_use_are_told_on_its_page(site: SmallSite) -> None:
    site.settings["BUILD"]["preview"] = True
    site.write("articles/bai/index.md", WARNED)
    site.write("articles/ca\u0300/index.md")
    for folder in ("bai", "ca\u0300"):
        site.raw(f"articles/{folder}/b.jpg", b"")
    first = site.build().warned
    assert [(one.source, [problem.line for problem in one.warnings]) for one in first] == [
        ("articles/bai/index.md", [None, 5]),
        ("articles/ca\u0300/index.md", [None]),
        ("", []),
    ]
    assert all("chưa dùng" in one.warnings[0].message for one in first[:2])
    site.write("articles/a.md", "Khác.")
    assert site.build().warned == first


def test_only_a_preview_opens_them(site: SmallSite) -> None:
    site.write("articles/a.md", WARNED)
    assert site.build().warned == ()
    assert site.build().warnings == 1


def test_warnings_of_photos_are_kept_too(site: SmallSite) -> None:
    site.settings["BUILD"]["preview"] = True
    frames = site.content / "articles" / "động.gif"
    frames.parent.mkdir(parents=True, exist_ok=True)
    pictures = [Image.new("RGB", (60, 40), colour) for colour in ("red", "blue")]
    pictures[0].save(frames, save_all=True, append_images=pictures[1:])
    site.write("articles/a.md", "động.gif\nMột chú thích.\n")
    site.build()
    (of_a, _) = site.build().warned
    assert isinstance(of_a, Warned)
    (problem,) = (one for one in of_a.warnings if "ảnh động" in one.message)
    assert problem.line == 5
