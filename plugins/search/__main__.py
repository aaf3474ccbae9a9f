"""``python -m plugins.search serve``: answer the search page on a server (docs/search.md).

Each option is also a variable of the environment: SEARCH_HOST, SEARCH_PORT, SEARCH_DATABASE,
SEARCH_SITE.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from plugins.core.text.streams import speak_utf8
from plugins.search.layout import FOLDER
from plugins.search.service.serve import ServiceSettings, serve


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    speak_utf8()
    given = _parser().parse_args(arguments)
    settings = ServiceSettings(given.host, given.port, given.database, given.site)
    for path, fix in (
        (Path(settings.database), 'Đặt BUILD["search_database"] rồi dựng lại trang.'),
        (
            Path(settings.site) / FOLDER / "index.html",
            "Dựng trang, rồi chỉ đúng thư mục bằng --site.",
        ),
    ):
        if not path.is_file():
            return _failed(f"không có {path}.\n    Cách sửa: {fix}")
    try:
        serve(settings)
    except KeyboardInterrupt:
        pass  # Ctrl+C is how a technician ends it
    except (OSError, OverflowError) as error:
        return _failed(f"không lắng nghe được ở {settings.host}, cổng {settings.port}: {error}")
    return 0


def _parser() -> argparse.ArgumentParser:
    default = ServiceSettings()
    parser = argparse.ArgumentParser(prog="python -m plugins.search")
    serving = parser.add_subparsers(dest="command", required=True).add_parser(
        "serve",
        help="trả lời trang tìm kiếm ở máy chủ",
        description="Trả lời trang tìm kiếm, cả khi trình duyệt không chạy kịch bản. Mỗi tùy chọn "
        "cũng đặt được bằng biến môi trường: SEARCH_HOST, SEARCH_PORT, "
        "SEARCH_DATABASE, SEARCH_SITE.",
    )
    told = os.environ.get
    serving.add_argument(
        "--host", default=told("SEARCH_HOST", default.host), help="địa chỉ lắng nghe (%(default)s)"
    )
    serving.add_argument(
        "--port",
        type=int,
        default=told("SEARCH_PORT", str(default.port)),
        help="cổng (%(default)s)",
    )
    serving.add_argument(
        "--database",
        default=told("SEARCH_DATABASE", default.database),
        metavar="TỆP",
        help='tệp mà BUILD["search_database"] ghi (%(default)s)',
    )
    serving.add_argument(
        "--site",
        default=told("SEARCH_SITE", default.site),
        metavar="THƯ-MỤC",
        help="thư mục trang đã xuất bản (%(default)s)",
    )
    return parser


def _failed(text: str) -> int:
    sys.stderr.write(f"LỖI: {text}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
