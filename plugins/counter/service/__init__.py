"""The counter's own process: it takes visits and answers with numbers."""
