"""The head of an article: its lines, its keys, and the value of each."""
