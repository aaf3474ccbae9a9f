"""Find the file that an editor means by a name: ``{static}/images/L%C3%A0o%20Cai.JPG``."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.parse import unquote

from plugins.core import checks
from plugins.core.listing import is_ignored, is_text, listed_name
from plugins.core.text.expressions import expression
from plugins.photos.inspect.formats import EXTENSIONS, is_photo_name
from plugins.photos.model import PhotoProblem

_PREFIX = expression(
    r"\{(?:static|attach|filename)\}|\|(?:static|attach|filename)\|", re.IGNORECASE
)
# A network address, a Windows share, or one of the schemes that paste brings along.
_ELSEWHERE = expression(
    r"\s*(?:(?:[a-z][a-z0-9+.-]+:)?//|\\\\|(?:data|blob|cid|file|about):)", re.IGNORECASE
)
_SUFFIX = expression(r"[?#]\S*$")
_PATH = expression(r"[/\\%{|?#]")  # what a name has that says more than a name
_NEAR = 0.6  # difflib's own cutoff: "a.jpg" for "b.jpg" still passes, prose does not


Question = tuple[str, str]
"""What an answer depends on: a folder (relative to the root, which is "") and the name looked for
in it, with a slash behind it if it was to be a folder, before it if it was a photo's without its
extension. An empty name stands for all photos there, a slash for all files."""

_By = Literal["name", "stem", "stem beside"]
_ALL_PHOTOS = ""
_ALL_FILES = "/"
_ENDS = tuple(f".{end}" for end in EXTENSIONS.split("|"))


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
    holds_photos: bool = False

    def matches(self, name: str) -> list[str]:
        """Return the one name meant, or all that differ from it only in form, or none."""
        if name in self.names:
            return [name]
        alike = self.alike.get(_likeness(name), [])
        composed = unicodedata.normalize("NFC", name)
        equal = [real for real in alike if unicodedata.normalize("NFC", real) == composed]
        return equal or alike

    def photos_called(self, stem: str) -> list[str]:
        """Return the photos whose name without its extension is ``stem``, as :meth:`matches`."""
        if not self.holds_photos:
            return []
        bare = same_name(stem)
        alike = [name for end in _ENDS for name in self.alike.get(bare + end, ())]
        composed = unicodedata.normalize("NFC", stem)
        equal = [name for name in alike if _stem(unicodedata.normalize("NFC", name)) == composed]
        return equal or alike

    def answer(self, part: str) -> Iterable[str]:
        """Return the names that the second half of a :data:`Question` finds."""
        if part == _ALL_PHOTOS:
            return filter(is_photo_name, self.names)
        if part == _ALL_FILES:
            return (name for name in self.names if not name.endswith("/"))
        return self.photos_called(part[1:]) if part.startswith("/") else self.matches(part)


def _stem(name: str) -> str:
    return name.rpartition(".")[0]


def _likeness(name: str) -> str:
    """Return what the names of files share by :func:`same_name`, or those of folders."""
    bare = name.removesuffix("/")
    return same_name(bare) + name[len(bare) :]


class PhotoFinder:
    """Finds photos in the content folder ``root``; ``images_dir`` is relative to it.

    A name is looked up beside the article, then in ``images_dir``; one that begins with
    ``/`` starts at the root. ``{static}``, ``{attach}`` and ``{filename}`` (also between
    bars), percent-encoding and backslashes are understood. Folder listings and answers are
    kept: one finder serves one run. ``lookups`` and ``files`` collect what answers depend on.
    ``guests`` are files of other places that are found as if they lay in a folder, by that (one
    that need not exist): photos of an article that is still being written.
    """

    def __init__(
        self,
        root: Path,
        images_dir: str = "images",
        guests: Mapping[Path, Mapping[str, Path]] | None = None,
    ) -> None:
        self.root = Path(os.path.normpath(root.absolute()))
        self.images_dir = images_dir.strip("/")
        self._guests = guests or {}
        self._real_root = self.root.resolve()
        self._real: dict[Path, Path] = {}
        self._listings: dict[Path, _Listing] = {}
        self._found: dict[
            tuple[str, Path, _By], tuple[Path | PhotoProblem | None, set[Question]]
        ] = {}
        self.lookups: set[Question] = set()
        self.files: set[Path] = set()

    def watch(self) -> None:
        """Begin to collect anew what the answers depend on: ``lookups`` and ``files``."""
        self.lookups, self.files = set(), set()

    def answer(self, question: Question) -> tuple[str, ...]:
        """Return which names in a folder a question finds now, in order."""
        folder, part = question
        return tuple(sorted(self._listing(self.root / folder).answer(part)))

    def find(self, name: str, beside: Path) -> Path | PhotoProblem:
        """Return the absolute file meant by ``name`` in an article of the folder ``beside``.

        An exact name wins in its folder; else one that differs only in Unicode form,
        then in letter case. The problem is one of these: the file is
        elsewhere, outside the root, one of several, or missing.
        """
        return self.look_up(name, beside) or self._missing(name, beside)

    def find_photo(self, name: str, beside: Path) -> Path | PhotoProblem:
        """Do as :meth:`find` does for a photo, whose name may lack the extension: Windows hides
        it. Several photos that differ in nothing else are a problem."""
        return (
            self.look_up(name, beside)
            or self.look_up_stem(name, beside)
            or self._missing(name, beside, of_photo=True)
        )

    def look_up_stem(
        self, name: str, beside: Path, *, anywhere: bool = True
    ) -> Path | PhotoProblem | None:
        """Return the one photo that is called ``name`` but for its extension; ``None`` if none
        is. Unless ``anywhere``, only photos beside the article count."""
        if not _PATH.search(name):
            # Most lines that may be a name are none: 3 µs instead of 30.
            folders = (beside, self.root / self.images_dir) if anywhere else (beside,)
            part = f"/{' '.join(name.split())}"
            if not any(self._listing(folder).answer(part) for folder in folders):
                self.lookups |= {(self._relative(folder), part) for folder in folders}
                return None
        return self._answer(name, beside, "stem" if anywhere else "stem beside")

    def look_up(self, name: str, beside: Path) -> Path | PhotoProblem | None:
        """Return what :meth:`find` returns, but ``None`` for a file that is nowhere."""
        return self._answer(name, beside, "name")

    def _answer(self, name: str, beside: Path, by: _By) -> Path | PhotoProblem | None:
        key = (name, beside, by)
        if key not in self._found:
            before, self.lookups = self.lookups, set()
            self._found[key] = (self._find(name, beside, by), self.lookups)
            self.lookups = before
        found, lookups = self._found[key]
        self.lookups |= lookups
        if isinstance(found, Path):
            # Of several links to one folder a walk follows one.
            self.files |= {self._real[found], *[found] * found.is_relative_to(self.root)}
        return found

    def _find(self, name: str, beside: Path, by: _By) -> Path | PhotoProblem | None:
        if is_elsewhere(name):
            return PhotoProblem(
                checks.PHOTO_ELSEWHERE,
                f"ảnh nằm ở nơi khác: “{name[:80]}”",
                "Bản tin chỉ đăng ảnh của mình: tải ảnh về, đặt cạnh bài viết và ghi tên tệp.",
            )
        outside = False
        for reading in _readings(name):
            for target in self._places(reading, beside, by):
                if not target.is_relative_to(self.root):
                    outside = True
                    continue
                found = self._walk(target, by_stem=by != "name")
                if found is not None:
                    return found
        return _outside(name) if outside else None

    def exists(self, name: str, beside: Path) -> bool:
        """Say whether ``name`` means a file that is there, be it one too many or outside."""
        found = self.look_up(name, beside)
        return isinstance(found, Path) or (
            found is not None and found.check != checks.PHOTO_ELSEWHERE
        )

    def nearest(
        self, name: str, beside: Path, *, of_photo: bool = True
    ) -> tuple[str, float] | None:
        """Return the photo name most like ``name`` where it was looked for, and how like (0-1);
        of another file's name, that of a file beside the article."""
        import difflib  # slow, and needed only for a name that is not there

        wanted = same_name(_readings(name)[-1].rpartition("/")[2])
        folders = (beside, self.root / self.images_dir) if of_photo else (beside,)
        part = _ALL_PHOTOS if of_photo else _ALL_FILES
        self.lookups |= {(self._relative(folder), part) for folder in folders}
        real = {
            same_name(each): each
            for folder in reversed(folders)
            for each in sorted(self._listing(folder).answer(part))
        }
        close = difflib.get_close_matches(wanted, list(real), n=1, cutoff=_NEAR)
        if not close:
            return None
        return real[close[0]], difflib.SequenceMatcher(None, close[0], wanted).ratio()

    def _places(self, reading: str, beside: Path, by: _By) -> Iterator[Path]:
        """Yield where ``reading`` may be, normalised: possibly outside the root."""
        if reading.startswith("/"):
            yield self._join(self.root, reading)
            return
        yield self._join(beside, reading)
        if by == "stem beside":
            return
        images = self.root / self.images_dir
        if not reading.startswith("../"):
            yield self._join(images, reading)
        if self.images_dir and reading.startswith(f"{self.images_dir}/"):
            yield self._join(self.root, reading)

    @staticmethod
    def _join(folder: Path, reading: str) -> Path:
        return Path(os.path.normpath(folder / reading.lstrip("/")))

    def _walk(self, target: Path, *, by_stem: bool) -> Path | PhotoProblem | None:
        """Return the real file at ``target``, each part of it matched loosely."""
        path = self.root
        *above, last = target.relative_to(self.root).parts or ("",)
        if not last:
            return None
        if target.parent in self._guests:
            above, path = [], target.parent
        for part in [*(f"{folder}/" for folder in above), f"/{last}" if by_stem else last]:
            self.lookups.add((self._relative(path), part))
            names = sorted(self._listing(path).answer(part))
            if not names:
                return None
            if len(names) > 1:
                return _ambiguous(part, names)
            path /= names[0]
        if guest := self._guests.get(path.parent, {}).get(path.name):
            self._real[guest] = path
            return guest
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
            names |= self._guests.get(folder, {}).keys()
            alike: dict[str, list[str]] = {}
            for name in names:
                alike.setdefault(_likeness(name), []).append(name)
            self._listings[folder] = _Listing(names, alike, any(map(is_photo_name, names)))
        return self._listings[folder]

    def _missing(self, name: str, beside: Path, *, of_photo: bool = False) -> PhotoProblem:
        of_photo = of_photo or _is_photo(name)
        near = self.nearest(name, beside, of_photo=of_photo)
        hint = f"Tên gần giống nhất đang có: “{near[0]}”. " if near else ""
        what, file = ("ảnh", "tệp ảnh") if of_photo else ("tệp", "tệp")
        return PhotoProblem(
            checks.PHOTO_MISSING if of_photo else checks.FILE_MISSING,
            f"không tìm thấy {what} “{name}”",
            f"{hint}Đặt {file} cạnh bài viết hoặc trong {self.images_dir}/ và ghi đúng tên tệp.",
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


def _is_photo(name: str) -> bool:
    return any(map(is_photo_name, _readings(name)))


def _ambiguous(part: str, names: list[str]) -> PhotoProblem:
    real = ", ".join(f"“{name}”" for name in names)
    if part.startswith("/"):
        return PhotoProblem(
            checks.FILE_AMBIGUOUS,
            f"có nhiều ảnh cùng tên “{part[1:]}”: {real}",
            "Ghi cả đuôi tên tệp của ảnh muốn dùng (.jpg, .png…).",
        )
    return PhotoProblem(
        checks.FILE_AMBIGUOUS,
        f"có nhiều tệp khác nhau ở chữ hoa, chữ thường cùng khớp “{part}”: {real}",
        "Ghi đúng từng chữ tên tệp muốn dùng, hoặc đổi tên để không còn trùng.",
    )


def _outside(name: str) -> PhotoProblem:
    what = "ảnh" if _is_photo(name) else "tệp"
    return PhotoProblem(
        checks.FILE_OUTSIDE,
        f"{what} “{name}” nằm ngoài thư mục nội dung",
        f"Chép {what} vào thư mục nội dung, cạnh bài viết.",
    )
