"""Text: from the bytes of a file to one normal form, its white space, and what looks for words."""
