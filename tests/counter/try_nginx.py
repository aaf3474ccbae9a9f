"""``python -m tests.counter.try_nginx [NGINX]``: the counter behind a real nginx, by ``deploy/``.

Starts a service and nginx on free ports of this machine and sends what readers, and others, may
send. Prints each sentence with whether it holds; ends with status 1 if one does not. Not part of
``make test``: Debian's package nginx starts a web server wherever it is installed.
"""

# ruff: noqa: T201 - as a command it speaks through print

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

from tests.fuzz.counter.service import ROOT, Service, free_port

BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
HOST, ELSEWHERE = "bantin.example", "https://elsewhere.example"
CONFIGURATION = """daemon off; pid {folder}/pid; error_log {folder}/error.log info;
events {{}}
http {{
  access_log {folder}/access.log;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  upstream counter {{ server 127.0.0.1:{service}; keepalive 32; }}
  server {{ listen 127.0.0.1:{port}; include {root}/deploy/nginx-counter.conf; }}
}}
"""
# What is said, and with what: the first reader's first visit has counted already.
COUNTS = {
    "another browser counts": {"User-Agent": f"{BROWSER} 2"},
    "a page of the same host counts": {"User-Agent": f"{BROWSER} 3", "Origin": f"https://{HOST}"},
}
COUNTS_NOT = {
    "the same reader goes on with a visit": {},
    "X-Forwarded-For of a browser makes no new reader": {"X-Forwarded-For": "8.8.8.8"},
    "nor a list of addresses": {"X-Forwarded-For": "8.8.8.8, 127.0.0.1"},
    "nor X-Real-IP or Forwarded": {"X-Real-IP": "8.8.8.8", "Forwarded": "for=8.8.8.8"},
    "Do Not Track only reads": {"User-Agent": f"{BROWSER} 4", "DNT": "1"},
    "Global Privacy Control only reads": {"User-Agent": f"{BROWSER} 4", "Sec-GPC": "1"},
    "a prefetch only reads": {"User-Agent": f"{BROWSER} 4", "Sec-Purpose": "prefetch;prerender"},
    "a crawler only reads": {"User-Agent": "Mozilla/5.0 (compatible; Googlebot/2.1)"},
}
FOREIGN = {
    "a foreign origin is refused": {"User-Agent": f"{BROWSER} 5", "Origin": ELSEWHERE},
    "a foreign referrer is refused": {"User-Agent": f"{BROWSER} 5", "Referer": f"{ELSEWHERE}/"},
}


@contextmanager
def nginx(program: str, folder: Path, service: int) -> Iterator[int]:
    """Run nginx before the service; gives its port."""
    port = free_port()
    file = folder / "nginx.conf"
    file.write_text(CONFIGURATION.format(folder=folder, service=service, port=port, root=ROOT))
    with subprocess.Popen([program, "-c", str(file)]) as process:
        time.sleep(1)
        try:
            yield port
        finally:
            process.terminate()


def ask(port: int, path: str, method: str = "POST", **headers: str) -> tuple[HTTPResponse, bytes]:
    """Send a request of a reader; return the answer and its body."""
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, path, headers={"Host": HOST, "User-Agent": BROWSER} | headers)
    reply = connection.getresponse()
    return reply, reply.read()


def main(program: str = "nginx") -> int:
    """Try everything; return the exit status."""
    failed = 0

    def check(sentence: str, holds: bool) -> None:
        nonlocal failed
        failed += not holds
        print("holds" if holds else "FAILS", sentence, sep="  ")

    with tempfile.TemporaryDirectory() as name:
        folder, service = Path(name), Service("--database", f"{name}/counter.sqlite3")
        with nginx(program, folder, service.port) as port:

            def adds(headers: dict[str, str], path: str = "/tk/v1/visit") -> tuple[int, int]:
                before = service.stats()["total"]
                method = "POST" if path == "/tk/v1/visit" else "GET"
                status = ask(port, path, method, **headers)[0].status
                return status, service.stats()["total"] - before

            check("a visit counts", adds({}) == (200, 1))
            for sentence, headers in COUNTS.items():
                check(sentence, adds(headers) == (200, 1))
            for sentence, headers in COUNTS_NOT.items():
                check(sentence, adds(headers) == (200, 0))
            for sentence, headers in FOREIGN.items():
                check(sentence, adds(headers) == (403, 0))
            agent = {"User-Agent": f"{BROWSER} 6"}
            check("the image counts", adds(agent, "/tk/v1/p.gif") == (200, 1))
            reply, _ = ask(port, "/tk/v1/stats", "GET")
            check("numbers keep 10 s", reply.headers["cache-control"] == "public, max-age=10")
            tagged = {"If-None-Match": reply.headers["etag"]}
            reply, body = ask(port, "/tk/v1/stats", "GET", **tagged)
            check("numbers that are known are not sent", (reply.status, body) == (304, b""))
            service.kill()
            status = ask(port, "/tk/v1/visit")[0].status
            check("without the service an error is answered", status == HTTPStatus.BAD_GATEWAY)
        logs = (folder / "access.log").read_text() + (folder / "error.log").read_text()
        check("no log tells of a reader", "/tk/" not in logs)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
