"""HTML → blocks → the bulletin's own Markdown.

``spans`` are letters with their look, ``blocks`` what stands below each other, ``head`` takes the
headline and its kin off them, ``tables`` opens what only lays a text out, ``captions`` gives photos
what is said of them, ``markdown`` writes.
"""
