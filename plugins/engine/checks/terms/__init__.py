"""What can be wrong with terms once all articles are known: introductions and spellings."""
