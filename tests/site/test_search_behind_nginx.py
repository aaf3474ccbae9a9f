"""The search on a server, by ``deploy/nginx-search.conf`` in a real nginx."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from plugins.engine.project.project import read_project
from plugins.engine.publish.nginx import write_include
from plugins.metadata.headers.rules import CACHE, CSP
from tests.conftest import ROOT
from tests.metadata.headers.reading import read_nginx, told_by_nginx
from tests.search.full_texts import database, document
from tests.search.service.running import running
from tests.site.test_headers import ask, nginx


@pytest.mark.skipif(not shutil.which("nginx"), reason="there is no nginx on this machine")
def test_nginx_has_the_service_answer_and_else_the_published_page(
    published_site: Path, tmp_path: Path
) -> None:
    write_include(read_project(str(ROOT / "publishconf.py")), tmp_path / "include.conf")
    told = told_by_nginx(read_nginx(tmp_path / "include.conf", tmp_path), tls=False)
    file = database(tmp_path, document("Khen thưởng"))
    with running(file, published_site) as service:
        text = (ROOT / "deploy" / "nginx-search.conf").read_text(encoding="utf-8")
        text = text.replace("127.0.0.1:8802", f"127.0.0.1:{service}")
        with (tmp_path / "include.conf").open("a", encoding="utf-8") as include:
            include.write(text)
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
