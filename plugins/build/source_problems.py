"""What is wrong with the content folder as a whole, or with files that nobody reads."""

from __future__ import annotations

from pathlib import Path

from plugins.articles.text import normalise
from plugins.problems import Problem


def unopened(error: OSError, root: Path) -> Problem:
    """A folder that cannot be listed: its articles would go without a word."""
    return Problem(
        normalise(Path(error.filename).relative_to(root).as_posix()),
        None,
        f"không mở được thư mục ({error.strerror}), nên bài trong đó sẽ biến mất khỏi trang",
        "Kiểm tra quyền đọc thư mục và ổ đĩa.",
    )


def unread(path: str) -> Problem:
    """A file that will not be on the site although somebody put it among the articles."""
    suffix = Path(path).suffix.lower()
    if suffix == ".txt":
        fix = f"Đổi tên thành “{Path(path).stem.removesuffix('.md')}.md”."
    else:
        fix = "Chép nội dung sang một tệp .md (văn bản thuần), rồi bỏ tệp này ra khỏi thư mục bài."
    return Problem(
        normalise(path),
        None,
        f"tệp {suffix} không được đọc, nên bài này sẽ không lên trang",
        fix,
    )


def no_articles(root: Path) -> Problem:
    """A bulletin without any article is a wrong path, or a disk that is not there."""
    return Problem(
        root.name,
        None,
        "thư mục nội dung không có bài nào; dựng tiếp sẽ xóa sạch các trang đang có",
        "Kiểm tra đường dẫn tới thư mục nội dung (INPUTDIR), và ổ đĩa chứa nó.",
    )
