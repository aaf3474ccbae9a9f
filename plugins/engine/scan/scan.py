"""How the content and the output folder differ from what the last build saw there."""

from __future__ import annotations

import fnmatch
import os
import re
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from plugins.engine.scan.content_folder import ContentFolder, FileSignature, walk_content


class ContentLayout(NamedTuple):
    """The content folder and what in it is what; ``trust_times`` is whether a file whose size
    and time are as they were is taken for unchanged. ``ignored`` are patterns of names, or of
    whole paths, that are neither articles nor pages, nor meant to be."""

    content: Path
    article_folders: tuple[str, ...]
    not_articles: tuple[str, ...]
    page_folders: tuple[str, ...]
    static_folders: tuple[str, ...]
    trust_times: bool
    not_pages: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()


class Scan(NamedTuple):
    """Files that are new or other than they were (``changed``), the articles and static pages
    among them, and files that went (``gone``); folders with other names in them than before, or
    gone (no names). As they are now: ``static`` files, and files of which somebody will think
    that they are read (``unread``). ``unopened`` are folders that could not be listed, links to
    nowhere, and names that are no text."""

    changed: dict[str, FileSignature]
    articles: tuple[str, ...]
    gone: frozenset[str]
    folders: dict[str, tuple[str, ...] | None]
    static: dict[str, FileSignature]
    unread: tuple[str, ...]
    unopened: tuple[OSError, ...]


def scan(
    layout: ContentLayout,
    known: Mapping[str, FileSignature],
    folders: Mapping[str, tuple[str, ...]],
) -> Scan:
    """Walk through the content folder; ``known`` and ``folders`` are files and folders as they
    were."""
    content = walk_content(layout.content, layout.static_folders)
    files = content.files
    static = content.below(layout.static_folders)
    unread = (
        *content.unread(layout.article_folders, layout.not_articles),
        *content.unread(layout.page_folders, layout.not_pages),
    )
    changed = files
    if layout.trust_times:
        changed = {
            path: signature for path, signature in files.items() if known.get(path) != signature
        }
    return Scan(
        changed,
        tuple(sorted(_articles(layout, content._replace(files=changed)))),
        frozenset(known.keys() - files.keys()),
        _folders(folders, content.folders),
        static,
        tuple(path for path in _kept(unread, layout.ignored) if path not in static),
        tuple(content.unopened),
    )


def _articles(layout: ContentLayout, content: ContentFolder) -> set[str]:
    paths = {
        *content.articles(layout.article_folders, layout.not_articles),
        *content.articles(layout.page_folders, layout.not_pages),
    }
    return set(_kept(paths, layout.ignored))


def _kept(paths: Iterable[str], ignored: Collection[str]) -> Iterable[str]:
    """Return the paths of which neither a name nor the whole matches a pattern."""
    if not ignored:
        return paths
    matches = re.compile("|".join(map(fnmatch.translate, ignored))).match
    return [path for path in paths if not any(map(matches, (path, *path.split("/"))))]


def _folders(
    before: Mapping[str, tuple[str, ...]], now: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...] | None]:
    changed: dict[str, tuple[str, ...] | None] = dict.fromkeys(before.keys() - now.keys())
    return changed | {path: names for path, names in now.items() if before.get(path) != names}


def changed_files(output: Path, expected: Mapping[str, FileSignature]) -> set[str]:
    """Return the files of ``expected`` that are gone from ``output``, or are others now."""
    changed = set()
    root = f"{output}/"
    for path, signature in expected.items():
        try:
            state = os.stat(root + path)  # noqa: PTH116 - thousands of times
        except OSError:
            changed.add(path)
            continue
        if (state.st_size, state.st_mtime_ns) != signature:
            changed.add(path)
    return changed
