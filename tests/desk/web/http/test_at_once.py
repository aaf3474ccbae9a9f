"""Requests that come in the same instant."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from starlette.requests import Request

from plugins.desk.web.http import photos, publishing
from plugins.desk.web.http.answers import draft_of
from plugins.desk.web.store.drafts import Draft
from tests.desk.web.http.test_writing import photo
from tests.desk.web.office import Office, form


def test_what_is_typed_as_a_colleague_discards_the_article_brings_it_back(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    lan, tuan = office.browser("lan"), office.browser("tuan")
    number = lan.new()
    lan.save(number, form("Bỏ hay viết", "Một."))
    saved = []

    def write() -> None:
        saved.append(tuan.save(number, form("Bỏ hay viết", "Một. Hai."), 2, tab="b"))

    writing = threading.Thread(target=write)

    def looked(request: Request) -> Draft:
        draft = draft_of(request)
        if not saved:
            writing.start()
            writing.join(0.5)
        return draft

    with monkeypatch.context() as patch:
        patch.setattr(publishing, "draft_of", looked)
        lan.post(f"{number}/viec", does="discard", version=2)
    writing.join()
    assert saved == [(200, {"version": 3})]
    assert office.desk.drafts.draft(number).state == "writing"


def test_two_photos_of_one_name_are_two(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    visitor = office.browser("lan")
    number = visitor.new()
    monkeypatch.setattr(photos, "_files", lambda _: list[Path]())  # neither sees the other
    names = [
        visitor.put(f"{number}/anh?name=a.jpg", photo(colour))[1]["name"]
        for colour in ("navy", "teal")
    ]
    assert names == ["a.jpg", "a-2.jpg"]
    folder = office.desk.photos_of(number)
    assert (folder / names[0]).read_bytes() == photo("navy")
    assert (folder / names[1]).read_bytes() == photo("teal")
