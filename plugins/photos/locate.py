"""Find the file that an editor means by a name: ``{static}/images/L%C3%A0o%20Cai.JPG``."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from plugins.listing import is_ignored, is_text, listed_name
from plugins.photos.formats import is_photo_name
from plugins.photos.model import PhotoProblem

_PREFIX = re.compile(
    r"\{(?:static|attach|filename)\}|\|(?:static|attach|filename)\|", re.IGNORECASE
)
# A network address, a Windows share, or one of the schemes that paste brings along.
_ELSEWHERE = re.compile(
    r"\s*(?:(?:[a-z][a-z0-9+.-]+:)?//|\\\\|(?:data|blob|cid|file|about):)", re.IGNORECASE
)
_SUFFIX = re.compile(r"[?#]\S*$")
_NEAR = 0.6  # difflib's own cutoff: "a.jpg" for "b.jpg" still passes, prose does not


Question = tuple[str, str]
"""What an answer hung on: a folder (relative to the root, which is "") and the name looked for
in it, with a slash if it was to be a folder; an empty name stands for all photos there."""


def same_name(name: str) -> str:
    """Return what two names share that differ only in case, Unicode form or white space."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def is_elsewhere(name: str) -> bool:
    """Say whether ``name`` is an address outside this site (``https:``, ``//``, ``data:``)."""
    return _ELSEWHERE.match(name) is not None


@dataclass
class _Listing:
    """The names in one folder, those of folders with a slash, and which of them are alike."""

    names: frozenset[str] = frozenset()
    alike: dict[str, list[str]] = field(default_factory=dict)

    def matches(self, name: str) -> list[str]:
        """Return the one name meant, or all that differ from it only in form, or none."""
        if name in self.names:
            return [name]
        alike = self.alike.get(_likeness(name), [])
        composed = unicodedata.normalize("NFC", name)
        equal = [real for real in alike if unicodedata.normalize("NFC", real) == composed]
        return equal or alike


def _likeness(name: str) -> str:
    """Return what the names of files share by :func:`same_name`, or those of folders."""
    bare = name.removesuffix("/")
    return same_name(bare) + name[len(bare) :]


