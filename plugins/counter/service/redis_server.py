"""Connecting to a Redis server, and what its settings must be."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable
from typing import Any

import redis

from plugins.counter.service.errors import UnsuitableError

RedisError = redis.RedisError
TIMEOUT = 1.0
"""Seconds for a connection or an answer: readers wait as long."""

EVERY = 1.0
"""Seconds after which a server's settings are looked at again."""
NEARLY = 0.9
"""Of its memory: when more is used, the log says so."""
_LOG = logging.getLogger(__name__)


def connect(url: str) -> Any:
    """Return a client for ``redis://``, ``rediss://`` or ``unix://``.

    Any, because the client's own types know neither its scripts nor ``decode_responses``.
    Raises :class:`UnsuitableError` for a wrong address.
    """
    try:
        return redis.Redis.from_url(
            url, decode_responses=True, socket_timeout=TIMEOUT, socket_connect_timeout=TIMEOUT
        )
    except ValueError as error:
        raise UnsuitableError(f"địa chỉ Redis sai: {shown(url)}") from error


def shown(url: str) -> str:
    """Return the URL without its password, for messages."""
    return re.sub(r"//[^/@]*@", "//…@", url)


class Watch:
    """What a server may do with the keys, looked at when the service begins and each second while
    it is used: anybody may change that at any time (``CONFIG SET``).

    ``check`` gets its settings, and raises :class:`UnsuitableError` for those that will not do.
    """

    def __init__(self, server: Any, url: str, check: Callable[[dict[str, str]], None]) -> None:
        """Look for the first time; raises :class:`UnsuitableError` if the server may evict keys."""
        self._server, self._url, self._check = server, shown(url), check
        self._evicted: int | None = None
        self._is_nearly_full = False
        self._looked = -EVERY
        self.look()

    def look(self) -> None:
        """Look again, if it is time; raises :class:`UnsuitableError`, and each time until it will
        do again. What was evicted is gone: after that only another service begins with the rest.
        """
        now = time.monotonic()
        if now - self._looked < EVERY:
            return
        try:
            found = self._server.config_get("maxmemory-policy", "appendonly", "appendfsync", "save")
            state = self._server.info("stats") | self._server.info("memory")
        except RedisError as error:
            raise UnsuitableError(f"không hỏi được máy chủ Redis {self._url}: {error}") from error
        if found["maxmemory-policy"] != "noeviction":
            raise UnsuitableError(
                f"máy chủ Redis {self._url} có thể tự xóa dữ liệu khi đầy bộ nhớ "
                f"(maxmemory-policy {found['maxmemory-policy']}); đặt maxmemory-policy noeviction"
            )
        self._check(found)
        evicted = int(state["evicted_keys"])
        if self._evicted is None or evicted < self._evicted:  # it was started anew
            self._evicted = evicted
        if evicted > self._evicted:
            raise UnsuitableError(
                f"máy chủ Redis {self._url} đã tự xóa {evicted - self._evicted} khóa vì đầy bộ "
                "nhớ; số liệu có thể đã mất. Khôi phục từ bản sao lưu nếu có, rồi chạy lại bộ đếm"
            )
        self._warn(int(state["used_memory"]), int(state["maxmemory"]))
        self._looked = now

    def _warn(self, used: int, most: int) -> None:
        is_nearly_full = 0 < most * NEARLY < used
        if is_nearly_full and not self._is_nearly_full:
            _LOG.warning(
                "CẢNH BÁO: máy chủ Redis %s đã dùng %d trong %d byte (maxmemory); đầy thì không "
                "đếm được nữa. Tăng maxmemory, hoặc dọn bớt dữ liệu khác ở máy chủ ấy.",
                *(self._url, used, most),
            )
        self._is_nearly_full = is_nearly_full
