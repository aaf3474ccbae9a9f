"""What stands under a photo: its caption, its credit, and its text for those who do not see it."""
