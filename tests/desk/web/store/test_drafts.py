from __future__ import annotations

import random
import threading
from pathlib import Path

import pytest

from plugins.desk.web.store.database import Database
from plugins.desk.web.store.drafts import Drafts, Form, UnknownDraftError

LAN, TUAN = 1, 2


@pytest.fixture
def drafts(tmp_path: Path) -> Drafts:
    return Drafts(Database(tmp_path / "desk" / "desk.sqlite3"))


def text(words: str) -> Form:
    return Form({"Title": words}, [])


def test_a_save_of_the_newest_version_is_the_next_one(drafts: Drafts) -> None:
    draft = drafts.begin(LAN, text("một"))
    assert drafts.save(draft.id, LAN, "a", 1, text("hai")).version == 2
    assert drafts.draft(draft.id).form == text("hai")


def test_a_save_over_a_newer_version_is_set_aside_and_told(drafts: Drafts) -> None:
    draft = drafts.begin(LAN, text("một"))
    drafts.save(draft.id, TUAN, "b", 1, text("của Tuấn"))
    saved = drafts.save(draft.id, LAN, "a", 1, text("của Lan"))
    assert (saved.version, saved.newer, saved.writer) == (2, text("của Tuấn"), TUAN)
    assert drafts.draft(draft.id).form == text("của Tuấn")
    (aside,) = drafts.asides(draft.id)
    assert (aside.user, aside.form) == (LAN, text("của Lan"))
    drafts.save(draft.id, LAN, "a", 2, text("của Tuấn và Lan"))
    assert drafts.asides(draft.id) == []


def test_a_window_that_was_not_told_of_its_own_save_has_no_conflict_with_itself(
    drafts: Drafts,
) -> None:
    draft = drafts.begin(LAN, text("một"))
    drafts.save(draft.id, LAN, "a", 1, text("hai"))
    saved = drafts.save(draft.id, LAN, "a", 1, text("hai ba"))
    assert (saved.version, saved.newer) == (3, None)
    assert drafts.save(draft.id, LAN, "another window", 1, text("bốn")).newer == text("hai ba")


def test_one_writers_versions_of_a_few_minutes_are_kept_as_their_last(drafts: Drafts) -> None:
    draft = drafts.begin(LAN, text("một"))
    for version in range(1, 6):
        drafts.save(draft.id, LAN, "a", version, text(f"bản {version}"))
    drafts.save(draft.id, TUAN, "b", 6, text("của Tuấn"))
    drafts.save(draft.id, LAN, "a", 7, text("của Lan"))
    kept = [drafts.form_of(draft.id, number) for number, _, _ in drafts.versions(draft.id)]
    assert kept == [text("của Lan"), text("của Tuấn"), text("bản 5"), text("bản 1"), text("một")]


def test_an_article_of_the_site_has_one_draft(drafts: Drafts) -> None:
    first = drafts.begin(LAN, text("một"), "articles/a.md", b"x")
    assert drafts.begin(TUAN, text("hai"), "articles/a.md", b"x").id == first.id
    drafts.discard(first.id)
    assert drafts.begin(TUAN, text("hai"), "articles/a.md", b"x").id != first.id


def test_who_else_has_an_article_open_is_told_until_he_leaves(drafts: Drafts) -> None:
    draft = drafts.begin(LAN, text("một"))
    assert drafts.here(draft.id, LAN, "a") == []
    assert drafts.here(draft.id, LAN, "a second window") == []
    assert drafts.here(draft.id, TUAN, "b") == [LAN]


def test_what_is_not_there_is_not_saved_in_silence(drafts: Drafts) -> None:
    with pytest.raises(UnknownDraftError):
        drafts.save("nothing", LAN, "a", 1, text("hai"))


def test_of_many_saves_at_once_each_text_is_a_version_or_was_set_aside(drafts: Drafts) -> None:
    draft = drafts.begin(LAN, text("một"))
    told: list[tuple[str, bool]] = []

    def write(tab: str, user: int) -> None:
        version = 1
        for number in range(40):
            words = f"{tab} {number}"
            saved = drafts.save(draft.id, user, tab, version, text(words))
            told.append((words, saved.newer is None))
            version = saved.version if random.random() < 0.7 else version

    writers = [threading.Thread(target=write, args=(f"w{n}", n % 2 + 1)) for n in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    last = drafts.draft(draft.id)
    taken = [words for words, was_taken in told if was_taken]
    assert last.version == len(taken) + 1
    assert last.form.fields["Title"] in taken
