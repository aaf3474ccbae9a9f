"""The moment at which a build looks at the world."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from plugins.articles.dates import TIME_ZONE


def build_time() -> datetime:
    """Return the moment of the build, in Vietnam's time zone.

    ``SOURCE_DATE_EPOCH`` (seconds since 1970 UTC, reproducible-builds.org) stands in for
    the clock where it is set. Raises ``ValueError`` if it is no number.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return moment.astimezone(TIME_ZONE)
