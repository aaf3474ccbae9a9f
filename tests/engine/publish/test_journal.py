"""A build that is killed while it changes the output: the next one finishes that first of all."""

from __future__ import annotations

import io
from contextlib import redirect_stderr
from pathlib import Path

import pytest

from plugins.engine.errors import BuildFailed
from plugins.engine.publish.journal import begin, carry_out, complete, is_begun
from plugins.engine.publish.output import JOURNAL, PREFIX
from tests.engine.small_site import SmallSite
from tests.fuzz.site.interrupt import Ending, Interruption, interrupted

OLD, NEW = 0, 1
_EVERY = 3  # of all moments: `make fuzz-kills` tries all


def write(site: SmallSite, version: int) -> None:
    """Write one of two contents, which differ in every way: articles that come, go, move and say
    something else; a photo, an attachment, a static page; a tag that is a folder or is not."""
    for folder in ("articles", "pages"):
        for path in (site.content / folder).glob("*.md"):
            path.unlink()
    for number in range(4):
        site.write(f"articles/b{number}.md", f"Bản {version}.", Title=f"Bài {number}", Tags="x")
    site.write(f"articles/c{version}.md", f"anh{version}.jpg\n\nChú thích.\n\ntep{version}.csv")
    site.photo(f"articles/anh{version}.jpg", "red" if version else "blue")
    site.raw(f"articles/tep{version}.csv", f"{version},1")
    site.write("articles/d.md", Title="Dời", Slug=f"doi-{version}", Tags=f"Riêng {version}")
    site.write("pages/lien-he.md", f"Bản {version}.", Date="")


def served(site: SmallSite) -> dict[str, bytes]:
    """Return what readers can open."""
    files = site.files().items()
    return {path: data for path, data in files if not path.startswith(PREFIX)}


def pages(files: dict[str, bytes]) -> dict[str, bytes]:
    """Return the files but photos and attachments: until there are pages that show it, it is no
    matter whether one is there."""
    return {path: data for path, data in files.items() if not path.startswith(("anh/", "tep/"))}


def killed_at(site: SmallSite, moment: int) -> Ending:
    with redirect_stderr(io.StringIO()):
        return interrupted(site.build, site.output, Interruption(moment))


@pytest.mark.parametrize("production", [False, True])
def test_killed_at_a_change_of_a_file_a_build_is_finished_or_undone_by_the_next(
    site: SmallSite, production: bool
) -> None:
    site.settings["DELETE_OUTPUT_DIRECTORY"] = production
    wanted = {}
    for version in (NEW, OLD):
        write(site, version)
        site.build()
        wanted[version] = site.clean_files()
    old, new = wanted[OLD], wanted[NEW]
    mixed, moment, ending = 0, int(production), Ending("killed")
    while ending.how == "killed":
        moment += _EVERY
        write(site, NEW)
        ending = killed_at(site, moment)
        left = served(site)
        assert all(data in (old.get(path), new.get(path)) for path, data in left.items())
        assert old.keys() & new.keys() <= left.keys()
        mixed += pages(left) not in (pages(old), pages(new))
        # A build that has nothing to publish finishes, or undoes, all the same.
        (site.content / "articles" / "sai.md").write_text("Title: Sai\nDate: hôm qua\n\nx")
        with pytest.raises(BuildFailed), redirect_stderr(io.StringIO()):
            site.build()
        (site.content / "articles" / "sai.md").unlink()
        assert pages(site.files()) in (pages(old), pages(new)), moment
        # The next one finds the content of which the state knows all, or that of the killed build.
        version = moment % 2
        write(site, version)
        site.build()
        assert site.files() == wanted[version], moment
        assert not list(site.output.glob(f"{PREFIX}*")), moment
        if version != OLD:
            write(site, OLD)
            site.build()
            assert site.files() == old, moment
    assert ending.how == "done"
    assert mixed > 2  # else this has tried nothing


def test_what_was_begun_is_gone_on_with_from_where_it_ended(tmp_path: Path) -> None:
    staged = tmp_path / f"{PREFIX}x"
    for name in ("a.css", "b/index.html", "c.html"):
        (staged / name).parent.mkdir(parents=True, exist_ok=True)
        (staged / name).write_text("mới")
    (tmp_path / "alt.html").write_text("cũ")
    assert not is_begun(tmp_path)
    begin(staged, ["a.css", "b/index.html", "c.html"], ["alt.html"])
    assert is_begun(tmp_path)
    (staged / "a.css").replace(tmp_path / "a.css")  # then it was killed
    assert complete(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.css", "b", "c.html"]
    assert not complete(tmp_path)


def test_a_journal_leads_out_of_the_output_folder_nowhere(tmp_path: Path) -> None:
    staged = tmp_path / "out" / f"{PREFIX}x"
    staged.mkdir(parents=True)
    (tmp_path / "out" / "mồi.html").write_text("x")
    (tmp_path / "ngoài.html").write_text("giữ")
    begin(staged, ["../mồi.html"], ["../ngoài.html"])
    assert carry_out(staged, tmp_path / "out") == 0
    assert (tmp_path / "out" / "mồi.html").is_file()
    assert (tmp_path / "ngoài.html").is_file()


def test_a_journal_that_a_fault_of_the_disk_made_unreadable_is_none(tmp_path: Path) -> None:
    staged = tmp_path / f"{PREFIX}x"
    staged.mkdir()
    (staged / JOURNAL).write_bytes(b"\0\0\0")
    assert not complete(tmp_path)
    assert not staged.exists()
