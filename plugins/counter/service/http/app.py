"""The service as an ASGI application (asgi.readthedocs.io, version 3): six addresses."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from plugins.counter.service.counter import Count
from plugins.counter.service.errors import VisitorsError
from plugins.counter.service.group_commit import GroupCommit
from plugins.counter.service.http import answers
from plugins.counter.service.http.answers import Answer
from plugins.counter.service.http.visit_policy import Headers, Uncounted, VisitPolicy, together
from plugins.counter.service.visitors.visits import Hit

VISIT, STATS, PIXEL = "/tk/v1/visit", "/tk/v1/stats", "/tk/v1/p.gif"
CHART, HEALTH = "/tk/chart", "/tk/healthz"

Scope = dict[str, Any]
Send = Callable[[dict[str, Any]], Awaitable[None]]


class App:
    """Answers requests. ``chart`` makes the editors' page, away from the event loop."""

    def __init__(
        self,
        policy: VisitPolicy,
        commits: GroupCommit,
        chart: Callable[[], Awaitable[bytes | None]],
    ) -> None:
        self.policy, self.commits, self._chart = policy, commits, chart
        self._routes = {
            ("POST", VISIT): self._visit,
            ("GET", STATS): self._stats,
            ("GET", PIXEL): self._pixel,
            ("GET", CHART): self._page,
            ("GET", HEALTH): self._health,
            # RFC 9110, 9.3.2: as GET, and uvicorn leaves out the body. What watches uses it.
            ("HEAD", STATS): self._stats,
            ("HEAD", HEALTH): self._health,
        }

    async def __call__(self, scope: Scope, receive: object, send: Send) -> None:
        """Answer one request (ASGI's HTTP)."""
        headers = together(scope["headers"])
        route = self._routes.get((scope["method"], scope["path"]))
        peer = scope["client"][0] if scope["client"] else ""
        made = await route(peer, headers) if route else answers.NOT_FOUND
        pairs = made.headers
        if self.policy.origins:  # pages of another address, such as a preview
            pairs = [*pairs, (b"vary", b"origin")]
            origin = headers.get(b"origin")
            if origin in self.policy.origins:
                pairs.append((b"access-control-allow-origin", origin))
        await send({"type": "http.response.start", "status": made.status, "headers": pairs})
        await send({"type": "http.response.body", "body": made.body})

    async def _visit(self, peer: str, headers: Headers) -> Answer:
        count, refusal = await self._count(peer, headers)
        return answers.counted(count) if count else refusal

    async def _pixel(self, peer: str, headers: Headers) -> Answer:
        count, refusal = await self._count(peer, headers)
        return answers.pixel(200 if count else refusal.status)

    async def _stats(self, peer: str, headers: Headers) -> Answer:
        count, _ = await self._submit(None)
        etags = headers.get(b"if-none-match")
        return answers.stats(count, etags) if count else answers.NOT_COUNTED

    async def _health(self, peer: str, headers: Headers) -> Answer:
        count, _ = await self._submit(None)
        return answers.HEALTHY if count else answers.NOT_COUNTED

    async def _page(self, peer: str, headers: Headers) -> Answer:
        page = await self._chart()
        return answers.NOT_COUNTED if page is None else answers.page(page)

    async def _count(self, peer: str, headers: Headers) -> tuple[Count | None, Answer]:
        """Return the count, or ``None`` and the refusal."""
        try:
            heard = self.policy.judge(peer, headers)
        except VisitorsError:
            return None, answers.NOT_COUNTED
        if heard is Uncounted.FOREIGN:
            return None, answers.FOREIGN
        if heard is Uncounted.TOO_MANY:
            return None, answers.TOO_MANY
        count, turned_away = await self._submit(heard if isinstance(heard, Hit) else None)
        if turned_away:
            return None, answers.TOO_MANY
        return count, answers.NOT_COUNTED

    async def _submit(self, hit: Hit | None) -> tuple[Count | None, bool]:
        future: asyncio.Future[tuple[Count | None, bool]] = (
            asyncio.get_running_loop().create_future()
        )

        def deliver(count: Count | None, turned_away: bool) -> None:
            if not future.done():  # the reader may have gone
                future.set_result((count, turned_away))

        self.commits.submit(hit, deliver)
        return await future
