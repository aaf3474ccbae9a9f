"""The search page as a process of its own: what a reader types is answered in HTML, by SQLite's
FTS5 (:mod:`plugins.search.full_text`), with JavaScript or without."""
