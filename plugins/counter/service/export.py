"""The books as files for other programs."""

from __future__ import annotations

import csv
import io
import json

from plugins.counter.service.ledgers.ledger import Books


def as_csv(books: Books) -> str:
    """Return a line a day, ``day,visits`` (RFC 4180); what was imported has no day of its own."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["day", "visits"])
    writer.writerows((day.isoformat(), visits) for day, visits in books.days)
    return out.getvalue()


def as_json(books: Books) -> str:
    """Return everything: days, imports, and the total that readers see."""
    return json.dumps(
        {
            "total": sum(visits for _, visits in books.days) + books.imported,
            "days": {day.isoformat(): visits for day, visits in books.days},
            "imports": [
                {
                    "visits": entry.visits,
                    "as_of": entry.as_of.isoformat(),
                    "recorded": entry.recorded.isoformat(),
                }
                for entry in books.imports
            ],
        },
        indent=2,
    )
