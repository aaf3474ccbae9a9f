from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from tests.photos.samples import save

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 400  # MiB that one of two processes may take
FIFTY = (8192, 6144)


def peak(path: Path) -> int:
    """Return the MiB that making everything of a photo took in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.photos.peak", str(path)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return int(done.stdout)


@pytest.mark.parametrize(
    ("mode", "name", "options"),
    [
        ("RGBA", "a.png", {"compress_level": 1}),
        # The most that a JPEG can need: all coefficients of all colours, of every pixel.
        ("RGB", "a.jpg", {"progressive": True, "subsampling": 0}),
    ],
)
def test_fifty_megapixels_take_less_than_four_hundred_mebibytes(
    tmp_path: Path, mode: str, name: str, options: dict[str, int]
) -> None:
    path = save(tmp_path / name, Image.new(mode, FIFTY, (90, 120, 60, 128)[: len(mode)]), **options)
    assert peak(path) < LIMIT


HEIC = """
import sys
from pathlib import Path
from PIL import Image
from plugins.photos.inspect.heic import enable_heic
from plugins.photos.encode.rows import rows_of
from benchmarks.photos.peak import peak
enable_heic()
before = peak()
with Path(sys.argv[1]).open("rb") as file, Image.open(file) as image:
    rows = rows_of(image, file)
    for top in range(0, image.height, 100):
        rows.take(top, top + 100)
print(peak() - before)
"""


def test_a_heic_photo_is_held_once_and_its_decoders_planes(tmp_path: Path) -> None:
    # Encoding fifty megapixels would take a minute. 4.5 bytes a pixel are libheif's own;
    # a copy by Pillow would be 4 more, and too much.
    path = save(tmp_path / "a.heic", Image.new("RGB", (4000, 3000), (90, 120, 60)))
    command = [sys.executable, "-c", HEIC, str(path)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    assert int(done.stdout) * 1024**2 < 7 * 4000 * 3000
