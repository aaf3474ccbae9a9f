"""The service as an ASGI application (asgi.readthedocs.io, version 3): the search page."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Awaitable, Callable
from concurrent.futures import Executor
from http import HTTPStatus
from pathlib import Path
from typing import Any

from plugins.search.layout import FOLDER
from plugins.search.service.finding import find
from plugins.search.service.page import PageError, PublishedPage
from plugins.search.service.query import read_query

MOST_WAITING = 64
"""Queries at once, of which each thread answers one; who comes then is to come again."""
_HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"cache-control", b"no-store"),  # who looked for what is nobody else's business
    (b"referrer-policy", b"strict-origin-when-cross-origin"),
    (b"x-robots-tag", b"noindex"),
)
_LOG = logging.getLogger(__name__)

Send = Callable[[dict[str, Any]], Awaitable[None]]


class App:
    """Answers queries from ``database`` in the page of the site in ``site``, on the threads of
    ``executor``."""

    def __init__(self, database: Path, site: Path, executor: Executor) -> None:
        self._database = database
        self._page = PublishedPage(site / FOLDER / "index.html")
        self._executor = executor
        self._waiting = 0

    async def __call__(self, scope: dict[str, Any], receive: object, send: Send) -> None:
        """Answer one request (ASGI's HTTP)."""
        status, body = await self._answer(scope)
        kind = b"text/html; charset=utf-8" if status == HTTPStatus.OK else b"text/plain"
        headers = [(b"content-type", kind), (b"content-length", str(len(body)).encode()), *_HEADERS]
        if status == HTTPStatus.SERVICE_UNAVAILABLE:
            headers.append((b"retry-after", b"5"))
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    async def _answer(self, scope: dict[str, Any]) -> tuple[HTTPStatus, bytes]:
        if not scope["path"].endswith(f"/{FOLDER}"):
            return _refusal(HTTPStatus.NOT_FOUND)
        if scope["method"] not in ("GET", "HEAD"):
            return _refusal(HTTPStatus.METHOD_NOT_ALLOWED)
        if self._waiting >= MOST_WAITING:
            return _refusal(HTTPStatus.SERVICE_UNAVAILABLE)
        self._waiting += 1
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(self._executor, self._filled, scope["query_string"])
        finally:
            self._waiting -= 1

    def _filled(self, asked: bytes) -> tuple[HTTPStatus, bytes]:
        query = read_query(asked)
        try:
            results = find(self._database, query) if query.text else None
            return HTTPStatus.OK, self._page.read().filled(query, results).encode()
        except (sqlite3.Error, OSError, PageError) as error:
            # Not what was looked for: that is nobody's business, the log's neither.
            _LOG.error("LỖI: không trả lời được: %s", error)
            return _refusal(HTTPStatus.SERVICE_UNAVAILABLE)


def _refusal(status: HTTPStatus) -> tuple[HTTPStatus, bytes]:
    return status, f"{status.phrase}\n".encode()
