"""A build that is killed, or finds the disk full or read-only, at a chosen moment.

The moments are changes of files: Python's audit events (PEP 578) of a copy of this process,
and the state's commit, before and after. What the copy leaves is what a killed command does.
"""

from __future__ import annotations

import errno
import os
import signal
import sqlite3
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from unittest.mock import patch

from plugins.engine.errors import BuildFailed
from plugins.engine.publish.output import JOURNAL
from plugins.engine.store.database import State

How = Literal["killed", "full", "readonly", "committed"]
_FREEING = {"os.remove", "os.rmdir"}
_CHANGES = {"os.rename", "os.mkdir", "os.link", *_FREEING}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


@dataclass(frozen=True)
class Interruption:
    """At which change of a file (from 1) a build ends, and how; "committed" is killed after the
    state's commit, whenever that is. With ``after``, it is killed so many seconds after its
    beginning. With ``amid``, changes count from when files are put in their places."""

    at: int
    how: How = "killed"
    after: float | None = None
    amid: bool = False


@dataclass(frozen=True)
class Ending:
    """How an interrupted build ended: "killed" ("before" it changed the site, or "amid" that), or
    "failed" with what it said, or with a "traceback", or "done" after all, with how many moments
    there were."""

    how: str
    said: str = ""


def interrupted(build: Callable[[], object], below: Path, interruption: Interruption) -> Ending:
    """Run ``build`` in a copy of this process that is interrupted; say how it ended.

    Changes of files outside ``below`` do not count.
    """
    reader, writer = os.pipe()
    process = os.fork()
    if not process:
        os.close(reader)
        _in_the_copy(build, below, interruption, writer)
    os.close(writer)
    if interruption.after is not None:
        time.sleep(interruption.after)
        os.kill(process, signal.SIGKILL)  # which it may have become already: nobody waited for it
    with open(reader, encoding="utf-8") as pipe:  # noqa: PTH123 - a descriptor, not a path
        said = pipe.read()
    status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    if status == -signal.SIGKILL:
        return Ending("killed", "amid" if any(below.rglob(JOURNAL)) else "before")
    how, _, message = said.partition("\n")
    return Ending(how, message)


def _in_the_copy(
    build: Callable[[], object], below: Path, interruption: Interruption, writer: int
) -> None:
    said = "done"
    try:
        moments = _Moments(str(below), interruption)
        sys.addaudithook(moments.see)
        with patch.object(State, "commit", moments.around(State.commit)):
            build()
        said += f"\n{moments.passed}"
    except BuildFailed as error:
        said = f"failed\n{error}"
    except BaseException:  # noqa: BLE001 - the parent looks at it
        said = f"traceback\n{traceback.format_exc()}"
    finally:
        os.write(writer, said.encode()[:60_000])
        os._exit(0)


class _Moments:
    """Counts the changes of files, and ends the process at one of them."""

    def __init__(self, below: str, interruption: Interruption) -> None:
        self._below = below
        self._interruption = interruption
        self._is_counting = not interruption.amid
        self.passed = 0

    def see(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Audit hook: count a change of a file."""
        writes = event in _CHANGES or (
            event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING
        )
        if event == "os.rename" and str(arguments[1]).endswith(JOURNAL):
            self._is_counting = True
        if writes and str(arguments[0]).startswith(self._below):
            full = self._interruption.how == "full"
            code = errno.ENOSPC if full else errno.EROFS
            error = OSError(code, os.strerror(code), str(arguments[0]))
            self._count(None if full and event in _FREEING else error)

    def around(self, commit: Callable[[State], None]) -> Callable[[State], None]:
        """Return ``commit`` with a moment before and one after it."""

        def counted(state: State) -> None:
            self._count(sqlite3.OperationalError("database or disk is full"))
            commit(state)
            if self._interruption.how == "committed":
                os.kill(os.getpid(), signal.SIGKILL)
            self._count(None)

        return counted

    def _count(self, full: Exception | None) -> None:
        """Let a moment pass; a full disk stays full, and what is done then raises ``full``."""
        self.passed += self._is_counting
        at, how = self._interruption.at, self._interruption.how
        if how == "killed" and self.passed == at:
            os.kill(os.getpid(), signal.SIGKILL)
        if how in ("full", "readonly") and self.passed >= at and full is not None:
            raise full
