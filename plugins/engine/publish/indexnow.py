"""``python -m plugins.engine.publish.indexnow SETTINGS``: tell search engines what is new.

IndexNow (indexnow.org/documentation) takes addresses that were added, changed or removed, from
whoever has a key at the site's root (``SITE["indexnow_key"]``; without one nothing is asked). It is
run once the site is online: a build alone is not. What has changed since the last time says a
comparison with what the sitemaps said then; it is kept only once it was taken.
"""

from __future__ import annotations

import argparse
import html
import json
import re
import sys
from collections.abc import Mapping
from http import HTTPStatus
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from plugins.core.files import write_whole
from plugins.core.problems import ProblemError
from plugins.core.text.streams import speak_utf8
from plugins.engine.project.project import Project, read_project

ENDPOINT = "https://api.indexnow.org/indexnow"
_MOST = 10_000  # addresses in one request
_PATIENCE = 20  # seconds
_ENTRY = re.compile(r"<url><loc>(?P<url>[^<]*)</loc>(?:<lastmod>(?P<changed>[^<]*)</lastmod>)?")
_TAKEN = (HTTPStatus.OK, HTTPStatus.ACCEPTED)


class RefusedError(Exception):
    """The addresses were not taken; the message is Vietnamese."""


def published(output: Path) -> dict[str, str]:
    """Return every address in the sitemaps of a site, with its last change if that is said."""
    files = sorted(output.glob("sitemap-*.xml"))
    found = (match for file in files for match in _ENTRY.finditer(file.read_text("utf-8")))
    return {html.unescape(match["url"]): match["changed"] or "" for match in found}


def changed(before: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    """Return the addresses that are new, gone or changed, in their order."""
    return sorted(url for url in {*before, *now} if before.get(url) != now.get(url))


def submit(urls: list[str], site_url: str, key: str, endpoint: str = ENDPOINT) -> None:
    """Send addresses of the site. Raises :class:`RefusedError`."""
    for start in range(0, len(urls), _MOST):
        told = {
            "host": urlsplit(site_url).netloc,
            "key": key,
            "keyLocation": f"{site_url}/{key}.txt",
            "urlList": urls[start : start + _MOST],
        }
        headers = {"Content-Type": "application/json; charset=utf-8"}
        request = Request(endpoint, json.dumps(told).encode(), headers)  # noqa: S310 - as told
        try:
            with urlopen(request, timeout=_PATIENCE) as answer:  # noqa: S310 - as told
                status = answer.status
        except HTTPError as error:
            status = error.code
        except (URLError, OSError) as error:
            raise RefusedError(f"không gọi được {endpoint} ({error})") from error
        if status not in _TAKEN:
            raise RefusedError(f"{endpoint} không nhận (HTTP {status})")


def tell(project: Project, endpoint: str = ENDPOINT, *, dry_run: bool = False) -> list[str]:
    """Tell what has changed since the last time; return it. Raises :class:`RefusedError`."""
    memory = project.state.with_suffix(".indexnow.json")
    now = published(project.output)
    if not now:
        raise RefusedError(f"không có sơ đồ trang nào trong {project.output}: hãy xuất bản trước")
    urls = changed(_remembered(memory), now)
    if urls and not dry_run:
        submit(urls, project.site.url, project.site.indexnow_key, endpoint)
        write_whole(memory, json.dumps(now, indent=0).encode())
    return urls


def _remembered(memory: Path) -> dict[str, str]:
    try:
        found: dict[str, str] = json.loads(memory.read_bytes())
    except (OSError, ValueError):
        return {}  # everything is told once more
    return found


def main() -> int:
    """Run the command; return its exit status."""
    speak_utf8()
    parser = argparse.ArgumentParser(description="Báo cho máy tìm kiếm những trang mới (IndexNow).")
    parser.add_argument("settings", help="tệp thiết lập, ví dụ publishconf.py")
    parser.add_argument("--endpoint", default=ENDPOINT, help="nơi nhận (%(default)s)")
    parser.add_argument("--dry-run", action="store_true", help="chỉ liệt kê, không gửi")
    arguments = parser.parse_args()
    try:
        project = read_project(arguments.settings)
    except ProblemError as error:
        print(error, file=sys.stderr)
        return 1
    if not (project.site.indexnow_key and project.site.url):
        print('Chưa đặt SITE["indexnow_key"], nên không báo cho máy tìm kiếm nào.')
        return 0
    try:
        urls = tell(project, arguments.endpoint, dry_run=arguments.dry_run)
    except RefusedError as error:
        print(f"LỖI: {error}. Lần sau sẽ báo lại.", file=sys.stderr)
        return 1
    if arguments.dry_run:
        print(*urls, sep="\n")
    print(f"{'Sẽ báo' if arguments.dry_run else 'Đã báo'} {len(urls)} địa chỉ.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
