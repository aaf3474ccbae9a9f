"""One rule, one file; :mod:`plugins.proofreading.reading` lists them in their order."""
