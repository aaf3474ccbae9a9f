"""Rules on a text's form: headings, signs that come in pairs, and what came along when pasted."""
