"""Text: decoded and in one form, its white space, its addresses, its alphabetical order."""
