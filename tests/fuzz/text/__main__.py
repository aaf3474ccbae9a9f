"""``make fuzz-text``: texts of all kinds until the time is over, or something is lost.

``--minutes`` says how long, ``--seed`` where to begin. What goes wrong is printed with the
shortest text found in which it does, to be pasted into a test.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from plugins.articles.reader import Reading
from tests.fuzz.text.check import wrong
from tests.fuzz.text.mixture import article_of
from tests.fuzz.text.room import HEAD, Room
from tests.fuzz.text.shrink import shortest

_PATIENCE = 20.0  # seconds for making a text shorter
_TELL = 60.0  # seconds between two signs of life


def main() -> int:
    """Run the command; return its exit status: 1 if anything went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=60, help="how long to try")
    parser.add_argument("--seed", type=int, default=int(time.time()), help="the first seed")
    parser.add_argument("--keep-going", action="store_true", help="do not stop at a failure")
    arguments = parser.parse_args()
    end = time.monotonic() + arguments.minutes * 60
    told, read, seed, known = time.monotonic(), 0, arguments.seed, dict[str, int]()
    with tempfile.TemporaryDirectory(prefix="text-") as folder:
        room = Room(Path(folder))
        while time.monotonic() < end and (not known or arguments.keep_going):
            text = article_of(seed)
            if found := wrong(room, text):
                _tell(room, seed, text, found, known)
            else:
                read += isinstance(room.read(text), Reading)
            seed += 1
            if time.monotonic() - told >= _TELL:
                told = time.monotonic()
                print(f"{time.strftime('%H:%M')}  {seed - arguments.seed} texts", flush=True)
    print(
        f"{seed - arguments.seed} texts ({read} without an error), {sum(known.values())} failures "
        f"of {len(known)} kinds, seeds {arguments.seed} to {seed - 1}."
    )
    return 1 if known else 0


def _tell(room: Room, seed: int, text: str, found: list[str], known: dict[str, int]) -> None:
    """Print a failure with its shortest text, unless one like it was printed."""
    what = _name(found[0])

    def fails(rest: str) -> bool:
        return what in map(_name, wrong(room, rest))

    head, _, body = text.partition("\n\n")
    if fails(HEAD + body):
        head = HEAD.rstrip("\n")
    short = shortest(body, lambda rest: fails(f"{head}\n\n{rest}"), _PATIENCE)
    like = f"{what} {_shape(short)}"
    known[like] = known.get(like, 0) + 1
    if known[like] > 1:
        return
    print(f"\nSeed {seed}:")
    print("\n".join(f"  {each}" for each in wrong(room, f"{head}\n\n{short}")))
    own = "" if head == HEAD.rstrip("\n") else f" below {head!r}"
    print(f"  {short!r}{own}", flush=True)


def _name(line: str) -> str:
    """Return what sort of failure a line tells of."""
    return line.split(",")[0].split(":")[0]


def _shape(text: str) -> str:
    """Return a text without its words, so that two of a kind are told once."""
    letters = "".join("x" if letter.isalpha() else letter for letter in text)
    while "xx" in letters or "x x" in letters:
        letters = letters.replace("xx", "x").replace("x x", "x")
    return "".join("1" if letter.isdecimal() else letter for letter in letters)


if __name__ == "__main__":
    sys.exit(main())
