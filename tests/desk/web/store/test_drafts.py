from __future__ import annotations

import random
import sqlite3
import threading
from pathlib import Path
from typing import Any, cast

import pytest

from plugins.desk.web.publish.queue import Queue
from plugins.desk.web.store.database import Database
from plugins.desk.web.store.drafts import Drafts, Form, ReplacedError, State, UnknownDraftError

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


def test_versions_are_kept_of_which_more_than_slips_is_gone(drafts: Drafts) -> None:
    draft = drafts.begin(LAN, text("một"))
    long = " ".join(f"chữ-{number}" for number in range(30))
    for version, words in enumerate(("đầu", long, "", "gõ lại", "gõ lại từ đầu"), 1):
        drafts.save(draft.id, LAN, "a", version, text(words))
    kept = [drafts.form_of(draft.id, number) for number, _, _ in drafts.versions(draft.id)]
    assert text(long) in kept
    assert text("gõ lại") not in kept


def test_lines_of_one_word_are_many_words(drafts: Drafts) -> None:
    draft = drafts.begin(LAN, text("một"))
    poem = "\n".join(f"chữ{number}" for number in range(30))
    for version, words in enumerate(("đầu", poem, "đầu"), 1):
        block = {"gap": 0, "text": words, "photos": [{"name": "a.jpg", "alt": ""}]}
        drafts.save(draft.id, LAN, "a", version, Form({}, [block]))
    kept = [drafts.form_of(draft.id, number) for number, _, _ in drafts.versions(draft.id)]
    assert any(one and one.blocks and one.blocks[0]["text"] == poem for one in kept)


def test_a_version_on_its_way_to_the_site_is_kept(tmp_path: Path) -> None:
    database = Database(tmp_path / "desk.sqlite3")
    drafts, queue = Drafts(database), Queue(database)
    draft = drafts.begin(LAN, text("một"))
    for version in range(1, 7):
        drafts.save(draft.id, LAN, "a", version, text(f"bản {version}"))
        if version == 3:
            queue.ask(draft.id, 4, LAN, "publish", "")
    assert drafts.form_of(draft.id, 4) == text("bản 3")
    assert drafts.form_of(draft.id, 5) is None


def test_a_text_that_was_set_aside_is_kept_whatever_comes_after_it(drafts: Drafts) -> None:
    draft = drafts.begin(LAN, text("một"))
    drafts.save(draft.id, TUAN, "b", 1, text("của Tuấn"))
    for words in ("của Lan", "của Lan", "của Lan, thêm nữa"):  # the second: asked again
        assert drafts.save(draft.id, LAN, "a", 1, text(words)).newer
    (open_,) = drafts.asides(draft.id)
    assert open_.form == text("của Lan, thêm nữa")
    drafts.settle(draft.id, open_.id)
    assert drafts.asides(draft.id) == []
    kept = [one.form for one in drafts.asides(draft.id, settled=True)]
    assert kept == [text("của Lan"), text("của Lan, thêm nữa")]


def test_who_writes_on_in_a_draft_that_was_discarded_brings_it_back(drafts: Drafts) -> None:
    draft = drafts.begin(LAN, text("một"), "articles/a.md", b"x")
    drafts.discard(draft.id)
    assert drafts.of_path("articles/a.md") is None
    assert drafts.all("writing") == []
    drafts.save(draft.id, TUAN, "b", 1, text("hai"))
    (back,) = drafts.all("writing")
    assert (back.id, back.path, back.base) == (draft.id, "articles/a.md", b"x")


def test_what_is_set_aside_beside_a_draft_that_is_on_no_list_puts_it_on_one(
    drafts: Drafts,
) -> None:
    draft = drafts.begin(LAN, text("một"), "articles/a.md", b"x")
    for number, state in enumerate(("discarded", "done"), 1):
        drafts.save(draft.id, LAN, "a", number, text(f"bản {number}"))
        drafts.mark(draft.id, cast("State", state))
        saved = drafts.save(draft.id, TUAN, f"b{number}", number, text(f"một trang {number}"))
        assert saved.newer == text(f"bản {number}")
        assert [one.id for one in drafts.all("writing")] == [draft.id]


def test_what_is_written_in_a_discarded_draft_stands_beside_the_one_begun_since(
    drafts: Drafts,
) -> None:
    old = drafts.begin(LAN, text("một"), "articles/a.md", b"x")
    drafts.discard(old.id)
    new = drafts.begin(LAN, text("một"), "articles/a.md", b"x")
    with pytest.raises(ReplacedError):
        drafts.save(old.id, TUAN, "b", 1, text("hai"))
    (aside,) = drafts.asides(new.id)
    assert (aside.user, aside.form) == (TUAN, text("hai"))


