"""Two clones of one repository: the desk's, and that of an editor who uses git."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from dulwich import porcelain
from dulwich.repo import Repo

from plugins.desk.web.publish.remote import Remote
from plugins.desk.web.publish.repository import Repository

WHO = "Lan <lan@example.vn>"
ARTICLE = "articles/bai.md"
TEXT = "Title: Bài\n\nMột.\n\nHai.\n\nBa.\n"


@dataclass
class Desk:
    """The desk's side: ``content`` lies in the folder of a clone."""

    content: Path
    repository: Repository
    remote: Remote

    def publish(self, text: str | None, path: str = ARTICLE) -> None:
        put(self.content / path, text)
        self.repository.commit([path], "Đăng", WHO)

    def text(self, path: str = ARTICLE) -> str:
        return (self.content / path).read_text()

    def is_clean(self) -> bool:
        status = porcelain.status(str(self.content.parent))
        return not any((*status.staged.values(), status.unstaged, status.untracked))


@dataclass
class Editor:
    """Who uses git."""

    folder: Path

    def push(self, text: str | None, path: str = f"content/{ARTICLE}") -> None:
        porcelain.pull(str(self.folder), "origin")
        put(self.folder / path, text)
        if text is None:
            with Repo(str(self.folder)) as repo:
                repo.get_worktree().stage([path.encode()])
        else:
            porcelain.add(str(self.folder), [str(self.folder / path)])
        porcelain.commit(str(self.folder), b"git", author=WHO.encode(), committer=WHO.encode())
        porcelain.push(str(self.folder), "origin", porcelain.active_branch(str(self.folder)))

    def text(self, path: str = f"content/{ARTICLE}") -> str:
        porcelain.pull(str(self.folder), "origin")
        return (self.folder / path).read_text()


def put(file: Path, text: str | None) -> None:
    if text is None:
        file.unlink()
    else:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)


@pytest.fixture
def sides(tmp_path: Path) -> Iterator[tuple[Desk, Editor]]:
    porcelain.init(str(tmp_path / "shared"), bare=True).close()
    first = tmp_path / "first"
    porcelain.init(str(first)).close()
    put(first / f"content/{ARTICLE}", TEXT)
    put(first / "Makefile", "all:\n")
    porcelain.add(str(first), [str(first / "Makefile"), str(first / f"content/{ARTICLE}")])
    porcelain.commit(str(first), b"begin", author=WHO.encode(), committer=WHO.encode())
    porcelain.push(str(first), str(tmp_path / "shared"), porcelain.active_branch(str(first)))
    for name in ("desk", "editor"):
        porcelain.clone(str(tmp_path / "shared"), str(tmp_path / name)).close()
    content = tmp_path / "desk" / "content"
    repository = Repository(content)
    yield Desk(content, repository, Remote(repository, "origin")), Editor(tmp_path / "editor")
    repository.close()


def test_what_an_editor_sent_comes_into_the_content_folder(sides: tuple[Desk, Editor]) -> None:
    desk, editor = sides
    editor.push(TEXT.replace("Hai", "Hai, bằng git"))
    editor.push("Title: Mới\n\nBài mới.\n", "content/articles/2024/moi.md")
    assert desk.remote.fetch() == ""
    assert desk.remote.join() == ""
    assert "Hai, bằng git" in desk.text()
    assert "Bài mới." in desk.text("articles/2024/moi.md")
    assert desk.is_clean()
    editor.push(None)
    assert desk.remote.fetch() == desk.remote.join() == ""
    assert not (desk.content / ARTICLE).exists()
    assert desk.is_clean()


def test_what_both_sent_is_joined_where_it_does_not_touch(sides: tuple[Desk, Editor]) -> None:
    desk, editor = sides
    editor.push(TEXT.replace("Ba.", "Ba, bằng git."))
    desk.publish(TEXT.replace("Một.", "Một, ở tòa soạn."))
    assert "người khác" in desk.remote.send()
    assert desk.remote.fetch() == desk.remote.join() == desk.remote.send() == ""
    for text in (desk.text(), editor.text()):
        assert "Một, ở tòa soạn." in text
        assert "Ba, bằng git." in text
    assert desk.is_clean()
    assert desk.remote.fetch() == desk.remote.join() == ""


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (TEXT.replace("Hai.", "Hai, ở tòa soạn."), TEXT.replace("Hai.", "Hai, bằng git.")),
        (TEXT.replace("Hai.", "Hai, ở tòa soạn."), None),
        (None, TEXT.replace("Hai.", "Hai, bằng git.")),
    ],
)
def test_what_both_changed_in_one_place_is_told_and_changes_nothing(
    sides: tuple[Desk, Editor], ours: str | None, theirs: str | None
) -> None:
    desk, editor = sides
    editor.push("Title: Khác\n\nBài khác.\n", "content/articles/khac.md")
    editor.push(theirs)
    desk.publish(ours)
    desk.remote.fetch()
    said = desk.remote.join()
    assert f"content/{ARTICLE}" in said
    assert "git pull" in said
    assert not (desk.content / "articles/khac.md").exists()
    assert (desk.text() if ours else None) == ours
    assert desk.is_clean()


def test_a_file_that_somebody_changes_here_is_not_written_over(sides: tuple[Desk, Editor]) -> None:
    desk, editor = sides
    editor.push(TEXT.replace("Ba.", "Ba, bằng git."))
    mine = TEXT.replace("Một.", "Một, chưa ghi vào kho.")
    put(desk.content / ARTICLE, mine)
    desk.remote.fetch()
    assert ARTICLE in desk.remote.join()
    assert desk.text() == mine


def test_what_is_no_content_is_left_to_who_looks_after_the_machine(
    sides: tuple[Desk, Editor],
) -> None:
    desk, editor = sides
    editor.push("all: other\n", "Makefile")
    desk.remote.fetch()
    assert "Makefile" in desk.remote.join()
    assert (desk.content.parent / "Makefile").read_text() == "all:\n"


def test_what_a_killed_process_had_written_is_brought_to_its_end(
    sides: tuple[Desk, Editor], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, editor = sides
    editor.push(TEXT.replace("Ba.", "Ba, bằng git."))
    desk.publish(TEXT.replace("Một.", "Một, ở tòa soạn."))
    desk.remote.fetch()

    def killed(*_: object, **__: object) -> str:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Repository, "commit_files", killed)
        with pytest.raises(KeyboardInterrupt):
            desk.remote.join()
    assert "Ba, bằng git." in desk.text()
    assert not desk.is_clean()
    assert desk.remote.join() == desk.remote.send() == ""
    assert desk.is_clean()
    assert "Một, ở tòa soạn." in editor.text()


def test_a_remote_that_cannot_be_reached_is_told(
    sides: tuple[Desk, Editor], tmp_path: Path
) -> None:
    desk, _ = sides
    (tmp_path / "shared").rename(tmp_path / "away")
    assert "Chưa xem được kho chung" in desk.remote.fetch()
    assert desk.remote.join() == ""


def test_what_another_program_holds_is_joined_later(sides: tuple[Desk, Editor]) -> None:
    desk, editor = sides
    editor.push(TEXT.replace("Ba.", "Ba, bằng git."))
    desk.remote.fetch()
    branch = porcelain.active_branch(str(desk.content.parent)).decode()
    lock = desk.content.parent / f".git/refs/heads/{branch}.lock"
    lock.touch()
    with pytest.raises(OSError, match="chương trình khác"):
        desk.remote.join()
    lock.unlink()
    assert desk.remote.join() == ""
    assert "Ba, bằng git." in desk.text()
    assert desk.is_clean()
