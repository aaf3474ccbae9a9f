"""Draw the sample content's photos: ``python tools/draw_photos.py [--all] [NAME …]``.

Without arguments the missing ones; with ``--all`` every one again; with names only those
whose path holds one of the names. The list is in ``tools/drawing/catalogue.py``.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools.drawing.catalogue import PICTURES, Picture  # noqa: E402
from tools.drawing.encode import write  # noqa: E402


def chosen(arguments: argparse.Namespace) -> list[Picture]:
    """Return the pictures that the command line asks for."""
    if arguments.names:
        return [p for p in PICTURES if any(name in p.path for name in arguments.names)]
    if arguments.all:
        return list(PICTURES)
    return [p for p in PICTURES if not (arguments.content / p.path).exists()]


def main() -> int:
    """Draw, and say what was drawn; the exit status is 1 if a name fits no picture."""
    parser = argparse.ArgumentParser(description="Draw the sample content's photos.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="part of a picture's path")
    parser.add_argument("--all", action="store_true", help="also those that exist")
    parser.add_argument("--content", type=Path, default=ROOT / "content", help="content folder")
    arguments = parser.parse_args()
    pictures = chosen(arguments)
    if arguments.names and not pictures:
        print("no such picture:", *arguments.names, file=sys.stderr)
        return 1
    total = 0
    for picture in pictures:
        size = write(picture, arguments.content)
        total += size
        print(f"{size / 1000:6.0f} kB  {picture.path}")
    print(f"{len(pictures)} pictures, {total / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
