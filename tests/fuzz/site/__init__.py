"""Edits a small bulletin at random and compares every build with a clean, serial one.

Read in this order: ``content`` (the bulletin that every sequence begins with), ``site`` (its
folder), ``edit`` with ``edits``, ``files``, ``around`` and ``damage`` (what people and disks do to
it), ``interrupt`` (a build that ends early), ``compare``, ``oracle`` (two builds of one site,
compared), ``sequence`` (what is tried), ``__main__`` (``make fuzz-build``).
"""
