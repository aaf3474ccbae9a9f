"""What the last build knew, in one file."""
