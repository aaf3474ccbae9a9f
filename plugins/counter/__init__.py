"""The visitor counter: "Thống kê truy cập", exact, durable, and without personal data.

Read in this order. Meaning: ``visits`` (what a visit is, the interface of who was here),
``figures`` (the four numbers), ``ledger`` (the interface of what is kept), ``clock``.
Who was here: ``identity``, ``bots``, ``buckets``; ``table`` and ``online`` make ``memory``, or
``redis_visitors`` for several machines. What is kept: ``sqlite_ledger`` or ``redis_ledger``.
Together: ``counter`` (a batch), ``group_commit`` (which batch), ``http`` (requests),
``serve``. Beside it: ``config``, ``stores``, ``cli``, ``export``, ``chart``. On pages: ``widget``
(the block and its settings, ``COUNTER``), ``known`` and ``embed`` (with the numbers of the build),
``fetch`` and ``refresh`` (where those come from).
"""

from __future__ import annotations
