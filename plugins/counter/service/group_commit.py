"""Many visits in one commit: what arrives while the disk is busy waits for the next one.

Waiting for the disk takes milliseconds however little is written, so visits share it
(DeWitt et al. 1984, "group commit"). Each is answered after the commit that holds it.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from plugins.counter.service.counter import Count
from plugins.counter.service.errors import NotCountedError
from plugins.counter.service.visitors.visits import Hit

GATHER = 0.001
"""Seconds for which a batch is gathered: handing it to the thread costs 0.1 ms."""
MOST_WAITING = 20_000
"""Requests that may wait; a disk that hangs must not fill the memory."""

_LOG = logging.getLogger(__name__)

Deliver = Callable[[Count | None, bool], None]
"""Called with the count, ``None`` if it failed, and whether this hit was turned away."""


class GroupCommit:
    """Hands batches to one thread, one after the other. Lives in one event loop."""

    def __init__(
        self,
        count: Callable[[Sequence[Hit]], Count],
        loop: asyncio.AbstractEventLoop,
        thread: ThreadPoolExecutor,
    ) -> None:
        self._count, self._loop, self._thread = count, loop, thread
        self._hits: list[Hit] = []
        self._delivers: list[Deliver] = []
        self._readers: list[Deliver] = []
        self._busy = False
        self._trouble = ""  # of the last batch, which the log has

    def submit(self, hit: Hit | None, deliver: Deliver) -> None:
        """Have a hit counted, or with ``None`` only the numbers read."""
        if len(self._delivers) + len(self._readers) >= MOST_WAITING:
            deliver(None, False)
            return
        if hit is None:
            self._readers.append(deliver)
        else:
            self._hits.append(hit)
            self._delivers.append(deliver)
        if not self._busy:
            self._busy = True
            self._loop.call_later(GATHER, self._start)

    def _start(self) -> None:
        hits, delivers, readers = self._hits, self._delivers, self._readers
        self._hits, self._delivers, self._readers = [], [], []
        work = self._loop.run_in_executor(self._thread, self._count, hits)

        def done(work: asyncio.Future[Count]) -> None:
            error = work.exception()
            if error is not None and not isinstance(error, NotCountedError):
                # A mistake of ours: say so, but leave nobody waiting.
                context = {"message": "a batch was not counted", "exception": error}
                self._loop.call_exception_handler(context)
            else:
                self._tell(str(error or ""))
            count = None if error else work.result()
            turned_away = count.turned_away if count else ()
            for index, deliver in enumerate(delivers):
                deliver(count, index in turned_away)
            for deliver in readers:
                deliver(count, False)
            self._busy = bool(self._delivers or self._readers)
            if self._busy:
                self._loop.call_later(GATHER, self._start)

        work.add_done_callback(done)

    def _tell(self, trouble: str) -> None:
        """Have the log say once why nothing is counted, and when that is over."""
        if trouble != self._trouble:
            said = f"LỖI: chưa đếm được: {trouble}." if trouble else "Đã đếm lại được."
            _LOG.log(logging.ERROR if trouble else logging.WARNING, said)
            self._trouble = trouble
