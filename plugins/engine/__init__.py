"""Builds the site: finds what changed, plans the pages, renders those that must be, publishes.

**The way through, in half an hour.** The words and the example below, then these seven, in this
order: ``build`` (``_Build._run`` is one build from start to end, a step a line), ``survey`` and
``changes`` (the content folder against what the state knows), ``plan`` (every page as data),
``replan`` (which of them to plan, and which to render), ``render`` (from data to text),
``output`` (how the folder that is being served changes). Of ``state`` the docstrings do.

**The rest, when it is needed**

- What was known: ``state`` with ``rows``, ``stamps``, ``warned``, ``packing`` (values as bytes) and
  ``seal`` (whether somebody else wrote into the file).
- What decides the site besides the content: ``project`` with ``config``, ``world`` with
  ``digests``, ``clock``.
- Reading: ``sources`` (a walk, with :mod:`plugins.core.listing`), ``reading`` by
  :mod:`plugins.articles` on several processes (``fork``), ``unpublished`` (what a preview makes of
  drafts).
- Planning: ``catalogue`` with ``related`` and ``paging`` (who shares a list with whom).
- Rendering: ``shelf`` (articles as templates get them), ``environment`` with ``compiled`` and
  ``kept`` (Jinja, and what of it is kept), ``theme_file``, ``assets``, ``feeds``.
- Publishing: ``media`` (photos and attachments), ``lock``.
- What can be wrong: ``source_problems``, ``plan_problems``, ``identity``, and of a theme
  ``faults``; ``report`` says it, and ``pending`` what is not out yet (``streams``: in UTF-8).
- Who calls ``build``: ``command``, ``bulletin`` (``PELICAN_CLASS``), ``__main__`` with ``scout``
  (the same, sooner), and :mod:`plugins.preview`, which has a reading order of its own;
  ``stopped`` (with Ctrl+C).

**Words.** A *stamp* is a file's size and time. What an article *hangs on* are the names it *asked*
for in folders, with what was found, and the files it *used* besides its own. The *world* is all
that pages hang on besides the content: what the site is made with (its *making*: settings, code,
libraries), and its theme. *Extra* is what Pelican's static files and other plugins add. A *row* is
what the state has of an article without opening it; an *entry* its place in a *list* (a term, a
month, or all). An *owner* has pages: an article, a list, the home page; it *claims* an address that
it did not have, and *releases* one that it had. A page's *recipe* is its plan as it was kept; a
*ref* in it stands for an article. The *frame* is what all pages show: the menu, the static pages.
An article is *touched* when lists show it otherwise, *rewritten* when only its own page and the
feeds do, and *moved* when it is on other lists or in another place than before.

**One edited title, as an example** (of an article with a ``Slug:`` or a folder of its own; any
other gets another address). ``survey`` finds one stamp that is not the state's, and
``changes`` reads that file: what lists show of it is different, so it is touched. ``replan``
plans its owner anew, the lists it stands on, the home page, the feeds of its category, and the
articles for which ``related`` looks where it stands. All recipes come out as before; those that
hold a ref to it are rendered, in an archive of 10,000 about 15 pages of 13,000. ``output`` moves
into place what has other bytes, and the state is committed.

``docs/decisions/0009-*.md`` says why it is done this way. There is nothing to register.
"""
