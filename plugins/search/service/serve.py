"""Running the service: one process, one event loop, a few threads that ask the database."""

from __future__ import annotations

import asyncio
import socket
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from plugins.counter.service.http.bounds import serve_bounded
from plugins.search.service.app import App

_THREADS = 2


class ServiceSettings(NamedTuple):
    """Where the service listens, the database that builds keep, and the folder of the published
    site."""

    host: str = "127.0.0.1"
    port: int = 8802
    database: str = ".cache/search.sqlite3"
    site: str = "output"


def serve(settings: ServiceSettings) -> None:
    """Serve until SIGTERM or SIGINT. Raises ``OSError`` where it cannot listen."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with (
        socket.create_server((settings.host, settings.port), family=family) as listening,
        ThreadPoolExecutor(_THREADS, "search") as threads,
    ):
        app = App(Path(settings.database), Path(settings.site), threads)
        asyncio.run(serve_bounded(app, listening))  # within the counter's bounds
