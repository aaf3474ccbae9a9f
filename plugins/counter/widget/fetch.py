"""Getting the numbers of a service that runs, for the next build."""

from __future__ import annotations

import threading
import urllib.request
from concurrent.futures import Future
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError

from plugins.core.files import write_whole
from plugins.counter.stats import Stats
from plugins.counter.widget.last_known import UnknownError, parse

PATIENCE = 5.0
"""Seconds for the service's answer, with all that comes before it."""
_FAILURES = (OSError, HTTPException, ValueError)


def fetch_known(url: str, path: Path) -> Stats:
    """Ask the service for its numbers and keep them in the file, whole or not at all.

    Raises :class:`plugins.counter.widget.last_known.UnknownError`, and then leaves the file as
    it was.
    """
    if not url.startswith(("http://", "https://")):
        raise UnknownError(f"{url} không phải địa chỉ http")
    stats = parse(_ask(url))
    write_whole(path, stats.json() + b"\n")
    return stats


def _ask(url: str) -> bytes:
    """Return the answer, or raise :class:`UnknownError` after ``PATIENCE`` altogether.

    The timeout of urllib is for each packet, and there is none for looking up a name.
    """
    answer: Future[bytes] = Future()

    def ask() -> None:
        try:
            with urllib.request.urlopen(url, timeout=PATIENCE) as reply:  # noqa: S310 - checked
                answer.set_result(reply.read(10_000))
        except _FAILURES as error:
            if isinstance(error, HTTPError):
                error.close()  # it is an open answer, too
            answer.set_exception(error)

    threading.Thread(target=ask, daemon=True).start()
    try:
        return answer.result(PATIENCE)
    except _FAILURES as error:  # TimeoutError is an OSError, and says nothing
        why = (
            str(getattr(error, "reason", "") or error) or f"quá {PATIENCE:g} giây chưa trả lời xong"
        )
        raise UnknownError(f"không hỏi được {url}: {why}") from error
