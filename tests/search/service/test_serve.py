"""The service over real connections."""

from __future__ import annotations

import http.client
import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from plugins.counter.service.http.bounds import LINE
from plugins.search.__main__ import main
from plugins.search.full_text import changing, write_anew
from tests.search.full_texts import database, document
from tests.search.service.running import running


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return database(tmp_path, document("Khen thưởng tập thể"), document("Họp"))


@pytest.fixture
def port(file: Path, built_site: Path) -> Iterator[int]:
    with running(file, built_site) as port:
        yield port


def ask(port: int, target: str, method: str = "GET") -> tuple[int, dict[str, str], str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, target)
    answer = connection.getresponse()
    told = answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read().decode()
    connection.close()
    return told


def test_a_query_is_answered_in_html_and_follows_each_publish(port: int, file: Path) -> None:
    target = f"/tim-kiem/?q={quote('khen thuong')}"
    status, headers, text = ask(port, target)
    assert status == 200
    assert "<mark>Khen</mark> <mark>thưởng</mark> tập thể</a>" in text
    assert headers["content-type"] == "text/html; charset=utf-8"
    assert headers["cache-control"] == "no-store"
    assert headers["x-robots-tag"] == "noindex"
    with changing(file) as full_text:
        full_text.remove(1)
        full_text.settle("next")
    assert "Không tìm thấy bài nào" in ask(port, target)[2]
    write_anew(file, [(1, document("Khen thưởng"))], "whole")
    assert "Tìm thấy 1 bài." in ask(port, target)[2]


def test_without_a_query_the_page_is_as_it_was_published(port: int) -> None:
    status, _, text = ask(port, "/tim-kiem/")
    assert status == 200
    assert "<mark>" not in text
    assert ask(port, "/tim-kiem/", "HEAD")[2] == ""


@pytest.mark.parametrize(
    ("target", "method", "expected"),
    [
        ("/", "GET", 404),
        ("/tim-kiem/", "POST", 405),
        (f"/tim-kiem/?q={'a' * LINE}", "GET", 414),
        ("/tim-kiem/?q=%22%22%22*%5E%3A(NEAR%20OR", "GET", 200),
    ],
)
def test_what_is_asked_wrongly_is_refused(
    port: int, target: str, method: str, expected: int
) -> None:
    assert ask(port, target, method)[0] == expected


def test_a_database_that_cannot_be_asked_is_told_and_answered_with_503(
    port: int, file: Path
) -> None:
    file.write_bytes(b"damaged" * 2000)
    status, headers, _ = ask(port, "/tim-kiem/?q=a")
    assert (status, headers["retry-after"]) == (503, "5")


def test_what_is_missing_is_said_before_anybody_is_answered(
    tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve", "--database", str(tmp_path / "none")]) == 1
    assert 'BUILD["search_database"]' in capsys.readouterr().err
    assert main(["serve", "--database", str(file), "--site", str(tmp_path)]) == 1
    assert "--site" in capsys.readouterr().err


def test_a_port_that_is_taken_is_said(
    file: Path, built_site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        options = ["--database", str(file), "--site", str(built_site), "--port", port]
        assert main(["serve", *options]) == 1
    assert "không lắng nghe được" in capsys.readouterr().err
