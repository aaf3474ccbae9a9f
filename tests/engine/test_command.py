from __future__ import annotations

from pathlib import Path

import pytest

from plugins.engine import command
from plugins.engine.command import attempt
from plugins.engine.errors import BuildFailed
from plugins.engine.publish.output import PREFIX
from tests.engine.small_site import SmallSite, nothing_more
from tests.fuzz.site.interrupt import Ending, How, Interruption, interrupted


def test_a_file_that_the_theme_lacks_is_no_fault_of_the_output_folder(site: SmallSite) -> None:
    site.write("articles/a.md")
    missing = site.theme / "strings.toml"
    missing.unlink()
    with pytest.raises(BuildFailed, match="Không đọc được tệp của giao diện") as failure:
        attempt(site.project, extra=nothing_more)
    assert str(missing) in str(failure.value)


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        ("strings.toml", b"[words]\nhello = \nx = 1", ":2"),
        ("strings.toml", b'[words]\nhello = "Ch\xe0o"', ":2"),
        ("static/css/base.css", b"a {\n}\n/* \xe0 */", ":3"),
        ("static/css/order.txt", b"\xe0", ":1"),
        ("static/js/a.js", b"let a = '\xe0';", ":1"),
        ("templates/404.html", b"{% if %}", ":1"),
        ("templates/404.html", b"Ch\n\xe0o", ":2"),
        ("templates/404.html", b"\n{{ 1 / 0 }}", ":2"),
        ("templates/404.html", b"\n{{ none.x.y }}", ":2"),
        ("templates/404.html", b'\n{% include "x.html" %}', ":2"),
        ("templates/404.html", b"\n{{ none | date_full }}", ":2"),
        ("templates/404.html", b"\n{{ assets.url('mat.svg') }}", ":2"),
    ],
)
def test_a_fault_of_the_theme_is_said_with_file_line_and_fix(
    site: SmallSite, capsys: pytest.CaptureFixture[str], name: str, content: bytes, place: str
) -> None:
    site.write("articles/a.md")
    (site.theme / "templates/all.html").write_text("{{ assets.style('') }}{{ t.words.hello }}")
    attempt(site.project, extra=nothing_more)
    before = site.files()
    (site.theme / name).write_bytes(content)
    with pytest.raises(BuildFailed, match="1 lỗi cần sửa"):
        attempt(site.project, extra=nothing_more)
    said = capsys.readouterr().err
    assert said.startswith(f"theme/{name}{place}: LỖI: ")
    assert "Cách sửa: " in said
    assert site.files() == before


def test_a_template_that_stands_in_for_one_of_the_theme_is_named_too(
    site: SmallSite, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site.write("articles/a.md")
    (tmp_path / "mẫu").mkdir()
    (tmp_path / "mẫu/404.html").write_text("{{ none.x.y }}", encoding="utf-8")
    site.settings["THEME_TEMPLATES_OVERRIDES"] = [str(tmp_path / "mẫu")]
    with pytest.raises(BuildFailed):
        attempt(site.project, extra=nothing_more)
    assert capsys.readouterr().err.startswith("mẫu/404.html:1: LỖI: mẫu giao diện sai")


def test_a_fault_that_a_copy_of_the_process_meets_is_said_as_well(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(70):
        site.write(f"articles/bai-{number}.md")
    (site.theme / "templates/article.html").write_text("\n{{ none.x.y }}", encoding="utf-8")
    monkeypatch.setattr("plugins.engine.build.process_count", lambda: 2)
    with pytest.raises(BuildFailed):
        attempt(site.project, extra=nothing_more)
    assert "theme/templates/article.html:2: LỖI: mẫu giao diện sai" in capsys.readouterr().err


# A disk on which nothing can be written


@pytest.mark.parametrize("how", ["full", "readonly"])
def test_a_disk_that_takes_nothing_is_said_in_words_and_old_pages_stay(
    site: SmallSite, how: How
) -> None:
    for number in range(3):
        site.write(f"articles/b{number}.md", "anh.jpg\n\nChú thích.", Tags="x")
    site.photo("articles/anh.jpg")
    attempt(site.project, extra=nothing_more)
    old = site.files()
    site.write("articles/b0.md", "Bản mới.", Tags="y")
    site.write("articles/moi.md", "anh2.jpg\n\nChú thích.")
    site.photo("articles/anh2.jpg", "green")
    new = site.clean_files()
    ending, moment, kept = Ending("failed"), -2, 0
    while ending.how == "failed":
        moment += 3
        ending = interrupted(
            lambda: attempt(site.project, extra=nothing_more),
            site.output,
            Interruption(moment, how),
        )
        served = {path: data for path, data in site.files().items() if not path.startswith(PREFIX)}
        assert old.keys() <= served.keys()
        assert all(data in (old.get(path), new.get(path)) for path, data in served.items())
        if ending.how == "failed":
            assert "No space" in ending.said or "Read-only" in ending.said
            assert "iểm tra" in ending.said  # what is to be done
            if "trang đang có được giữ nguyên" in ending.said:
                pages = {path: data for path, data in served.items() if path in old}
                # One that published and could not note it begins again: then the new ones stand.
                assert pages in (old, {path: new[path] for path in old})
                kept += 1
            else:
                assert "lần dựng sau làm nốt" in ending.said or "[MAY01]" in ending.said
    assert ending.how == "done", ending.said
    assert kept > 2


def test_a_fault_of_the_program_is_shown_as_it_is(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(command, "build", faulty)
    with pytest.raises(ZeroDivisionError):
        attempt(site.project, extra=nothing_more)