def test_after_a_full_disk_what_is_saved_is_saved(tmp_path: Path) -> None:
    file = tmp_path / "desk" / "desk.sqlite3"
    database = Database(file)
    drafts = Drafts(database)
    draft = drafts.begin(LAN, text("một"))
    with database.transaction() as db:
        pages = db.execute("PRAGMA page_count").fetchone()[0]
    database._db.execute(f"PRAGMA max_page_count={pages}")
    with pytest.raises(sqlite3.OperationalError, match="full"):
        drafts.save(draft.id, LAN, "a", 1, text("dài " * 9000))
    database._db.execute("PRAGMA max_page_count=100000")
    drafts.save(draft.id, LAN, "a", 1, text("hai"))
    other = Drafts(Database(file))  # sees only what is on the disk
    assert other.draft(draft.id).form == text("hai")


def test_a_transaction_that_cannot_be_ended_is_not_gone_on_with(tmp_path: Path) -> None:
    file = tmp_path / "desk" / "desk.sqlite3"
    database = Database(file)
    drafts = Drafts(database)
    draft = drafts.begin(LAN, text("một"))
    real = database._db
    database._db = cast("sqlite3.Connection", FailingAtTheEnd(real))
    with pytest.raises(sqlite3.OperationalError):
        drafts.save(draft.id, LAN, "a", 1, text("mất"))
    database._db = real
    drafts.save(draft.id, LAN, "a", 1, text("hai"))
    assert Drafts(Database(file)).draft(draft.id).form == text("hai")


class FailingAtTheEnd:
    """A connection to a file on a disk that is full when a transaction ends."""

    def __init__(self, real: sqlite3.Connection) -> None:
        self._real = real

    def execute(self, statement: str, *values: Any) -> Any:
        if statement == "COMMIT":
            raise sqlite3.OperationalError("disk I/O error")
        return self._real.execute(statement, *values)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)


@pytest.mark.parametrize("version", [1, 2])
def test_a_file_of_an_earlier_version_is_taken_over(tmp_path: Path, version: int) -> None:
    file = tmp_path / "desk" / "desk.sqlite3"
    drafts = Drafts(Database(file))
    draft = drafts.begin(LAN, text("một"), "articles/a.md", b"x")
    old = sqlite3.connect(file)
    if version == 1:
        old.execute("DROP INDEX draft_path")
        old.execute("CREATE UNIQUE INDEX draft_path ON draft (path) WHERE path <> ''")
    for table in ("version", "aside"):
        old.execute(f"ALTER TABLE {table} DROP COLUMN typed")
    old.execute(f"PRAGMA user_version={version}")
    old.commit()
    old.close()
    drafts = Drafts(Database(file))
    drafts.save(draft.id, LAN, "a", 1, text("hai"), 7)
    assert drafts.windows(draft.id) == {"a": 7}
    drafts.discard(draft.id)
    assert drafts.begin(TUAN, text("hai"), "articles/a.md", b"x").id != draft.id


def test_a_text_that_comes_behind_a_later_one_of_its_window_is_not_taken_for_newer(
    drafts: Drafts,
) -> None:
    draft = drafts.begin(LAN, text("một"))
    drafts.save(draft.id, LAN, "a", 1, text("một hai ba"), 20)
    assert drafts.save(draft.id, LAN, "a", 1, text("một hai"), 10).newer == text("một hai ba")
    assert drafts.asides(draft.id) == []
    assert drafts.draft(draft.id).form == text("một hai ba")
    assert drafts.save(draft.id, LAN, "a", 1, text("một hai ba bốn"), 30).version == 3
    drafts.save(draft.id, TUAN, "b", 3, text("của Tuấn"), 5)
    assert drafts.save(draft.id, LAN, "a", 3, text("của Lan, dài"), 50).newer
    drafts.save(draft.id, LAN, "a", 3, text("của Lan"), 40)
    assert [one.form for one in drafts.asides(draft.id)] == [text("của Lan, dài")]


def test_what_the_page_before_had_sent_last_is_not_written_over_by_the_one_that_goes_on(
    drafts: Drafts,
) -> None:
    draft = drafts.begin(LAN, text("một"))
    drafts.save(draft.id, LAN, "a", 1, text("một hai"), 20, (10, 30))  # of the next page
    drafts.save(draft.id, LAN, "a", 1, text("một hai ba"), 25)  # on its way when the first ended
    saved = drafts.save(draft.id, LAN, "a", 2, text("một hai bốn"), 40, (20, 30))
    assert saved.newer == text("một hai ba")
    assert [one.form for one in drafts.asides(draft.id)] == [text("một hai bốn")]


def test_a_text_that_stands_beside_another_draft_is_put_there_once(drafts: Drafts) -> None:
    old = drafts.begin(LAN, text("một"), "articles/a.md", b"x")
    drafts.discard(old.id)
    new = drafts.begin(LAN, text("một"), "articles/a.md", b"x")
    for _ in range(2):
        with pytest.raises(ReplacedError):
            drafts.save(old.id, TUAN, "b", 1, text("hai"), 7)
        for aside in drafts.asides(new.id):
            drafts.settle(new.id, aside.id)
    assert len(drafts.asides(new.id, settled=True)) == 1


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
