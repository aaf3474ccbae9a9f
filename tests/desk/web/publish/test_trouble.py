"""What a machine does to the desk while it publishes."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from plugins.desk.web.publish import making, publisher
from plugins.desk.web.publish.publisher import Publisher
from plugins.desk.web.publish.queue import Publication, Queue
from plugins.desk.web.publish.repository import Repository
from tests.desk.web.http.test_writing import photo
from tests.desk.web.office import Office, form
from tests.desk.web.publish.test_publisher import published


def asked_for(office: Office, publishing: Publisher, title: str) -> str:
    """Have a new article published; return its number."""
    lan = office.browser("lan")
    number = lan.new()
    lan.save(number, form(title, Date="12/01/2024"))
    publishing.publish(office.desk.drafts.draft(number), 1)
    return number


def ended(publishing: Publisher, number: str) -> Publication:
    """Return a publication once it has ended."""
    for _ in range(600):
        last = publishing.queue.last_of(number)
        if last and last.state in ("live", "failed"):
            return last
        time.sleep(0.1)
    raise AssertionError(last)


@contextmanager
def locked(office: Office, *names: str) -> Iterator[None]:
    """Have another program hold files of git."""
    locks = [office.site.content / f".git/{name}.lock" for name in names]
    for lock in locks:
        lock.parent.mkdir(parents=True, exist_ok=True)
        lock.touch()
    try:
        yield
    finally:
        for lock in locks:
            lock.unlink()


def test_an_article_goes_live_while_another_program_holds_the_repository(office: Office) -> None:
    publishing = Publisher(office.desk)
    lan = office.browser("lan")
    number = lan.new()
    lan.put(f"{number}/anh?name=a.jpg", photo())
    lan.save(number, form("Kho bị khóa", "Chữ.\n\na.jpg\nChú thích.", Date="12/01/2024"))
    branch = publishing.repository.repo.refs.follow(b"HEAD")[0][-1].decode()  # type: ignore[arg-type] # bytes are a ref, too
    with locked(office, branch, "index"):
        last = published(office, publishing, number)
    assert (last.state, "Chưa ghi được vào lịch sử" in last.message) == ("live", True)
    assert "git đang được một chương trình khác dùng" in last.message
    folder = "articles/2024/01/kho-bi-khoa"
    assert publishing.repository.history(f"{folder}/index.md") == []
    with locked(office, "index"):
        last = published(office, publishing, number)
    assert (last.state, last.message) == ("live", "")
    assert publishing.repository.history(f"{folder}/index.md")
    assert publishing.repository.history(f"{folder}/a.jpg")


def failing_once(error: Exception) -> Any:
    """Return a function that raises once, and a way to have it before another."""
    left = [error]

    def before(real: Any) -> Any:
        def called(*given: Any) -> Any:
            if left:
                raise left.pop()
            return real(*given)

        return called

    return before


@pytest.mark.parametrize(
    ("owner", "name", "error"),
    [
        (Queue, "begin", sqlite3.OperationalError("database or disk is full")),
        (Queue, "end", sqlite3.OperationalError("database or disk is full")),
        (Queue, "unfinished", sqlite3.OperationalError("disk I/O error")),
        (Repository, "commit", ValueError("wrong")),
        (Publisher, "_join", KeyError("wrong")),
    ],
)
def test_what_fails_is_told_and_tried_again(
    office: Office,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    owner: type,
    name: str,
    error: Exception,
) -> None:
    publishing = Publisher(office.desk)
    monkeypatch.setattr(publisher, "_ROUND", 0.2)
    first = asked_for(office, publishing, f"Hỏng một lần {owner.__name__} {name}")
    monkeypatch.setattr(owner, name, failing_once(error)(getattr(owner, name)))
    publishing.begin()
    states = [ended(publishing, first).state]
    second = asked_for(office, publishing, f"Bài sau {owner.__name__} {name}")
    states.append(ended(publishing, second).state)
    publishing.end()
    assert caplog.records
    is_fault = owner is Repository  # of the program, in one article: it keeps no other waiting
    assert states == ["failed" if is_fault else "live", "live"]
    assert "trục trặc" not in publishing.fault


def test_trouble_is_told_as_long_as_it_lasts(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    publishing = Publisher(office.desk)
    monkeypatch.setattr(publisher, "_ROUND", 0.1)

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(Queue, "begin", full)
        number = asked_for(office, publishing, "Đĩa đầy")
        publishing.begin()
        for _ in range(600):
            if "disk is full" in publishing.fault:
                break
            time.sleep(0.1)
        assert "máy đang thử lại" in publishing.fault
        assert office.desk.drafts.draft(number).state == "publishing"
    assert ended(publishing, number).state == "live"
    publishing.end()


def test_a_file_that_cannot_be_read_keeps_nobody_waiting(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    publishing = Publisher(office.desk)
    path = "articles/2024/01/khong-doc/index.md"
    office.site.write(path, Title="Không đọc được")
    number = office.browser("lan").open(path)

    def unreadable(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(making, "content_of_file", unreadable)
        last = published(office, publishing, number)
    assert (last.state, "Permission denied" in last.message) == ("failed", True)
    assert published(office, publishing, number).state == "live"


def test_a_photo_and_an_article_are_on_the_disk_before_they_have_their_names(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    publishing, lan = Publisher(office.desk), office.browser("lan")
    number = lan.new()
    folder = office.site.path("articles/2024/01/mat-dien")
    files = (office.desk.photos_of(number) / "a.jpg", folder / "a.jpg", folder / "index.md")
    synced: list[tuple[int, list[bool]]] = []
    real = os.fsync

    def fsync(number: int) -> None:
        there = [file.exists() and file.stat().st_size > 0 for file in files]
        synced.append((os.fstat(number).st_ino, there))
        real(number)

    monkeypatch.setattr(os, "fsync", fsync)
    lan.put(f"{number}/anh?name=a.jpg", photo())
    lan.save(number, form("Mất điện", "Chữ.\n\na.jpg\nChú thích.", Date="12/01/2024"))
    assert published(office, publishing, number).state == "live"
    for at, file in enumerate(files):
        (there,) = [there for one, there in synced if one == file.stat().st_ino]
        assert not there[at]
