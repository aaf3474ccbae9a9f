"""A build as a whole: what it refuses, what it leaves behind, and what it makes of damage."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from plugins.engine.build import Extra, Outcome
from plugins.engine.errors import BuildFailed, NeedsExtraError
from plugins.engine.publish import output
from plugins.engine.publish.output import LOCK, PREFIX, RECORD
from plugins.engine.store.checkpoint import write_checkpoint
from tests.engine.small_site import SmallSite, nothing_more
from tests.media_files import media_file


@pytest.fixture
def built(site: SmallSite) -> SmallSite:
    """Three articles and a static page, built."""
    for number in (1, 2, 3):
        site.write(f"articles/b{number}.md", Date=f"0{number}/01/2024", Tags="x")
    site.write("pages/lien-he.md", Date="")
    site.build()
    return site


def failure(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> str:
    """Return what a build that fails says."""
    with pytest.raises(BuildFailed):
        site.build()
    return capsys.readouterr().err


def test_the_first_build_makes_what_a_clean_one_makes(built: SmallSite) -> None:
    files = built.files()
    assert files == built.clean_files()
    assert {"index.html", "rss.xml", "404.html", "lien-he/index.html"} <= files.keys()


def test_a_build_says_what_it_did(site: SmallSite) -> None:
    site.write("articles/a.md", Date="01/01/2024")
    site.write("articles/nhap.md", Status="draft")
    site.write("articles/hen.md", Date="01/01/2025")
    outcome = site.build()
    assert (outcome.changed, outcome.drafts, outcome.scheduled) == (3, 1, 1)
    assert (outcome.written, outcome.kept, outcome.deleted) == (len(site.files()), 0, 0)
    assert set(outcome.reasons.values()) == {"trang mới"}
    assert outcome.pages == len(outcome.reasons)
    outcome = site.build()
    assert outcome == Outcome(kept=len(site.files()), drafts=1, scheduled=1)


def test_new_numbers_of_visitors_are_put_on_all_pages_without_reading_an_article(
    built: SmallSite,
) -> None:
    known = built.folder / "counter.json"
    built.settings["COUNTER"] = {"known": str(known)}
    (built.theme / "templates" / "all.html").write_text("{{ counter.rows[3].text if counter }}")
    built.build()
    assert built.page("2024/01/b1") == ""
    known.write_text(
        '{"v":1,"online":1,"today":2,"week":3,"total":4000,"as_of":"2026-11-23T20:00:00+07:00"}'
    )
    outcome = built.build()
    assert (outcome.changed, outcome.anew, built.page("2024/01/b1")) == (0, "", "4.000")
    assert built.files() == built.clean_files()


def test_numbers_of_visitors_that_cannot_be_read_hold_nothing_up(
    built: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    known = built.folder / "counter.json"
    known.write_text("<html>")
    built.settings["COUNTER"] = {"known": str(known)}
    built.build()
    assert "counter.json: CẢNH BÁO: không phải số liệu của bộ đếm" in capsys.readouterr().err


def test_a_file_whose_content_stays_keeps_its_time(built: SmallSite) -> None:
    def times() -> dict[Path, int]:
        return {path: path.stat().st_mtime_ns for path in built.output.rglob("*.*")}

    before = times()
    built.build(clean=True)
    after = times()
    assert {path.name for path in before if before[path] != after[path]} <= {RECORD, LOCK}


# What is refused


def test_a_bulletin_without_articles_is_refused_and_what_stands_stays(
    built: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    before = built.files()
    (built.content / "articles").rename(built.folder / "mất")
    assert "content: LỖI: thư mục nội dung không có bài nào" in failure(built, capsys)
    assert built.files() == before
    (built.folder / "mất").rename(built.content / "articles")
    assert built.build().changed == 0


def test_copy_that_is_not_markdown_is_refused_unless_an_article_links_to_it(
    built: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    built.raw("articles/Biểu mẫu.docx", media_file("a.docx"))
    built.raw("pages/giới thiệu.txt", b"x")
    said = failure(built, capsys)
    assert "articles/Biểu mẫu.docx: LỖI: tệp .docx không được đọc" in said
    assert "pages/giới thiệu.txt: LỖI" in said
    (built.content / "pages" / "giới thiệu.txt").unlink()
    built.write("articles/b1.md", "[Biểu mẫu](Biểu mẫu.docx)")
    built.build()
    built.build()  # also when the article is not read again
    built.write("articles/b1.md")
    assert "articles/Biểu mẫu.docx: LỖI" in failure(built, capsys)


def test_all_problems_of_a_run_are_said_at_once(
    built: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    built.write("articles/sai.md", Date="hôm qua")
    built.write("articles/thu.docx", Date="01/01/2024")
    built.write("articles/c.md", Date="02/01/2024", Slug="b2")
    built.write("articles/d.md", "[x](sai.md)")
    built.write("pages/luu-tru.md", Date="", Slug="luu-tru")
    said = failure(built, capsys)
    for place in ("articles/sai.md:2", "articles/thu.docx", "articles/c.md", "pages/luu-tru.md"):
        assert f"{place}: LỖI" in said
    assert said.count("LỖI") == 4
    assert "CẢNH BÁO" not in said  # whether sai.md waits is not known yet


def test_a_static_page_cannot_take_a_lists_address(
    built: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    built.write("pages/luu-tru.md", Date="", Slug="luu-tru")
    assert "pages/luu-tru.md: LỖI: địa chỉ /luu-tru/ đã có trang khác" in failure(built, capsys)


def test_an_unknown_publisher_is_reported_if_the_settings_ask_for_it(
    built: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    built.settings["BUILD"]["check_publisher"] = True
    built.build()
    assert "pelicanconf.py: CẢNH BÁO: chưa khai cơ quan chủ quản" in capsys.readouterr().err


# The state


@pytest.mark.parametrize("content", [b"", "không phải dữ liệu".encode() * 99, b"SQLite format 3\0"])
def test_a_state_that_cannot_be_believed_is_made_anew(built: SmallSite, content: bytes) -> None:
    built.project.state.write_bytes(content)
    before = built.files()
    outcome = built.build()
    assert outcome.changed == 4
    assert outcome.anew == "dữ liệu dựng lần trước không còn nguyên như máy đã ghi"
    assert built.files() == before
    assert built.build().changed == 0


def test_a_state_of_another_version_is_made_anew_and_says_so(built: SmallSite) -> None:
    database = sqlite3.connect(built.project.state)
    database.execute("PRAGMA user_version=99")
    database.close()
    write_checkpoint(built.project.state)
    assert built.build().anew == "dữ liệu dựng lần trước là của phiên bản khác"
    assert built.build().anew == ""


def test_a_damaged_value_in_a_sound_file_is_noticed_when_it_is_needed(built: SmallSite) -> None:
    database = sqlite3.connect(built.project.state)
    database.execute("UPDATE listings SET listing = X'00112233445566'")
    database.commit()
    database.close()
    write_checkpoint(built.project.state)
    assert built.build().anew == ""  # nobody asked
    built.write("articles/b2.md", Title="Khác")
    assert built.build().anew == "dữ liệu dựng lần trước bị hỏng"
    assert built.files() == built.clean_files()


def test_a_lost_state_is_made_anew_and_orphans_of_the_meantime_are_deleted(
    built: SmallSite,
) -> None:
    (built.content / "articles" / "b1.md").unlink()
    built.project.state.unlink()
    outcome = built.build()
    assert outcome.deleted > 0
    assert outcome.written < len(built.files())  # what was there already is kept
    assert built.files() == built.clean_files()


def test_without_a_place_for_the_state_everything_is_built_each_time(
    built: SmallSite,
) -> None:
    folder = built.project.state.parent
    shutil.rmtree(folder)
    folder.write_text("một tệp", encoding="utf-8")
    built.write("articles/b2.md", Title="Khác")
    for _ in range(2):
        assert built.build().changed == 4
    assert built.files() == built.clean_files()


def test_a_clean_build_forgets_all_that_is_known(built: SmallSite) -> None:
    outcome = built.build(clean=True)
    assert (outcome.changed, outcome.written, outcome.anew) == (4, 0, "")
    assert built.build().changed == 0


# The output folder


def test_nobody_elses_file_is_touched(built: SmallSite) -> None:
    mine = built.output / "2024" / "của-tôi.txt"
    mine.write_text("giữ")
    for number in (1, 2, 3):
        (built.content / f"articles/b{number}.md").unlink()
    built.write("articles/c.md", Date="01/01/2023")
    built.build()
    assert mine.read_text() == "giữ"
    assert [path.name for path in (built.output / "2024").rglob("*")] == ["của-tôi.txt"]


def test_production_leaves_nothing_but_the_site_and_what_is_to_be_kept(built: SmallSite) -> None:
    whole = built.files()
    for name in ("lạc.html", ".git/HEAD", "2024/lạc/x.html"):
        (built.output / name).parent.mkdir(parents=True, exist_ok=True)
        (built.output / name).write_text("x")
    built.settings |= {"DELETE_OUTPUT_DIRECTORY": True, "OUTPUT_RETENTION": [".git"]}
    assert built.build().deleted == 2
    assert built.files() == whole | {".git/HEAD": b"x"}


def test_pages_that_a_killed_build_had_already_moved_are_ours_and_go(built: SmallSite) -> None:
    # It wrote its record, then moved; it did not come to the commit of its state.
    new = built.output / "2024/01/dở/index.html"
    new.parent.mkdir()
    new.write_text("dở dang")
    output.record(built.output, ["2024/01/dở/index.html"])
    assert built.build().deleted == 1
    assert built.files() == built.clean_files()


def test_a_full_disk_in_the_middle_leaves_whole_pages_and_the_next_build_is_right(
    built: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = built.files()
    built.write("articles/c.md", Date="04/01/2024", Tags="mới")
    (built.content / "articles" / "b1.md").unlink()
    replace, moved = Path.replace, []

    def full(self: Path, target: Path) -> Path:
        moved.append(target)
        if len(moved) > 4:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        built.build()
    monkeypatch.undo()
    broken = {path: data for path, data in built.files().items() if not path.startswith(PREFIX)}
    assert before.keys() <= broken.keys()
    built.build()
    assert built.files() == built.clean_files()
    whole = built.files()
    assert all(data in (before.get(path), whole.get(path)) for path, data in broken.items())


def test_nothing_of_the_building_is_left_in_the_output(built: SmallSite) -> None:
    assert {path.name for path in built.output.glob(".*")} == {LOCK, RECORD}


# What others add


def robots(text: str) -> Extra:
    """Return someone who adds two files."""

    def add(folder: Path) -> None:
        (folder / "robots.txt").write_text(text)
        (folder / "sâu").mkdir()
        (folder / "sâu" / "x.txt").write_text("x")

    return add


def test_what_others_add_is_published_and_goes_when_they_no_longer_add_it(
    built: SmallSite,
) -> None:
    built.build(extra=robots("một"))
    assert built.files()["robots.txt"] == "một".encode()
    assert built.build(extra=robots("một")).written == 0
    assert built.build(extra=robots("hai")).written == 1
    assert built.build().deleted == 1
    assert "sâu/x.txt" not in built.files()
    assert built.files()["robots.txt"].startswith(b"User-agent:")  # ours is back


def test_without_them_what_they_added_last_stays(built: SmallSite) -> None:
    built.build(extra=robots("một"))
    built.write("articles/b1.md", "Thân mới.", Date="01/01/2024", Tags="x")
    assert built.build(extra=None).deleted == 0
    assert "robots.txt" in built.files()


def test_there_is_something_for_them_to_do_the_first_time_and_when_their_files_change(
    site: SmallSite,
) -> None:
    site.write("articles/a.md")
    with pytest.raises(NeedsExtraError):
        site.build(extra=None)
    site.build(extra=robots("một"))
    site.build(extra=None)
    site.raw("extra/robots.txt", b"x")
    with pytest.raises(NeedsExtraError):
        site.build(extra=None)
    site.build(extra=robots("một"))
    (site.output / "robots.txt").unlink()
    with pytest.raises(NeedsExtraError):
        site.build(extra=None)
    site.build(extra=nothing_more)
    site.build(extra=None)


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("2023", "11/01/2023"),
        ("2023/01/MOI/index.html", "11/01/2023"),
        ("2024/05/moi/index.html", "11/05/2024"),
    ],
    ids=["folder", "letter case", "scheduled"],
)
def test_there_is_when_an_article_comes_where_a_file_of_theirs_stands(
    built: SmallSite, name: str, date: str
) -> None:
    def others(folder: Path) -> None:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("của người khác", encoding="utf-8")

    built.build(extra=others)
    before = built.files()
    built.write("articles/moi.md", Date=date)
    with pytest.raises(NeedsExtraError):
        built.build(extra=None)
    with pytest.raises(BuildFailed):
        built.build(extra=others)
    assert built.files() == before


def test_a_static_file_may_follow_a_page_that_was_withdrawn(built: SmallSite) -> None:
    def contact(folder: Path) -> None:
        (folder / "lien-he").mkdir()
        (folder / "lien-he" / "index.html").write_text("tệp tĩnh")

    (built.content / "pages" / "lien-he.md").unlink()
    built.build(extra=contact)
    assert built.page("lien-he") == "tệp tĩnh"
    built.write("pages/lien-he.md", Date="")
    with pytest.raises(NeedsExtraError):
        built.build(extra=None)
    built.build()
    assert built.files() == built.clean_files()


def test_a_static_file_may_follow_an_attachment_and_the_other_way_round(built: SmallSite) -> None:
    decision = built.raw("articles/qd.pdf", b"%PDF-1.4")
    built.write("articles/b1.md", "[Quyết định](qd.pdf)", Date="01/01/2024", Tags="x")
    built.build()
    (address,) = (path for path in built.files() if path.endswith(".pdf"))

    def copy(folder: Path) -> None:
        (folder / address).parent.mkdir()
        (folder / address).write_bytes(decision.read_bytes())

    built.write("articles/b1.md", Date="01/01/2024", Tags="x")
    built.build(extra=copy)
    assert address in built.files()
    built.write("articles/b1.md", "[Quyết định](qd.pdf)", Date="01/01/2024", Tags="x")
    built.build()
    assert address in built.files()


@pytest.mark.parametrize("fresh", [True, False])
@pytest.mark.parametrize(
    "name",
    [
        "2024/05/hen/index.html",
        "404.html",
        "404.HTML",
        "404.html/x.txt",
        "2024",
        "2024/01/a",
        "theme",
        "anh",
        "Tep/",
        "rss.xml",
        "feed.json",
    ],
)
def test_a_static_file_in_the_place_of_something_of_ours_is_an_error(
    site: SmallSite, name: str, fresh: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    name = name.rstrip("/")

    def others(folder: Path) -> None:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("của người khác", encoding="utf-8")

    site.write("articles/a.md")
    site.write("articles/hen.md", Date="11/05/2024")
    if not fresh:
        site.build()
    before = site.files() if not fresh else {}
    with pytest.raises(BuildFailed):
        site.build(extra=others)
    assert f"{name}: LỖI: tệp tĩnh này chiếm địa chỉ /" in capsys.readouterr().err
    assert site.files() == before


def test_a_static_file_in_the_place_of_a_photo_is_an_error(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.photo("articles/x.jpg")
    site.write("articles/a.md", body="x.jpg")
    site.build()
    before = site.files()
    photo = next(path for path in before if path.startswith("anh/"))

    def others(folder: Path) -> None:
        (folder / photo).mkdir(parents=True)
        (folder / photo / "x.txt").write_text("x")

    with pytest.raises(BuildFailed):
        site.build(extra=others)
    assert f"{photo}/x.txt: LỖI: tệp tĩnh" in capsys.readouterr().err
    assert site.files() == before


def test_an_output_that_was_restored_from_a_backup_keeps_no_page_of_then(built: SmallSite) -> None:
    for slug in ("mot", "hai"):
        built.write("articles/b1.md", Date="01/01/2024", Slug=slug)
        built.build(clean=True)
        if slug == "mot":
            shutil.copytree(built.output, built.folder / "backup")
    shutil.rmtree(built.output)
    shutil.copytree(built.folder / "backup", built.output)
    built.build()
    assert built.files() == built.clean_files()


def test_the_address_of_an_article_that_cannot_be_read_is_free_for_another(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.photo("articles/x.jpg")
    site.write("articles/a.md", body="x.jpg", Slug="tin")
    site.build()
    (site.content / "articles/x.jpg").unlink()
    site.write("articles/b.md", Slug="tin")
    for clean in (False, True):
        with pytest.raises(BuildFailed):
            site.build(clean=clean)
        said = capsys.readouterr().err
        assert said.count("LỖI") == 1
        assert "không tìm thấy ảnh “x.jpg”" in said


def test_a_damaged_record_is_mended_by_a_build_that_fails_too(site: SmallSite) -> None:
    site.write("articles/a.md")
    gone = site.write("articles/b.md")
    site.build()
    (site.output / RECORD).write_bytes(b"\xff")
    broken = site.write("articles/c.md", Date="hôm qua")
    with pytest.raises(BuildFailed):
        site.build()
    broken.unlink()
    gone.unlink()
    site.project.state.write_bytes(b"not a state")
    assert site.build().anew
    assert site.files() == site.clean_files()


def test_pages_are_known_from_the_state_where_the_record_was_damaged(site: SmallSite) -> None:
    site.write("articles/a.md")
    site.write("articles/b.md")
    site.build()
    (site.output / RECORD).write_bytes(b"\xff")
    (site.content / "articles/b.md").unlink()
    site.settings["SITENAME"] = "Tên khác"
    outcome = site.build()
    assert outcome.anew
    assert site.files() == site.clean_files()


def test_lists_beside_others_may_be_empty(site: SmallSite) -> None:
    names = ("home", "section", "latest", "fragment", "related")
    site.settings["BUILD"] |= {f"{name}_articles": 0 for name in names}
    for number in range(4):
        site.write(f"articles/bai-{number}.md", Tags="Một", Category="Văn hóa")
    site.build()
    site.write("articles/bai-1.md", "Sửa.", Title="Mới", Tags="Một", Category="Văn hóa")
    site.build()
    assert site.files() == site.clean_files()
