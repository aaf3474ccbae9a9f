"""How many visits a second: ``python -m tools.bench_counter [--live 1000000] [--seconds 8]``.

A real service on one core, wrk on another, over the loopback, for a bounded time: first
``--live`` visitors arrive, then each kind of load is measured ``--rounds`` times. Prints a Markdown
table; ends with status 1 if the books do not hold what was acknowledged. Needs Linux and wrk.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tools.fuzz_counter.service import Service

# nginx hands on these headers and no others (deploy/nginx.conf).
LOAD = r"""
local n, cycle = tonumber(os.getenv("FIRST")), tonumber(os.getenv("CYCLE"))
local pause = tonumber(os.getenv("PAUSE"))
local agent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
  .. "Chrome/131.0.0.0 Safari/537.36"
function request()
  n = n + 1
  -- Fibonacci hashing: each number below 2^32 is another address, spread over all networks.
  local address = (n % cycle) * 2654435769 % 4294967296
  local octets = {}
  for i = 1, 4 do
    octets[i] = address % 256
    address = math.floor(address / 256)
  end
  return wrk.format("POST", "/tk/v1/visit", {
    ["Host"] = "bantin.example", ["Origin"] = "https://bantin.example", ["User-Agent"] = agent,
    ["X-Forwarded-For"] = table.concat(octets, "."), ["Content-Length"] = "0",
    ["Sec-Fetch-Site"] = "same-origin",
  })
end
if pause > 0 then
  function delay() return pause end
end
function done(summary, latency)
  io.write(string.format('{"requests": %d, "failed": %d, "us": %d, "p50": %d, "p99": %d}\n',
    summary.requests, summary.errors.status + summary.errors.timeout, summary.duration,
    latency:percentile(50), latency:percentile(99)))
end
"""
EVERY = 1 << 32


@dataclass(frozen=True)
class Run:
    """A measured load: answers a second, milliseconds, and processor time an answer."""

    rate: float
    p50: float
    p99: float
    cpu: float
    """Microseconds of the service's core, in and out of the kernel."""
    requests: int
    failed: int


class Bench:
    """A service on the first core and loads on the others."""

    def __init__(self, service: Service, script: Path, connections: int) -> None:
        self._service, self._script, self._connections = service, script, connections
        self.sent = 0
        """New visitors that were sent; the next has this number."""

    def new(self, seconds: float, *, pause: int = 0) -> Run:
        """Send visitors that never came before."""
        run = self._wrk(seconds, self.sent, EVERY, pause)
        # Those that had no answer when the load ended were numbered too.
        self.sent += run.requests + self._connections
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
        command = ["wrk", "-t1", f"-c{self._connections}", f"-d{max(1, round(seconds))}s"]
        environment = {"FIRST": str(first), "CYCLE": str(cycle), "PAUSE": str(pause)}
        before = self._cpu()
        done = subprocess.run(  # noqa: S603 - on this machine, for a bounded time
            [*command, "-s", str(self._script), self._service.url],
            env=os.environ | environment,
            capture_output=True,
            check=True,
            encoding="utf-8",
        )
        spent = self._cpu() - before
        told = json.loads(done.stdout.splitlines()[-1])
        return Run(
            rate=told["requests"] / told["us"] * 1e6,
            p50=told["p50"] / 1000,
            p99=told["p99"] / 1000,
            cpu=spent / max(told["requests"], 1) * 1e6,
            requests=told["requests"],
            failed=told["failed"],
        )

    def _cpu(self) -> float:
        """Return the service's processor time so far, in seconds."""
        fields = self._proc("stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def _proc(self, name: str) -> Path:
        return Path(f"/proc/{self._service.process.pid}/{name}")


@contextmanager
def bench(folder: Path, connections: int) -> Iterator[Bench]:
    """Give a bench whose service keeps its books in the folder."""
    script = folder / "load.lua"
    script.write_text(LOAD, encoding="ascii")
    cores = sorted(os.sched_getaffinity(0))
    service = Service("--database", str(folder / "counter.sqlite3"))
    try:
        for thread in Path(f"/proc/{service.process.pid}/task").iterdir():
            os.sched_setaffinity(int(thread.name), cores[:1])
        os.sched_setaffinity(0, cores[1:] or cores)
        yield Bench(service, script, connections)
    finally:
        service.kill()


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--live", type=int, default=1_000_000, help="visitors there already")
    parser.add_argument("--seconds", type=float, default=8, help="of each measurement")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--connections", type=int, default=100)
    parser.add_argument("--pause", type=int, default=5, help="ms between a connection's visits")
    parser.add_argument("--dir", type=Path, help="where the books are: a disk, or /dev/shm")
    options = parser.parse_args()
    if sys.platform != "linux" or shutil.which("wrk") is None:
        sys.exit("This needs Linux and wrk (Debian: sudo apt install wrk).")
    with (
        tempfile.TemporaryDirectory(dir=options.dir) as folder,
        bench(Path(folder), options.connections) as measured,
    ):
        answered, rate = 0, 10_000.0
        for _ in range(30):  # ten seconds each: a service that cannot is not waited for
            if (lacking := options.live - answered) <= 0:
                break
            run = measured.new(min(10, lacking / rate))
            answered, rate = answered + run.requests - run.failed, run.rate
        print(f"{answered:,} visitors are there; {measured.memory()[0]:.0f} MiB\n")
        print("| load | visits/s | p50 ms | p99 ms | µs of processor a visit | not counted |")
        print("|---|---|---|---|---|---|")
        loads: dict[str, Callable[[], Run]] = {
            "new visitors, as fast as can be": lambda: measured.new(options.seconds),
            "known visitors, as fast as can be": lambda: measured.known(options.seconds),
            f"new visitors, {options.pause} ms apart": lambda: measured.new(
                options.seconds, pause=options.pause
            ),
        }
        for name, load in loads.items():
            runs = [load() for _ in range(options.rounds)]
            if name.startswith("new"):
                answered += sum(run.requests - run.failed for run in runs)
            print(_row(name, runs), flush=True)
        now, peak = measured.memory()
        total = measured.total()
        print(f"\nMemory at the end {now:.0f} MiB, at the highest {peak:.0f} MiB.")
        print(f"Acknowledged {answered:,}, sent {measured.sent:,}, in the books {total:,}.")
    return 0 if answered <= total <= measured.sent else 1


def _row(name: str, runs: list[Run]) -> str:
    """Return a row: the median of the rounds, with the range of the rate and of p99."""

    def middle(field: str) -> float:
        return float(statistics.median(getattr(run, field) for run in runs))

    def span(field: str, form: str) -> str:
        values = [getattr(run, field) for run in runs]
        return f"{middle(field):{form}} ({min(values):{form}}–{max(values):{form}})"

    failed = sum(run.failed for run in runs)
    return (
        f"| {name} | {span('rate', ',.0f')} | {middle('p50'):.1f} | {span('p99', '.1f')} "
        f"| {middle('cpu'):.0f} | {failed} |"
    )


if __name__ == "__main__":
    sys.exit(main())
