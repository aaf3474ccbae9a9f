"""From planned pages to text."""
