"""The preview server (``make devserver``), and the plain one (``make serve``).

Three processes: the *server* answers browsers and watches files, and loads neither settings nor
theme nor content; two *workers* load everything once. One of them renders a saved article's page
from what the last build knows, in some hundredths of a second; the other brings the whole preview
site up to date, in a folder and with a state of its own, so that no draft gets into the output.

Read in this order: ``__main__`` (the command), ``supervisor`` with ``watch`` and ``saves`` (what
happens after a save), ``workers`` (the processes, and what is asked of them), ``live`` (what is to
be seen), ``http`` (what browsers get); ``serve`` is the plain server. ``with_counter`` runs either
with a visitor counter beside it, ``window`` is the double click on Windows.
:mod:`plugins.engine.checks.theme` says what went wrong.
"""
