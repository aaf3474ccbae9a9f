"""Films, sound, documents and embeds on a line of their own."""
