"""``check``: all that is wrong with the content, said where it is, and mended where a machine may.

``command`` does what is asked for; ``formats`` says it to people, to GitHub, and to programs, at
the places that ``stored_text`` finds in the files as they are stored; ``mend_files`` writes mended
files and shows what is different in them; ``online`` asks whether the articles that ours were taken
from are still there.
"""
