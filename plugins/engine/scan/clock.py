"""The moment at which a build looks at the world."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from plugins.core.dates.date import TIME_ZONE
from plugins.core.errors import SettingsError


def build_time() -> datetime:
    """Return the moment of the build, in Vietnam's time zone.

    ``SOURCE_DATE_EPOCH`` (seconds since 1970 UTC, reproducible-builds.org) stands in for
    the clock where it is set. Raises :class:`SettingsError` if it is no such number.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    except (ValueError, OverflowError, OSError):
        raise SettingsError(
            "SOURCE_DATE_EPOCH",
            f"phải là một số giây tính từ năm 1970, không phải {epoch!r}",
            "Sửa lại, hoặc bỏ biến môi trường ấy để dựng theo giờ của máy.",
        ) from None
    return moment.astimezone(TIME_ZONE)
