"""Compare with Hugo and eleventy-img: ``python -m benchmarks.photos [--photos 24]``.

The same photos, widths and number of files for each, in alternating rounds; the best
round counts. Prints a Markdown table: ms a photo, bytes, likeness (SSIM against the
source, reduced with Lanczos), peak memory of the largest process. Needs numpy.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from benchmarks.photos.rivals import WIDTHS, Rival, eleventy, hugo, ours
from benchmarks.photos.samples import KINDS
from benchmarks.photos.ssim import ssim


@dataclass(frozen=True)
class Round:
    """One run of one rival: seconds, and MiB of its largest process."""

    seconds: float
    memory: float


def measured(rival: Rival, photos: Path, out: Path) -> Round:
    """Run once, from an empty folder."""
    command = rival.prepare(photos, out)
    began = time.perf_counter()
    process = subprocess.Popen(command, env=os.environ | rival.environment)
    _, status, usage = os.wait4(process.pid, 0)
    spent = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{rival.name} failed: {' '.join(command)}")
    return Round(spent, usage.ru_maxrss / (1024 if sys.platform == "linux" else 1024**2))


def quality(photos: Path, out: Path, format_: str) -> tuple[float, float, int]:
    """Return mean kB and SSIM of a format's files, and how many there are."""
    sizes: list[float] = []
    likeness: list[float] = []
    for source in sorted(photos.glob("*.jpg")):
        paths = [out / f"{source.stem}-{width}.{format_}" for width in WIDTHS]
        sizes += [path.stat().st_size / 1000 for path in paths]
        if len(likeness) < len(WIDTHS) * len(KINDS):  # one photo of a kind tells enough
            with Image.open(source) as whole:
                for path in paths:
                    with Image.open(path) as shown:
                        reduced = whole.resize(shown.size, Image.Resampling.LANCZOS)
                        likeness.append(ssim(reduced, shown))
    return statistics.mean(sizes), statistics.mean(likeness), len(sizes)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=24)
    parser.add_argument("--width", type=int, default=4000, help="of the sources, 4:3")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--samples", type=Path, help="where test photos are kept between runs")
    parser.add_argument("--node-modules", type=Path, help="a folder that has @11ty/eleventy-img")
    arguments = parser.parse_args()
    rivals = [ours("avif"), ours("webp"), hugo(), eleventy(arguments.node_modules)]
    present = [rival for rival in rivals if rival is not None]
    with tempfile.TemporaryDirectory() as text:
        work = Path(text)
        photos = arguments.samples or work / "photos"
        size = (arguments.width, arguments.width * 3 // 4)
        # Elsewhere: a child's peak begins with its parent's, which is to stay small.
        numbers = [str(number) for number in (arguments.photos, *size)]
        command = [sys.executable, "-m", "benchmarks.photos.samples", str(photos), *numbers]
        subprocess.run(command, check=True)
        rounds: dict[str, list[Round]] = {rival.name: [] for rival in present}
        for number in range(arguments.rounds):
            for index, rival in enumerate(present):
                out = work / f"{index}-{number}"
                rounds[rival.name].append(measured(rival, photos, out))
        print(
            f"{arguments.photos} photos of {size[0]}×{size[1]}, widths {WIDTHS}, "
            f"{os.cpu_count()} processors, best of {arguments.rounds}\n"
        )
        print("| | ms a photo | modern: kB, SSIM | JPEG: kB, SSIM | peak MiB |")
        print("|---|---|---|---|---|")
        for index, rival in enumerate(present):
            best = min(each.seconds for each in rounds[rival.name]) * 1000 / arguments.photos
            memory = max(each.memory for each in rounds[rival.name])
            cells = []
            for format_ in (rival.name.rpartition(" ")[2], "jpeg"):
                kilobytes, likeness, _ = quality(photos, work / f"{index}-0", format_)
                cells.append(f"{kilobytes:.1f}, {likeness:.4f}")
            print(f"| {rival.name} | {best:.0f} | {' | '.join(cells)} | {memory:.0f} |")


if __name__ == "__main__":
    main()
