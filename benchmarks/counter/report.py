"""What was measured, and its row in a table."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

HEAD = """| load | live before | visits/s | p50 ms | p99 ms | µs of processor a visit |
|---|---|---|---|---|---|"""


@dataclass(frozen=True)
class Run:
    """A load for some seconds. Milliseconds until the answer; ``cpu`` seconds of the service, in
    and out of the kernel. ``broken`` requests had no answer, or none within two seconds.
    """

    seconds: float
    answers: int
    refused: int
    broken: int
    p50: float
    p99: float
    cpu: float

    @property
    def acknowledged(self) -> int:
        """Visits that were counted and said to be."""
        return self.answers - self.refused

    @property
    def failed(self) -> int:
        """Requests that were not: with one of them, the rate is not that of counting."""
        return self.refused + self.broken

    @property
    def rate(self) -> float:
        """Acknowledged visits a second; answers that say "not counted" are none."""
        return self.acknowledged / self.seconds

    @property
    def cost(self) -> float:
        """Microseconds of processor for each."""
        return self.cpu / max(self.acknowledged, 1) * 1e6


def row(name: str, live: int, runs: Sequence[Run]) -> str:
    """Return a row: the median of the rounds, with the range of the rate and of p99."""
    rates, p99s = [run.rate for run in runs], [run.p99 for run in runs]
    cells = (
        name,
        f"{live:,}",
        _span(rates, ",.0f"),
        f"{statistics.median(run.p50 for run in runs):.1f}",
        _span(p99s, ".1f"),
        f"{statistics.median(run.cost for run in runs):.0f}",
    )
    return f"| {' | '.join(cells)} |"


def faults_of(runs: Sequence[Run], acknowledged: int, books: int, sent: int) -> list[str]:
    """Return what takes the meaning from a row; the three numbers are of new visitors."""
    found = []
    if failed := sum(run.failed for run in runs):
        found.append(f"{failed:,} visits were refused or had no answer")
    if not acknowledged <= books <= sent:
        found.append(f"{acknowledged:,} acknowledged of {sent:,}, but {books:,} in the books")
    return found


def _span(values: Sequence[float], form: str) -> str:
    return f"{statistics.median(values):{form}} ({min(values):{form}}–{max(values):{form}})"
