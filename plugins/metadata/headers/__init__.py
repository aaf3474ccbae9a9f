"""What a browser is told beside a page: what it may load, keep, and show as what.

:mod:`~plugins.metadata.headers.policy` and :mod:`~plugins.metadata.headers.rules` are the tables.
What is written from them: a tag in each page's head (``page_policy``), ``_headers`` at the site's
root (:mod:`~plugins.metadata.headers.hosts`), and an include for nginx
(:mod:`~plugins.metadata.headers.nginx`). Plain functions; who calls them knows the settings.
"""
