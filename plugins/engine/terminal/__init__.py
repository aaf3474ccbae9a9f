"""What is said to whoever runs a build: what to mend, in UTF-8, also when it was stopped."""
