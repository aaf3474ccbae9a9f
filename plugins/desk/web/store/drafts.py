"""Articles that are being written: one text each, every version of it, and what was set aside.

A save names the version that it was made of. Made of the newest, it becomes the next one. Made of
an older one, it is set aside, whole, and whoever saved is told at once: nothing that was typed is
lost, and nothing is written over in silence. There are no locks.
"""

from __future__ import annotations

import json
import re
import secrets
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from plugins.desk.web.store.database import Database

State = Literal["writing", "submitted", "publishing", "done", "discarded"]
"""``done`` is what the site has, until somebody writes on; what was ``discarded`` is on no list
until somebody who still had it open writes on; its versions stay in the database."""

NOBODY = 0
"""Stands for whoever changed a file elsewhere: with git, or another program."""
_PRESENT = 25.0  # seconds after which who has not been heard of is gone
_COALESCED = 300.0  # seconds of one window's versions of which the last is kept
_FEW = 10  # words that may go from one of them to the next as slips do
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Form:
    """What stands on the screen: fields of the head, and the pieces of the body as
    :class:`~plugins.desk.web.source.blocks.Block` has them."""

    fields: dict[str, str] = field(default_factory=dict)
    blocks: list[dict[str, Any]] = field(default_factory=list)

    def packed(self) -> str:
        """Return it as the database keeps it."""
        return json.dumps({"fields": self.fields, "blocks": self.blocks}, ensure_ascii=False)

    @classmethod
    def of(cls, packed: str) -> Form:
        """Return what was packed."""
        return cls(**json.loads(packed))


@dataclass(frozen=True)
class Draft:
    """An article that is being written. ``path`` is its file, relative to the content folder, empty
    for one that the site does not know; ``base`` is what of the file its form was made of: what
    others changed in it since is not in that."""

    id: str
    path: str
    base: bytes
    state: State
    version: int
    form: Form
    writer: int
    changed: float
    created: float
    note: str


@dataclass(frozen=True)
class Saved:
    """How a save ended: the version that the draft has now, and the ``newer`` text of somebody
    else (``writer``, at a moment) if this one was made of an older one."""

    version: int
    newer: Form | None = None
    writer: int = 0
    at: float = 0.0


@dataclass(frozen=True)
class Aside:
    """A text that was made of a version that was no longer the newest."""

    id: int
    user: int
    at: float
    form: Form


class UnknownDraftError(Exception):
    """There is no such draft."""


class ReplacedError(Exception):
    """The draft was discarded, and its article is being changed in another one since; what was to
    be saved stands aside there."""


