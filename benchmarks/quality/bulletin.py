"""The sample bulletin as it is published, with photographs in place of its drawings."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from benchmarks.quality.photographs import photograph
from tests.browser.page_types import find_page
from tests.conftest import NOW, ROOT

_PHOTOS = (".jpg", ".jpeg")
_ARTICLE = re.compile(r"\d{4}/\d{2}/[^/]+/index\.html")


def publish(folder: Path) -> Path:
    """Build the bulletin below ``folder``, with what `make publish` sets; return the output.

    Raises ``CalledProcessError`` if the build fails.
    """
    content, output = folder / "content", folder / "output"
    shutil.copytree(ROOT / "content", content)
    for number, path in enumerate(photos(content)):
        with Image.open(path) as drawing:
            made, exif = photograph(number, drawing.size), drawing.getexif()
        # As a desk's program saves what a camera took: the size is right, the quality is high.
        made.save(path, "JPEG", quality=92, exif=exif)
    settings = folder / "audit_settings.py"
    settings.write_text(
        f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom publishconf import *\n"
        f"PATH = {str(content)!r}\n"
        f'PHOTOS["cache_dir"] = {str(folder / "cache-photos")!r}\n'
        f'BUILD["cache_dir"] = {str(folder / "cache-build")!r}\n',
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "pelican", str(content), "-s", str(settings)]
    environment = os.environ | {"SOURCE_DATE_EPOCH": NOW, "PYTHONPATH": str(ROOT)}
    subprocess.run(
        [*command, "-o", str(output), "--fatal=errors"],
        cwd=folder,
        env=environment,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return output


def photos(content: Path) -> list[Path]:
    """Return the photos of a content folder, in an order that is always the same."""
    return sorted(path for path in content.rglob("*") if path.suffix.lower() in _PHOTOS)


def measured_pages(site: Path) -> dict[str, str]:
    """Return the pages that readers open most, as name and address below the site's root."""
    return {
        "home": "",
        "article with one photo": next(_with_one_photo(site)),
        "article with a gallery": find_page(site, "side-by-side gallery"),
        "category": "chuyen-muc/van-hoa/",
        "static page": find_page(site, "static page"),
    }


def _with_one_photo(site: Path) -> Iterator[str]:
    for path in sorted(site.rglob("index.html")):
        name = path.relative_to(site).as_posix()
        if _ARTICLE.fullmatch(name) and path.read_text(encoding="utf-8").count("<figure") == 1:
            yield name.removesuffix("index.html")
