"""What counts as a change of the content folder."""

from __future__ import annotations

import os
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from plugins.articles.reader import ArticleReader
from plugins.engine.errors import BuildFailed
from plugins.engine.scan.time_limit import TooSlowError
from plugins.engine.store.rows import epoch, publication
from plugins.photos.inspect.facts import _inspect
from tests.engine.made import NOW
from tests.engine.small_site import SmallSite

HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("status", "kind", "due", "seen"),
    [
        ("published", "article", NOW - HOUR, "published"),
        ("published", "article", NOW, "published"),
        ("published", "article", NOW + HOUR, "scheduled"),
        ("hidden", "article", NOW - HOUR, "hidden"),
        ("hidden", "article", NOW + HOUR, "scheduled"),
        ("draft", "article", NOW + HOUR, "draft"),
        ("draft", "article", NOW - HOUR, "draft"),
        ("published", "page", NOW + HOUR, "published"),
        ("draft", "page", NOW - HOUR, "draft"),
    ],
)
def test_readers_see_what_is_published_and_due(
    status: str, kind: str, due: datetime, seen: str
) -> None:
    assert publication(status, epoch(due), kind, NOW) == seen


@pytest.fixture
def pair(site: SmallSite) -> SmallSite:
    """Two articles, built."""
    site.write("articles/a.md")
    site.write("articles/b.md")
    site.build()
    return site


def test_a_file_that_was_only_touched_is_not_read_again(pair: SmallSite) -> None:
    pair.settle(pair.content / "articles" / "a.md")
    assert pair.build().changed == 0


def same_size(path: Path) -> None:
    """Change a file without changing its size or time."""
    state = path.stat()
    path.write_text(path.read_text(encoding="utf-8").replace("Thân", "Phân"), encoding="utf-8")
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    after = path.stat()
    assert (after.st_size, after.st_mtime_ns) == (state.st_size, state.st_mtime_ns)


def test_a_change_that_neither_size_nor_time_tells_is_seen_by_reading_all(pair: SmallSite) -> None:
    same_size(pair.content / "articles" / "a.md")
    assert pair.build().changed == 0
    pair.settings["BUILD"]["trust_times"] = False
    pair.build()  # another setting: everything anew
    assert "Phân bài" in pair.page("2024/01/a/")
    assert pair.build().changed == 0
    same_size(pair.content / "articles" / "b.md")
    assert pair.build().changed == 1
    assert "Phân bài" in pair.page("2024/01/b/")


@pytest.mark.parametrize("age", [0, 1])
def test_a_file_of_the_last_seconds_is_looked_at_again(pair: SmallSite, age: int) -> None:
    path = pair.content / "articles" / "a.md"
    moment = time.time_ns() - age * 1_000_000_000
    os.utime(path, ns=(moment, moment))
    pair.build()
    same_size(path)
    assert pair.build().changed == 1
    assert "Phân bài" in pair.page("2024/01/a/")


def test_a_file_of_the_future_is_looked_at_every_time(pair: SmallSite) -> None:
    path = pair.content / "articles" / "a.md"
    moment = time.time_ns() + 10**15
    os.utime(path, ns=(moment, moment))
    pair.build()
    same_size(path)
    assert pair.build().changed == 1


def test_a_photo_of_the_same_size_and_time_is_seen_if_it_is_of_the_last_seconds(
    site: SmallSite,
) -> None:
    path = site.photo("articles/mot/a.jpg", "red")
    other = site.photo("articles/hai/a.jpg", "blue").read_bytes()
    assert len(other) == path.stat().st_size
    site.write("articles/mot/index.md", "a.jpg\nMột.\n")
    moment = time.time_ns()
    os.utime(path, ns=(moment, moment))
    site.build()
    before = site.page("2024/01/mot/")
    path.write_bytes(other)
    os.utime(path, ns=(moment, moment))
    _inspect.cache_clear()  # as in another process
    site.build()
    assert site.page("2024/01/mot/") != before


def test_a_photo_where_a_folder_of_its_name_was_is_the_nearer_one(site: SmallSite) -> None:
    site.photo("images/an.jpg", "red")
    site.write("articles/mot/index.md", "an.jpg\nMột.\n")
    folder = site.content / "articles" / "mot" / "an.jpg"
    folder.mkdir()
    site.build()
    folder.rmdir()
    site.photo("articles/mot/an.jpg", "blue")
    site.build()
    assert site.files() == site.clean_files()


