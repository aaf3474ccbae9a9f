"""A real nginx before a site, by the example of ``deploy/nginx-site.conf``."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import Message
from pathlib import Path

import pytest

from plugins.engine.project.project import read_project
from plugins.engine.publish.nginx import write_include
from tests.conftest import ROOT
from tests.fuzz.counter.service import free_port
from tests.metadata.headers.reading import Told, read_nginx, told_by_nginx

needs_nginx = pytest.mark.skipif(
    not shutil.which("nginx"), reason="there is no nginx on this machine"
)


def told_by_the_include(folder: Path, settings: Path = ROOT / "publishconf.py") -> Told:
    """Write the include of headers; return what it says of each path."""
    include = folder / "nginx-headers.conf"
    write_include(read_project(str(settings)), include)
    return told_by_nginx(read_nginx(include, folder), tls=False)


@contextmanager
def nginx(site: Path, folder: Path) -> Iterator[int]:
    """Run nginx with the include of headers and what else goes into snippets in ``folder``; gives
    its port."""
    port = free_port()
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    paths = " ".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)
    user = "user root;" if os.getuid() == 0 else ""  # the folder is that user's alone
    shutil.copy(ROOT / "deploy" / "nginx-counter.conf", folder)
    file = folder / "real.conf"
    file.write_text(
        f"daemon off; {user} pid {folder}/pid; error_log {folder}/error.log;\nevents {{}}\n"
        f"http {{ access_log off; {paths}\n{_example(site, folder, port)} }}\n",
        encoding="utf-8",
    )
    subprocess.run(["nginx", "-t", "-c", str(file)], check=True, capture_output=True)
    with subprocess.Popen(["nginx", "-c", str(file)]) as process:
        time.sleep(1)
        try:
            yield port
        finally:
            process.terminate()


def _example(site: Path, folder: Path, port: int) -> str:
    """Return the example with this machine's places, and without TLS."""
    text = (ROOT / "deploy" / "nginx-site.conf").read_text(encoding="utf-8")
    text = re.sub(r"^server \{\n    listen 80;.*?^\}\n", "", text, flags=re.DOTALL | re.MULTILINE)
    text = re.sub(r"^ *(?:listen|ssl_\w+) .*\n", "", text, flags=re.MULTILINE)
    text = text.replace("server {", f"server {{\n    listen 127.0.0.1:{port};")
    return text.replace("/srv/ban-tin", str(site)).replace(" snippets/", f" {folder}/")


def ask(port: int, path: str) -> tuple[int, Message]:
    """Return status and headers of an answer; a redirection is one."""
    opener = urllib.request.build_opener(_NoRedirect)
    try:
        with opener.open(f"http://127.0.0.1:{port}/{path}", timeout=10) as reply:
            return reply.status, reply.headers
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *request: object) -> None:
        return None
