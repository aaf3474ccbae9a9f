"""How many visits a second the counter takes: ``load.lua`` (for wrk), ``bench`` (a service under
load), ``report`` (what was measured, as a table), ``__main__``.
"""

from __future__ import annotations
