"""``kill -9`` under load, again and again: is everything acknowledged there, and no more?"""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from plugins.counter.service.ledgers.sqlite import SqliteLedger
from tests.fuzz.counter.service import Service

CONNECTIONS = 12
_AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


@dataclass
class Tally:
    """Of one round: requests sent, visits acknowledged, and the highest total that was told."""

    sent: int = 0
    acknowledged: int = 0
    told: int = 0


@dataclass(frozen=True)
class Result:
    """Of all rounds: visits acknowledged, lost ones of them, and ones that nobody made."""

    acknowledged: int
    lost: int
    invented: int


def run(books: Path, rounds: int, seed: int = 1) -> Result:
    """Kill a service ``rounds`` times, each on the same books."""
    chance = random.Random(seed)
    visitors = count(1)
    acknowledged = lost = invented = before = 0
    for _ in range(rounds):
        service = Service("--database", str(books))
        tally = asyncio.run(_round(service, visitors, chance.uniform(0.02, 0.25)))
        total = _total(books)
        acknowledged += tally.acknowledged
        lost += max(0, before + tally.acknowledged - total, tally.told - total)
        invented += max(0, total - before - tally.sent)
        before = total
    return Result(acknowledged, lost, invented)


def _total(books: Path) -> int:
    ledger = SqliteLedger(books, alone=False)
    total = sum(visits for _, visits in ledger.books().days)
    ledger.close()
    return total


async def _round(service: Service, visitors: Iterator[int], seconds: float) -> Tally:
    tally = Tally()
    async with asyncio.TaskGroup() as group:
        for _ in range(CONNECTIONS):
            group.create_task(_visit(service.port, visitors, tally))
        await asyncio.sleep(seconds)
        service.kill()
    return tally


async def _visit(port: int, visitors: Iterator[int], tally: Tally) -> None:
    """Send one new visitor after the other until the service is gone."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        while True:
            number = next(visitors)
            tally.sent += 1
            writer.write(
                f"POST /tk/v1/visit HTTP/1.1\r\nHost: localhost\r\nUser-Agent: {_AGENT}\r\n"
                f"X-Forwarded-For: 2001:db8:{number >> 16:x}:{number & 0xFFFF:x}::1\r\n"
                "Content-Length: 0\r\n\r\n".encode()
            )
            head = await reader.readuntil(b"\r\n\r\n")
            length = int(head.lower().partition(b"content-length:")[2].split(b"\r\n")[0])
            body = await reader.readexactly(length)
            if head.startswith(b"HTTP/1.1 200"):
                tally.acknowledged += 1
                tally.told = max(tally.told, json.loads(body)["total"])
    except (OSError, asyncio.IncompleteReadError):
        return
    finally:
        writer.close()
