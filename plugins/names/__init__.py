"""Names: which is a person's and which an outlet's."""
