"""What is different in the content folder since the last build."""
