"""Where a newsroom's text means something else than Markdown, one rule a file."""
