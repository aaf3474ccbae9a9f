"""A real service on one core, wrk on the others, over the loopback."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from benchmarks.counter.report import Run
from plugins.counter.service.visitors.visits import Limits
from tests.counter.redis_servers import redis_server
from tests.fuzz.counter.service import Service

LOAD = Path(__file__).with_name("load.lua")
EVERY = 1 << 32
BOOKS = ["--save", "", "--appendonly", "yes", "--appendfsync", "always"]
VISITORS = ["--save", "", "--appendonly", "no"]


class Bench:
    """A service that nobody else uses, and loads for it."""

    def __init__(self, service: Service, connections: int) -> None:
        self._service, self._connections = service, connections
        self._fastest = 10_000.0
        self.sent = 0
        """New visitors that have a number: there are no more in the books."""
        self.acknowledged = 0
        """Of them."""

    def arrive(self, live: int) -> bool:
        """Have that many visitors arrive; ``False`` if the service cannot within five minutes."""
        for _ in range(30):
            if (lacking := live - self.acknowledged) <= 0:
                return True
            self.new(min(10, lacking / self._fastest))
        return self.acknowledged >= live

    def new(self, seconds: float, *, pause: int = 0) -> Run:
        """Send visitors that never came before, for less time where the service takes no more."""
        # Beyond its limit it turns new ones away, which is quicker than counting them.
        room = (Limits().visitors - self.sent) / (1.2 * self._fastest)
        run = self._wrk(min(seconds, room), self.sent, EVERY, pause)
        # Those that had no answer when the load ended were numbered too, and one by which wrk
        # looks at the script.
        self.sent += run.answers + self._connections + 1
        self.acknowledged += run.acknowledged
        self._fastest = max(self._fastest, run.rate)
        return run

    def known(self, seconds: float) -> Run:
        """Send the visitors that are there already."""
        return self._wrk(seconds, 0, self.sent, 0)

    def total(self) -> int:
        """Return how many visits the service tells."""
        return int(self._service.stats()["total"])

    def memory(self) -> tuple[float, float]:
        """Return the service's resident memory, now and at its highest, in MiB."""
        status = self._proc("status").read_text(encoding="ascii")
        found = dict(line.split(":", 1) for line in status.splitlines())
        now, peak = (int(found[name].split()[0]) / 1024 for name in ("VmRSS", "VmHWM"))
        return now, peak

    def _wrk(self, seconds: float, first: int, cycle: int, pause: int) -> Run:
        command = ["wrk", "-t1", f"-c{self._connections}", f"-d{max(1, int(seconds))}s"]
        environment = {"FIRST": str(first), "CYCLE": str(cycle), "PAUSE": str(pause)}
        before = self._cpu()
        done = subprocess.run(
            [*command, "-s", str(LOAD), self._service.url],
            env=os.environ | environment,
            capture_output=True,
            check=True,
            encoding="utf-8",
        )
        spent = self._cpu() - before
        told = json.loads(done.stdout.splitlines()[-1])
        return Run(
            seconds=told["us"] / 1e6,
            answers=told["answers"],
            refused=told["refused"],
            broken=told["broken"],
            p50=told["p50"] / 1000,
            p99=told["p99"] / 1000,
            cpu=spent,
        )

    def _cpu(self) -> float:
        """Return the service's processor time so far, in seconds."""
        fields = self._proc("stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def _proc(self, name: str) -> Path:
        return Path(f"/proc/{self._service.process.pid}/{name}")


@contextmanager
def bench(parent: Path | None, connections: int, *, redis: bool) -> Iterator[Bench]:
    """Give a bench whose service is alone on the first of our cores, with its books in a new
    folder, or in Redis servers that share the other cores with wrk.
    """
    cores = sorted(os.sched_getaffinity(0))
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(dir=parent))
        stack.callback(os.sched_setaffinity, 0, cores)
        os.sched_setaffinity(0, cores[1:] or cores)
        options = ["--database", f"{folder}/counter.sqlite3"]
        if redis:
            books = stack.enter_context(redis_server(*BOOKS, "--dir", folder))
            visitors = stack.enter_context(redis_server(*VISITORS))
            options = ["--database", books, "--visitors", visitors]
        service = Service(*options)
        stack.callback(service.kill)
        for thread in Path(f"/proc/{service.process.pid}/task").iterdir():
            os.sched_setaffinity(int(thread.name), cores[:1])
        yield Bench(service, connections)
