from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageChops

from plugins.photos.encode.rows import rows_of
from tests.photos.samples import corners, save


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L"])
@pytest.mark.parametrize("kind", ["png", "heic"])
def test_bands_are_the_rows_of_the_whole_picture(tmp_path: Path, kind: str, mode: str) -> None:
    # An odd width: rows in libheif's memory end in bytes that belong to no pixel.
    path = save(tmp_path / f"a.{kind}", corners(333, 250).convert(mode))
    with Image.open(path) as whole:
        whole.load()
        with path.open("rb") as file, Image.open(file) as image:
            rows = rows_of(image, file)
            assert rows.size == whole.size
            for top, bottom in ((0, 250), (0, 64), (64, 128), (192, 250)):
                band = rows.take(top, bottom)
                part = whole.crop((0, top, 333, bottom))
                assert (band.mode, band.size) == (part.mode, part.size)
                assert not any(high for _, high in _extremes(ImageChops.difference(band, part)))
            rows.free()


def _extremes(image: Image.Image) -> list[tuple[float, float]]:
    return [band.getextrema() for band in image.split()]  # type: ignore[misc] # a band's are a pair
