"""What is typed is what is read: ``rules`` has a file for each rule, ``extension`` lists them.

They see a body as ``lines``, whose ``marks`` and hard ``wraps`` are known.
"""