class PhotoFinder:
    """Finds photos in the content folder ``root``; ``images_dir`` is relative to it.

    A name is looked up beside the article, then in ``images_dir``; one that begins with
    ``/`` starts at the root. ``{static}``, ``{attach}`` and ``{filename}`` (also between
    bars), percent-encoding and backslashes are understood. Folder listings and answers are
    kept: one finder serves one run. ``asked`` and ``used`` collect what answers hung on.
    """

    def __init__(self, root: Path, images_dir: str = "images") -> None:
        self.root = Path(os.path.normpath(root.absolute()))
        self.images_dir = images_dir.strip("/")
        self._real_root = self.root.resolve()
        self._real: dict[Path, Path] = {}
        self._listings: dict[Path, _Listing] = {}
        self._found: dict[tuple[str, Path], tuple[Path | PhotoProblem | None, set[Question]]] = {}
        self.asked: set[Question] = set()
        self.used: set[Path] = set()

    def watch(self) -> None:
        """Begin to collect anew what the answers hang on: ``asked`` and ``used``."""
        self.asked, self.used = set(), set()

    def answer(self, question: Question) -> tuple[str, ...]:
        """Return which names in a folder a question finds now, in order."""
        folder, part = question
        listing = self._listing(self.root / folder)
        return tuple(
            sorted(listing.matches(part) if part else filter(is_photo_name, listing.names))
        )

    def find(self, name: str, beside: Path) -> Path | PhotoProblem:
        """Return the absolute file meant by ``name`` in an article of the folder ``beside``.

        An exact name wins in its folder; else one that differs only in Unicode form,
        then in letter case. The problem is one of kind ``elsewhere``, ``outside``,
        ``ambiguous`` or ``missing``.
        """
        return self._answer(name, beside) or self._missing(name, beside)

    def _answer(self, name: str, beside: Path) -> Path | PhotoProblem | None:
        key = (name, beside)
        if key not in self._found:
            before, self.asked = self.asked, set()
            self._found[key] = (self._find(name, beside), self.asked)
            self.asked = before
        found, asked = self._found[key]
        self.asked |= asked
        if isinstance(found, Path):
            # Of several links to one folder a walk follows one.
            self.used |= {found, self._real[found]}
        return found

    def _find(self, name: str, beside: Path) -> Path | PhotoProblem | None:
        """Return what :meth:`find` returns, but ``None`` for a photo that is nowhere."""
        if is_elsewhere(name):
            return PhotoProblem(
                "elsewhere",
                f"ảnh nằm ở nơi khác: “{name[:80]}”",
                "Bản tin chỉ đăng ảnh của mình: tải ảnh về, đặt cạnh bài viết và ghi tên tệp.",
            )
        outside = False
        for reading in _readings(name):
            for target in self._places(reading, beside):
                if not target.is_relative_to(self.root):
                    outside = True
                    continue
                found = self._walk(target)
                if found is not None:
                    return found
        return _outside(name) if outside else None

    def exists(self, name: str, beside: Path) -> bool:
        """Say whether ``name`` means a file that is there, be it one too many or outside."""
        found = self._answer(name, beside)
        return isinstance(found, Path) or (found is not None and found.kind != "elsewhere")

    def nearest(self, name: str, beside: Path) -> tuple[str, float] | None:
        """Return the photo name most like ``name`` where it was looked for, and how like (0-1)."""
        import difflib  # slow, and needed only for a name that is not there

        wanted = same_name(_readings(name)[-1].rpartition("/")[2])
        folders = (beside, self.root / self.images_dir)
        self.asked |= {(self._relative(folder), "") for folder in folders}
        real = {
            same_name(each): each
            for folder in reversed(folders)
            for each in sorted(self._listing(folder).names)
            if is_photo_name(each)
        }
        close = difflib.get_close_matches(wanted, list(real), n=1, cutoff=_NEAR)
        if not close:
            return None
        return real[close[0]], difflib.SequenceMatcher(None, close[0], wanted).ratio()

    def _places(self, reading: str, beside: Path) -> Iterator[Path]:
        """Yield where ``reading`` may be, normalised: possibly outside the root."""
        if reading.startswith("/"):
            yield self._join(self.root, reading)
            return
        yield self._join(beside, reading)
        images = self.root / self.images_dir
        if not reading.startswith("../"):
            yield self._join(images, reading)
        if self.images_dir and reading.startswith(f"{self.images_dir}/"):
            yield self._join(self.root, reading)

    @staticmethod
    def _join(folder: Path, reading: str) -> Path:
        return Path(os.path.normpath(folder / reading.lstrip("/")))

    def _walk(self, target: Path) -> Path | PhotoProblem | None:
        """Return the real file at ``target``, each part of it matched loosely."""
        path = self.root
        parts = target.relative_to(self.root).parts
        for part in [*(f"{folder}/" for folder in parts[:-1]), *parts[-1:]]:
            self.asked.add((self._relative(path), part))
            names = self._listing(path).matches(part)
            if not names:
                return None
            if len(names) > 1:
                real = ", ".join(f"“{name}”" for name in sorted(names))
                return PhotoProblem(
                    "ambiguous",
                    f"có nhiều tệp khác nhau ở chữ hoa, chữ thường cùng khớp “{part}”: {real}",
                    "Ghi đúng từng chữ tên tệp muốn dùng, hoặc đổi tên để không còn trùng.",
                )
            path /= names[0]
        if not path.is_file():
            return None
        place = path.resolve()
        if not place.is_relative_to(self._real_root):
            return _outside(path.name)
        self._real[path] = self.root / place.relative_to(self._real_root)
        return path

    def _relative(self, folder: Path) -> str:
        # The root is "", as it is for who walks through it.
        return "" if folder == self.root else folder.relative_to(self.root).as_posix()

    def _listing(self, folder: Path) -> _Listing:
        if folder not in self._listings:
            try:
                with os.scandir(folder) as entries:
                    listed = map(listed_name, entries)
                    names = frozenset(
                        name for name in listed if not is_ignored(name) and is_text(name)
                    )
            except OSError:
                names = frozenset()
            alike: dict[str, list[str]] = {}
            for name in names:
                alike.setdefault(_likeness(name), []).append(name)
            self._listings[folder] = _Listing(names, alike)
        return self._listings[folder]

    def _missing(self, name: str, beside: Path) -> PhotoProblem:
        near = self.nearest(name, beside)
        hint = f"Tên gần giống nhất đang có: “{near[0]}”. " if near else ""
        return PhotoProblem(
            "missing",
            f"không tìm thấy ảnh “{name}”",
            f"{hint}Đặt tệp ảnh cạnh bài viết hoặc trong {self.images_dir}/ và ghi đúng tên tệp.",
        )


def _readings(name: str) -> list[str]:
    """Return the paths that ``name`` may stand for, the most literal first."""
    literal = name.strip()
    readings: list[str] = []
    for text in (literal, unquote(literal), unquote(_SUFFIX.sub("", literal))):
        path = _PREFIX.sub("", text, count=1) if _PREFIX.match(text) else text
        path = path.strip().replace("\\", "/")
        if path not in readings:
            readings.append(path)
    return readings


def _outside(name: str) -> PhotoProblem:
    return PhotoProblem(
        "outside",
        f"ảnh “{name}” nằm ngoài thư mục nội dung",
        "Chép ảnh vào thư mục nội dung, cạnh bài viết.",
    )
