"""One rule, one file; :mod:`plugins.articles.typed.extension` lists them in their order."""
