"""Proofreading: what no generator can know, and only an editor can decide.

A name that is spelt two ways, a weekday that its date did not have, a syllable that Vietnamese has
not: each is a *rule*, one small module of :mod:`plugins.proofreading.rules`, which looks at a
:class:`~plugins.proofreading.proof.Proof` (the file's lines, of which all that is no prose is
masked, and the article that was read from them) and yields *findings* (:mod:`~plugins
.proofreading.finding`): what is wrong, from where to where, and what a machine may put there if
only one thing can be meant. ``reading`` lists the rules and runs them; the reader of articles
does so for every file that it reads, so a build, a preview and the desk say the same.
``silence`` is how an editor says that a warning is none; ``fixes`` mends.
"""
