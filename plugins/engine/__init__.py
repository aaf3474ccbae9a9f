"""Builds the site: finds what changed, plans the pages, renders those that must be, publishes.

**The way through.** ``build`` is one build from start to end (``Build._run``, a step a line).
``scan`` compares the content folder with what the store knows and reads what is different;
``plan`` makes every page as data, and says which of them a change outdates; ``render`` makes text
of it; ``publish`` changes the folder that is being served; ``checks`` finds what is wrong, and
``terminal`` says it; ``store`` is what the last build knew. ``docs/architecture.md`` has the
picture and the example of one edited title, ``docs/decisions/0009-*.md`` why it is done this way.

**Who calls** ``build``: ``command`` (what is said), ``pelican`` (``PELICAN_CLASS``), ``__main__``
(the same, sooner: it scans in the background while Python loads), and :mod:`plugins.preview`.
What decides the site besides the content is in ``project``: settings, and fingerprints of it all.

**Words.** A *file signature* is a file's size and time. An article's *dependencies* are the names
it looked up in folders, with what was found, and the files it uses besides its own. *Fingerprints*
cover what pages depend on besides the content: the program with its settings, and the theme. A
*row* is what is known of an article without opening it, an *entry* its place in a *list* (a term,
a month, or all). A *page group* is what is planned at once: an article, a list, the home page; its
*cached plan* holds *refs* to articles. The *site context* is what all pages show.
"""
