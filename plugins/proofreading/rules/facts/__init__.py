"""Rules on what a text says of itself: its dates, where it was first, who took its photos."""
