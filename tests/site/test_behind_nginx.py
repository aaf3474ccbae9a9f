"""A published site behind a real nginx, as ``deploy/nginx-site.conf`` has it."""

from __future__ import annotations

from pathlib import Path

from plugins.metadata.headers.rules import CSP
from tests.site.newsroom import Newsroom
from tests.site.nginx import ask, needs_nginx, nginx, told_by_the_include

pytestmark = needs_nginx


def test_every_file_is_sent_as_the_include_says(published_site: Path, tmp_path: Path) -> None:
    told = told_by_the_include(tmp_path)
    lines = (published_site / ".nginx" / "chuyen-huong.map").read_text(encoding="utf-8")
    moved = {line.split('"')[1] for line in lines.splitlines()}
    with nginx(published_site, tmp_path) as port:
        for path in sorted(published_site.rglob("*")):
            name = path.relative_to(published_site).as_posix()
            if path.is_dir() or name.startswith(("_", "anh/", ".")):
                continue
            address = name.removesuffix("index.html")
            status, headers = ask(port, address)
            if f"/{address}" in moved:
                assert status == 301, name
                continue
            assert status == 200, name
            sent = [(each, headers[each]) for each, _ in told(name)]
            assert sent == told(name)
        photo = next((published_site / "anh").glob("*.avif")).name
        status, headers = ask(port, f"anh/{photo}")
        assert (status, headers["Content-Type"]) == (200, "image/avif")
        assert "immutable" in str(headers["Cache-Control"])
        for missing in (".published", ".build.lock", "_headers", "anh/khong-co.jpg", "theme/"):
            status, headers = ask(port, missing)
            assert status == 404, missing
            assert headers["Content-Type"] == "text/html; charset=utf-8"
            assert headers["Cache-Control"] == "public, max-age=60"
            assert headers[CSP] == dict(told("404.html"))[CSP]
        assert ask(port, "2024")[0] == 301


def test_old_addresses_lead_on_and_withdrawn_articles_are_gone(tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path)
    newsroom.write("articles/a.md", Title="Chợ", Aliases="/cu/cho.html, /index.php?id=5")
    newsroom.write(
        "articles/b.md", Title="Sai", Status="withdrawn", Withdrawn="12/01/2024 09:00: sai sự thật"
    )
    assert newsroom.build().status == 0
    told = told_by_the_include(tmp_path, tmp_path / "own_settings.py")
    with nginx(newsroom.output, tmp_path) as port:
        for old in ("cu/cho.html", "index.php?id=5"):
            status, headers = ask(port, old)
            assert (status, headers["Location"]) == (301, "/2024/01/cho/")
        assert ask(port, "index.php?id=6")[0] == 404
        for address in ("2024/01/sai/", "2024/01/sai"):
            status, headers = ask(port, address)
            assert status == 410
            assert [(each, headers[each]) for each, _ in told("lien-he/")] == told("lien-he/")
        assert ask(port, ".nginx/da-go.map")[0] == 404
        assert ask(port, "2024/01/cho/")[0] == 200
