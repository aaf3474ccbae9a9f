"""The photos and other media of one article: found, reported when they are not, and collected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.core import checks
from plugins.core.html.judge import removed
from plugins.core.text.decoding import normalise
from plugins.figures.media.attaching import attach_file
from plugins.figures.media.boxes import Published
from plugins.figures.media.kinds import is_playable, kind_of
from plugins.figures.source.images import Image
from plugins.figures.source.locations import Location, Locations
from plugins.photos import Photo, PhotoProblem

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.core.document import Document
    from plugins.figures.model import Figure, Film
    from plugins.figures.pending import Medium
    from plugins.photos import EmbeddedMetadata


class ArticlePhotos:
    """Resolves the images of ``document`` in document order."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._locations = Locations(document)
        self._photos: list[Photo] = []
        self._figures: list[Figure] = []
        self._films: list[Film] = []

    def location(self, image: Image) -> Location:
        """Return where ``image`` stands; to be asked once for each."""
        return self._locations.location(image.where, image.src)

    def embedded(self, photo: Photo) -> EmbeddedMetadata:
        """Return what the file of ``photo`` says of itself."""
        return self._document.library.embedded(photo)

    def keep(self, photo: Photo) -> None:
        """Have ``photo`` published, in its place among the document's photos."""
        self._photos.append(photo)

    def load_target(self, link: str, location: Location) -> Photo | None:
        """Return the photo that a link leads to, and publish it too; ``None`` as above."""
        photo = self.load(link, location)
        if photo is not None and all(photo.source != other.source for other in self._photos):
            self.keep(photo)
        return photo

    def load(self, name: str, location: Location) -> Photo | None:
        """Return the photo called ``name``; ``None`` after reporting why there is none."""
        if not name:
            self._document.report(
                checks.PHOTO_UNNAMED,
                location.line,
                "ảnh không có tên tệp",
                "Ghi tên tệp ảnh vào trong ngoặc tròn: ![mô tả](tên-tệp.jpg).",
            )
            return None
        photo = self._document.library.load(name, self._document.path.parent, "", location.line)
        if isinstance(photo, PhotoProblem):
            self._document.report(photo.check, location.line, photo.message, photo.fix)
            return None
        return photo

    def load_file(self, medium: Medium) -> Published | None:
        """Have the file that ``medium`` names published; ``None`` after reporting why it can't."""
        location = self.location(Image(medium.name, where=medium.where))
        found = self._document.library.finder.find(medium.name, self._document.path.parent)
        if isinstance(found, PhotoProblem):
            self._document.report(found.check, location.line, found.message, found.fix)
            return None
        if not is_playable(found.name):
            self._report_unplayable(found.name, location)
            return None
        if found.suffix.lower() == ".mov":
            self._document.report(
                checks.FILM_NOT_EVERYWHERE,
                location.line,
                f"video “{found.name}” (dạng MOV) không xem được trên nhiều máy",
                "Chuyển video sang MP4 (H.264), rồi sửa tên trong bài.",
            )
        file = attach_file(found, medium.name)
        if isinstance(file, PhotoProblem):
            self._document.report(file.check, location.line, file.message, file.fix)
            return None
        self._document.found.attachments.append(file)
        size = found.stat().st_size
        return Published(normalise(found.name), file.url, size, self._poster(found, location))

    def _report_unplayable(self, name: str, location: Location) -> None:
        self._document.report(
            checks.FILE_UNPLAYABLE,
            location.line,
            f"trình duyệt không phát được “{name}”",
            "Chuyển video sang MP4 (H.264), âm thanh sang MP3, rồi sửa tên trong bài.",
        )

    def _poster(self, film: Path, location: Location) -> str:
        """Return the address of the photo beside a film that is called like it, if any is."""
        if kind_of(film.name) != "video":
            return ""
        library = self._document.library
        found = library.finder.look_up_stem(film.stem, film.parent, anywhere=False)
        if found is None or isinstance(found, PhotoProblem):
            return ""
        photo = library.load(found.name, film.parent, "", location.line)
        if isinstance(photo, PhotoProblem):
            self._document.report(photo.check, location.line, photo.message, photo.fix)
            return ""
        self.keep(photo)
        return photo.url

    def ask_for_caption(self, image: Image, location: Location) -> None:
        """Warn that readers who do not see ``image`` learn nothing of it."""
        self._document.report(
            checks.CAPTION_MISSING,
            location.line,
            f"ảnh “{image.src}” không có chú thích và cũng không có mô tả",
            "Viết chú thích ở dòng ngay dưới ảnh.",
        )

    def ask_to_confirm(self, what: str, text: str, name: str, location: Location) -> None:
        """Warn that ``what`` the editor left out was taken from the file of the photo ``name``."""
        self._document.report(
            checks.CAPTION_FROM_FILE,
            location.line,
            f"ảnh “{name}” không có {what}, đã lấy {what} ghi sẵn trong tệp ảnh: “{text}”",
            "Đọc lại; nếu đúng thì chép xuống dòng dưới ảnh, nếu sai thì viết dòng khác.",
        )

    def ask_for_blank_line(self, image: Image, location: Location) -> None:
        """Warn that the caption of ``image`` looks as if the article went on in it."""
        self._document.report(
            checks.CAPTION_TOO_LONG,
            location.line,
            f"chú thích của ảnh “{image.src}” quá dài hoặc còn câu khác sau tên người chụp, "
            "có lẽ thân bài dính vào chú thích",
            "Để một dòng trống sau chú thích; nếu tất cả đúng là chú thích thì cứ để.",
        )

    def report_code(self, code: str, location: Location) -> None:
        """Warn of a script or style sheet that was left out of a caption."""
        name = code[1:].partition(">")[0]
        removal = removed(f"<{name}> cùng nội dung của nó", code)
        line = self._document.locate(code.split("\n")[0])
        self._document.report(
            removal.check,
            location.line if line is None else line,
            f"{removal.what}: {code[:80]}",
            removal.fix,
        )

    def add(self, figure: Figure) -> None:
        """Keep the data of a finished figure."""
        self._figures.append(figure)

    def add_film(self, film: Film) -> None:
        """Keep the data of a film that a figure shows."""
        self._films.append(film)

    def publish(self) -> None:
        """Hand photos, figures and films to the article as its metadata, in document order."""
        self._document.found.photos = tuple(self._photos)
        self._document.found.figures = tuple(self._figures)
        self._document.found.films = tuple(self._films)
