"""``python -m plugins.counter``."""

from __future__ import annotations

import sys

from plugins.counter.cli import main

sys.exit(main())
