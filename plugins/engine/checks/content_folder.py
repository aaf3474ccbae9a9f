"""What is wrong with the content folder as a whole, or with files that nobody reads."""

from __future__ import annotations

import errno
from pathlib import Path

from plugins.core import checks
from plugins.core.problems import Problem
from plugins.core.text.decoding import normalise
from plugins.engine.scan.content_folder import MARKDOWN, is_misnamed

_PLAIN = (".txt", ".text")  # text: another name is all that it takes


def unopened(error: OSError, root: Path) -> Problem:
    """A folder that cannot be listed, a link to nowhere, or a name that is no text: articles would
    go without a word."""
    path = Path(error.filename)
    check = checks.FILE_UNREADABLE
    message = f"không mở được thư mục hoặc tệp này ({error.strerror})"
    fix = "Kiểm tra quyền đọc và ổ đĩa."
    if error.errno == errno.EILSEQ:
        check = checks.FILE_NAME_NOT_UNICODE
        message = "tên tệp hoặc thư mục này không phải chữ Unicode, như khi giải nén tệp zip đời cũ"
        fix = "Đổi tên, rồi sửa lại những chỗ nhắc tới tên ấy."
    elif error.errno == errno.ENODEV:
        message = "đây không phải tệp thường (thiết bị, ống dẫn), bản tin không đọc"
        fix = "Đưa ra khỏi thư mục nội dung."
    elif error.errno == errno.EXDEV:
        check = checks.FILE_OUTSIDE
        message = "liên kết tượng trưng này dẫn tới một tệp ngoài thư mục nội dung"
        fix = "Thay liên kết bằng chính tệp ấy."
    elif error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ELOOP) and path.is_symlink():
        check = checks.SYMLINK_DEAD
        target = _as_text(str(path.readlink()))
        message = f"liên kết tượng trưng này dẫn tới “{target}”, nhưng ở đó không có gì"
        fix = "Gắn lại ổ đĩa có nơi đó, hoặc tạo lại liên kết; nếu không còn cần thì xóa liên kết."
    return Problem(
        check,
        normalise(_as_text(path.relative_to(root).as_posix())),
        None,
        f"{message}, nên bài và ảnh ở đó sẽ biến mất khỏi trang",
        fix,
    )


def _as_text(name: str) -> str:
    """Return a name with a question mark for each byte that is no text."""
    return name.encode(errors="replace").decode()


def unread(path: str, *, among_articles: bool = False) -> Problem:
    """A file that will not be on the site although somebody put it among the articles; where it
    may as well be something else, a warning. Where there are many files, plain text may be
    notes (``among_articles``)."""
    file = Path(path)
    suffix = file.suffix.lower()
    named = f"“{file.stem.removesuffix('.md')}.md”"
    if not _is_extension(suffix):
        bare = file.name.rstrip(". \u00a0")
        named = f"“{bare}”" if bare.lower().endswith(MARKDOWN) else f"“{bare}.md”"
        return Problem(
            checks.FILE_WITHOUT_EXTENSION,
            normalise(path),
            None,
            "tệp không có đuôi không được đọc",
            f"Nếu là bài thì đổi tên thành {named}; nếu là ảnh hay tệp khác thì thêm đuôi của nó.",
        )
    if suffix in _PLAIN and among_articles and not is_misnamed(path) and file.stem != "index":
        return Problem(
            checks.FILE_PERHAPS_ARTICLE,
            normalise(path),
            None,
            f"tệp {suffix} không được đọc, nên nếu là bài thì bài này sẽ không lên trang",
            f"Nếu là bài thì đổi tên thành {named}; nếu là ghi chú thì đưa ra khỏi thư mục bài.",
        )
    if suffix == ".bak":
        fix = f"Nếu là bài thì đổi tên thành {named}; nếu là bản sao thì bỏ ra khỏi thư mục bài."
    elif suffix in _PLAIN or is_misnamed(path):
        fix = f"Đổi tên thành {named}."
    else:
        fix = "Chép nội dung sang một tệp .md (văn bản thuần), rồi bỏ tệp này ra khỏi thư mục bài."
    return Problem(
        checks.FILE_UNREAD,
        normalise(path),
        None,
        f"tệp {suffix} không được đọc, nên bài này sẽ không lên trang",
        fix,
    )


def _is_extension(suffix: str) -> bool:
    """Say whether what stands behind the last dot is an extension: of "Tin ngày 12.5" it is not."""
    name = suffix[1:]
    return bool(name) and name.split() == [name] and not name.isdigit()


def no_articles(root: Path) -> Problem:
    """A bulletin without any article is a wrong path, or a disk that is not there."""
    return Problem(
        checks.ARTICLES_MISSING,
        root.name,
        None,
        "thư mục nội dung không có bài nào; dựng tiếp sẽ xóa sạch các trang đang có",
        "Kiểm tra đường dẫn tới thư mục nội dung (INPUTDIR), và ổ đĩa chứa nó.",
    )
