"""What is said to whoever runs a build: what to mend, also when it was stopped."""
