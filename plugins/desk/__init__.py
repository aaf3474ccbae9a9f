"""The newsroom's desk: what comes in (a Word file) becomes an article of the bulletin.

``python -m plugins.desk import FILE…`` writes a draft, ``index.md`` and its photos in the folder of
an article, and says what was taken as what; ``… new TITLE`` makes an empty one.

A file is read by who knows its kind (``kinds``; Word files by ``word``) into a ``Manuscript``:
blocks of text and pictures. ``text`` takes the headline, the date and the standfirst off, gives
photos their captions and writes Markdown; ``importing`` is the whole way. What the bulletin's own
reader makes of the result is held against what the file shows (``reading_back``): a word or a
picture that is not there is named. ``worker`` is the process in which this happens, in bounds;
``placing`` moves what it made into place, and never over anything.
"""