def test_a_nearer_photo_is_seen_in_the_content_folder_itself(site: SmallSite) -> None:
    site.photo("images/an.jpg", "red")
    site.write("a.md", "an.jpg\nMột.\n")
    site.build()
    site.photo("an.jpg", "blue")
    site.build()
    assert site.files() == site.clean_files()


def test_a_link_to_an_article_whose_place_a_folder_took_is_dead(
    pair: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    pair.write("articles/a.md", "[x](b.md)")
    pair.build()
    (pair.content / "articles" / "b.md").unlink()
    pair.write("articles/b.md/index.md", Slug="b")
    for clean in (False, True):
        with pytest.raises(BuildFailed):
            pair.build(clean=clean)
        assert "articles/a.md:5: LỖI: liên kết “b.md” không dẫn tới đâu" in capsys.readouterr().err


def test_a_photo_behind_several_links_to_its_folder_is_seen_by_all(site: SmallSite) -> None:
    site.photo("images/an.jpg", "red")
    for name in ("mot", "hai"):
        site.write(f"articles/{name}/index.md", "anh/an.jpg\nMột.\n")
        (site.content / "articles" / name / "anh").symlink_to("../../images")
    site.build()
    site.photo("images/an.jpg", "blue")
    _inspect.cache_clear()  # as in another process
    assert site.build().changed == 2
    assert site.files() == site.clean_files()


@pytest.mark.parametrize("folder", ["kho", ".kho"])
def test_a_nearer_name_behind_several_links_to_its_folder_is_seen_by_all(
    site: SmallSite, folder: str
) -> None:
    site.photo(f"{folder}/Anh-X.jpg", "red")
    (site.content / "images").mkdir()
    for name in ("k1", "k2"):
        (site.content / "images" / name).symlink_to(f"../{folder}")
        site.write(f"articles/{name}.md", f"{name}/anh-x.jpg\nMột.\n")
    site.build()
    site.photo(f"{folder}/anh-x.jpg", "blue")
    assert site.build().changed == 2
    assert site.files() == site.clean_files()
    site.photo(f"{folder}/anh-x.jpg", "green")
    _inspect.cache_clear()  # as in another process
    assert site.build().changed == 2
    assert site.files() == site.clean_files()


def test_an_article_behind_several_links_to_its_folder_is_read_once(site: SmallSite) -> None:
    shared = site.folder / "kho"
    site.write("articles/a.md")
    shared.mkdir()
    (site.folder / "kho khác").mkdir()
    (site.content / "articles" / "a.md").rename(site.folder / "kho khác" / "a.md")
    (shared / "sâu").symlink_to(site.folder / "kho khác")
    for name in ("k1", "k2"):
        (site.content / "articles" / name).symlink_to(shared)
    assert site.build().changed == 1
    assert site.files() == site.clean_files()
    for name in ("k1", "k2"):
        (site.content / "articles" / name).unlink()
        site.write("articles/b.md")  # a bulletin without any article would be refused
        site.build()
        assert site.files() == site.clean_files()
        assert ("2024/01/a/index.html" in site.files()) == (name == "k1")


def test_a_file_without_an_extension_is_told_but_stops_nothing(
    pair: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    pair.raw("articles/tin ngắn", b"Title: Tin")
    pair.build()
    assert (
        "articles/tin ngắn: CẢNH BÁO: tệp không có đuôi không được đọc" in capsys.readouterr().err
    )


def test_nor_does_it_stand_for_an_article(site: SmallSite) -> None:
    site.raw("articles/tin ngắn", b"Title: Tin")
    with pytest.raises(BuildFailed):
        site.build()


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (".anh/an.jpg\nMột.", "không tìm thấy ảnh “.anh/an.jpg”"),
        ("[x](.tep/a.csv)", "liên kết “.tep/a.csv” không dẫn tới đâu"),
    ],
)
def test_a_file_whose_changes_no_build_would_see_is_not_there_for_an_article(
    pair: SmallSite, capsys: pytest.CaptureFixture[str], body: str, message: str
) -> None:
    pair.photo("articles/.anh/an.jpg")
    pair.raw("articles/.tep/a.csv", b"1")
    pair.write("articles/a.md", f"{body}\n")
    for clean in (False, True):
        with pytest.raises(BuildFailed):
            pair.build(clean=clean)
        assert f"articles/a.md:5: LỖI: {message}" in capsys.readouterr().err


