"""What the search of the bulletin finds, how fast, and in how many bytes; beside Pagefind."""
