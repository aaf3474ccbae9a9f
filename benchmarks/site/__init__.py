"""``make bench``: this generator, Hugo and Pelican as it comes, on one corpus.

Read in this order. Text: ``vocabulary``, ``corpus`` (stories as data), ``sources`` (the same
stories as our files and as Hugo's), ``pool`` (photos). The generators: ``peers``,
``pelican_peers``, ``hugo_peer``, with the templates in ``stock/`` and ``hugo/``. Measuring:
``process``, ``memory``, ``preview``, ``alike`` (no ratio is given of outputs that are not
alike), ``turns``, ``scenarios``, ``with_photos``. ``report`` makes the table and writes it into
``docs/benchmarks.md``.
"""
