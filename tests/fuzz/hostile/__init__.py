"""Hostile sites: what somebody could try who may write articles, or whose texts are pasted.

An input (:mod:`~tests.fuzz.hostile.inputs`) is an article with its files, drawn from a seed. Many
make a site (:mod:`~tests.fuzz.hostile.site`), which a process of bounded memory and time builds.
What comes of it is judged by what knows nothing of how it was made: every element of every page
(:mod:`~tests.fuzz.hostile.elements`), every file (:mod:`~tests.fuzz.hostile.published`), and a
browser that opens the pages with no policy to hold anything back
(:mod:`~tests.fuzz.hostile.browser`).
"""
