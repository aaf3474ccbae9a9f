"""How much a connection may take: bytes, fields, time; and how many connections there may be.

uvicorn's httptools protocol bounds nothing of a request but the body that it holds back, and waits
for ever for one that was begun. nginx in front of it does; a service that is asked directly has to.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

import uvicorn
from uvicorn._types import ASGI3Application
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from plugins.counter.service.http import answers

LINE = 8 * 1024
"""Bytes of a target, or of a field's name and value; browsers send some hundred."""
HEAD = 16 * 1024
"""Bytes of a request before its body, give or take a ``_PIECE``."""
FIELDS = 100
BODY = 1024 * 1024
"""Bytes of a body, of which none is ever read."""
REQUEST_TIME = 10.0
"""Seconds for a request to come whole, from the connection or its first byte on, and for what is
sent to be taken."""
IDLE_TIME = 75
"""Seconds between two requests: longer than nginx keeps a connection, so that it closes first."""
CONNECTIONS = 900
"""At once: a shell lets a process have 1,024 files. nginx keeps 32 of them."""
PIPELINED = 256
"""Requests of a connection that may wait for the answer to one before: no browser sends them so."""
_PIECE = 4 * 1024
_NEVER = float("inf")


class BoundedProtocol(HttpToolsProtocol):
    """uvicorn's protocol within these bounds; :func:`serve_bounded` has it.

    Who extends it does so in ``on_head``.
    """

    _running: RequestResponseCycle | None = None
    _limit = HEAD
    _size = 0
    """Bytes of what is limited so: a request's head, or all that comes after it."""
    due = _NEVER
    """When this connection is closed, by the loop's clock, unless it goes on before."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take the connection, unless there are too many."""
        super().connection_made(transport)  # type: ignore[arg-type] # as uvicorn has it
        self._wait()
        if len(self.connections) > CONNECTIONS:
            self.transport.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        """Have nobody answer any more; uvicorn only tells the latest of several requests."""
        self.pipeline.clear()
        if self._running is not None:
            self._running.disconnected = True
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Read on, piece by piece: what is too long is refused before all of it is kept."""
        if self.due == _NEVER:
            self._wait()
        for start in range(0, len(data), _PIECE):
            piece = data[start : start + _PIECE] if len(data) > _PIECE else data
            super().data_received(piece)
            self._size += len(piece)
            if self._size > self._limit:
                is_head = self._limit == HEAD
                self._refuse(
                    HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE
                    if is_head
                    else HTTPStatus.REQUEST_ENTITY_TOO_LARGE
                )
            if self.transport.is_closing():
                return

    def on_headers_complete(self) -> None:
        """Go on to the body, unless there is too much of something."""
        if len(self.url) > LINE:
            self._refuse(HTTPStatus.REQUEST_URI_TOO_LONG)
        elif len(self.headers) > FIELDS or (self._size >= _PIECE and self._has_long_field()):
            self._refuse(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)
        elif len(self.pipeline) >= PIPELINED:
            self._refuse(HTTPStatus.TOO_MANY_REQUESTS)
        self._size, self._limit = 0, BODY
        if not self.transport.is_closing():
            self.on_head()

    def on_head(self) -> None:
        """Do what a request asks for, whose head has come whole."""
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """Take a piece of the body."""
        if not self.transport.is_closing():
            super().on_body(body)

    def on_message_complete(self) -> None:
        """Wait no longer for the rest of the request."""
        self._size, self._limit = 0, HEAD
        if not self.flow.write_paused:
            self.due = _NEVER
        if not self.transport.is_closing():
            super().on_message_complete()

    def pause_writing(self) -> None:
        """Wait for what was sent to be taken."""
        super().pause_writing()
        self._wait()

    def resume_writing(self) -> None:
        """Wait for that no longer."""
        super().resume_writing()
        self.due = _NEVER

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: ASGI3Application) -> None:
        self._running = cycle
        super()._start_asgi_task(cycle, app)

    def _has_long_field(self) -> bool:
        return any(len(name) + len(value) > LINE for name, value in self.headers)

    def _wait(self) -> None:
        self.due = self.loop.time() + REQUEST_TIME

    def _refuse(self, status: HTTPStatus) -> None:
        if not self.transport.is_closing():
            close = (b"connection", b"close")
            self.transport.write(answers.wire(answers.refusal(status, close)))
            self.transport.close()


async def serve_bounded(
    app: Callable[..., Any],
    listening: socket.socket,
    protocol: type[BoundedProtocol] = BoundedProtocol,
) -> None:
    """Have ``app`` answer who comes, within these bounds, until SIGTERM or SIGINT."""
    config = uvicorn.Config(
        app,
        http=protocol,
        interface="asgi3",
        lifespan="off",
        ws="none",
        proxy_headers=False,
        server_header=False,
        access_log=False,
        log_level="error",
        timeout_keep_alive=IDLE_TIME,
        timeout_graceful_shutdown=5,
    )
    server = uvicorn.Server(config)
    watching = asyncio.create_task(_watch(server.server_state.connections))
    await server.serve([listening])
    watching.cancel()


async def _watch(connections: set[Any], every: float = 1.0) -> None:
    """Close the connections whose time is over, for ever: a timer of each would cost each visit."""
    loop = asyncio.get_running_loop()
    while True:
        await asyncio.sleep(every)
        now = loop.time()
        for connection in [one for one in connections if one.due < now]:
            connection.transport.abort()
