"""The search on a server, by ``deploy/nginx-search.conf`` in a real nginx."""

from __future__ import annotations

from pathlib import Path

from plugins.metadata.headers.rules import CACHE, CSP
from tests.conftest import ROOT
from tests.search.full_texts import database, document
from tests.search.service.running import running
from tests.site.nginx import ask, needs_nginx, nginx, told_by_the_include


@needs_nginx
def test_nginx_has_the_service_answer_and_else_the_published_page(
    published_site: Path, tmp_path: Path
) -> None:
    told = told_by_the_include(tmp_path)
    file = database(tmp_path, document("Khen thưởng"))
    with running(file, published_site) as service:
        text = (ROOT / "deploy" / "nginx-search.conf").read_text(encoding="utf-8")
        text = text.replace("127.0.0.1:8802", f"127.0.0.1:{service}")
        (tmp_path / "nginx-search.conf").write_text(text, encoding="utf-8")
        with nginx(published_site, tmp_path) as port:
            status, headers = ask(port, "tim-kiem/?q=khen")
            assert (status, headers["X-Robots-Tag"]) == (200, "noindex")
            expected = {**dict(told("tim-kiem/")), CACHE: "no-store"}
            assert {name: headers[name] for name in expected} == expected
            assert len(headers.get_all(CSP, [])) == 1
            assert ask(port, "tim-kiem/index.html")[0] == 200
            file.write_bytes(b"damaged" * 2000)
            status, headers = ask(port, "tim-kiem/?q=khen")
            assert (status, headers["X-Robots-Tag"]) == (200, None)
            assert {name: headers[name] for name in expected} == expected
            assert headers["Content-Type"] == "text/html; charset=utf-8"
