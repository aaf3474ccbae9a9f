"""``make bench``: this generator, Hugo and Pelican as it comes, on one corpus.

Read in this order. Text: ``vocabulary``, ``corpus`` (stories as data), ``sources`` (the same
stories as our files and as Hugo's), ``pool`` (photos). The generators: ``peers``, with the
templates in ``hugo/`` and ``stock/``. Measuring: ``process``, ``memory``, ``preview``,
``alike`` (no ratio is printed of outputs that are not alike), ``scenarios``. ``report`` makes
the table and writes it into ``docs/benchmarks.md``.
"""
