"""The files in ``deploy/``, held against what the service reads."""

from __future__ import annotations

import re

from plugins.metadata.headers.nginx import nginx_include
from plugins.metadata.headers.rules import rules
from plugins.search.layout import FOLDER
from plugins.search.service.serve import ServiceSettings
from tests.conftest import ROOT

UNIT = (ROOT / "deploy" / "search.service").read_text(encoding="utf-8")
NGINX = (ROOT / "deploy" / "nginx-search.conf").read_text(encoding="utf-8")


def test_the_unit_sets_variables_that_the_service_reads() -> None:
    variables = dict(re.findall(r"^Environment=SEARCH_(\w+)=(.*)$", UNIT, re.MULTILINE))
    assert variables.keys() == {name.upper() for name in ServiceSettings._fields}
    assert variables["HOST"] == ServiceSettings().host
    assert int(variables["PORT"]) == ServiceSettings().port


def test_nginx_asks_the_service_for_the_search_page_alone_and_notes_nobody() -> None:
    assert re.findall(r"^location = (\S+)", NGINX, re.MULTILINE) == [f"/{FOLDER}"]
    assert f"proxy_pass http://127.0.0.1:{ServiceSettings().port};" in NGINX
    assert NGINX.count("access_log off;") == NGINX.count("location ")
    assert "proxy_pass_request_headers off;" in NGINX


def test_every_variable_that_it_uses_is_in_the_include() -> None:
    include = nginx_include(rules("default-src 'none'"))
    named = set(re.findall(r"add_header \S+ (\$\w+);", NGINX))
    assert len(named) == 3
    assert named <= set(re.findall(r"^\s*set (\$\w+) ", include, re.MULTILINE))