def test_a_renamed_article_keeps_its_page(pair: SmallSite) -> None:
    path = pair.write("articles/a.md", Slug="mot")
    pair.build()
    path.rename(path.with_name("c.md"))
    outcome = pair.build()
    assert (outcome.changed, outcome.deleted) == (2, 0)  # one came, one went
    assert pair.files() == pair.clean_files()


def test_two_articles_may_swap_their_files_or_their_addresses(pair: SmallSite) -> None:
    a, b = (pair.content / "articles" / name for name in ("a.md", "b.md"))
    pair.write("articles/a.md", Slug="mot")
    pair.write("articles/b.md", Slug="hai")
    pair.build()
    a.rename(a.with_name("c.md"))
    b.rename(a)
    a.with_name("c.md").rename(b)
    pair.build()
    assert pair.files() == pair.clean_files()
    pair.write("articles/a.md", Slug="mot")
    pair.write("articles/b.md", Slug="hai")
    pair.build()
    assert pair.files() == pair.clean_files()


def test_an_article_of_an_address_that_is_taken_stops_the_build(
    pair: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    pair.write("articles/c.md", Slug="a")
    for _ in range(2):
        with pytest.raises(BuildFailed):
            pair.build()
        said = capsys.readouterr().err
        assert "articles/c.md: LỖI: địa chỉ /2024/01/a/ đã có bài articles/a.md dùng" in said
    pair.write("articles/a.md", Slug="d")
    pair.build()
    assert pair.files() == pair.clean_files()


def test_so_does_one_whose_time_is_still_to_come(
    pair: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("c", "d"):
        pair.write(f"articles/{name}.md", Date="01/03/2025", Slug="x")
    with pytest.raises(BuildFailed):
        pair.build()
    assert "/2025/03/x/ đã có bài articles/c.md dùng" in capsys.readouterr().err


def test_a_fault_of_the_program_on_one_file_names_it_and_hides_no_other_problem(
    pair: SmallSite, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from plugins.articles.reader import ArticleReader

    read = ArticleReader.read

    def faulty(self: ArticleReader, path: Path, content: bytes) -> object:
        return 1 // 0 if path.name == "c.md" else read(self, path, content)

    monkeypatch.setattr(ArticleReader, "read", faulty)
    pair.write("articles/c.md")
    pair.write("articles/d.md", Date="32/01/2024")
    with pytest.raises(BuildFailed, match="2 lỗi cần sửa"):
        pair.build()
    said = capsys.readouterr().err
    assert "articles/c.md: LỖI: chương trình gặp sự cố khi đọc tệp này (ZeroDivisionError" in said
    assert "articles/d.md:2: LỖI" in said


def test_a_file_that_could_not_be_read_at_first_is_not_taken_for_an_empty_one(
    pair: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, read = pair.write("articles/c.md"), Path.read_bytes
    refused: list[Path] = []

    def busy(self: Path) -> bytes:
        if self.name == "c.md" and not refused:
            refused.append(self)
            raise PermissionError
        return read(self)

    monkeypatch.setattr(Path, "read_bytes", busy)
    assert pair.build().changed == 1
    path.write_bytes(b"")
    with pytest.raises(BuildFailed):
        pair.build()


@pytest.mark.parametrize("name", ["articles/kho", "images/c.jpg", "extra/x"])
def test_what_is_behind_a_link_does_not_leave_the_site_because_its_disk_is_away(
    pair: SmallSite, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    disk = pair.folder / "đĩa"
    (disk / "kho").mkdir(parents=True)
    pair.write("articles/c.md").rename(disk / "kho" / "d.md")
    link = pair.content / name
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(disk / "kho" / ("d.md" if "." in name else ""))
    pair.build()
    before = pair.files()
    disk.rename(pair.folder / "không gắn")
    for clean in (False, True):
        with pytest.raises(BuildFailed):
            pair.build(clean=clean)
        assert f"{name}: LỖI: liên kết tượng trưng này dẫn tới “{disk}" in capsys.readouterr().err
        assert pair.files() == before


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"articles/b\xe0i.md", "articles/b?i.md"),
        (b"articles/\xe0/c.md", "articles/?"),
        (b"images/b\xe0i.jpg", "images/b?i.jpg"),
        (b"extra/.well-known/\xe0", "extra/.well-known/?"),
    ],
)
def test_a_name_that_is_no_unicode_text_has_to_be_another(
    pair: SmallSite, capsys: pytest.CaptureFixture[str], name: bytes, shown: str
) -> None:
    before = pair.files()
    pair.raw(os.fsdecode(name), b"x")
    # What is near to a name that is missing is told, too.
    pair.write("articles/a.md", "bai.jpg\nMột.\n")
    for clean in (False, True):
        with pytest.raises(BuildFailed, match="2 lỗi"):
            pair.build(clean=clean)
        said = capsys.readouterr().err
        assert f"{shown}: LỖI: tên tệp hoặc thư mục này không phải chữ Unicode" in said
        assert pair.files() == before


def test_a_failed_build_is_forgotten_and_the_next_does_all_it_would_have_done(
    pair: SmallSite,
) -> None:
    before = pair.files()
    pair.write("articles/a.md", Title="Tên mới")
    broken = pair.write("articles/c.md", Date="hôm qua")
    for _ in range(2):
        with pytest.raises(BuildFailed):
            pair.build()
        assert pair.files() == before
    broken.unlink()
    outcome = pair.build()
    assert outcome.changed == 1
    assert pair.files() == pair.clean_files()


def test_warnings_of_what_changed_are_said_and_the_others_counted(
    pair: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    warned = '<p onclick="x()">Đoạn.</p>\n'
    pair.write("articles/a.md", warned)
    assert pair.build().warnings == 0
    assert capsys.readouterr().err.count("CẢNH BÁO") == 1
    assert pair.build().warnings == 1
    assert capsys.readouterr().err == ""
    pair.write("articles/b.md", f"{warned}\n{warned}")
    assert pair.build().warnings == 1
    assert capsys.readouterr().err.count("articles/b.md") == 2
    pair.write("articles/a.md")
    assert pair.build().warnings == 2
    pair.build(clean=True)
    assert capsys.readouterr().err.count("articles/b.md") == 2


def test_a_link_to_a_draft_is_a_warning_when_the_linking_article_changes(
    pair: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    pair.write("articles/nhap.md", Status="draft")
    pair.write("articles/a.md", "[x](nhap.md)")
    pair.build()
    assert "articles/a.md:5: CẢNH BÁO: liên kết tới bài chưa đăng" in capsys.readouterr().err
    pair.write("articles/nhap.md")
    pair.build()
    assert capsys.readouterr().err == ""
    assert '"/2024/01/nhap/"' in pair.page("2024/01/a/")


def test_an_edit_of_the_body_after_a_build_on_several_processes_is_only_that(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    from plugins.engine.build import build

    for number in range(70):
        site.write(f"articles/b{number}.md", Tags="một, hai", Category="Tin")
    site.photo("articles/a.jpg")
    site.write("articles/anh.md", "a.jpg\nMột.\n", Category="Tin", Date="01/01/2023")
    build(site.project, NOW, processes=2, extra=lambda _: None)
    assert site.files() == site.clean_files()
    site.write("articles/b5.md", "Thân mới.", Tags="một, hai", Category="Tin")
    site.write("articles/anh.md", "a.jpg\nMột.\n\nMới.", Category="Tin", Date="01/01/2023")
    assert site.rendered(site.build()) <= {
        "2024/01/b5/",
        "2023/01/anh/",
        "rss.xml",
        "feed.json",
        "chuyen-muc/tin/atom.xml",
    }


def test_an_article_that_takes_too_long_is_told_and_others_are_read(
    pair: SmallSite, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(*_: object) -> None:
        raise TooSlowError

    pair.write("articles/cham.md")
    read = ArticleReader.read
    monkeypatch.setattr(
        ArticleReader,
        "read",
        lambda self, path, content: (slow if path.stem == "cham" else read)(self, path, content),
    )
    with pytest.raises(BuildFailed):
        pair.build()
    said = capsys.readouterr().err
    assert "articles/cham.md: LỖI: đọc bài này quá 60 giây vẫn chưa xong" in said
    assert said.count("LỖI") == 1


def test_an_article_nested_too_deep_is_told_and_others_are_read(
    pair: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    pair.write("articles/sau.md", "<figure>" * 2000)
    with pytest.raises(BuildFailed):
        pair.build()
    said = capsys.readouterr().err
    assert "articles/sau.md: LỖI: thẻ HTML, danh sách hay trích dẫn lồng trong nhau" in said
    assert said.count("LỖI") == 1
