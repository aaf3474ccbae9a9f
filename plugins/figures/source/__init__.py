"""Photos as editors put them into a text: lines, Markdown, other people's HTML."""
