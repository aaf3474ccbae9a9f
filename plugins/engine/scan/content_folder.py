"""What the content folder holds: one walk, and nothing is opened."""

from __future__ import annotations

import errno
import os
import stat
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from plugins.core.listing import is_ignored, is_text, listed_name

MARKDOWN = (".md", ".markdown", ".mkd", ".mdown")
UNREAD = frozenset(
    {".txt", ".text", ".mdx", ".bak", ".doc", ".docx", ".docm", ".odt", ".rtf"}
    | {".html", ".htm", ".rst", ".pages", ".wps"}
)
"""Extensions of copy that somebody meant to publish but saved in a form that is not read."""

# Other programs' extensions of Markdown, and what a slip of the finger or Telex makes of "md".
_NEARLY_MARKDOWN = frozenset(
    ("mdx", "mmd", "mdwn", "mdtxt", "mdtext", "mkdn", "mkdown", "rmd", "qmd", "mdd", "mđ", "dm")
)
_NEAR = 0.8  # difflib: "markdwon" and "mardown" for "markdown", but not "markup"

FileSignature = tuple[int, int]
"""Size in bytes and time of change in nanoseconds: what an unchanged file keeps."""
NEVER_SEEN: FileSignature = (-1, -1)
"""That of no file: what is kept with it is looked at again."""


