"""Trees of elements: other people's HTML as one, and what is done to its text."""
