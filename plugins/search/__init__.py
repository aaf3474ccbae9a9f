"""A search that knows Vietnamese, in files: what readers type is found without a server.

In goes what an article says (:mod:`~plugins.search.document`), and its *place*
(:mod:`~plugins.search.places`), a number by date that it keeps whatever else is published. Out come
*entries*: which line of which file says what (:mod:`~plugins.search.entries`). Files are sorted
lines, each a key and its value, so that one article changes lines and nothing else
(:mod:`~plugins.search.lines`). How many files there are follows from the number of articles
(:mod:`~plugins.search.layout`).

Vietnamese words mostly have two syllables, so the index has two parts: of words, and of pairs of
words that follow one another. One small file answers a query of a pair, and a phrase is found by
its pairs. Without diacritics everything is found that they were left off
(:mod:`~plugins.search.folding`); each spelling has a line of its own, so that the one that was
typed comes first. The page's script reads these files: ``theme/static/js/pages/search.js``.
"""