class Drafts:
    """The drafts in the desk's database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, user: int, form: Form, path: str = "", base: bytes = b"") -> Draft:
        """Begin to write an article; return the draft of the same file if there is one."""
        now = time.time()
        with self._database.transaction() as db:
            there = self.of_path(path)
            if there is not None:
                return there
            new = secrets.token_hex(8)
            values = (new, path, base, "writing", 1, form.packed(), user, now, now, "")
            db.execute("INSERT INTO draft VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
            db.execute(
                "INSERT INTO version VALUES (?, 1, ?, '', ?, ?, 0)",
                (new, user, now, form.packed()),
            )
        return self.draft(new)

    def draft(self, number: str) -> Draft:
        """Return a draft. Raises :class:`UnknownDraftError`."""
        with self._database.transaction() as db:
            row = db.execute("SELECT * FROM draft WHERE id=?", (number,)).fetchone()
        if row is None:
            raise UnknownDraftError(number)
        return Draft(**{**dict(row), "form": Form.of(row["form"])})

    def of_path(self, path: str) -> Draft | None:
        """Return the draft of a file, if there is one."""
        with self._database.transaction() as db:
            row = db.execute(
                "SELECT id FROM draft WHERE path=? AND path<>'' AND state<>'discarded'", (path,)
            ).fetchone()
        return self.draft(row["id"]) if row else None

    def all(self, *states: State) -> list[Draft]:
        """Return the drafts in some states, the last changed first."""
        marks = ", ".join("?" * len(states))
        with self._database.transaction() as db:
            rows = db.execute(
                f"SELECT id FROM draft WHERE state IN ({marks}) ORDER BY changed DESC",  # noqa: S608 - marks only
                states,
            ).fetchall()
        return [self.draft(row["id"]) for row in rows]

    def save(
        self,
        number: str,
        user: int,
        tab: str,
        made_of: int,
        form: Form,
        typed: int = 0,
        unseen: tuple[int, int] = (0, 0),
    ) -> Saved:
        """Save a text that was made of a version; see the module for what comes of it.

        ``tab`` is the window in which it was typed, ``typed`` a number that grows there with each
        change: a text that arrives behind a later one of its window is in that one. Numbers
        between the two ``unseen`` are of texts that it does not know: of a page that ended before
        it, whose last words did not come to its browser's disk. Raises :class:`UnknownDraftError`
        and :class:`ReplacedError`.
        """
        with self._database.transaction():
            draft = self.draft(number)
            if form.packed() == draft.form.packed():
                return Saved(draft.version)
            if 0 < typed < self.windows(number).get(tab, 0):
                # Nobody is told of a version without its text: a page that goes on with what its
                # browser had on the disk would take it for its own.
                return Saved(draft.version, draft.form, draft.writer, draft.changed)
            other = self.of_path(draft.path) if draft.state == "discarded" else None
            if other is None:
                is_next = made_of == draft.version or self._is_own(number, made_of, tab, unseen)
                return self._next(draft, user, tab, form, typed, is_next=is_next)
            if not 0 < typed <= self.windows(other.id).get(tab, 0):
                self.set_aside(other.id, form, user, tab, typed)
        raise ReplacedError

    def _next(
        self, draft: Draft, user: int, tab: str, form: Form, typed: int, *, is_next: bool
    ) -> Saved:
        now, version = time.time(), draft.version + 1
        state: State = "writing" if draft.state in ("done", "discarded") else draft.state
        with self._database.transaction() as db:
            if not is_next:
                self.set_aside(draft.id, form, user, tab, typed)
                self.mark(draft.id, state, draft.note)  # it is found, or so is what stands aside
                return Saved(draft.version, draft.form, draft.writer, draft.changed)
            db.execute(
                "UPDATE draft SET version=?, form=?, writer=?, changed=?, state=? WHERE id=?",
                (version, form.packed(), user, now, state, draft.id),
            )
            db.execute(
                "INSERT INTO version VALUES (?, ?, ?, ?, ?, ?, ?)",
                (draft.id, version, user, tab, now, form.packed(), typed),
            )
            self._coalesce(draft.id)
            self._settle_window(draft.id, user, tab)
        return Saved(version)

    def _is_own(self, number: str, made_of: int, tab: str, unseen: tuple[int, int]) -> bool:
        """Whether all that is newer than a version came from this window, which knows of it and
        was not told so: the network went away with the answer."""
        first, last = unseen
        with self._database.transaction() as db:
            rows = db.execute(
                "SELECT tab, typed FROM version WHERE draft=? AND version>?", (number, made_of)
            ).fetchall()
        return all(row["tab"] == tab and not first < row["typed"] < last for row in rows)

    def _coalesce(self, number: str) -> None:
        """Forget the version before the newest if one window made it and those beside it within a
        few minutes, and all but a few of its words are in the newest."""
        with self._database.transaction() as db:
            rows = db.execute(
                "SELECT version, tab, at, form FROM version WHERE draft=? "
                "ORDER BY version DESC LIMIT 3",
                (number,),
            ).fetchall()
            if len(rows) < 3 or len({row["tab"] for row in rows}) > 1:
                return
            last, middle, first = rows
            is_within = last["at"] - first["at"] < _COALESCED and first["version"] > 1
            if is_within and _gone(middle["form"], last["form"]) <= _FEW:
                db.execute(
                    "DELETE FROM version WHERE draft=?1 AND version=?2 AND NOT EXISTS (SELECT 1 "
                    "FROM publication WHERE draft=?1 AND version=?2 AND state IN ('queued', "
                    "'building'))",  # what is on its way to the site is kept
                    (number, middle["version"]),
                )

    def _settle_window(self, number: str, user: int, tab: str) -> None:
        with self._database.transaction() as db:
            db.execute(
                "UPDATE aside SET settled=? WHERE draft=? AND user=? AND tab=? AND settled IS NULL",
                (time.time(), number, user, tab),
            )

    def set_aside(
        self, number: str, form: Form, user: int = NOBODY, tab: str = "", typed: int = 0
    ) -> None:
        """Have a text stand beside a draft until somebody has decided what to take of it. An
        earlier one of the same window is in it: that one is in the history alone from now on."""
        of_window, packed = (number, user, tab), form.packed()
        with self._database.transaction() as db:
            last = db.execute(
                "SELECT form FROM aside WHERE draft=? AND user=? AND tab=? AND settled IS NULL "
                "ORDER BY id DESC",
                of_window,
            ).fetchone()
            if last is not None and last["form"] == packed:
                return  # the network went away with the answer, and the window asks again
            if tab:
                self._settle_window(*of_window)
            db.execute(
                "INSERT INTO aside (draft, user, tab, at, form, typed) VALUES (?, ?, ?, ?, ?, ?)",
                (*of_window, time.time(), packed, typed),
            )

    def windows(self, number: str) -> dict[str, int]:
        """Return how far the texts go that windows have sent: ``typed`` of the last of each."""
        with self._database.transaction() as db:
            rows = db.execute(
                "SELECT tab, max(typed) AS typed FROM (SELECT tab, typed FROM version WHERE draft=?"
                " UNION ALL SELECT tab, typed FROM aside WHERE draft=?) WHERE typed>0 GROUP BY tab",
                (number, number),
            ).fetchall()
        return {row["tab"]: row["typed"] for row in rows}

    def asides(self, number: str, *, settled: bool = False) -> list[Aside]:
        """Return the texts that were set aside, and of which nobody has decided anything yet; or
        also those of which somebody has (``settled``)."""
        with self._database.transaction() as db:
            rows = db.execute(
                "SELECT id, user, at, form FROM aside WHERE draft=? AND (? OR settled IS NULL) "
                "ORDER BY id",
                (number, settled),
            ).fetchall()
        return [Aside(row["id"], row["user"], row["at"], Form.of(row["form"])) for row in rows]

    def settle(self, number: str, aside: int) -> None:
        """Note that somebody has looked at a text that was set aside. It stays in the database."""
        with self._database.transaction() as db:
            db.execute(
                "UPDATE aside SET settled=? WHERE draft=? AND id=?", (time.time(), number, aside)
            )

    def versions(self, number: str) -> list[tuple[int, int, float]]:
        """Return the versions that are kept, the newest first: number, user, moment."""
        with self._database.transaction() as db:
            rows = db.execute(
                "SELECT version, user, at FROM version WHERE draft=? ORDER BY version DESC",
                (number,),
            ).fetchall()
        return [(row["version"], row["user"], row["at"]) for row in rows]

    def form_of(self, number: str, version: int) -> Form | None:
        """Return the text of a version, if it is kept."""
        with self._database.transaction() as db:
            row = db.execute(
                "SELECT form FROM version WHERE draft=? AND version=?", (number, version)
            ).fetchone()
        return Form.of(row["form"]) if row else None

    def mark(self, number: str, state: State, note: str = "") -> None:
        """Note what is being done with a draft, and what is said of that."""
        with self._database.transaction() as db:
            db.execute("UPDATE draft SET state=?, note=? WHERE id=?", (state, note, number))

    def place(self, number: str, path: str, base: bytes) -> None:
        """Note where the file of a draft is now, and what is in it."""
        with self._database.transaction() as db:
            db.execute("UPDATE draft SET path=?, base=? WHERE id=?", (path, base, number))

    def discard(self, number: str) -> None:
        """Forget that a draft is being written; its versions stay in the database."""
        with self._database.transaction() as db:
            db.execute("UPDATE draft SET state='discarded' WHERE id=?", (number,))

    def here(self, number: str, user: int, tab: str) -> list[int]:
        """Note that somebody has a draft open; return who else has."""
        now = time.time()
        with self._database.transaction() as db:
            db.execute("DELETE FROM presence WHERE at<?", (now - _PRESENT,))
            db.execute(
                "INSERT OR REPLACE INTO presence VALUES (?, ?, ?, ?)", (number, user, tab, now)
            )
            rows = db.execute(
                "SELECT DISTINCT user FROM presence WHERE draft=? AND user<>?", (number, user)
            ).fetchall()
        return [row["user"] for row in rows]


def _gone(before: str, after: str) -> int:
    """Return how many words of a packed form are not in a later one."""
    return (Counter(_words(before)) - Counter(_words(after))).total()


def _words(packed: str) -> list[str]:
    form = Form.of(packed)
    return [word for text in _texts([form.fields, form.blocks]) for word in _WORD.findall(text)]


def _texts(value: Any) -> Iterator[str]:
    """Yield the texts that stand anywhere in a form."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)
