"""What the preview server adds to the pages it shows, and to no others."""

from __future__ import annotations

import json
from collections.abc import Iterable
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import quote

from plugins.core.errors import EncodingError
from plugins.core.problems import Problem
from plugins.core.text.decoding import decode
from plugins.engine.store.warned import Warned
from plugins.preview.http.site import HTML, Answer

PREFIX = "/__preview/"
"""Where the server's own script, stylesheet and events are; no page of a site is there."""

_MOST = 100  # warnings of other pages that one page lists
_NEAR = 6  # lines

SCRIPTS = ("reload.js", "warnings.js")

_STATIC = Path(__file__).parent / "static"
# Of a theme: in a page, what the mark takes from the first has the names that pages have.
_MARK = (Path("static/css/tokens.css"), Path("static/css/components/preview_mark.css"))
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


def script(name: str) -> bytes:
    """Return a script that pages load."""
    return (_STATIC / name).read_bytes()


def stylesheet(theme: Path | None) -> bytes:
    """Return the stylesheet of what the server adds, and of the mark of the ``theme``."""
    own = (_STATIC / "preview.css").read_bytes()
    try:
        return own + b"".join((theme / name).read_bytes() for name in _MARK if theme)
    except OSError:
        return own  # a theme without a mark


def problems_event(
    problems: Iterable[Problem],
    warned: Iterable[Warned] = (),
    page: str | None = None,
    content: Path | None = None,
) -> str:
    """Return as JSON what ``page`` (its path in the site) is to show of ``problems``, and of what
    was ``warned`` of: its own warnings with the lines of the article (in the folder ``content``)
    that they are about, and those of others with the address of each."""
    listed = [_told(one) for one in problems]
    own: list[dict[str, Any]] = []
    others: list[dict[str, Any]] = []
    for of, source, warnings in warned:
        if of and of == page:
            text = _lines_of(content / source) if content else []
            own += [{**_told(one), "lines": _leading_to(one.line, text)} for one in warnings]
        else:
            url = f"/{quote(of.removesuffix('index.html'))}" if of else ""
            others += [{**_told(one), "url": url} for one in warnings]
    told = {
        "title": f"Chưa dựng lại được: {len(listed)} lỗi cần sửa",
        "note": "Bên dưới là trang trước khi có lỗi. Sửa và lưu lại thì khung này tự mất.",
        "problems": listed,
        "warnings": {"title": f"{len(own)} cảnh báo ở trang này", "problems": own},
        "others": {"title": f"{len(others)} cảnh báo ở chỗ khác", "problems": others[:_MOST]},
    }
    return json.dumps(told, ensure_ascii=False)


def _told(one: Problem) -> dict[str, Any]:
    return {
        "place": ":".join(str(part) for part in (one.path, one.line, one.column) if part),
        "message": one.message,
        "code": one.check.code,
        "fix": f"Cách sửa: {one.fix}" if one.fix else "",
    }


def _lines_of(file: Path) -> list[str]:
    try:
        return decode(file.read_bytes()).split("\n")
    except (OSError, EncodingError):  # saved anew, and the next build says what is wrong
        return []


def _leading_to(line: int | None, text: list[str]) -> list[str]:
    """Return the line that a warning is about, and before it those that led there, the nearest
    first: a page has no lines, but it has their words."""
    if line is None or line > len(text):
        return []
    return [text[line - 1], *(one for one in reversed(text[: line - 1]) if one.strip())][:_NEAR]
