"""What the desk keeps: ``database`` is its one SQLite file, ``drafts`` the articles that are being
written, with every version of them, ``journal`` who did what."""
