from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.attribution import Outlet, Source
from plugins.core import checks
from plugins.core.article import Article, Body
from plugins.core.problems import Problem
from plugins.core.terms import Term
from plugins.engine.errors import StateError
from plugins.engine.plan.catalogue import lists_of
from plugins.engine.scan.reading import pack_reading
from plugins.engine.store.codec import pack, unpack
from plugins.engine.store.database import State, discard, load_article, load_body
from plugins.engine.store.rows import SEEN, Row, epoch
from tests.engine.made import START, Collected, article, keep, read


@pytest.fixture
def state() -> Iterator[State]:
    made = State(":memory:")
    yield made
    made.close()


# Values


def test_a_packed_value_comes_back_as_it_was() -> None:
    value = {"a": [article("a"), Term("tag", "Bắc Hà", "bac-ha")], "b": None}
    assert unpack(pack(value)) == value


@given(st.binary(max_size=60), st.data())
def test_a_packed_value_tells_when_any_byte_of_it_was_changed(
    content: bytes, data: st.DataObject
) -> None:
    packed = bytearray(pack(content))
    place = data.draw(st.integers(0, len(packed) - 1))
    packed[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises(StateError, match="bị hỏng"):
        unpack(bytes(packed))


@pytest.mark.parametrize("length", [0, 1, 4, 20])
def test_a_packed_value_tells_when_it_was_cut_short(length: int) -> None:
    with pytest.raises(StateError):
        unpack(pack(["một", "hai", "ba"])[:length])


class Passing:
    """A class that the next version of the program will not have."""


def test_a_value_of_a_class_that_is_no_more_is_another_versions(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    packed = pack(Passing())
    monkeypatch.delitem(globals(), "Passing")
    with pytest.raises(StateError, match="phiên bản khác") as error:
        unpack(packed)
    assert isinstance(error.value.__cause__, (AttributeError, pickle.UnpicklingError))


def test_moments_are_counted_in_microseconds_whatever_the_zone() -> None:
    moment = datetime(2024, 1, 31, 1, 0, 0, 5, tzinfo=ZoneInfo("UTC"))
    assert epoch(moment) == epoch(moment.astimezone(ZoneInfo("Asia/Ho_Chi_Minh")))
    assert epoch(moment) - epoch(moment.replace(microsecond=4)) == 1
    assert epoch(None) == 0


# The file


def test_what_was_committed_is_there_the_next_time(tmp_path: Path) -> None:
    first = State(tmp_path / "s.sqlite")
    first.remember("chào", {"a": 1})
    first.commit()
    first.close()
    second = State(tmp_path / "s.sqlite")
    assert second.fact("chào") == {"a": 1}
    assert second.fact("không có") is None
    second.close()


def test_what_was_not_committed_leaves_no_trace(tmp_path: Path) -> None:
    with_one = State(tmp_path / "s.sqlite")
    keep(with_one, read(article("a")))
    with_one.commit()
    with_one.close()
    broken_off = State(tmp_path / "s.sqlite")
    (row,) = broken_off.rows()
    broken_off.remove(row)
    broken_off.leave(row)
    keep(broken_off, read(article("b")))
    broken_off.remember("x", 1)
    broken_off.close()
    after = State(tmp_path / "s.sqlite")
    assert [row.slug for row in after.rows()] == ["a"]
    assert [entry.slug for entry in after.entries("all", "")] == ["a"]
    assert after.fact("x") is None
    after.close()


def test_a_state_that_never_was_committed_is_an_empty_one(tmp_path: Path) -> None:
    State(tmp_path / "s.sqlite").close()
    state = State(tmp_path / "s.sqlite")
    assert (state.rows(), state.fact("fingerprints")) == ([], None)
    state.close()


@pytest.mark.parametrize(
    "content", [b"SQLite format 3\0" + b"\0" * 100, "chữ nghĩa".encode() * 500, b"\xff" * 5000]
)
def test_a_file_that_is_no_state_is_not_believed(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "s.sqlite").write_bytes(content)
    with pytest.raises(StateError, match="không đọc được dữ liệu dựng lần trước"):
        State(tmp_path / "s.sqlite")


def test_an_empty_file_is_an_empty_state(tmp_path: Path) -> None:
    (tmp_path / "s.sqlite").touch()
    state = State(tmp_path / "s.sqlite")
    assert state.rows() == []
    state.close()


def test_a_state_that_was_cut_short_is_not_believed(tmp_path: Path) -> None:
    file = tmp_path / "s.sqlite"
    whole = State(file)
    for number in range(50):
        keep(whole, read(article(f"b{number}", number, tag_names=("x",))))
    whole.commit()
    whole.close()
    data = file.read_bytes()
    for length in (len(data) // 10, len(data) // 2, len(data) - 4096):
        file.write_bytes(data[:length])
        with pytest.raises((StateError, sqlite3.DatabaseError)):  # both: build everything anew
            _read_all(file)


def _read_all(file: Path) -> None:
    state = State(file)
    try:
        for row in state.rows():
            state.body(row.id)
        for kind in ("all", "tag", "month"):
            state.keys(kind)
    finally:
        state.close()


@pytest.mark.parametrize("version", [0, 1, 999])
def test_another_programs_file_or_another_versions_is_not_believed(
    tmp_path: Path, version: int
) -> None:
    foreign = sqlite3.connect(tmp_path / "s.sqlite")
    foreign.execute("CREATE TABLE articles (x)")
    foreign.execute(f"PRAGMA user_version={version}")
    foreign.commit()
    foreign.close()
    with pytest.raises(StateError, match="phiên bản khác"):
        State(tmp_path / "s.sqlite")


def test_a_state_that_is_given_up_goes_with_all_that_lies_beside_it(tmp_path: Path) -> None:
    for name in ("s.sqlite", "s.sqlite-wal", "s.sqlite-shm", "s.sqlite-journal", "t.sqlite"):
        (tmp_path / name).write_text("x")
    discard(tmp_path / "s.sqlite")
    discard(tmp_path / "s.sqlite")
    assert [path.name for path in tmp_path.iterdir()] == ["t.sqlite"]


# Files and folders


def test_stamps_are_kept_by_what_they_are_of(state: State) -> None:
    assert state.signatures("sources") == {}
    state.put_signatures("sources", {"a.md": (1, 2), "ảnh.jpg": (-1, -1)}, [])
    state.put_signatures("output", {"a/index.html": (3, 1_700_000_000_123_456_789)}, [])
    state.put_signatures("sources", {"a.md": (5, 2)}, ["ảnh.jpg", "không có"])
    assert state.signatures("sources") == {"a.md": (5, 2)}
    assert state.signatures("output") == {"a/index.html": (3, 1_700_000_000_123_456_789)}


def test_stamps_of_many_files_are_kept_each(state: State) -> None:
    many = {f"{number}.md": (number, number) for number in range(1000)}
    state.put_signatures("sources", many, [])
    state.put_signatures("sources", {"7.md": (0, 0)}, ["8.md"])
    assert state.signatures("sources") == {k: v for k, v in many.items() if k != "8.md"} | {
        "7.md": (0, 0)
    }


def test_folders_are_kept_and_forgotten(state: State) -> None:
    state.put_folders({"": ("a", "ảnh.jpg"), "x": ()})
    state.put_folders({"y": ("b",), "x": None})
    assert state.folders() == {"": ("a", "ảnh.jpg"), "y": ("b",)}


# Articles


def test_an_article_is_kept_whole(state: State) -> None:
    one = article("a", 1, "Văn hóa", tag_names=("x",), source=Source("An", (Outlet("Báo A"),)))
    body = Body("<p>a</p>", linked=(("articles/b.md", 3),))
    row = keep(state, read(one, body), b"digest")
    assert state.rows() == [row]
    assert row == Row(
        id=row.id,
        path="articles/a.md",
        digest=b"digest",
        kind="article",
        state="published",
        moment=epoch(one.date),
        slug="a",
        url="2024/01/a/",
        pictured=False,
        lists=lists_of(one, body),
    )
    ((number, listing),) = state.listings([row.id])
    assert number == row.id
    assert load_article(listing) == one
    assert load_body(state.body(row.id)) == body


def test_only_a_change_of_what_lists_show_counts_as_one(state: State) -> None:
    one = article("a")

    def put(of: Article, text: str) -> bool:
        return state.put(pack_reading(read(of, Body(text))), b"", "published")[1]

    assert put(one, "cũ")
    assert not put(article("a"), "mới")
    assert load_body(state.body(1)).html == "mới"
    assert put(article("a", title="Khác"), "mới")
    assert len(state.rows()) == 1


def test_an_article_that_went_is_forgotten_with_its_links_and_warnings(state: State) -> None:
    warning = Problem(checks.HTML_REMOVED, "articles/a.md", 1, "sai", "sửa")
    row = keep(state, read(article("a"), Body("", linked=(("b.md", 1),))))
    state.put_warnings([row.id], {row.id: [warning]})
    assert state.warned() == 1
    state.remove(row)
    assert (state.rows(), state.linking_to(["b.md"])) == ([], set())
    assert state.warned() == 0


def test_warnings_and_links_are_those_of_the_last_reading(state: State) -> None:
    warning = Problem(checks.HTML_REMOVED, "articles/a.md", 1, "sai", "sửa")
    linked = Body("", linked=(("b.md", 1), ("b.md", 9), ("c.md", 2)))
    first = keep(state, read(article("a"), linked))
    state.put_warnings([first.id], {first.id: [warning, warning]})
    assert state.warned() == 2
    assert list(state.warnings()) == [(first.id, (warning, warning))]
    assert state.linking_to(["b.md"]) == state.linking_to(["c.md", "x.md"]) == {first.id}
    keep(state, read(article("a"), Body("", linked=(("c.md", 2),))))
    state.put_warnings([first.id], {})
    assert state.warned() == 0
    assert state.linking_to(["b.md"]) == set()
    assert state.linking_to(["c.md"]) == {first.id}


def test_addresses_are_known_of_those_that_others_link_to(state: State) -> None:
    keep(state, read(article("a"), Body("", linked=(("articles/b.md", 1), ("mat.md", 2)))))
    keep(state, read(article("b")))
    assert state.linked_addresses() == {"articles/b.md": "2024/01/b/"}


def test_what_a_reading_hung_on_is_kept_if_it_hung_on_anything(state: State) -> None:
    lookups = ((("articles", "a.jpg"), ("A.jpg",)),)
    keep(state, read(article("a"), lookups=lookups, files=("articles/A.jpg",)))
    keep(state, read(article("b")))
    assert list(state.dependencies()) == [("articles/a.md", lookups, ("articles/A.jpg",))]


# Lists


def listed(state: State, kind: str = "all", key: str = "") -> list[str]:
    return [entry.slug for entry in state.entries(kind, key)]


def test_a_list_is_newest_first_then_by_slug_whatever_the_order_of_coming(state: State) -> None:
    for slug, age in (("c", 1), ("a", 2), ("b", 1), ("moi", 0)):
        keep(state, read(article(slug, age)))
    assert listed(state) == ["moi", "b", "c", "a"]


def test_only_what_is_published_is_on_lists(state: State) -> None:
    for slug, status in (("a", "published"), ("b", "hidden"), ("c", "draft")):
        keep(state, read(article(slug, tag_names=("x",), status=status)))
    assert listed(state, "tag", "x") == ["a"]
    assert state.keys("tag") == {"x": 1}
    hidden = {row.id for row in state.rows(states=SEEN)}
    assert state.users("tag", "x") == hidden


@pytest.mark.parametrize("status", ["published", "hidden", "draft"])
def test_who_leaves_is_on_no_list_any_more(state: State, status: str) -> None:
    row = keep(state, read(article("a", tag_names=("x", "y"), status=status)))
    keep(state, read(article("b", tag_names=("x",))))
    state.leave(row)
    assert listed(state) == listed(state, "tag", "x") == ["b"]
    assert state.users("tag", "x") == {2}
    assert state.keys("tag") == {"x": 1}


def test_months_are_counted_in_their_order(state: State) -> None:
    for slug, age in (("a", 0), ("b", 400), ("c", 40), ("d", 41)):
        keep(state, read(article(slug, age)))
    assert list(state.keys("month").items()) == [("2022-12", 1), ("2023-12", 2), ("2024-01", 1)]


def test_a_name_is_as_its_oldest_published_article_wrote_it(state: State) -> None:
    for slug, age, name, status in (
        ("a", 0, "DU LỊCH", "published"),
        ("b", 5, "du  lịch", "published"),
        ("c", 3, "Du Lịch", "published"),
        ("d", 9, "Du lịch", "hidden"),
        ("e", 9, "dU LỊCH", "draft"),
    ):
        keep(state, read(article(slug, age, tag_names=(name,), status=status)))
    (row,) = state.rows(slug="b")
    assert list(state.first_uses("tag")) == [("du lịch", row.moment)]
    state.leave(row)
    assert [name for name, _ in state.first_uses("tag")] == ["Du Lịch"]


def test_of_two_spellings_of_one_moment_the_same_wins_in_any_order() -> None:
    for names in (("Ẩm thực", "ẨM THỰC"), ("ẨM THỰC", "Ẩm thực")):
        state = State(":memory:")
        for number, name in enumerate(names):
            keep(state, read(article(f"b{number}", 1, tag_names=(name,))))
        assert [name for name, _ in state.first_uses("tag")] == [min(names)]
        state.close()


def test_a_name_that_only_hidden_articles_have_comes_last(state: State) -> None:
    keep(state, read(article("a", 99, tag_names=("Bắc Hà",), status="hidden")))
    keep(state, read(article("b", 0, tag_names=("Bạc Hà",))))
    uses = sorted(state.first_uses("tag"), key=lambda use: use[1])
    assert [name for name, _ in uses] == ["Bạc Hà", "Bắc Hà"]
    assert uses[0][1] == epoch(START)


# Photos and attachments


def test_a_file_is_lost_only_when_its_last_user_is_gone(state: State) -> None:
    assert state.set_media(1, ["anh/a.jpg", "anh/b.jpg"]) == set()
    assert state.set_media(2, ["anh/b.jpg"]) == set()
    assert state.set_media(1, []) == {"anh/a.jpg"}
    assert state.media() == {"anh/b.jpg"}
    assert state.set_media(2, ["anh/c.jpg"]) == {"anh/b.jpg"}


# Pages


def test_a_page_may_change_hands_and_go(state: State) -> None:
    state.put_pages([("a", "article:1", b"a1"), ("b", "home", b"h"), ("c", "home", b"")])
    state.put_pages([("a", "article:2", b"a2")])
    assert state.groups() == {"a": "article:2", "b": "home", "c": "home"}
    assert state.pages_of("article:1") == {}
    assert state.pages_of("home") == {"b": b"h", "c": b""}
    assert list(state.cached_plans_of(["a", "không có"])) == [("a", "article:2", b"a2")]
    state.remove_pages(["a", "không có"])
    assert (set(state.groups()), state.page_count()) == ({"b", "c"}, 2)


def test_only_articles_that_may_hang_on_a_file_or_folder_are_opened(state: State) -> None:
    lookups = ((("bài/ảnh", "x.jpg"), ("x.jpg",)),)
    keep(state, read(article("a", 1), lookups=lookups, files=("bài/ảnh/x.jpg",)))
    keep(state, read(article("b", 2), lookups=((("khác", "y.jpg"), ()),)))
    opened = {
        named: [path for path, *_ in state.dependencies([named])]
        for named in ("bài/ảnh", "bài/ảnh/x.jpg", "khác", "mới", "")
    }
    assert opened == {
        "bài/ảnh": ["articles/a.md"],
        "bài/ảnh/x.jpg": ["articles/a.md"],
        "khác": ["articles/b.md"],
        "mới": [],
        "": ["articles/a.md", "articles/b.md"],
    }


def test_the_names_in_one_folder_can_be_asked_for(state: State) -> None:
    state.put_folders({"a": ("x.jpg", "y/")})
    assert state.names_in("a") == ("x.jpg", "y/")
    assert state.names_in("b") == ()


def test_what_is_used_by_an_article_is_known_by_folder(state: State) -> None:
    files = {"a/1.jpg", "a/anh/2.jpg", "ab/3.jpg"}
    assert state.set_uses(1, files) == files
    assert state.set_uses(2, ["a/1.jpg"]) == {"a/1.jpg"}
    assert state.used_below("a") == {"a/1.jpg", "a/anh/2.jpg"}
    assert state.used_below("") == files
    assert state.set_uses(1, ["ab/3.jpg", "c.jpg"]) == {"a/1.jpg", "a/anh/2.jpg", "c.jpg"}
    assert state.used_below("a") == {"a/1.jpg"}
    assert state.is_used("c.jpg")
    assert state.set_uses(2, ()) == {"a/1.jpg"}
    assert not state.is_used("a/1.jpg")


def test_the_keys_of_a_kind_are_those_of_lists_that_readers_see() -> None:
    collected = Collected(
        article("a", 0), article("b", 400), article("c", 800, status="hidden"), article("d", 1)
    )
    assert collected.state.distinct("year") == ["2022", "2024"]
    assert collected.state.distinct("nothing") == []
