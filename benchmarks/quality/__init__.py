"""Measure what readers get: ``python -m benchmarks.quality`` (`make audit`).

The sample bulletin is built as it is published, in a folder of its own and with pictures that weigh
as photographs do (:mod:`~benchmarks.quality.photographs`), and served as a web server does
(:mod:`~benchmarks.quality.server`). Each further module looks at one thing and yields
:class:`~benchmarks.quality.report.Row`; together they are ``docs/quality.md``.
"""
