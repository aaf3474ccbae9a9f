"""What the service raises."""

from __future__ import annotations


class UnsuitableError(Exception):
    """A server or a file to which the counter cannot be entrusted; says why in Vietnamese.
    Raised before anything is counted; the command says it and ends."""


class LedgerError(Exception):
    """The books cannot be read or written now; nothing of the batch is counted. Raised by every
    ledger; the counter makes a :class:`NotCountedError` of it, the chart leaves its page out."""


class VisitorsError(Exception):
    """The memory of visitors does not answer; nothing of the batch may be counted. Raised by
    every memory; the counter and both ways of answering a request catch it."""


class NotCountedError(Exception):
    """Nothing of the batch was counted, and nothing of it is remembered. Raised by the counter;
    every request of the batch is answered with it (503)."""
