"""The photos of one article: found, reported when they are not, and collected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.articles.html_judge import removed
from plugins.figures.places import Place, Places
from plugins.photos import Photo, PhotoFinder, PhotoProblem, load_photo

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.articles.document import Document
    from plugins.figures.images import Image
    from plugins.figures.model import Figure


class Finders:
    """One :class:`PhotoFinder` for each content folder, kept for the run."""

    def __init__(self, images_dir: str) -> None:
        self._images_dir = images_dir
        self._finders: dict[Path, PhotoFinder] = {}

    def of(self, document: Document) -> PhotoFinder:
        """Return the finder of the content folder that ``document`` lies in."""
        if document.root not in self._finders:
            self._finders[document.root] = PhotoFinder(document.root, self._images_dir)
        return self._finders[document.root]


class ArticlePhotos:
    """Resolves the images of ``document`` in document order."""

    def __init__(self, document: Document, finder: PhotoFinder) -> None:
        self._document = document
        self._finder = finder
        self._places = Places(document)
        self._photos: list[Photo] = []
        self._figures: list[Figure] = []

    def place(self, image: Image) -> Place:
        """Return where ``image`` stands; to be asked once for each."""
        return self._places.place(image.where, image.src)

    def load(self, image: Image, alt: str, place: Place) -> Photo | None:
        """Return the photo that ``image`` means; ``None`` after reporting why there is none."""
        photo = self._read(image.src, alt, place)
        if photo is not None:
            self._photos.append(photo)
        return photo

    def load_target(self, link: str, place: Place) -> Photo | None:
        """Return the photo that a link leads to, and publish it too; ``None`` as above."""
        photo = self._read(link, "", place)
        if photo is not None and all(photo.url != other.url for other in self._photos):
            self._photos.append(photo)
        return photo

    def _read(self, name: str, alt: str, place: Place) -> Photo | None:
        if not name:
            self._document.report(
                place.line,
                "ảnh không có tên tệp",
                "Ghi tên tệp ảnh vào trong ngoặc tròn: ![mô tả](tên-tệp.jpg).",
            )
            return None
        photo = load_photo(self._finder, name, self._document.path.parent, alt)
        if isinstance(photo, PhotoProblem):
            self._document.report(place.line, photo.message, photo.fix)
            return None
        return photo

    def ask_for_caption(self, image: Image, place: Place) -> None:
        """Warn that readers who do not see ``image`` learn nothing of it."""
        self._document.report(
            place.line,
            f"ảnh “{image.src}” không có chú thích và cũng không có mô tả",
            "Viết chú thích ở dòng ngay dưới ảnh.",
            warning=True,
        )

    def ask_for_blank_line(self, image: Image, place: Place) -> None:
        """Warn that the caption of ``image`` looks as if the article went on in it."""
        self._document.report(
            place.line,
            f"chú thích của ảnh “{image.src}” quá dài hoặc còn câu khác sau tên người chụp, "
            "có lẽ thân bài dính vào chú thích",
            "Để một dòng trống sau chú thích; nếu tất cả đúng là chú thích thì cứ để.",
            warning=True,
        )

    def report_code(self, code: str, place: Place) -> None:
        """Warn of a script or style sheet that was left out of a caption."""
        name = code[1:].partition(">")[0]
        removal = removed(f"<{name}> cùng nội dung của nó", code)
        line = self._document.locate(code.split("\n")[0])
        self._document.report(
            place.line if line is None else line,
            f"{removal.what}: {code[:80]}",
            removal.fix,
            warning=True,
        )

    def add(self, figure: Figure) -> None:
        """Keep the data of a finished figure."""
        self._figures.append(figure)

    def publish(self) -> None:
        """Hand photos and figures to the article as its metadata, in document order."""
        self._document.metadata["photos"] = tuple(self._photos)
        self._document.metadata["figures"] = tuple(self._figures)
