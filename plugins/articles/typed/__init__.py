"""What is typed is what is read: one rule, one file."""
