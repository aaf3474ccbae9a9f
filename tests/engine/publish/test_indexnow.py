from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from plugins.core.errors import SettingsError
from plugins.engine.publish.indexnow import RefusedError, changed, tell
from tests.engine.small_site import SmallSite

SITE = {"name": "Bản tin", "url": "https://bantin.example", "indexnow_key": "khoa-cua-ta-1"}


@contextmanager
def engine(status: int = 202) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """A search engine that answers so, and what it was told."""
    told: list[dict[str, Any]] = []

    class Answering(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            told.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(status)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its parent's name
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Answering) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/", told
        server.shutdown()
        thread.join()


@pytest.fixture
def addressed(site: SmallSite) -> SmallSite:
    site.settings["SITE"] = SITE
    site.write("articles/a.md")
    site.write("articles/b.md")
    site.build()
    return site


def test_what_is_new_changed_or_gone_is_told_once(addressed: SmallSite) -> None:
    with engine() as (endpoint, told):
        everything = tell(addressed.project, endpoint)
        assert "https://bantin.example/2024/01/a/" in everything
        assert told[0]["host"] == "bantin.example"
        assert told[0]["keyLocation"] == "https://bantin.example/khoa-cua-ta-1.txt"
        assert addressed.files()["khoa-cua-ta-1.txt"] == b"khoa-cua-ta-1"
        assert tell(addressed.project, endpoint) == []
        addressed.write("articles/a.md", Modified="12/01/2024")
        addressed.write("articles/c.md")
        (addressed.content / "articles" / "b.md").unlink()
        addressed.build()
        assert tell(addressed.project, endpoint, dry_run=True) == (
            news := [f"https://bantin.example/2024/01/{slug}/" for slug in "abc"]
        )
        assert tell(addressed.project, endpoint) == news
    assert [each["urlList"] for each in told] == [everything, news]


def test_what_was_not_taken_is_told_again(addressed: SmallSite) -> None:
    with engine(429) as (endpoint, _), pytest.raises(RefusedError, match="HTTP 429"):
        tell(addressed.project, endpoint)
    with pytest.raises(RefusedError, match="không gọi được"):
        tell(addressed.project, "http://127.0.0.1:9/")
    with engine() as (endpoint, told):
        assert tell(addressed.project, endpoint) == told[0]["urlList"] != []


def test_no_site_nothing_to_tell(site: SmallSite) -> None:
    site.settings["SITE"] = SITE
    with pytest.raises(RefusedError, match="xuất bản trước"):
        tell(site.project)


def test_differences_are_told_in_order() -> None:
    assert changed({"a": "1", "b": "", "c": ""}, {"a": "2", "c": "", "d": ""}) == ["a", "b", "d"]


@pytest.mark.parametrize("key", ["ngắn", "short", "có dấu cách 1", "x" * 129, "../../a-b-c-d"])
def test_a_key_that_is_none_is_refused(site: SmallSite, key: str) -> None:
    site.settings["SITE"] = SITE | {"indexnow_key": key}
    with pytest.raises(SettingsError, match="IndexNow"):
        _ = site.project
