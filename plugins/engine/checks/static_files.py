"""Static files in which a browser may run something, at the site's own address.

A newsroom that has them published (``STATIC_PATHS``) may mean to, so they are told and not refused
as those beside articles are (:mod:`plugins.figures.media.attaching`), whose list is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from plugins.core import checks
from plugins.core.problems import Problem
from plugins.core.text.decoding import normalise
from plugins.engine.project.project import Project
from plugins.engine.scan.content_folder import lies_below
from plugins.figures.media.attaching import is_refused
from plugins.photos.inspect.formats import PUBLISHED, extension

_MOST = 5  # names in one message
_NAMES = frozenset(("CNAME", "_headers", "_redirects", ".nojekyll"))
"""What hosts of static sites read, and no browser runs."""
_HARMLESS = frozenset((*PUBLISHED, "gif", "ico", "json", "webmanifest"))
_SCRIPT = re.compile(rb"<script|\son\w+\s*=|javascript:|<foreignobject|<!entity", re.IGNORECASE)


def active_files(project: Project, static: Iterable[str]) -> Iterator[Problem]:
    """Yield a warning for each place in the settings that has such files published; ``static`` are
    all static files, by their paths in the content folder."""
    renamed = _renamed(project.variables.get("EXTRA_PATH_METADATA", {}))
    found: dict[tuple[str, str], list[str]] = {}
    for path in sorted(static):
        folders = (each for each in project.static_folders if lies_below(path, (each,)))
        folder = next(folders, path)
        names = [Path(path).name]
        if as_ := renamed.get(path):
            names.append(Path(as_).name)
        if any(_is_active(name, project.content / path) for name in names):
            setting = "EXTRA_PATH_METADATA" if as_ else "STATIC_PATHS"
            found.setdefault((folder, setting), []).append(normalise(path))
    for (folder, setting), paths in found.items():
        more = f" và {len(paths) - _MOST} tệp nữa" if len(paths) > _MOST else ""
        yield Problem(
            checks.STATIC_ACTIVE,
            normalise(folder) or ".",
            None,
            f"{', '.join(f'“{path}”' for path in paths[:_MOST])}{more} được đăng nguyên như thế "
            f"theo {setting}; trình duyệt có thể chạy mã trong đó ở địa chỉ của bản tin",
            f"Không chắc từng tệp là của mình thì đưa ra khỏi thư mục, hoặc sửa {setting} trong "
            "pelicanconf.py.",
        )


def _renamed(said: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Return under which paths files are published that ``EXTRA_PATH_METADATA`` names."""
    places = {path: each.get("path") or each.get("save_as") for path, each in said.items()}
    return {path: place for path, place in places.items() if place}


def _is_active(name: str, file: Path) -> bool:
    end = extension(name)
    if name in _NAMES or end in _HARMLESS:
        return False
    try:
        if end == "svg":
            return _SCRIPT.search(file.read_bytes()) is not None
        return is_refused(name, file)
    except OSError:  # whoever publishes it says so
        return False
