"""Captions measured: Word files of many layouts, each with captions told in many ways.

``layouts`` and ``kinds`` are the two tables, ``manuscript`` writes a file of a pair of them, and
``measure`` says whether its article has each caption under its photos. ``python -m
tests.desk.captions`` prints the rates, with ``--libreoffice`` also of the same files as ODT, DOC
and RTF.
"""
