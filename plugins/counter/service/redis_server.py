"""Connecting to a Redis server, and what its settings must be."""

from __future__ import annotations

import re
from typing import Any

import redis

from plugins.counter.service.errors import UnsuitableError

RedisError = redis.RedisError
TIMEOUT = 1.0
"""Seconds for a connection or an answer: readers wait as long."""


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


def settings(server: Any, url: str) -> dict[str, str]:
    """Return the server's settings; raises :class:`UnsuitableError` if it may evict keys."""
    try:
        found: dict[str, str] = server.config_get(
            "maxmemory-policy", "appendonly", "appendfsync", "save"
        )
    except RedisError as error:
        raise UnsuitableError(f"không hỏi được máy chủ Redis {shown(url)}: {error}") from error
    if found["maxmemory-policy"] != "noeviction":
        raise UnsuitableError(
            f"máy chủ Redis {shown(url)} có thể tự xóa dữ liệu khi đầy bộ nhớ "
            f"(maxmemory-policy {found['maxmemory-policy']}); đặt maxmemory-policy noeviction"
        )
    return found
