"""``make fuzz-desk``: two editors in four windows write ten articles, while the desk is killed
(``kill -9``), sessions end and the network goes away between a question and its answer.

Each window types words that no other types. In the end everybody saves what he has, and each word
has to be in its article; a save over a newer text has to have been told. ``--events`` says how
many things go wrong, ``--seed`` where to begin. What is lost is printed; status 1.
"""

from __future__ import annotations

import argparse
import random
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from plugins.desk.web.desk import open_desk
from tests.desk.web.office import PASSWORDS
from tests.fuzz.desk.writer import AwayError, Writer
from tests.site_files import caches, write_settings

_ARTICLES = 10
_WINDOWS = (("lan", "lan-1"), ("lan", "lan-2"), ("tuan", "tuan-1"), ("tuan", "tuan-2"))
_STARTED = 60.0  # seconds


class Server:
    """A desk that is killed and started again."""

    def __init__(self, folder: Path) -> None:
        (folder / "content").mkdir(parents=True)
        changed = caches(folder / "cache") | {"DESK": {"data_dir": str(folder / "desk")}}
        more = f"PATH = {str(folder / 'content')!r}"
        self.settings = str(write_settings(folder / "own_settings.py", changed, more))
        desk = open_desk(self.settings)
        for name, password in PASSWORDS.items():
            desk.users.add(name, name.title(), "editor", password)
        desk.close()
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self.start()

    def start(self) -> None:
        """Start the process; return once it answers."""
        command = [sys.executable, "-m", "tests.fuzz.desk.server", self.settings, str(self.port)]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        ends = time.monotonic() + _STARTED
        while time.monotonic() < ends:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        raise AssertionError("the desk does not start")

    def kill(self) -> None:
        """End the process as a power cut does."""
        self.process.kill()
        self.process.wait()

    def end_sessions(self) -> None:
        """Have everybody's session end."""
        desk = open_desk(self.settings)
        with desk.database.transaction() as db:
            db.execute("DELETE FROM session")
        desk.close()


def run(events: int, seed: int, folder: Path) -> tuple[Counter[str], list[str]]:
    """Let so many things go wrong; return what happened how often, and the words that were
    lost."""
    chance = random.Random(seed)
    server = Server(folder)
    writers = [Writer(name, PASSWORDS[name], tab) for name, tab in _WINDOWS]
    for writer in writers:
        writer.port = server.port
        writer.sign_in()
    numbers = [writers[0].new() for _ in range(_ARTICLES)]
    words: dict[str, list[str]] = {number: [] for number in numbers}
    for writer in writers:
        writer.open(chance.choice(numbers))
    count: Counter[str] = Counter()
    wrong = 0
    while wrong < events:
        writer = chance.choice(writers)
        writer.type()
        words[writer.number].append(writer.typed[-1])
        does = chance.random()
        try:
            if does < 0.05:
                server.kill()
                wrong, count["kill"] = wrong + 1, count["kill"] + 1
            elif does < 0.2:
                wrong, count["cut"] = wrong + 1, count["cut"] + 1
                writer.save(cut=chance.choice((0, 0.01, 0.2)))
            elif does < 0.3:
                server.end_sessions()
                wrong, count["session"] = wrong + 1, count["session"] + 1
            elif does < 0.9:
                writer.save()
            else:
                writer.save()
                writer.open(chance.choice(numbers))
        except AwayError:
            count["away"] += 1
        if server.process.poll() is not None and chance.random() < 0.5:
            server.start()
    if server.process.poll() is not None:
        server.start()
    for writer in writers:
        writer.save()
    lost = []
    for number in numbers:
        writers[0].open(number)
        lost += [word for word in words[number] if word not in writers[0].words]
    count["saves"] = sum(writer.saves for writer in writers)
    count["told"] = sum(writer.told for writer in writers)
    count["words"] = sum(len(typed) for typed in words.values())
    server.kill()
    return count, lost


def main() -> int:
    """Run; print what happened; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        count, lost = run(options.events, options.seed, Path(folder))
    print(", ".join(f"{name}: {number}" for name, number in count.items()))
    print(f"{len(lost)} words lost {lost[:20] if lost else ''}")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
