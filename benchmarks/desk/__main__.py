"""Compare with mammoth and Pillow: ``python -m benchmarks.desk [--photos 6] [--rounds 5]``.

One Word file with photos of 12 megapixels, each with its caption, in alternating rounds; the best
round of each counts. Prints a Markdown table: seconds by the clock and of processors, from an
empty folder to the article, with the start of the programs. Needs numpy.
"""

from __future__ import annotations

import argparse
import io
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import docx
from docx.shared import Cm

from benchmarks.photos.samples import photo

_SIZE = (4000, 3000)


class Round(NamedTuple):
    """One run: seconds by the clock, and of all processors together."""

    seconds: float
    work: float


def word_file(path: Path, photos: int) -> None:
    """Write an article with photos as cameras make them."""
    word = docx.Document()
    word.add_heading("Chợ phiên cuối năm", 0)
    for number in range(photos):
        content = io.BytesIO()
        photo(number).resize(_SIZE).save(content, "JPEG", quality=92)
        word.add_paragraph("Từ tờ mờ sáng, người các bản đã gùi hàng xuống chợ. " * 6)
        word.add_picture(content, width=Cm(14))
        word.add_paragraph(f"Ảnh {number + 1}: Một góc chợ. Ảnh: Ngọc Bằng", style="Caption")
    word.save(str(path))


def measured(command: list[str]) -> Round:
    """Run a program once."""
    began, before = time.perf_counter(), os.times()
    subprocess.run(command, check=True, capture_output=True)
    after = os.times()
    work = sum(after[2:4]) - sum(before[2:4])
    return Round(time.perf_counter() - began, work)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=6)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    with TemporaryDirectory() as text:
        work = Path(text)
        file, content, plain = work / "bai.docx", work / "content", work / "plain"
        word_file(file, given.photos)
        settings = work / "settings.py"
        settings.write_text(
            f"from pelicanconf import *\nPATH = {str(content)!r}\n", encoding="utf-8"
        )
        python = [sys.executable, "-m"]
        ours = [*python, "plugins.desk", "-s", str(settings), "import", str(file)]
        peer = [*python, "benchmarks.desk.peer", str(file), str(plain)]
        rounds: dict[str, list[Round]] = {"ours": [], "mammoth and Pillow, one by one": []}
        for _ in range(given.rounds):
            for name, command in zip(rounds, (ours, peer), strict=True):
                shutil.rmtree(content, ignore_errors=True)
                shutil.rmtree(plain, ignore_errors=True)
                content.mkdir()
                rounds[name].append(measured(command))
    print(
        f"{given.photos} photos of {_SIZE[0]}×{_SIZE[1]} in one Word file, {os.cpu_count()} "
        f"processors, best of {given.rounds}\n"
    )
    print("| | seconds | of processors |\n|---|---|---|")
    best = {
        name: Round(*(min(values) for values in zip(*each, strict=True)))
        for name, each in rounds.items()
    }
    for name, each in best.items():
        print(f"| {name} | {each.seconds:.2f} | {each.work:.2f} |")
    first, second = best.values()
    print(
        f"\nOurs takes {first.seconds / second.seconds:.2f} times the peer's time, "
        f"{first.work / second.work:.2f} times its work."
    )


if __name__ == "__main__":
    main()
