"""The short way from a visit's request to its answer, inside uvicorn.

``POST /tk/v1/visit`` without a body is nearly all that comes. As an ASGI call it costs a
task, a future, an event and two messages, more than counting does; here it is a call
when the request's headers are complete and another after the commit. Anything about the
request that is not quite ordinary takes the long way, through the application, which
answers the same.

It stands on how uvicorn's httptools protocol keeps its current request (``cycle``): the tests
send it pipelined, broken off and shut down requests, so that a new uvicorn cannot change that
unnoticed.
"""

from __future__ import annotations

from typing import cast

from plugins.counter.service.counter import Count
from plugins.counter.service.errors import VisitorsError
from plugins.counter.service.http import answers
from plugins.counter.service.http.app import VISIT, App
from plugins.counter.service.http.bounds import BoundedProtocol
from plugins.counter.service.http.visit_policy import together
from plugins.counter.service.visitors.visits import Hit

_VISIT = VISIT.encode()


class _Idle:
    """The event that uvicorn sets to wake an application: here none is waiting."""

    def set(self) -> None:
        """Wake nobody."""


class _Waiting:
    """A visit between its request and its answer; in the place of uvicorn's own cycle."""

    __slots__ = (
        "_protocol",
        "body",
        "disconnected",
        "keep_alive",
        "more_body",
        "response_complete",
    )
    message_event = _Idle()

    def __init__(self, protocol: VisitProtocol) -> None:
        self._protocol = protocol
        self.body = b""
        self.more_body = self.disconnected = self.response_complete = False
        self.keep_alive = True

    def deliver(self, count: Count | None, turned_away: bool) -> None:
        """Send the answer; called by the group commit."""
        self.response_complete = True
        if self.disconnected:
            return
        transport = self._protocol.transport
        transport.write(_WIRE.visit(count, turned_away))
        if not self.keep_alive:  # uvicorn is shutting down
            transport.close()
        self._protocol.on_response_complete()


class _Wire:
    """The bytes of the last answer: a commit's visits all get the same."""

    def __init__(self) -> None:
        self._count: Count | None = None
        self._bytes = b""

    def visit(self, count: Count | None, turned_away: bool) -> bytes:
        if count is None:
            return answers.wire(answers.NOT_COUNTED)
        if turned_away:
            return answers.wire(answers.TOO_MANY)
        if count is not self._count:
            self._count, self._bytes = count, answers.wire(answers.counted(count))
        return self._bytes


_WIRE = _Wire()


class VisitProtocol(BoundedProtocol):
    """uvicorn's protocol; ``self.app`` is the :class:`App` itself, without middleware."""

    def on_head(self) -> None:
        """Take the short way where it leads to a hit, and else uvicorn's."""
        hit = self._hit() if self.url == _VISIT and self._is_ready() else None
        if hit is None:
            super().on_head()
            return
        waiting = _Waiting(self)
        self.cycle = waiting  # type: ignore[assignment] # all that the base class uses of it
        self._app.commits.submit(hit, waiting.deliver)

    @property
    def _app(self) -> App:
        return cast(App, self.app)

    def _is_ready(self) -> bool:
        """Tell whether nothing before this request is unanswered or unsent."""
        idle = self.cycle is None or self.cycle.response_complete
        return idle and not self.flow.write_paused and not self.expect_100_continue

    def _hit(self) -> Hit | None:
        parser, headers, policy = self.parser, together(self.headers), self._app.policy
        if (
            parser.get_method() != b"POST"
            or parser.get_http_version() != "1.1"
            or not parser.should_keep_alive()
            or parser.should_upgrade()
            or headers.get(b"content-length", b"0") != b"0"
            or b"transfer-encoding" in headers
            or headers.get(b"origin") in policy.origins
        ):
            return None
        try:
            heard = policy.judge(self.client[0] if self.client else "", headers)
        except VisitorsError:
            return None
        return heard if isinstance(heard, Hit) else None
