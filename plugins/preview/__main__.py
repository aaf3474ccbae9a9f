"""``python -m plugins.preview CONTENT -s SETTINGS [-b HOST] [-p PORT] [--open] [options]``.

Serves a preview of the bulletin that follows every save; ``--open`` shows it in the browser. Other
options are those of the command ``pelican``. On Windows ``py`` stands for ``python``.
"""

from __future__ import annotations

import argparse
import sys
import threading
import webbrowser
from pathlib import Path

from plugins.core.text.streams import speak_utf8
from plugins.preview.http import overlay
from plugins.preview.http.listen import address_of, listen, refusal, say
from plugins.preview.http.server import Server
from plugins.preview.http.site import Answer
from plugins.preview.live import LiveSite
from plugins.preview.supervisor import Supervisor


def main() -> int:
    """Serve until Ctrl+C; return the exit status."""
    speak_utf8()
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("content")
    parser.add_argument("-s", "--settings", required=True)
    parser.add_argument("-b", "--bind", default="127.0.0.1")
    parser.add_argument("-p", "--port", type=int, default=8000)
    parser.add_argument("--open", action="store_true")
    given, others = parser.parse_known_args()
    live = LiveSite()

    def answer(target: str) -> Answer:
        return live.answer(target) if live.built else overlay.first_page()

    try:
        server = Server(given.bind, given.port, answer, live)
    except OSError as error:
        sys.stderr.write(refusal(error, given.bind, given.port))
        return 1
    arguments = [given.content, "-s", given.settings, *others]
    supervisor = Supervisor(arguments, Path(given.settings), live, say)
    try:
        if not supervisor.start():
            return 1
        say(f"Xem thử tại {address_of(server)} (cả bản nháp và bài hẹn giờ).")
        say("Lưu bài là trang tự đổi; nhấn Ctrl+C để dừng.")
        if given.open:
            # Some browsers keep who opens them waiting.
            threading.Thread(
                target=webbrowser.open, args=(address_of(server),), daemon=True
            ).start()
        listen(server)
    except KeyboardInterrupt:
        pass
    finally:
        supervisor.end()
    return 0


if __name__ == "__main__":
    sys.exit(main())
