from __future__ import annotations

from pathlib import Path

import pytest

from plugins.desk.web.accounts.sessions import IDLE, LONGEST, Sessions
from plugins.desk.web.accounts.throttle import WINDOW, Throttle
from plugins.desk.web.accounts.users import AccountError, Users
from plugins.desk.web.store.database import Database

PASSWORD = "một câu thật dễ nhớ"  # noqa: S105 - of a test's account


class Clock:
    """Seconds that a test lets pass."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database(tmp_path / "desk" / "desk.sqlite3")


def test_a_session_ends_when_nobody_uses_it_and_after_a_day_of_work(database: Database) -> None:
    user = Users(database).add("lan", "Lan", "editor", PASSWORD)
    clock = Clock()
    sessions = Sessions(database, clock)
    token = sessions.begin(user)
    for _ in range(int(LONGEST // (IDLE - 1))):
        clock.now += IDLE - 1
        assert sessions.find(token)
    clock.now += IDLE - 1
    assert sessions.find(token) is None
    token = sessions.begin(user)
    clock.now += IDLE + 1
    assert sessions.find(token) is None


def test_the_database_does_not_hold_what_a_cookie_does(database: Database) -> None:
    user = Users(database).add("lan", "Lan", "editor", PASSWORD)
    token = Sessions(database).begin(user)
    with database.transaction() as db:
        (row,) = db.execute("SELECT token FROM session").fetchall()
    assert token.encode() not in row["token"]
    assert Sessions(database).find(row["token"].hex()) is None


def test_another_password_ends_all_sessions_and_so_does_an_account_that_is_closed(
    database: Database,
) -> None:
    users, sessions = Users(database), Sessions(database)
    user = users.add("lan", "Lan", "editor", PASSWORD)
    token = sessions.begin(user)
    users.change_password("lan", "câu khác cũng dễ nhớ")
    assert sessions.find(token) is None
    assert users.check("lan", PASSWORD) is None
    token = sessions.begin(user)
    users.disable("lan")
    assert sessions.find(token) is None
    assert users.check("lan", "câu khác cũng dễ nhớ") is None


@pytest.mark.parametrize(("name", "full_name"), [("Lan Anh", "Lan"), ("lan", " "), ("l", "Lan")])
def test_an_account_needs_names_that_can_be_typed(
    database: Database, name: str, full_name: str
) -> None:
    with pytest.raises(AccountError):
        Users(database).add(name, full_name, "editor", PASSWORD)


def test_who_guesses_waits_and_who_sits_elsewhere_does_not(database: Database) -> None:
    clock = Clock()
    throttle = Throttle(database, clock)
    for _ in range(5):
        assert not throttle.minutes_to_wait("lan", "10.0.0.1")
        throttle.failed("lan", "10.0.0.1")
    assert throttle.minutes_to_wait("LAN", "10.0.0.1") == 15
    assert not throttle.minutes_to_wait("lan", "10.0.0.2")
    assert not throttle.minutes_to_wait("tuan", "10.0.0.1")
    clock.now += WINDOW + 1
    assert not throttle.minutes_to_wait("lan", "10.0.0.1")


def test_who_tries_all_names_waits_too(database: Database) -> None:
    throttle = Throttle(database, Clock())
    for number in range(30):
        throttle.failed(f"name{number}", "10.0.0.1")
    assert throttle.minutes_to_wait("lan", "10.0.0.1")
