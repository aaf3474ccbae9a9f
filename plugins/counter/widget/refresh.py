"""``python -m plugins.counter.widget.refresh SETTINGS``: get the numbers that the next build bakes.

From the service that a settings file (``publishconf.py``) has pages ask, into the file that it has
the build read: nobody needs to say either again.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from plugins.core.errors import SettingsError
from plugins.core.problems import ProblemError
from plugins.core.settings import load_settings
from plugins.core.settings_file import settings_problem
from plugins.core.text.streams import speak_utf8
from plugins.counter.stats import Stats
from plugins.counter.widget.block import CounterSettings
from plugins.counter.widget.fetch import fetch_known
from plugins.counter.widget.last_known import UnknownError


def refresh(settings: Mapping[str, Any]) -> Stats | None:
    """Ask the service and keep its numbers; ``None`` where pages have nobody to ask.

    Takes Pelican's settings. Raises :class:`plugins.counter.widget.last_known.UnknownError`, and
    then the numbers of before stay.
    """
    counter = load_settings(CounterSettings, "COUNTER", settings.get("COUNTER", {}))
    if not (counter.enabled and counter.endpoint and counter.known):
        return None
    address = urljoin(f"{settings['SITEURL']}/", f"{counter.endpoint}stats")
    return fetch_known(address, Path(counter.known))


def main(settings_file: str) -> int:
    """Run the command; return its exit status."""
    speak_utf8()
    try:
        stats = refresh(_read(settings_file))
    except SettingsError as error:
        _say(str(settings_problem(error, ["-s", settings_file])), sys.stderr)
        return 1
    except ProblemError as error:
        _say(str(error), sys.stderr)
        return 1
    except (UnknownError, OSError) as error:
        _say(f"LỖI: {error}. Trang dùng số liệu truy cập lấy được lần trước.", sys.stderr)
        return 1
    if stats is None:
        _say("Trang không hỏi bộ đếm truy cập nào, nên không có số liệu để lấy.")
    else:
        _say(f"Đã lấy số liệu truy cập lúc {stats.as_of:%H:%M ngày %d/%m/%Y}.")
    return 0


def _read(settings_file: str) -> dict[str, Any]:
    from pelican.settings import read_settings

    try:
        settings: dict[str, Any] = read_settings(settings_file)
    except Exception as error:  # a settings file is a program: anything
        raise ProblemError([settings_problem(error, ["-s", settings_file])]) from error
    return settings


def _say(text: str, where: Any = None) -> None:
    print(text, file=where)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
