"""Builds the site: finds what changed, plans the pages, renders those that must be, publishes.

**Reading order.** Half an hour, if the docstrings are read first and the code second.

1. ``build``: one build from start to end; each later module is one of its lines.
2. ``project`` with ``config``, and ``world`` with ``digests``: what decides the site besides
   the content. ``world`` tells when nothing that was known may be used again.
3. ``state`` with ``rows``, ``stamps``, ``packing`` and ``seal``: what the last build knew. All
   else reads it or writes to it.
4. ``sources``, ``survey``, ``changes`` with ``reading``: the content folder against the state.
   Articles are read here, by :mod:`plugins.articles`, on several processes (``fork``).
5. ``catalogue`` with ``related`` and ``paging``: who shares a list with whom.
6. ``plan``: every page as data. ``replan``: which of them to plan, and which to render.
   ``plan_problems``: what can be wrong only with all pages together.
7. ``shelf``, ``environment`` with ``compiled``, ``assets``, ``feeds``, ``render``: from data to
   text.
8. ``media``: photos and attachments. ``output`` with ``lock``: how the folder that is being
   served changes.
9. ``command``, ``bulletin`` (``PELICAN_CLASS``) and ``__main__`` with ``scout`` (the same,
   sooner): who calls ``build``. ``clock``, ``identity``, ``source_problems`` and ``report``: the
   time, the publisher, the words.

**Words.** A *row* is what the state has of an article without opening it; an *entry* its place
in a *list* (a term, a month, or all). An *owner* has pages: an article, a list, the home page.
A page's *recipe* is its plan as it was kept; a *ref* in it stands for an article. The *frame* is
what all pages show: the menu, the static pages. An article is *touched* when lists show it
otherwise, *rewritten* when only its own page and the feeds do, and *moved* when it is on other
lists or in another place than before.

**One edited title, as an example.** ``survey`` finds one stamp that is not the state's, and
``changes`` reads that file: what lists show of it is different, so it is touched. ``replan``
plans its owner anew, the lists it stands on, the home page, the feeds of its category, and the
articles for which ``related`` looks where it stands. All recipes come out as before; those that
hold a ref to it are rendered, in an archive of 10,000 about 15 pages of 13,000. ``output`` moves
into place what has other bytes, and the state is committed.

``docs/decisions/0009-*.md`` says why it is done this way. There is nothing to register.
"""
