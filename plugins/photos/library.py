"""The photos of one content folder: from the name an editor wrote to a planned photo."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.core import checks
from plugins.core.text.decoding import normalise
from plugins.photos.config import PhotoSettings
from plugins.photos.inspect.formats import DRAWN, PUBLISHED, extension
from plugins.photos.model import Facts, PhotoProblem
from plugins.photos.plan.derivatives import is_line, plan
from plugins.photos.plan.locate import PhotoFinder
from plugins.photos.plan.photo import Photo
from plugins.photos.store.index import IndexEntry, PhotoIndex

if TYPE_CHECKING:
    from plugins.photos.inspect.metadata import EmbeddedMetadata


class PhotoLibrary:
    """Finds, looks at and plans the photos below ``root``; one library serves one run.

    With an ``index``, a source that did not change is not read again. ``guests`` are as in
    :class:`~plugins.photos.plan.locate.PhotoFinder`.
    """

    def __init__(
        self,
        root: Path,
        settings: PhotoSettings | None = None,
        index: PhotoIndex | None = None,
        guests: Mapping[Path, Mapping[str, Path]] | None = None,
    ) -> None:
        self.settings = settings or PhotoSettings()
        self.finder = PhotoFinder(root, self.settings.images_dir, guests)
        self._index = index

    @property
    def root(self) -> Path:
        """The absolute content folder."""
        return self.finder.root

    def load(
        self, name: str, beside: Path, alt: str, line: int | None = None
    ) -> Photo | PhotoProblem:
        """Return the photo that an article in the folder ``beside`` calls ``name``.

        ``name`` may be in any form that :meth:`PhotoFinder.find_photo` takes. The problem,
        if there is one, names the photo.
        """
        path = self.finder.find_photo(name, beside)
        if isinstance(path, PhotoProblem):
            return path
        kind = extension(path.name)
        if kind in DRAWN:
            return PhotoProblem(
                checks.PHOTO_UNSHOWABLE,
                f"ảnh “{name}” là hình vẽ SVG, bản tin không đăng vì tệp SVG có thể chứa mã "
                "chạy được",
                "Mở hình bằng trình duyệt hoặc phần mềm vẽ, lưu lại thành PNG, và sửa tên trong "
                "bài.",
            )
        if kind not in PUBLISHED:
            return PhotoProblem(
                checks.PHOTO_UNSHOWABLE,
                f"trình duyệt không hiển thị được ảnh “{name}” (dạng {kind.upper() or 'lạ'})",
                "Mở ảnh bằng trình xem ảnh rồi lưu lại thành JPG, và sửa tên trong bài.",
            )
        facts = self._facts(path)
        if isinstance(facts, PhotoProblem):
            return facts._replace(message=f"ảnh “{name}”: {facts.message}")
        if is_line(facts):
            return PhotoProblem(
                checks.PHOTO_IS_LINE,
                f"ảnh “{name}” chỉ là một vệt ({facts.width} × {facts.height} điểm ảnh)",
                "Chép lại ảnh gốc; nếu là đường kẻ trang trí thì bỏ đi.",
            )
        return Photo(path, name, alt, facts, plan(path.name, facts, self.settings), line)

    def _facts(self, path: Path) -> Facts | PhotoProblem:
        if self._index is not None:
            return self._index.facts(path)
        from plugins.photos.inspect.facts import inspect  # slow to import: Pillow

        return inspect(path)

    def found(self) -> dict[str, IndexEntry]:
        """Return what was read of sources since the last call, for an index elsewhere."""
        return self._index.found() if self._index is not None else {}

    def note(self, found: Mapping[str, IndexEntry]) -> None:
        """Have the index remember what was :meth:`found` in a copy of this process."""
        if self._index is not None:
            self._index.note(found)

    def leading(self, photo: Photo) -> Photo:
        """Return ``photo`` with the pictures that an article's lead photo needs besides."""
        made = plan(photo.source.name, photo.facts, self.settings, lead=True)
        return photo._replace(made=made)

    def embedded(self, photo: Photo) -> EmbeddedMetadata:
        """Return what the file says of its picture, each text on one line.

        Nothing if it can't be read.
        """
        from plugins.photos.inspect.facts import BROKEN_EXIF  # slow to import: Pillow
        from plugins.photos.inspect.metadata import EmbeddedMetadata, read_embedded

        try:
            texts = dataclasses.asdict(read_embedded(photo.source))
        except BROKEN_EXIF:
            return EmbeddedMetadata()
        return EmbeddedMetadata(
            **{key: " ".join(normalise(text).split()) for key, text in texts.items()}
        )
