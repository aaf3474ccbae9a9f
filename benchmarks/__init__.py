"""Comparisons that anyone can run again: the site, its photos, the counter, two revisions."""
