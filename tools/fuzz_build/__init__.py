"""Edits a small bulletin at random and compares every build with a clean, serial one.

Read in this order: ``content`` (the bulletin that every sequence begins with), ``site`` (its
folder), ``edits`` with ``damage`` (what editors, and disks, do to it), ``oracle`` (two builds
of one folder, compared), ``sequence`` (what is tried), ``__main__`` (``make fuzz-build``).
"""
