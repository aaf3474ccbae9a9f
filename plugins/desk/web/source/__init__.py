"""A file of the content folder as the desk shows and changes it: ``text`` edits it byte by byte,
``head`` says how a field stands in its head, ``blocks`` are its paragraphs and photo cards,
``merging`` joins what two people changed."""
