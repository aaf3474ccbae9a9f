"""What the preview server adds to the pages it shows, and to no others."""

from __future__ import annotations

import json
from collections.abc import Iterable
from http import HTTPStatus
from pathlib import Path

from plugins.build.preview.site import HTML, Answer
from plugins.problems import Problem

PREFIX = "/__preview/"
"""Where the server's own script, stylesheet and events are; no page of a site is there."""

_STATIC = Path(__file__).parent / "static"
_MARK = Path("static/css/components/preview_mark.css")
_FIRST = """<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<title>Đang dựng bản tin…</title>
<body>
<p>Đang dựng bản tin lần đầu; trang này tự hiện khi dựng xong…</p>
</body>
</html>
""".encode()


def with_script(answer: Answer) -> Answer:
    """Return a page that listens for news of itself; anything else as it is."""
    if answer.type != HTML:
        return answer
    added = (
        f'<link rel="stylesheet" href="{PREFIX}preview.css">'
        f'<script src="{PREFIX}reload.js" data-version="{answer.version}"></script>\n'
    ).encode()
    before, end, after = answer.body.rpartition(b"</body>")
    body = before + added + end + after if end else answer.body + added
    return Answer(answer.status, answer.type, body, answer.location)


def first_page() -> Answer:
    """Return what stands for every page until there is a site."""
    return Answer(HTTPStatus.SERVICE_UNAVAILABLE, HTML, _FIRST)


def script() -> bytes:
    """Return the script that pages load."""
    return (_STATIC / "reload.js").read_bytes()


def stylesheet(theme: Path | None) -> bytes:
    """Return the stylesheet of what the server adds, and of the mark of the ``theme``."""
    own = (_STATIC / "preview.css").read_bytes()
    try:
        return own + ((theme / _MARK).read_bytes() if theme else b"")
    except OSError:
        return own  # a theme without a mark


def problems_event(problems: Iterable[Problem]) -> str:
    """Return as JSON what a page is to show of ``problems``."""
    listed = [
        {
            "place": ":".join(str(part) for part in (one.path, one.line, one.column) if part),
            "message": one.message,
            "fix": f"Cách sửa: {one.fix}" if one.fix else "",
        }
        for one in problems
    ]
    told = {
        "title": f"Chưa dựng lại được: {len(listed)} lỗi cần sửa",
        "note": "Bên dưới là trang trước khi có lỗi. Sửa và lưu lại thì khung này tự mất.",
        "problems": listed,
    }
    return json.dumps(told, ensure_ascii=False)
