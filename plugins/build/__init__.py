"""Builds the site: plans every page, renders it, and publishes all of it at once.

Read in this order: ``bulletin`` (the run), ``generators`` and ``sources`` (what is read),
``catalogue`` (what articles have in common), ``plan`` with ``paging`` and ``related``
(which pages there are), ``assets``, ``environment`` and ``feeds`` (what templates and
feeds need), ``staging`` (how the output changes).

``PELICAN_CLASS = plugins.build.bulletin.Bulletin`` switches it on; there is nothing to
register.
"""
