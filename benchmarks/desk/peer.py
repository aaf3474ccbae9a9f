"""What one would write oneself: ``python -m benchmarks.desk.peer FILE FOLDER``.

mammoth makes HTML, and Pillow, one after the other, photos no larger than the site shows them.
Nothing is checked, no caption is looked for.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

import mammoth
from PIL import Image, ImageOps

_LARGEST, _QUALITY = (2560, 2560), 92  # as the importer's


def main(file: Path, folder: Path) -> None:
    """Write the HTML and the photos of a Word file into a folder."""
    folder.mkdir(parents=True)
    names: list[str] = []

    def save(image: mammoth.documents.Image) -> dict[str, str]:
        names.append(f"photo-{len(names) + 1}.jpg")
        with image.open() as opened, Image.open(io.BytesIO(opened.read())) as photo:
            upright = ImageOps.exif_transpose(photo)
            upright.thumbnail(_LARGEST, Image.Resampling.LANCZOS, reducing_gap=None)
            upright.convert("RGB").save(folder / names[-1], quality=_QUALITY)
        return {"src": names[-1]}

    with file.open("rb") as opened:
        made = mammoth.convert_to_html(opened, convert_image=mammoth.images.img_element(save))
    (folder / "index.html").write_text(made.value, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
