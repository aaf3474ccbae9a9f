"""Who may come to the desk: ``users`` with their ``roles``, ``passwords`` that are kept as hashes,
``sessions`` of who has signed in, and ``throttle``, which slows down who guesses."""
