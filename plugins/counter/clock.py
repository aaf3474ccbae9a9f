"""Two clocks: one that only runs forward, for how long ago, and the wall's, for which day."""

from __future__ import annotations

import time
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

TIME_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
"""Of its own: the service does without the site's code, which would triple its memory."""


class Clock(Protocol):
    """What the counter knows of time; tests have one of their own."""

    def seconds(self) -> int:
        """Return whole seconds since some fixed moment; never less than before."""

    def moment(self) -> datetime:
        """Return the date and time of day in Viet Nam."""


class SystemClock:
    """This machine's clocks.

    Windows of minutes are measured with ``time.monotonic``: setting the machine's date
    ends nobody's visit and makes nobody new.
    """

    def seconds(self) -> int:
        """Return whole seconds since the machine was started."""
        return int(time.monotonic())

    def moment(self) -> datetime:
        """Return the date and time of day in Viet Nam."""
        return datetime.now(TIME_ZONE)


class SharedClock:
    """A machine's clock, set forward to the one that several machines share."""

    def __init__(self, clock: Clock, ahead: int) -> None:
        self._clock, self._ahead = clock, ahead

    def seconds(self) -> int:
        """Return seconds of the shared clock."""
        return self._clock.seconds() + self._ahead

    def moment(self) -> datetime:
        """Return the date and time of day in Viet Nam."""
        return self._clock.moment()
