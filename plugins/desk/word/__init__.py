"""A Word file → HTML with every picture in its place.

mammoth makes the HTML. It takes what is plain in a file, and drops in silence what is not: text
boxes, pictures in groups, printed numbers, fields. So the XML is flattened before
(``flatten``), with what ``styles``, ``numbering`` and ``letters`` know. ``shown`` looks at the file
on its own, and says which words and pictures must be in the article at the end.
"""
