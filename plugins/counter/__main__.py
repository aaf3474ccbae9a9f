"""``python -m plugins.counter``."""

from __future__ import annotations

import sys

from plugins.core.text.streams import speak_utf8

speak_utf8(must_arrive=True)

from plugins.counter.cli import main  # noqa: E402 - what it imports reads as the system speaks

sys.exit(main())
