"""Lines of a body: which of them say where it was first, and what stands round it."""
