"""A photo that cannot be made ready: carries what to tell the editor."""

from __future__ import annotations

from plugins.core import checks
from plugins.photos.model import PhotoProblem

RESAVE = "Chép lại ảnh gốc vào thư mục; hoặc mở ảnh bằng trình xem ảnh rồi lưu lại thành JPG."


class PhotoError(Exception):
    """A photo that cannot be made ready; ``problem`` is in Vietnamese. Raised where it is opened,
    encoded or written; who encodes many notes what an editor can mend, and a cache that cannot be
    written ends the build."""

    def __init__(self, problem: PhotoProblem) -> None:
        super().__init__(problem.message)
        self.problem = problem

    def __reduce__(self) -> tuple[type[PhotoError], tuple[PhotoProblem]]:
        return PhotoError, (self.problem,)


def damaged(reason: str = "tệp hỏng hoặc không phải ảnh") -> PhotoError:
    """Return the error for a source that cannot be decoded."""
    return PhotoError(PhotoProblem(checks.PHOTO_BROKEN, reason, RESAVE))


def unwritable(error: OSError) -> PhotoError:
    """Return the error for a cache or an output that cannot be written."""
    return PhotoError(
        PhotoProblem(
            checks.PHOTO_UNWRITTEN,
            f"không ghi được ảnh đã thu nhỏ ({error.strerror or error}{_place(error)})",
            "Kiểm tra dung lượng đĩa còn trống và quyền ghi ở đó; nếu ở đó có thư mục mang tên ảnh "
            "thì chuyển nó đi nơi khác.",
        )
    )


def _place(error: OSError) -> str:
    place = error.filename2 or error.filename
    return f": {place}" if place else ""
