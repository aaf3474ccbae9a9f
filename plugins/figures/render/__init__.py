"""From what was found in a text to the elements that a page shows."""