class ContentFolder(NamedTuple):
    """All files (path → signature) and folders (path → names in it, sorted, those of folders with
    a slash) of the content folder, by path relative to it; ``unopened`` are folders that could
    not be listed, links to nowhere, and names that are no text. Where several links
    lead to one folder, what is in it is there behind each, but articles behind one alone."""

    files: dict[str, FileSignature]
    folders: dict[str, tuple[str, ...]]
    unopened: list[OSError]

    def articles(self, folders: Collection[str], excluded: Collection[str]) -> list[str]:
        """Return the Markdown files below ``folders`` but not below ``excluded``, sorted."""
        return sorted(
            path
            for path in self.files
            if path.lower().endswith(MARKDOWN)
            and _is_copy(path)
            and lies_below(folder := path.rpartition("/")[0], folders)
            and not lies_below(folder, excluded)
        )

    def unread(self, folders: Collection[str], excluded: Collection[str]) -> list[str]:
        """Return the files there that somebody will have meant as articles, but are not
        Markdown."""
        return sorted(
            path
            for prefix, names in self._inside(folders, excluded)
            for name in names
            if _is_unread(name) and (path := prefix + name) in self.files and _is_copy(path)
        )

    def below(self, static: Collection[str]) -> dict[str, FileSignature]:
        """Return the files below folders, or that are themselves named, with their signatures."""
        paths = [prefix + name for prefix, names in self._inside(static, ()) for name in names]
        return {path: self.files[path] for path in (*paths, *static) if path in self.files}

    def _inside(
        self, folders: Collection[str], excluded: Collection[str]
    ) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield what stands before the names in a folder, and those."""
        for folder, names in self.folders.items():
            # Asked once a folder: there are a hundred times as many files.
            if lies_below(folder, folders) and not lies_below(folder, excluded):
                yield f"{folder}/" if folder else "", names


def _is_copy(path: str) -> bool:
    """Whether a file may be an article: what is ignored is there for static folders alone."""
    return "/." not in f"/{path}" and not is_ignored(path.rpartition("/")[2])


def _is_unread(name: str) -> bool:
    """Whether a file is copy in a form that is not read, or in none, or a backup of copy."""
    stem, dot, extension = name.rpartition(".")
    if dot and not _is_unread_extension(extension):
        return False
    return not dot or extension.lower() != "bak" or stem.lower().endswith(MARKDOWN)


@cache
def _is_unread_extension(extension: str) -> bool:
    # "Tin ngày 12.5", "bài.md." and "bài.md " have none.
    is_one = extension.split() == [extension] and not extension.isdigit()
    return not is_one or f".{extension.lower()}" in UNREAD or _is_nearly_markdown(extension)


@cache
def _is_nearly_markdown(extension: str) -> bool:
    name = unicodedata.normalize("NFC", extension.lower())
    if name in _NEARLY_MARKDOWN:
        return True
    if name[:1] != "m" or len(name) < 6 or f".{name}" in MARKDOWN:
        return False
    import difflib  # slow, and hardly ever needed

    return difflib.SequenceMatcher(None, "markdown", name).ratio() >= _NEAR


def is_misnamed(path: str) -> bool:
    """Say whether the very name of a file that is not read says that it is an article:
    ``index.md.txt``, ``bài.markdwon``, ``bài.md.``"""
    name = path.rpartition("/")[2].rstrip(". \u00a0")
    stem, _, extension = name.rpartition(".")
    return name.lower().endswith(MARKDOWN) or (
        stem.lower().endswith(MARKDOWN) or _is_nearly_markdown(extension)
    )


def walk_content(root: Path, static: Collection[str] = ()) -> ContentFolder:
    """Return what is in the folder ``root``. Ignored names are left out but in ``static``
    folders, of which everything is published."""
    found = ContentFolder({}, {}, [])
    above: tuple[str, ...] = (os.path.realpath(root),)
    pending = [("", str(root), above, False)]
    seen: set[str] = set()
    while pending:
        relative, folder, above, again = pending.pop()
        prefix = f"{relative}/" if relative else ""
        try:
            entries = _listed(folder, prefix, static)
        except OSError as error:
            found.unopened.append(error)
            entries = {}
        if not is_text("".join(entries)):
            for name in [name for name in entries if not is_text(name)]:
                found.unopened.append(_no_text(entries.pop(name)))
        for name, entry in entries.items():
            if name.endswith("/"):
                inside, seen_before = above, again
                if entry.is_symlink():
                    real = os.path.realpath(entry.path)
                    # Where it was come from: a link upwards would never end.
                    inside = (*above, os.path.realpath(folder))
                    if any(Path(place).is_relative_to(real) for place in inside):
                        continue
                    if not again:
                        seen_before = real in seen
                        seen.add(real)
                pending.append((prefix + entry.name, entry.path, inside, seen_before))
                continue
            if again and name.lower().endswith(MARKDOWN):
                continue
            try:
                state = entry.stat()
            except OSError as error:
                if _is_lost(entry, error):
                    found.unopened.append(error)
                continue
            if wrong := _refused(entry, state, above[0], prefix, static):
                found.unopened.append(wrong)
                continue
            found.files[prefix + name] = (state.st_size, state.st_mtime_ns)
        found.folders[relative] = tuple(sorted(entries))
    return found


def _listed(folder: str, prefix: str, static: Collection[str]) -> dict[str, os.DirEntry[str]]:
    """Return what is in a folder by name, but for what is ignored."""
    with os.scandir(folder) as entries:
        return {
            name: entry
            for entry in entries
            if not is_ignored(name := listed_name(entry))
            or lies_below(prefix + entry.name, static)
            or any(folder.startswith(prefix + name) for folder in static)
        }


def _refused(
    entry: os.DirEntry[str], state: os.stat_result, root: str, prefix: str, static: Collection[str]
) -> OSError | None:
    """Return why something is not read that could be opened: a device, a pipe; or an article or a
    static file that is only a link to a file elsewhere on the machine. (Whoever may link whole
    folders, an archive on another disk, runs the machine; of photos it is asked when one is used.)
    """
    if not stat.S_ISREG(state.st_mode):
        return OSError(errno.ENODEV, os.strerror(errno.ENODEV), entry.path)
    if not entry.is_symlink():
        return None
    is_read = entry.name.lower().endswith(MARKDOWN) or lies_below(prefix.rstrip("/"), static)
    if is_read and not Path(os.path.realpath(entry.path)).is_relative_to(root):
        return OSError(errno.EXDEV, os.strerror(errno.EXDEV), entry.path)
    return None


def _no_text(entry: os.DirEntry[str]) -> OSError:
    return OSError(errno.EILSEQ, os.strerror(errno.EILSEQ), entry.path)


def _is_lost(entry: os.DirEntry[str], error: OSError) -> bool:
    """Whether there is something to read where nothing could be looked at."""
    if isinstance(error, FileNotFoundError):
        # A file went just now. Emacs' locks are links that lead nowhere.
        return entry.is_symlink() and not entry.name.startswith(".#")
    return True


def lies_below(path: str, folders: Iterable[str]) -> bool:
    """Say whether a folder is one of ``folders``, or below one; "" is above all."""
    return any(
        not folder or path == folder.strip("/") or path.startswith(f"{folder.strip('/')}/")
        for folder in folders
    )
