"""The visitor counter: "Thống kê truy cập", exact, durable, and without personal data.

``stats`` are the four numbers that readers see. ``service`` is a process of its own, which ``cli``
runs: ``http`` makes hits of requests (``identity``, ``bots`` and ``buckets`` say who it was and
whether it counts), ``visitors`` knows who was here, ``ledgers`` keep the books; ``counter`` counts
a batch, ``group_commit`` says which, ``serve`` has it all run. ``widget`` is the block on the pages
with the numbers of the last build.
"""

from __future__ import annotations
