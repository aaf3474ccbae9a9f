"""``python -m plugins.preview.serve OUTPUT [-b HOST] [-p PORT]``: serve a built site.

As a web server would, with the site's own page for addresses that do not exist. It shows the
folder as it is, without drafts, and adds nothing to pages.
"""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path

from plugins.core.text.streams import speak_utf8
from plugins.preview.http.listen import address_of, listen, refusal, say
from plugins.preview.http.server import Server
from plugins.preview.http.site import answer, read_from


def main() -> int:
    """Serve the folder given on the command line; return the exit status."""
    speak_utf8()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path)
    parser.add_argument("-b", "--bind", default="127.0.0.1")
    parser.add_argument("-p", "--port", type=int, default=8000)
    given = parser.parse_args()
    read = read_from(given.output)
    try:
        server = Server(given.bind, given.port, partial(answer, read=read))
    except OSError as error:
        sys.stderr.write(refusal(error, given.bind, given.port))
        return 1
    say(f"Mở {address_of(server)} trong trình duyệt; nhấn Ctrl+C để dừng.")
    listen(server)
    return 0


if __name__ == "__main__":
    sys.exit(main())
